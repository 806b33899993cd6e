//! esbuild: one small script or style out of a file and all that it imports.

use std::path::Path;
use std::process::Command;

use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::process;

/// What browsers understand since 2022, which is when they began to know everything that the banner is
/// made of.
const TARGET: &str = "--target=chrome108,firefox115,safari16.4";

/// Writes it to `out`, with names in it replaced by texts.
pub fn minified(
    checkout: &Checkout,
    file: &Path,
    names: &[(&str, &str)],
    out: &Path,
) -> Result<(), Failure> {
    let mut esbuild = Command::new("node");
    esbuild
        .arg(checkout.path("xtask/node_modules/esbuild/bin/esbuild"))
        .arg(file)
        .args(["--bundle", "--minify", "--format=esm", "--log-level=warning", "--charset=utf8"])
        .arg(TARGET);
    // A style that a script imports is a text to it.
    if file.extension().is_some_and(|extension| extension == "js") {
        esbuild.arg("--loader:.css=text");
    }
    for (name, text) in names {
        esbuild.arg(format!("--define:{name}={text:?}"));
    }
    esbuild.arg(format!("--outfile={}", out.display()));
    process::quietly("making the banner's scripts", &mut esbuild)
}
