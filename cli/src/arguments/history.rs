//! The words of the commands that are about revisions and the record.

use std::num::NonZeroU64;

use clap::Args;

use super::{Connection, EXIT_CODES};
use crate::revision::Place;

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Status {
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct History {
    /// How many, the newest first
    #[arg(long, value_name = "NUMBER", default_value = "20")]
    pub(crate) limit: NonZeroU64,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Audit {
    /// How many, the newest first
    #[arg(long, value_name = "NUMBER", default_value = "20")]
    pub(crate) limit: NonZeroU64,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Show {
    /// The revision's number, or `current`
    pub(crate) revision: Place,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Diff {
    /// The revision to start from: a number, or `current`
    pub(crate) from: Place,
    /// The revision to compare it with
    #[arg(default_value = "current")]
    pub(crate) to: Place,
    /// As a unified diff of the documents, instead of in words
    #[arg(long, conflicts_with = "json")]
    pub(crate) text: bool,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Rollback {
    /// The revision whose document comes into force again
    pub(crate) revision: NonZeroU64,
    /// Why, for the record
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}
