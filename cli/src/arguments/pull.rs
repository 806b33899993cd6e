//! The words of `intermission pull`.

use std::path::PathBuf;

use clap::Args;

use super::{Connection, EXIT_CODES};

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Pull {
    /// Where to write it
    #[arg(value_name = "FILE", default_value = "schedule.toml")]
    pub(crate) file: PathBuf,
    /// Overwrite changes that were never published
    #[arg(long)]
    pub(crate) force: bool,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}
