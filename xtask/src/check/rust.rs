//! What cargo itself can check.

use std::process::Command;

use crate::bundle::compile::cargo;
use crate::check::tally::Tally;
use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::setup::target::WASM;
use crate::{process, terminal};

pub fn format(checkout: &Checkout) -> Result<(), Failure> {
    quietly(checkout, "checking the format", &["fmt", "--all", "--", "--check"])
}

/// For this machine, and for wasm in both kinds of bundle, because each has code of its own. What only
/// exists as wasm is held to that machine's sizes alone.
pub fn lint(checkout: &Checkout) -> Result<(), Failure> {
    let edge = ["clippy", "--package", "edge", "--package", "keeper", "--target", WASM];
    let deny = ["--", "-D", "warnings"];
    let runs = [
        [&NATIVE[..], &deny].concat(),
        [&edge[..], &deny].concat(),
        [&edge[..], &["--features", "development"], &deny].concat(),
        [&["clippy", "--package", "widget", "--target", WASM, "--features", "page"][..], &deny]
            .concat(),
    ];
    runs.iter().try_for_each(|run| quietly(checkout, "linting", run))
}

const NATIVE: [&str; 7] =
    ["clippy", "--workspace", "--exclude", "edge", "--exclude", "keeper", "--all-targets"];

/// All tests that run on this machine; the edge and its keeper only exist as wasm, and are tested end
/// to end.
pub fn unit(checkout: &Checkout, tally: &mut Tally) -> Result<(), Failure> {
    let words = ["test", "--workspace", "--exclude", "edge", "--exclude", "keeper"];
    let mut test = in_checkout(checkout, &words);
    process::aloud("`cargo test`", &mut test, |line| tally.hear(line))
}

pub fn docs(checkout: &Checkout) -> Result<(), Failure> {
    let mut doc = in_checkout(checkout, &["doc", "--workspace", "--no-deps"]);
    let doing = "writing the documentation";
    let _progress = Progress::start(doing);
    process::quietly(doing, doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn quietly(checkout: &Checkout, doing: &str, arguments: &[&str]) -> Result<(), Failure> {
    let _progress = Progress::start(doing);
    process::quietly(doing, &mut in_checkout(checkout, arguments))
}

fn in_checkout(checkout: &Checkout, arguments: &[&str]) -> Command {
    let mut command = cargo();
    let colour = if terminal::stderr_styled() { "always" } else { "never" };
    command.args(arguments).current_dir(checkout.root()).env("CARGO_TERM_COLOR", colour);
    command
}
