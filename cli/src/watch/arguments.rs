//! The words of `intermission watch`.

use std::time::Duration;

use clap::Args;
use schedule::Length;

use crate::arguments::{Connection, EXIT_CODES};

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// How often to ask
    #[arg(long, value_name = "LENGTH", default_value = "2s")]
    every: Length,
    /// End when the edge decides by this revision, or a newer one
    #[arg(long, value_name = "REVISION")]
    pub(super) until: Option<u64>,
    /// One JSON document a line, for each change
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) connection: Connection,
}

impl Arguments {
    pub(super) fn every(&self) -> Duration {
        Duration::from_secs(self.every.as_secs().into())
    }
}
