//! The words of `intermission token`.

use clap::{Args, Subcommand, ValueEnum};
use schedule::Length;

use super::{Connection, EXIT_CODES};

const ROOT: &str = "Only the root token, or somebody who signs on, may do this: set \
                    INTERMISSION_TOKEN to the edge's INTERMISSION_ADMIN_TOKEN.";

#[derive(Debug, Subcommand)]
pub(crate) enum Token {
    /// Make a token, and print its secret this once
    #[command(after_help = format!("{ROOT}\n\n{EXIT_CODES}"))]
    Create(CreateToken),
    /// List the tokens, without their secrets
    #[command(after_help = format!("{ROOT}\n\n{EXIT_CODES}"))]
    List(ListTokens),
    /// Make a token open nothing more
    #[command(after_help = format!("{ROOT}\n\n{EXIT_CODES}"))]
    Revoke(RevokeToken),
}

#[derive(Args, Debug)]
pub(crate) struct CreateToken {
    /// Who or what it is for: goes on record with each change
    #[arg(long)]
    pub(crate) name: String,
    /// What it may do; repeat it for more [default: read and write]
    #[arg(long = "scope", value_name = "SCOPE")]
    pub(crate) scopes: Vec<Scope>,
    /// How long it is good, at most 366d
    #[arg(long = "for", value_name = "LENGTH", default_value = "90d")]
    pub(crate) length: Length,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

/// What a token may do. One that makes tokens is not to be had.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Scope {
    /// Read the schedule, with what is not announced yet, and the record
    Read,
    /// Change the schedule
    Write,
}

#[derive(Args, Debug)]
pub(crate) struct ListTokens {
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
pub(crate) struct RevokeToken {
    /// The token's id, as `token list` tells it
    pub(crate) id: String,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}
