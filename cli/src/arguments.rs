//! What may be asked for on the command line.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand};

/// The zones are part of the version: two programs with different tables read one schedule as two.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (zone data ");

#[derive(Parser)]
#[command(name = "intermission", about = "Plan downtime once, and tell everybody", version = version())]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Say what is wrong with a schedule, and how to mend it
    Check(Check),
}

#[derive(Args)]
pub(crate) struct Check {
    /// The schedule, in TOML
    pub(crate) file: PathBuf,
    /// Say when each window comes in the next year, and what was decided where clocks change
    #[arg(long)]
    pub(crate) explain: bool,
    /// The instant to take for now, such as 2026-01-01T00:00:00Z [default: the clock]
    #[arg(long, value_name = "INSTANT")]
    pub(crate) now: Option<DateTime<Utc>>,
}

fn version() -> &'static str {
    use std::sync::LazyLock;
    static WHOLE: LazyLock<String> =
        LazyLock::new(|| format!("{VERSION}{})", schedule::Zone::RELEASE));
    &WHOLE
}
