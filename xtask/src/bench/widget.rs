//! `cargo xtask bench widget`: what the banner costs a page, beside one that is written by hand and one that
//! others offer, in Chromium; into `docs/performance.md`.
//!
//! What is measured, and how, is in `xtask/bench/widget/`: pages are driven from Node.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::bundle::{self, Profile};
use crate::checkout::Checkout;
use crate::document;
use crate::failure::{AboutFile, Failure};
use crate::process;
use crate::progress::Progress;
use crate::setup::{chromium, packages, runtime};

const DOCUMENT: &str = "docs/performance.md";
const COMMAND: &str = "cargo xtask bench widget";

#[derive(clap::Args)]
pub struct Options {
    /// How many rounds count; one more, before them, warms up
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

pub fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    let compiled = bundle::compile_default(checkout)?;
    bundle::build(checkout, Profile::Dev, &compiled)?;
    packages::install(&checkout.path("tests"), "the packages of the tests")?;
    let xtask = env::current_exe().about("find this program itself", Path::new("xtask"))?;
    let progress = Progress::start("opening pages in Chromium");
    let measured = process::output_of(
        "measuring the banner",
        Command::new("node")
            .arg(checkout.path("xtask/bench/widget/measure.mjs"))
            .arg(options.rounds.to_string())
            .current_dir(checkout.root())
            .env("INTERMISSION_WORKERD", runtime::path(checkout)?)
            .env("INTERMISSION_BUILD", checkout.builds())
            .env("INTERMISSION_XTASK", xtask)
            .env("CHROMIUM", chromium::ensure()?),
    )?;
    drop(progress);
    let parts: BTreeMap<String, String> =
        serde_json::from_str(&measured).map_err(|_| Failure::NoMeasure { said: measured })?;
    for text in parts.values() {
        println!("{text}");
    }
    let path = checkout.path(DOCUMENT);
    let text = fs::read_to_string(&path).about("read", &path)?;
    let parts: Vec<_> = parts.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let renewed = document::renewed(COMMAND, &text, &parts).map_err(|part| Failure::Unmarked {
        path: path.clone(),
        begin: document::begin(COMMAND, part),
    })?;
    fs::write(&path, renewed).about("write", &path)
}
