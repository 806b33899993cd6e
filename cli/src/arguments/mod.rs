//! What may be asked for on the command line: one file for each command.

mod bypass;
mod check;
mod connection;
mod explain;
mod history;
mod occurrence;
mod publish;
mod pull;
mod shell;
mod token;
mod webhook;

use std::ffi::OsString;

use clap::{Parser, Subcommand};

pub(crate) use bypass::{Bypass, Link};
pub(crate) use check::Check;
pub(crate) use connection::Connection;
pub(crate) use explain::{Explain, with_curl_apart};
pub(crate) use history::{Audit, Diff, History, Rollback, Show, Status};
pub(crate) use occurrence::Occurrence;
pub(crate) use publish::Publish;
pub(crate) use pull::Pull;
pub(crate) use shell::{Completions, Man};
pub(crate) use token::{CreateToken, ListTokens, RevokeToken, Scope, Token};
pub(crate) use webhook::{
    AddWebhook, Deliveries, ListWebhooks, OneWebhook, RemoveWebhook, Replay, Webhook,
};

/// The zones are part of the version: two programs with different tables read one schedule as two.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (zone data ");

/// As the head of `main.rs` has them.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0   it was done, or there was nothing to do
  1   the schedule has mistakes, or does not allow or know what was asked
  2   what was asked cannot be understood, or was not agreed to
  66  a file cannot be read
  69  the service or its keeper cannot be reached, or answers strangely
  73  a file cannot be written, or has changes that would be lost
  75  not now: the schedule has changed since, or the keeper is busy; try again
  77  not allowed: the token is missing, unknown, or may not do this";

#[derive(Debug, Parser)]
#[command(
    name = "intermission",
    about = "Plan downtime once, and tell everybody",
    version = version(),
    after_help = EXIT_CODES,
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what is wrong with a schedule, and how to mend it
    #[command(after_help = EXIT_CODES)]
    Check(Check),
    /// Say what becomes of a request at an instant, and why
    Explain(Explain),
    /// Make windows of a Statuspage's maintenances, or of a calendar
    Import(crate::import::Arguments),
    /// Put a schedule in force
    Publish(Publish),
    /// Say what is in force, what is open, and whether the edge follows
    Status(Status),
    /// List the revisions, the newest first
    History(History),
    /// Print the document of a revision
    Show(Show),
    /// Say what differs between two revisions
    Diff(Diff),
    /// Put the document of an earlier revision in force again
    Rollback(Rollback),
    /// Write the document in force to a file
    Pull(Pull),
    /// List what was done and tried, the newest first
    Audit(Audit),
    /// Say what the edge says, as it changes
    Watch(crate::watch::Arguments),
    /// Say whether a batch may start, on the machine that runs it
    Gate(crate::gate::Arguments),
    /// Plan, extend and end downtime
    Window(crate::window::Arguments),
    /// Write the announcement of a window, have it approved, and mail it
    Notice(crate::notice::Arguments),
    /// Make, list and revoke tokens of the admin API
    Token {
        #[command(subcommand)]
        command: Token,
    },
    /// Tell the machines of others what happens
    Webhook {
        #[command(subcommand)]
        command: Webhook,
    },
    /// Let people pass a closed gate
    Bypass {
        #[command(subcommand)]
        command: Bypass,
    },
    /// Print what a shell needs to complete the words of this command
    Completions(Completions),
    /// Write the manual pages
    Man(Man),
}

/// Whether these words ask for JSON, even where they cannot be understood otherwise.
pub(crate) fn ask_for_json(words: &[OsString]) -> bool {
    words.iter().take_while(|word| *word != "--").any(|word| word == "--json")
}

fn version() -> &'static str {
    use std::sync::LazyLock;
    static WHOLE: LazyLock<String> =
        LazyLock::new(|| format!("{VERSION}{})", schedule::Zone::RELEASE));
    &WHOLE
}
