//! A deployment to Cloudflare up to the point where it would leave this machine.

use std::fs;
use std::process::Command;

use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;
use crate::setup::{node, packages};

/// Lets wrangler bundle what `wrangler.toml` names, and refuse it if it would.
pub fn rehearse(checkout: &Checkout) -> Result<(), Failure> {
    let tests = checkout.path("tests");
    packages::install(&tests, "the packages of the tests")?;
    let out = checkout.path("target/wrangler");
    // Names of modules hold their hashes, so those of earlier rehearsals would stay.
    let _ = fs::remove_dir_all(&out);
    let doing = "rehearsing the deployment";
    let _progress = Progress::start(doing);
    process::quietly(
        doing,
        Command::new(node::for_wrangler(&tests)?)
            .arg(tests.join("node_modules/wrangler/bin/wrangler.js"))
            .args(["deploy", "--dry-run", "--outdir"])
            .arg(out)
            .current_dir(checkout.root())
            .env("WRANGLER_SEND_METRICS", "false")
            .env("CI", "1"),
    )
}
