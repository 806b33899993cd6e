//! The words of `intermission gate`.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, Subcommand};
use schedule::Length;

use crate::arguments::Connection;

const EXIT_CODES: &str = "\
Exit codes:
  0    open; drained; after `run` and `drain -- CMD`, what CMD says
  69   not known: the copy is missing, damaged or too old, or clocks disagree (EX_UNAVAILABLE)
  75   held, drained by somebody, or not in time (EX_TEMPFAIL)
  78   set up wrongly (EX_CONFIG)
  126  CMD cannot be run
  127  there is no CMD";

/// Twelve hours: a night without a network is worked through, and a day without one is noticed.
const MAX_AGE: &str = "12h";

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say whether a batch may start
    #[command(after_help = EXIT_CODES)]
    Check(Check),
    /// Run a batch, unless it is held
    #[command(after_help = EXIT_CODES)]
    Run(Run),
    /// Wait until a batch may start
    #[command(after_help = EXIT_CODES)]
    Wait(Wait),
    /// Wait until no batch runs any more, and none starts
    #[command(after_help = EXIT_CODES)]
    Drain(Drain),
    /// Say all that is known: the state, what comes, the copy, what runs
    #[command(after_help = EXIT_CODES)]
    Status(Status),
}

#[derive(Args, Debug)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) options: Options,
    #[command(flatten)]
    pub(super) hooks: Hooks,
}

#[derive(Args, Debug)]
pub(super) struct Run {
    /// Not while another batch of the channel runs that was started with this
    #[arg(long)]
    pub(super) alone: bool,
    #[command(flatten)]
    pub(super) options: Options,
    #[command(flatten)]
    pub(super) hooks: Hooks,
    /// The batch and its words
    #[arg(last = true, required = true, value_name = "CMD")]
    pub(super) command: Vec<OsString>,
}

#[derive(Args, Debug)]
pub(super) struct Wait {
    /// How long to wait at most [default: as long as it takes]
    #[arg(long, value_name = "LENGTH")]
    pub(super) timeout: Option<Length>,
    /// Wait up to so much longer, by chance, so that many machines do not begin at once
    #[arg(long, value_name = "LENGTH")]
    pub(super) jitter: Option<Length>,
    #[command(flatten)]
    pub(super) options: Options,
    #[command(flatten)]
    pub(super) hooks: Hooks,
}

#[derive(Args, Debug)]
pub(super) struct Drain {
    /// How long to wait at most
    #[arg(long, value_name = "LENGTH", default_value = "30m")]
    pub(super) timeout: Length,
    #[command(flatten)]
    pub(super) options: Options,
    /// What to run meanwhile: no batch starts from now on until it ends
    #[arg(last = true, value_name = "CMD")]
    pub(super) command: Vec<OsString>,
}

#[derive(Args, Debug)]
pub(super) struct Status {
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) options: Options,
}

/// What every command has to know.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The channel whose batches these are, such as `ftp`
    #[arg(long, value_name = "ID", env = "INTERMISSION_GATE_CHANNEL", value_parser = channel)]
    pub(super) channel: String,
    /// The folder for the copy and the locks, the same for all who share them
    #[arg(long, value_name = "FOLDER", env = "INTERMISSION_GATE_STATE")]
    pub(super) state: PathBuf,
    /// Hold for so long before a window already, so that a batch does not run into it
    #[arg(long, value_name = "LENGTH", env = "INTERMISSION_GATE_LEAD")]
    pub(super) lead: Option<Length>,
    /// How old the copy may be, since the edge last said that it is right
    #[arg(long, value_name = "LENGTH", env = "INTERMISSION_GATE_MAX_AGE", default_value = MAX_AGE)]
    pub(super) max_age: Length,
    /// Where nothing is known, say open instead of failing
    #[arg(long, conflicts_with = "fail_closed")]
    pub(super) fail_open: bool,
    /// Where nothing is known, fail: as it is without this
    #[arg(long)]
    pub(super) fail_closed: bool,
    /// Say only what went wrong
    #[arg(long, short)]
    pub(super) quiet: bool,
    #[command(flatten)]
    pub(super) connection: Connection,
}

/// What is done when the gate begins to hold and when it opens again.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "When that changes")]
pub(super) struct Hooks {
    /// Run this when it begins to hold, and when it holds longer than was said
    #[arg(long, value_name = "COMMAND")]
    pub(super) on_hold: Option<String>,
    /// Run this when it opens again
    #[arg(long, value_name = "COMMAND")]
    pub(super) on_release: Option<String>,
    /// Write what users are told into this file while it holds: `banner_file` of vsftpd
    #[arg(long, value_name = "FILE")]
    pub(super) banner: Vec<PathBuf>,
    /// The same, and no file otherwise: `.message` in the folder of an upload
    #[arg(long, value_name = "FILE")]
    pub(super) message: Vec<PathBuf>,
}

/// An id is part of the names of files: nothing else than an id gets there.
fn channel(text: &str) -> Result<String, &'static str> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match (1..=64).contains(&text.len()) && text.chars().all(plain) && !text.starts_with('-') {
        true => Ok(text.to_owned()),
        false => Err("expected the id of a channel: lower-case letters, digits and hyphens"),
    }
}
