//! `cargo xtask bench`: what the edge costs, against workers written in JavaScript by hand.
//!
//! All run on the same runtime in the same minutes, one loaded at a time, in turns, so that what
//! else this machine does falls on all alike. Ratios and CPU time per request hold on a busy
//! machine too; absolute throughput does not.

mod closed;
mod cpu;
pub mod exchange;
mod load;
mod measure;
mod origin;
mod report;
mod requests;
mod rounds;
mod scenario;
mod statistics;
mod timelines;
mod widget;
mod worker;

use std::fs;
use std::path::PathBuf;

use crate::bundle::{self, Profile};
use crate::checkout::Checkout;
use crate::children::Children;
use crate::failure::{AboutFile, Failure};

use self::rounds::Plan;
use self::worker::Workers;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    #[command(subcommand)]
    other: Option<Other>,
    /// How long each worker is loaded in each round
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    /// How many rounds count; one more, before them, warms up
    #[arg(long, default_value_t = 21, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// How many connections ask at a time
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..))]
    connections: u32,
    /// Write all that was measured here as well
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

#[derive(clap::Subcommand)]
enum Other {
    /// Measure what the banner costs a page, and write it into docs/performance.md
    Widget(widget::Options),
}

pub fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    if let Some(Other::Widget(options)) = &options.other {
        return widget::run(checkout, options);
    }
    if !cfg!(target_os = "linux") {
        return Err(Failure::NotLinux);
    }
    let compiled = bundle::compile_default(checkout)?;
    let bundle = bundle::build(checkout, Profile::Release, &compiled)?;

    let origin = origin::start()?;
    let mut workers = Workers::new(checkout, &bundle, origin, Children::none());
    let scenarios = scenario::all(&mut workers)?;
    let plan =
        Plan { seconds: options.seconds, rounds: options.rounds, connections: options.connections };
    let results = rounds::run(&mut workers, &scenarios, plan)?;

    println!("{}", report::table(&results, plan));
    if let Some(path) = &options.json {
        fs::write(path, report::json(&results, plan)).about("write", path)?;
    }
    Ok(())
}
