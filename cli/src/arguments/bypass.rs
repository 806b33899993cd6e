//! The words of `intermission bypass`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use schedule::Length;

use super::EXIT_CODES;

const SECRET: &str =
    "The secret is read from INTERMISSION_BYPASS_SECRET, and must be the one that the edge has.";

#[derive(Debug, Subcommand)]
pub(crate) enum Bypass {
    /// Make a link that lets whoever opens it pass, on one host and for some hours
    #[command(after_help = format!("{SECRET}\n\n{EXIT_CODES}"))]
    Link(Link),
}

#[derive(Args, Debug)]
pub(crate) struct Link {
    /// The host that the link is for, such as registry.example.org
    #[arg(long)]
    pub(crate) host: String,
    /// How long the link works, at most 24h
    #[arg(long = "for", value_name = "LENGTH", default_value = "2h")]
    pub(crate) length: Length,
    /// Where it leads, such as /records [default: /]
    #[arg(long, value_name = "PATH")]
    pub(crate) to: Option<String>,
    /// The path of Intermission's own pages [default: the schedule's]
    #[arg(long, value_name = "PATH")]
    pub(crate) prefix: Option<String>,
    /// The schedule, for its prefix and its zone
    #[arg(long, value_name = "FILE")]
    pub(crate) schedule: Option<PathBuf>,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}
