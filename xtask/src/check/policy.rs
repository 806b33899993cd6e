//! cargo-deny: which licences, sources and crates we accept, and known vulnerabilities.

use std::process::Command;

use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{process, setup};

pub fn check(checkout: &Checkout) -> Result<(), Failure> {
    let program = setup::cargo_deny::ensure(checkout)?;
    let deny = |what: &[&str]| {
        let mut command = Command::new(&program);
        command.args(["--all-features", "check"]).args(what).current_dir(checkout.root());
        command
    };
    let doing = "checking the dependencies' licences and sources";
    let progress = Progress::start(doing);
    process::quietly(doing, &mut deny(&["bans", "licenses", "sources"]))?;
    drop(progress);
    advisories(&mut deny(&["advisories"]))
}

/// Known vulnerabilities. Their list must be fetched, and a machine without the network to do so
/// can still check all the rest.
fn advisories(command: &mut Command) -> Result<(), Failure> {
    let doing = "checking the dependencies for known vulnerabilities";
    let _progress = Progress::start(doing);
    let (status, output) = process::captured(command)?;
    if !status.success() && unfetched(&String::from_utf8_lossy(&output)) {
        println!("known vulnerabilities were not checked: their list could not be fetched");
        return Ok(());
    }
    process::judged(doing, status, &output)
}

fn unfetched(output: &str) -> bool {
    output.contains("failed to fetch advisory database")
        || output.contains("failed to load advisory database")
}
