//! Why nothing can be imported.

use std::fmt;

use super::why::listed;

/// Why nothing can be imported at all. What concerns one event is a [`Why`](super::why::Why).
#[derive(Debug)]
pub(crate) enum ImportError {
    /// It is no address with https.
    Address {
        found: String,
    },
    /// The host cannot be reached, or does not keep to HTTP.
    Unreachable {
        from: String,
        error: Box<ureq::Error>,
    },
    /// It answered, but not with the document.
    Status {
        from: String,
        status: u16,
    },
    TooLong {
        name: String,
    },
    /// It is neither a Statuspage's document nor a calendar.
    Neither {
        name: String,
        begins: String,
    },
    Json {
        name: String,
        error: serde_json::Error,
    },
    /// `line` is the one that cannot be read, unfolded.
    Calendar {
        name: String,
        line: String,
    },
    CutOff {
        name: String,
    },
    NoName,
    NoZone {
        found: Option<String>,
    },
    UnknownZone {
        found: String,
    },
    /// A channel that was named on the command line is not in the schedule.
    NoSuchChannel {
        option: &'static str,
        found: String,
        known: Vec<String>,
    },
    /// A channel that was named for a new schedule cannot be called so.
    ChannelId {
        option: &'static str,
        found: String,
    },
}

impl ImportError {
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Unreachable { .. } | Self::Status { .. } => 69,
            Self::TooLong { .. } => 66,
            _ => 2,
        }
    }

    /// A name that programs compare.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Address { .. } => "address",
            Self::Unreachable { .. } | Self::Status { .. } => "unreachable-source",
            Self::TooLong { .. } | Self::Neither { .. } => "source",
            Self::Json { .. } | Self::Calendar { .. } | Self::CutOff { .. } => "malformed-source",
            Self::NoName => "no-name",
            Self::NoZone { .. } | Self::UnknownZone { .. } => "zone",
            Self::NoSuchChannel { .. } | Self::ChannelId { .. } => "no-such-channel",
        }
    }

    pub(crate) fn help(&self) -> Option<String> {
        Some(match self {
            Self::Address { .. } => {
                "write `https://`, or save the document to a file and give that".to_owned()
            }
            Self::Status { .. } => {
                "look at it with a browser, save it to a file, and give that".to_owned()
            }
            Self::Neither { .. } => {
                "give the `scheduled-maintenances.json` of a Statuspage (it is \
                 at `https://…/api/v2/scheduled-maintenances.json`), or a calendar, which begins \
                 with `BEGIN:VCALENDAR`"
                    .to_owned()
            }
            Self::Calendar { .. } => {
                "mend this line, or export the calendar anew: nothing of it was imported".to_owned()
            }
            Self::CutOff { .. } => "save or export it again".to_owned(),
            Self::NoName => {
                "add `--name` with what is maintained, or `--into schedule.toml`".to_owned()
            }
            Self::NoZone { .. } => "add `--zone` with an IANA name such as `America/Chicago`, or \
                 `--into schedule.toml`"
                .to_owned(),
            Self::UnknownZone { .. } => "write an IANA name such as `America/Chicago`".to_owned(),
            Self::NoSuchChannel { known, .. } => format!("the channels are {}", listed(known)),
            Self::ChannelId { .. } => {
                "use lower-case letters, digits and hyphens, at most 64, such as `web-services`"
                    .to_owned()
            }
            Self::Unreachable { .. } | Self::TooLong { .. } | Self::Json { .. } => return None,
        })
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address { found } => {
                write!(f, "expected an address with `https`, found `{}`", found.escape_debug())
            }
            Self::Unreachable { from, error } => write!(f, "{from} cannot be read: {error}"),
            Self::Status { from, status } => write!(f, "{from} answered {status}"),
            Self::TooLong { name } => {
                write!(f, "expected at most 16 MiB in {name}, found more")
            }
            Self::Neither { name, begins } => write!(
                f,
                "expected `scheduled_maintenances` of a Statuspage or a calendar in {name}, found \
                 `{}`",
                begins.escape_debug()
            ),
            Self::Json { name, error } => write!(f, "{name} is no JSON of a Statuspage: {error}"),
            Self::Calendar { name, line } => write!(
                f,
                "expected a line such as `DTSTART:20250207T010000Z` in {name}, found `{}`",
                line.escape_debug()
            ),
            Self::CutOff { name } => {
                write!(f, "expected `END:VCALENDAR` at the end of {name}, which is cut off")
            }
            Self::NoName => {
                f.write_str("expected the name of the service, found none in the source")
            }
            Self::NoZone { found: None } => {
                f.write_str("expected the time zone of the service, found none in the source")
            }
            Self::NoZone { found: Some(found) } => write!(
                f,
                "expected the time zone of the service, found `{}` in the source, which is no IANA \
                 name",
                found.escape_debug()
            ),
            Self::UnknownZone { found } => {
                write!(f, "--zone: there is no time zone `{}`", found.escape_debug())
            }
            Self::NoSuchChannel { option, found, .. } => {
                write!(f, "{option}: there is no channel `{}`", found.escape_debug())
            }
            Self::ChannelId { option, found } => {
                write!(f, "{option}: `{}` cannot be an id", found.escape_debug())
            }
        }
    }
}
