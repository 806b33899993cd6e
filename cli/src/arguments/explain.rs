//! The words of `intermission explain`.

use std::{ffi::OsString, net::IpAddr, path::PathBuf};

use clap::{ArgGroup, Args};

use super::EXIT_CODES;

const EXAMPLES: &str = "\
Examples:
  intermission explain https://registry.example/records
  intermission explain --at 2025-02-06T19:30 -X POST -H 'Content-Type: text/xml' \\
      https://registry.example/soap/iis
  intermission explain --at 2025-02-06T19:30 curl 'https://registry.example/soap/iis' --data '…'

Whatever follows the word `curl` is read as curl would read it.";

#[derive(Args, Debug)]
#[command(
    group = ArgGroup::new("request").args(["url", "curl", "command"]),
    after_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"),
    override_usage = "intermission explain [OPTIONS] URL\n       \
                      intermission explain [OPTIONS] curl …\n       \
                      intermission explain [OPTIONS] --curl 'curl …'",
)]
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
