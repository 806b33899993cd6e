//! Rust to wasm.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::bundle::Profile;
use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::setup::target::WASM;
use crate::{process, terminal};

/// Compiles a crate that becomes a module of wasm, and gives back the file that cargo made.
pub fn module(checkout: &Checkout, profile: Profile, package: &str) -> Result<PathBuf, Failure> {
    let doing = format!("building the {package} ({})", profile.folder());
    wasm(checkout, &doing, package, profile.cargo_arguments())
}

/// Compiles the banner's module, which has a profile of its own: it is downloaded.
pub fn widget(checkout: &Checkout) -> Result<PathBuf, Failure> {
    wasm(checkout, "building the widget", "widget", &["--profile", "widget", "--features", "page"])
}

fn wasm(
    checkout: &Checkout,
    doing: &str,
    package: &str,
    arguments: &[&str],
) -> Result<PathBuf, Failure> {
    let _progress = Progress::start(doing);
    let messages = process::output_of(
        doing,
        cargo()
            .args(["build", "--package", package, "--lib", "--target", WASM])
            .args(arguments)
            // The path of the module comes from cargo's own mouth: `target` may be anywhere.
            .arg("--message-format=json-render-diagnostics")
            .args(["--color", if terminal::stderr_styled() { "always" } else { "never" }])
            .current_dir(checkout.root()),
    )?;
    let made = messages.lines().rev().find_map(|message| artefact(message, package));
    made.ok_or_else(|| Failure::NoArtefact { package: package.to_owned() })
}

/// The cargo that runs this xtask.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The wasm file that one of cargo's messages says was built for a package.
fn artefact(message: &str, package: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != package {
        return None;
    }
    let files = message["filenames"].as_array()?;
    files.iter().filter_map(Value::as_str).find(|file| file.ends_with(".wasm")).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_the_edges_wasm_file() {
        for (message, expect) in [
            (
                r#"{"reason":"compiler-artifact","target":{"name":"edge"},"filenames":["/t/libedge.rlib","/t/edge.wasm"]}"#,
                Some("/t/edge.wasm"),
            ),
            (
                r#"{"reason":"compiler-artifact","target":{"name":"answer"},"filenames":["/t/a.wasm"]}"#,
                None,
            ),
            (r#"{"reason":"build-finished","success":true}"#, None),
            ("not json", None),
        ] {
            assert_eq!(artefact(message, "edge"), expect.map(PathBuf::from), "{message}");
        }
    }
}
