//! The words of the commands about this command.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

#[derive(Args, Debug)]
pub(crate) struct Completions {
    /// For which shell
    pub(crate) shell: Shell,
}

#[derive(Args, Debug)]
pub(crate) struct Man {
    /// The folder to write one page a command to [default: print the first page]
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}
