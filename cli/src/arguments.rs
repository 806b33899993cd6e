//! What may be asked for on the command line.

use std::{ffi::OsString, net::IpAddr, path::PathBuf};

use chrono::{DateTime, Utc};
use clap::{ArgGroup, Args, Parser, Subcommand};
use schedule::Length;

/// The zones are part of the version: two programs with different tables read one schedule as two.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (zone data ");

const EXIT_CODES: &str = "\
Exit codes:
  0   the schedule is good, the request explained, the link made
  1   the schedule has mistakes
  2   what was asked cannot be understood: the command line, a request, an instant, a secret
  66  a file cannot be read";

const SECRET: &str =
    "The secret is read from INTERMISSION_BYPASS_SECRET, and must be the one that the edge has.";

const EXAMPLES: &str = "\
Examples:
  intermission explain https://registry.example/records
  intermission explain --at 2025-02-06T19:30 -X POST -H 'Content-Type: text/xml' \\
      https://registry.example/soap/iis
  intermission explain --at 2025-02-06T19:30 curl 'https://registry.example/soap/iis' --data '…'

Whatever follows the word `curl` is read as curl would read it.";

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
    #[command(
        after_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"),
        override_usage = "intermission explain [OPTIONS] URL\n       \
                          intermission explain [OPTIONS] curl …\n       \
                          intermission explain [OPTIONS] --curl 'curl …'",
    )]
    Explain(Explain),
    /// Let people pass a closed gate
    Bypass {
        #[command(subcommand)]
        command: Bypass,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// The schedule, in TOML
    pub(crate) file: PathBuf,
    /// Say when each window comes in the next year, and what clocks change about it
    #[arg(long)]
    pub(crate) explain: bool,
    /// The instant to take for now, such as 2026-01-01T00:00:00Z
    #[arg(long, value_name = "INSTANT")]
    pub(crate) now: Option<DateTime<Utc>>,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("request").args(["url", "curl", "command"]))]
pub(crate) struct Explain {
    /// The schedule, in TOML
    #[arg(long, value_name = "FILE", default_value = "schedule.toml")]
    pub(crate) schedule: PathBuf,
    /// When, such as 2025-02-06T19:30 in the service's zone [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub(crate) at: Option<String>,
    /// The client's address, on which depends when it is told to come back
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) client: Option<IpAddr>,
    /// Suppose that the origin cannot be reached
    #[arg(long)]
    pub(crate) outage: bool,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    /// The request's method [default: GET]
    #[arg(short = 'X', long = "request", value_name = "METHOD")]
    #[arg(conflicts_with_all = ["curl", "command"])]
    pub(crate) method: Option<String>,
    /// A header of the request, such as 'Accept: application/json'
    #[arg(short = 'H', long = "header", value_name = "HEADER")]
    #[arg(conflicts_with_all = ["curl", "command"])]
    pub(crate) headers: Vec<String>,
    /// A curl command as one text; `-` is standard input
    #[arg(long, value_name = "COMMAND", allow_hyphen_values = true)]
    pub(crate) curl: Option<String>,
    /// The request's address; a path alone is one of the service's `url`
    #[arg(value_name = "URL")]
    pub(crate) url: Option<String>,
    /// A curl command as pasted
    #[arg(last = true, value_name = "CURL", hide = true)]
    pub(crate) command: Vec<String>,
}

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

/// Puts `--` before the word `curl`, so that a command can be pasted behind `explain` as it is.
pub(crate) fn with_curl_apart(mut words: Vec<OsString>) -> Vec<OsString> {
    if words.get(1).is_some_and(|word| word == "explain") {
        // What follows a `--`, or `--curl`, is set apart already.
        let place = words.iter().position(|word| word == "curl" || word == "--").unwrap_or(0);
        if place > 1 && words[place] == "curl" && words[place - 1] != "--curl" {
            words.insert(place, "--".into());
        }
    }
    words
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
