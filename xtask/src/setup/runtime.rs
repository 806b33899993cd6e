//! The edge's runtime: workerd's own program, as its npm package ships it.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::bundle::CONFIG;
use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

/// The path of the runtime's program for this machine. Not the package's Node script of the same
/// name: that one stays in between, and signals and process times would be its own.
pub fn path(checkout: &Checkout) -> Result<PathBuf, Failure> {
    let program = if cfg!(windows) { "workerd.exe" } else { "workerd" };
    let path = checkout
        .path("xtask/node_modules/@cloudflare")
        .join(package(OS, ARCH))
        .join("bin")
        .join(program);
    if path.is_file() { Ok(path) } else { Err(Failure::NoRuntime { expected: path }) }
}

/// A command that serves a configuration and says on its standard output where it listens.
pub fn serve(checkout: &Checkout, config: &Path) -> Result<Command, Failure> {
    let mut command = Command::new(path(checkout)?);
    command.arg("serve").arg(config).arg("--control-fd=1");
    Ok(command)
}

/// A command that serves the gate with its keeper, who keeps what it is given beside the bundle.
pub fn serve_with_keeper(checkout: &Checkout, bundle: &Path) -> Result<Command, Failure> {
    let folder = bundle.join("keeper-disk");
    fs::create_dir_all(&folder).about("create", &folder)?;
    let mut command = serve(checkout, &bundle.join(CONFIG))?;
    command.arg("--directory-path").arg(format!("keeper-disk={}", folder.display()));
    Ok(command)
}

/// The port in the line by which the runtime says that it listens:
/// `{"event":"listen","socket":"http","port":8787}`.
pub fn listening_port(line: &str) -> Option<u16> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["event"] != "listen" {
        return None;
    }
    message["port"].as_u64()?.try_into().ok()
}

/// The npm package of the runtime for an operating system and a processor.
fn package(os: &str, arch: &str) -> String {
    let os = match os {
        "macos" => "darwin",
        other => other,
    };
    let arch = match arch {
        "x86_64" => "64",
        "aarch64" => "arm64",
        other => other,
    };
    format!("workerd-{os}-{arch}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_line_that_says_listen() {
        for (line, expect) in [
            (r#"{"event":"listen","socket":"http","port":8787}"#, Some(8787)),
            (r#"{"event":"reload"}"#, None),
            ("listening on 8787", None),
            ("8787", None),
        ] {
            assert_eq!(listening_port(line), expect, "{line}");
        }
    }

    #[test]
    fn packages_have_npms_names_for_machines() {
        for (os, arch, expect) in [
            ("linux", "x86_64", "workerd-linux-64"),
            ("linux", "aarch64", "workerd-linux-arm64"),
            ("macos", "x86_64", "workerd-darwin-64"),
            ("macos", "aarch64", "workerd-darwin-arm64"),
            ("windows", "x86_64", "workerd-windows-64"),
        ] {
            assert_eq!(package(os, arch), expect);
        }
    }
}
