//! The words of `intermission check`.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// The schedule, in TOML
    pub(crate) file: PathBuf,
    /// Say when each window comes in the next year, and what clocks change about it
    #[arg(long)]
    pub(crate) explain: bool,
    /// The instant to take for now, such as 2026-01-01T00:00:00Z
    #[arg(long, value_name = "INSTANT")]
    pub(crate) now: Option<DateTime<Utc>>,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}
