//! The words of `intermission window`.

use clap::{ArgGroup, Args, Subcommand, ValueEnum};
use schedule::Length;

use crate::arguments::{Connection, EXIT_CODES, Occurrence};

const TIMES: &str = "\
Times:
  Thu 7pm          the next Thursday that comes, in the service's zone
  21:30            the next half past nine in the evening
  tomorrow 19:00   noon   in 20m   now
  Feb 6 7pm        2025-02-06 19:00
  19:00 UTC        8pm America/New_York   2025-02-06T19:00-06:00

What may be read in two ways is refused, with the text for each. Everything is repeated back before
it is done.";

fn after_help() -> String {
    format!("{TIMES}\n\n{EXIT_CODES}")
}

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Put a window on the schedule
    #[command(after_help = after_help())]
    Add(Add),
    /// Tell people of a window from now on
    #[command(after_help = EXIT_CODES)]
    Announce(Plain),
    /// Begin a window now; its end stays
    #[command(after_help = EXIT_CODES)]
    Start(Plain),
    /// End a window later
    #[command(after_help = after_help())]
    Extend(Move),
    /// End a window earlier, but not yet
    #[command(after_help = after_help())]
    Shorten(Move),
    /// Put a window at another time
    #[command(after_help = after_help())]
    Reschedule(Reschedule),
    /// End a window now, on all of its channels or on some
    #[command(after_help = EXIT_CODES)]
    Finish(Finish),
    /// Keep a window closed at its end until it is released
    #[command(after_help = EXIT_CODES)]
    Hold(Hold),
    /// Open a window that is held
    #[command(after_help = EXIT_CODES)]
    Release(Plain),
    /// Take a window off the schedule before it begins
    #[command(after_help = EXIT_CODES)]
    Cancel(Cancel),
    /// List the windows, those that are open first
    #[command(after_help = EXIT_CODES)]
    List(List),
    /// Show a window, and what may follow
    #[command(after_help = EXIT_CODES)]
    Show(Show),
}

/// How a change is made.
#[derive(Args, Clone, Debug)]
pub(super) struct How {
    /// Why, for the record
    #[arg(long, value_name = "TEXT")]
    pub(super) why: Option<String>,
    /// Do not ask
    #[arg(long)]
    pub(super) yes: bool,
    /// Show what it would do, and stop
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Do not wait until the edge follows
    #[arg(long)]
    pub(super) no_wait: bool,
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) connection: Connection,
}

/// Which window is meant.
#[derive(Args, Clone, Debug)]
pub(super) struct Which {
    /// The window's id [default: the only one that can be meant]
    pub(super) window: Option<String>,
    #[command(flatten)]
    pub(super) occurrence: Occurrence,
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("ending").required(true).args(["length", "end"]))]
pub(super) struct Add {
    /// When it starts
    #[arg(long, value_name = "TIME")]
    pub(super) start: String,
    /// How long it takes
    #[arg(long = "for", value_name = "LENGTH")]
    pub(super) length: Option<Length>,
    /// When it ends: a time, the first after the start; or `unknown`
    #[arg(long, value_name = "TIME")]
    pub(super) end: Option<String>,
    /// The ids of its channels, with commas in between
    #[arg(long, value_name = "IDS", required = true, value_delimiter = ',')]
    pub(super) channels: Vec<String>,
    /// Why there is one
    #[arg(long, value_enum, default_value_t = Reason::Planned)]
    pub(super) reason: Reason,
    /// What is done, in a sentence for everybody
    #[arg(long, value_name = "TEXT")]
    pub(super) summary: Option<String>,
    /// From when on people are told: a length before the start such as 3d, or a time
    #[arg(long, value_name = "WHEN", default_value = "now")]
    pub(super) announce: String,
    /// What happens at its end
    #[arg(long, value_enum, default_value_t = Overrun::Reopen)]
    pub(super) overrun: Overrun,
    /// With `--overrun hold`: how long after its end it opens in any case
    #[arg(long, value_name = "LENGTH")]
    pub(super) hold_limit: Option<Length>,
    /// Its id [default: made from the reason and the date]
    #[arg(long)]
    pub(super) id: Option<String>,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Reason {
    Planned,
    Emergency,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Overrun {
    /// Open at the end
    Reopen,
    /// Stay closed until somebody releases it
    Hold,
}

/// A step that needs to know nothing.
#[derive(Args, Debug)]
pub(super) struct Plain {
    #[command(flatten)]
    pub(super) which: Which,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("ending").required(true).args(["by", "until"]))]
pub(super) struct Move {
    #[command(flatten)]
    pub(super) which: Which,
    /// By how much
    #[arg(long, value_name = "LENGTH")]
    pub(super) by: Option<Length>,
    /// To when
    #[arg(long, value_name = "TIME")]
    pub(super) until: Option<String>,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Args, Debug)]
pub(super) struct Reschedule {
    #[command(flatten)]
    pub(super) which: Which,
    /// When it starts
    #[arg(long, value_name = "TIME")]
    pub(super) start: String,
    /// How long it takes [default: as long as before]
    #[arg(long = "for", value_name = "LENGTH")]
    pub(super) length: Option<Length>,
    /// When it ends: a time, the first after the start; or `unknown`
    #[arg(long, value_name = "TIME", conflicts_with = "length")]
    pub(super) end: Option<String>,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Args, Debug)]
pub(super) struct Finish {
    #[command(flatten)]
    pub(super) which: Which,
    /// The ids of the channels that are finished, with commas in between [default: all of them]
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(super) channels: Vec<String>,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Args, Debug)]
pub(super) struct Hold {
    #[command(flatten)]
    pub(super) which: Which,
    /// How long after its end it opens in any case
    #[arg(long, value_name = "LENGTH", default_value = "4h")]
    pub(super) limit: Length,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Args, Debug)]
pub(super) struct Cancel {
    #[command(flatten)]
    pub(super) which: Which,
    /// Of a window that recurs: the whole window, for ever
    #[arg(long, conflicts_with = "of")]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Args, Debug)]
pub(super) struct List {
    /// Those that are over or cancelled, too
    #[arg(long)]
    pub(super) all: bool,
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) connection: Connection,
}

#[derive(Args, Debug)]
pub(super) struct Show {
    /// The window's id [default: the only one that is not over]
    pub(super) window: Option<String>,
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) connection: Connection,
}
