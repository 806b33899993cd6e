//! The words of `intermission import`.

use std::{fmt, path::PathBuf, str::FromStr};

use clap::Args;
use schedule::Length;

use crate::arguments::EXIT_CODES;

const SOURCES: &str = "\
Sources:
  scheduled-maintenances.json or summary.json of a Statuspage (or of another that has its shape)
  a calendar (.ics), with the properties X-MAINTNOTE of network operators or without

Without `--into` a whole schedule is printed. What was understood, and what was not, is on standard
error. Where something that is to come was not taken, the exit code is 1.";

fn after_help() -> String {
    format!("{SOURCES}\n\n{EXIT_CODES}")
}

#[derive(Args, Debug)]
#[command(after_help = after_help())]
pub(crate) struct Arguments {
    /// A file, `-` for standard input, or an address with https
    #[arg(value_name = "FILE|URL")]
    pub(super) source: String,
    /// The schedule that it is imported for: its zone, its channels, its windows
    #[arg(long, value_name = "SCHEDULE")]
    pub(super) into: Option<PathBuf>,
    /// Append the windows to that schedule, instead of printing them
    #[arg(long, requires = "into")]
    pub(super) write: bool,
    /// Which channel a component, or an object of a calendar, is; may be repeated
    #[arg(long, value_name = "COMPONENT=ID")]
    pub(super) channel: Vec<Mapping>,
    /// The channel of whatever is none of the others
    #[arg(long, value_name = "ID")]
    pub(super) default_channel: Option<String>,
    /// How long those take whose end the source does not say
    #[arg(long = "for", value_name = "LENGTH")]
    pub(super) length: Option<Length>,
    /// Take what is over, too
    #[arg(long)]
    pub(super) past: bool,
    /// The name of the service, for a new schedule [default: the one that the source has]
    #[arg(long, value_name = "NAME", conflicts_with = "into")]
    pub(super) name: Option<String>,
    /// Its time zone, such as America/Chicago [default: the one that the source has]
    #[arg(long, value_name = "ZONE", conflicts_with = "into")]
    pub(super) zone: Option<String>,
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// `COMPONENT=ID`: what the source calls something, and the channel that it is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Mapping {
    pub(super) object: String,
    pub(super) channel: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct MappingError;

impl FromStr for Mapping {
    type Err = MappingError;

    /// An id has no `=`, but what others call something may.
    fn from_str(text: &str) -> Result<Self, MappingError> {
        let (object, channel) = text.rsplit_once('=').ok_or(MappingError)?;
        let (object, channel) = (object.trim(), channel.trim());
        if object.is_empty() || channel.is_empty() {
            return Err(MappingError);
        }
        Ok(Self { object: object.to_owned(), channel: channel.to_owned() })
    }
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "expected what the source calls it, `=`, and the id of a channel: `Web API=web`",
        )
    }
}

impl std::error::Error for MappingError {}
