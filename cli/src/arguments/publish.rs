//! The words of `intermission publish`.

use std::path::PathBuf;

use clap::Args;

use super::{Connection, EXIT_CODES};

#[derive(Args, Debug)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct Publish {
    /// The schedule, in TOML
    pub(crate) file: PathBuf,
    /// Why, for the record
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
    /// The revision that the file was made from; refuse if another one is in force
    #[arg(long, value_name = "REVISION")]
    pub(crate) base: Option<u64>,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}
