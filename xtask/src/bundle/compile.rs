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

/// Compiles the edge and gives back the module that cargo made.
pub fn edge(checkout: &Checkout, profile: Profile) -> Result<PathBuf, Failure> {
    let doing = format!("building the edge ({})", profile.folder());
    let _progress = Progress::start(&doing);
    let messages = process::output_of(
        &doing,
        cargo()
            .args(["build", "--package", "edge", "--lib", "--target", WASM])
            .args(profile.cargo_arguments())
            // The path of the module comes from cargo's own mouth: `target` may be anywhere.
            .arg("--message-format=json-render-diagnostics")
            .args(["--color", if terminal::stderr_styled() { "always" } else { "never" }])
            .current_dir(checkout.root()),
    )?;
    messages.lines().rev().find_map(module_of).ok_or(Failure::NoArtefact)
}

/// The cargo that runs this xtask.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The wasm file that one of cargo's messages says was built for the edge.
fn module_of(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != "edge" {
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
            assert_eq!(module_of(message), expect.map(PathBuf::from), "{message}");
        }
    }
}
