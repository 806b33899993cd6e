//! Which occurrence of a window that recurs is meant.

use clap::Args;

#[derive(Args, Clone, Debug)]
pub(crate) struct Occurrence {
    /// Of a window that recurs: the date, or the local start, that its rule gives the occurrence
    /// [default: the one that is open, or else the next]
    #[arg(long, value_name = "DATE")]
    pub(crate) of: Option<String>,
}
