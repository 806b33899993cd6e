//! Why the gate could not say, or could not do.

use std::{ffi::OsString, fmt, io, path::PathBuf};

use super::{kept::Damage, plan::PlanError};
use crate::keeper::{ConnectionError, KeeperError};

/// Why the gate could not say, or could not do.
#[derive(Debug)]
pub(crate) enum GateError {
    /// Held, drained or not in time: it is said already.
    NotNow,
    CommandLine(clap::Error),
    Connection(ConnectionError),
    Folder {
        path: PathBuf,
        error: io::Error,
    },
    /// Everybody on the machine may write to it.
    Exposed {
        path: PathBuf,
        mode: u32,
    },
    Lock {
        path: PathBuf,
        error: io::Error,
    },
    /// The service has no such channel.
    Channel {
        found: String,
        service: String,
        known: Vec<String>,
    },
    /// Nothing is known.
    Unknown(Box<Unknown>),
    /// The batch cannot be run.
    NotRun {
        program: OsString,
        error: io::Error,
    },
}

/// Why nothing is known.
#[derive(Debug)]
pub(crate) struct Unknown {
    pub(super) why: Why,
    /// Why the edge did not help.
    pub(super) trouble: Option<Trouble>,
}

/// What is wrong with what is known.
#[derive(Debug)]
pub(super) enum Why {
    NoCopy {
        path: PathBuf,
    },
    Damaged {
        path: PathBuf,
        damage: Damage,
    },
    OfAnother {
        path: PathBuf,
        from: String,
    },
    /// `age` and `most` in words, `confirmed` too.
    TooOld {
        age: String,
        most: String,
        confirmed: String,
    },
    /// The copy is from a time that has not come.
    Ahead {
        confirmed: String,
        now: String,
    },
    /// The clock of this machine and that of the edge, in words.
    Clocks {
        ours: String,
        theirs: String,
    },
}

/// Why the edge did not help.
#[derive(Debug)]
pub(super) enum Trouble {
    Asking(KeeperError),
    Unreadable {
        host: String,
        error: PlanError,
    },
    /// It knows less than is known here.
    Behind {
        host: String,
        found: u64,
        known: u64,
    },
}

impl GateError {
    /// As sysexits.h has them, and shells for what cannot be run.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::NotNow => 75,
            Self::CommandLine(_)
            | Self::Connection(_)
            | Self::Folder { .. }
            | Self::Exposed { .. }
            | Self::Lock { .. }
            | Self::Channel { .. } => 78,
            Self::Unknown(_) => 69,
            Self::NotRun { error, .. } if error.kind() == io::ErrorKind::NotFound => 127,
            Self::NotRun { .. } => 126,
        }
    }

    /// A name that programs compare.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::NotNow => "not-now",
            Self::CommandLine(_) => "command-line",
            Self::Connection(_) => "connection",
            Self::Folder { .. } | Self::Exposed { .. } | Self::Lock { .. } => "state",
            Self::Channel { .. } => "channel",
            Self::Unknown(_) => "unknown",
            Self::NotRun { .. } => "not-run",
        }
    }

    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::Connection(error) => error.help(),
            Self::Exposed { path, .. } => Some(format!(
                "whoever may write there opens the gate: chmod o-w {}",
                path.display()
            )),
            Self::Folder { path, .. } => Some(format!(
                "make {} and give it to the account that runs the batches",
                path.display()
            )),
            Self::Lock { .. } => {
                Some("the account that runs this must be able to write to the folder".to_owned())
            }
            Self::Unknown(unknown) => Some(unknown.help()),
            _ => None,
        }
    }
}

impl Unknown {
    pub(super) fn new(why: Why, trouble: Option<Trouble>) -> Box<Self> {
        Box::new(Self { why, trouble })
    }

    fn help(&self) -> String {
        match (&self.why, &self.trouble) {
            (Why::Clocks { .. }, _) => {
                "set the clock of this machine, best by NTP; nothing is begun until both agree"
            }
            (Why::Ahead { .. }, _) => "was the clock of this machine set back? Set it, best by NTP",
            (_, Some(Trouble::Behind { .. })) => {
                "if the keeper was made anew, and counts its revisions from the beginning, remove the \
                 copy"
            }
            (Why::TooOld { .. }, _) => {
                "the next time that the edge can be reached, it goes on by itself"
            }
            _ => "once the edge can be reached, a copy is made by itself",
        }
        .to_owned()
    }
}

impl fmt::Display for GateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotNow => f.write_str("not now"),
            Self::CommandLine(error) => {
                let whole = error.to_string();
                f.write_str(whole.strip_prefix("error: ").unwrap_or(&whole).trim_end())
            }
            Self::Connection(error) => error.fmt(f),
            Self::Folder { path, error } => {
                write!(f, "the state folder {} cannot be used: {error}", path.display())
            }
            Self::Exposed { path, mode } => write!(
                f,
                "expected a state folder that not everybody may write to, found {} with mode \
                 {mode:o}",
                path.display()
            ),
            Self::Lock { path, error } => {
                write!(f, "{} cannot be locked: {error}", path.display())
            }
            Self::Channel { found, service, known } => {
                let known: Vec<_> = known.iter().map(|id| format!("`{id}`")).collect();
                let known = known.join(", ");
                write!(f, "expected a channel of {service} ({known}), found `{found}`")
            }
            Self::Unknown(unknown) => unknown.fmt(f),
            Self::NotRun { program, error } => {
                write!(f, "{} cannot be run: {error}", program.display())
            }
        }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.why {
            Why::NoCopy { path } => {
                write!(f, "there is no copy of the timeline in {}", path.display())?;
            }
            Why::Damaged { path, damage } => write!(f, "the copy {} {damage}", path.display())?,
            Why::OfAnother { path, from } => {
                write!(f, "the copy {} is of another service, {from}", path.display())?;
            }
            Why::TooOld { age, most, confirmed } => write!(
                f,
                "the copy is {age} old, and {most} is the most: it was confirmed {confirmed}"
            )?,
            Why::Ahead { confirmed, now } => write!(
                f,
                "the copy was confirmed {confirmed}, and this machine's clock says {now}"
            )?,
            Why::Clocks { ours, theirs } => {
                write!(f, "this machine's clock says {ours}, and the edge's {theirs}")?;
            }
        }
        match &self.trouble {
            Some(trouble) => write!(f, "; {trouble}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asking(error) => error.fmt(f),
            Self::Unreadable { host, error } => {
                write!(f, "{host} answered what this version cannot read: {error}")
            }
            Self::Behind { host, found, known } => {
                write!(f, "{host} answered revision {found}, and the copy has {known} already")
            }
        }
    }
}

impl From<Box<Unknown>> for GateError {
    fn from(unknown: Box<Unknown>) -> Self {
        Self::Unknown(unknown)
    }
}
