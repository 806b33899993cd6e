//! The developer's commands: one word each, everything set up on the way.
//!
//! | command | what it does |
//! | --- | --- |
//! | `cargo xtask dev` | serves the demo portal behind the edge on this machine |
//! | `cargo xtask test` | runs every check that there is |
//! | `cargo xtask build` | makes the bundle that is deployed |
//! | `cargo xtask package` | makes the npm package of the banner |
//! | `cargo xtask timeline FILE OUT` | compiles one schedule and nothing else |
//! | `cargo xtask bench` | measures what the edge costs, against hand-written JavaScript |
//! | `cargo xtask bench widget` | measures what the banner costs a page, for docs/performance.md |
//! | `cargo xtask reopening` | simulates how clients come back after a window, for docs/reopening.md |
//! | `cargo xtask scale` | simulates how a fleet follows its keeper, for docs/scale.md |
//! | `cargo xtask tzdata` | renews the time zone tables from the newest IANA release |
//!
//! What is never here: anything that runs in production.

#![allow(
    unreachable_pub,
    reason = "a program has no outside: `pub` is what other files of it may use"
)]

mod bench;
mod bundle;
mod check;
mod checkout;
mod children;
mod clock;
mod dev;
mod document;
mod failure;
mod process;
mod progress;
mod reopening;
mod scale;
mod setup;
mod terminal;
mod tzdata;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::bundle::Profile;
use crate::checkout::Checkout;
use crate::failure::Failure;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The developer's commands of Intermission")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the demo portal behind the edge, on this machine
    Dev(dev::Options),
    /// Check everything: format, lints, house rules, tests, dependencies, bundles, a deployment
    Test(check::Options),
    /// Make the bundle that is deployed: the edge's wasm, its JavaScript and the timeline
    Build {
        /// The schedule to build in [default: schedule.toml, or else the founding notice's example]
        #[arg(long, value_name = "FILE")]
        schedule: Option<PathBuf>,
        /// `dev` is larger, quick to build, and believes a header that says what time it is
        #[arg(long, value_enum, default_value_t = Profile::Release)]
        profile: Profile,
    },
    /// Measure what the edge costs, against hand-written JavaScript on the same runtime
    Bench(bench::Options),
    /// Make the npm package of the banner in build/package, for pages that serve its files themselves
    Package,
    /// Compile a schedule to a timeline, and nothing else
    Timeline {
        /// The schedule, in TOML
        file: PathBuf,
        /// Where to write the timeline; as JSON when the name ends so, for people to read
        out: PathBuf,
    },
    /// Simulate how clients come back after a window, and draw it into docs/reopening.md
    Reopening(reopening::Options),
    /// Simulate how a fleet of isolates follows its keeper, and write it into docs/scale.md
    Scale(scale::Options),
    /// Renew the time zone tables in third_party from the newest IANA release
    Tzdata(tzdata::Options),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::error(&failure);
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    let checkout = Checkout::here();
    match command {
        Command::Test(options) => check::run(&checkout, &options),
        Command::Dev(options) => dev::run(&checkout, &options),
        Command::Build { schedule, profile } => {
            bundle::run(&checkout, schedule.as_deref(), profile)
        }
        Command::Bench(options) => bench::run(&checkout, &options),
        Command::Package => bundle::package::run(&checkout),
        Command::Timeline { file, out } => bundle::timeline::run(&file, &out),
        Command::Reopening(options) => reopening::run(&checkout, &options),
        Command::Scale(options) => scale::run(&checkout, &options),
        Command::Tzdata(options) => tzdata::run(&checkout, &options),
    }
}
