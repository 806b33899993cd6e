//! Why a call came to nothing.

use std::{error::Error as _, fmt, io, time::Duration};

use admin::Kind;
use ureq::Timeout;

use super::{Refusal, exchange::Patience, foreign::Foreign};
use crate::{source::Source, tls};

/// Why a call came to nothing.
#[derive(Debug)]
pub(crate) enum KeeperError {
    /// No such host.
    Unresolved { host: String },
    /// Nothing was sent.
    Unconnected { host: String, reason: String },
    /// No encrypted connection; nothing was sent.
    Tls { host: String, reason: String },
    /// No connection in time; nothing was sent.
    NoConnectionInTime { host: String, within: Duration },
    /// No answer in time. What was written may have been done.
    NoAnswerInTime { host: String, within: Duration, wrote: bool },
    /// The connection broke. What was written may have been done.
    Broken { host: String, reason: String, wrote: bool },
    /// What came back is no HTTP.
    NotHttp { host: String, reason: String },
    /// Somebody else answered.
    NotOurs(Box<Foreign>),
    /// The keeper said yes in words that this version does not know.
    Unreadable { host: String, status: u16, error: String },
    /// The keeper said no.
    Refused(Box<Refusal>),
}

impl KeeperError {
    /// `wrote` is whether the call would have changed something.
    pub(super) fn of(host: &str, patience: Patience, wrote: bool, error: ureq::Error) -> Self {
        let host = host.to_owned();
        let reason = error.to_string();
        match error {
            ureq::Error::HostNotFound => Self::Unresolved { host },
            ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
                Self::NoConnectionInTime { host, within: patience.to_connect }
            }
            ureq::Error::Timeout(_) => Self::NoAnswerInTime { host, within: patience.whole, wrote },
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::TlsRequired => {
                Self::Tls { host, reason: reason.trim_start_matches("rustls: ").to_owned() }
            }
            ureq::Error::Io(error) => Self::of_io(host, wrote, &error),
            ureq::Error::Protocol(error) => Self::NotHttp { host, reason: error.to_string() },
            ureq::Error::ConnectionFailed
            | ureq::Error::ConnectProxyFailed(_)
            | ureq::Error::InvalidProxyUrl => Self::Unconnected { host, reason },
            _ => Self::Broken { host, reason, wrote },
        }
    }

    fn of_io(host: String, wrote: bool, error: &io::Error) -> Self {
        use io::ErrorKind::{
            AddrNotAvailable, ConnectionRefused, HostUnreachable, NetworkDown, NetworkUnreachable,
        };
        if let Some(reason) = tls::reason(error) {
            return Self::Tls { host, reason };
        }
        let reason = match error.source() {
            Some(source) => source.to_string(),
            None => error.to_string(),
        };
        match error.kind() {
            ConnectionRefused | HostUnreachable | NetworkUnreachable | NetworkDown
            | AddrNotAvailable => Self::Unconnected { host, reason },
            _ => Self::Broken { host, reason, wrote },
        }
    }

    /// Whether the same may go better in a moment.
    pub(super) fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Unconnected { .. }
                | Self::NoConnectionInTime { .. }
                | Self::NoAnswerInTime { .. }
                | Self::Broken { .. }
        )
    }

    /// Whether what was to be changed may have been changed.
    pub(super) fn is_doubtful(&self) -> bool {
        matches!(self, Self::NoAnswerInTime { wrote: true, .. } | Self::Broken { wrote: true, .. })
    }

    /// Names the file that the findings are about.
    pub(crate) fn about(mut self, source: &Source) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.source = Some(source.clone());
        }
        self
    }

    /// Names the command that lists what was not found, where the keeper names an address of the API
    /// for that, or nothing.
    pub(super) fn listed_by(mut self, command: &str) -> Self {
        if let Self::Refused(refusal) = &mut self
            && refusal.kind == Some(Kind::NotFound)
            && refusal.problem.help.as_ref().is_none_or(|help| help.starts_with("`GET "))
        {
            refusal.problem.help = Some(format!("`intermission {command}` lists what there is"));
        }
        self
    }

    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Refused(refusal) => refusal.code(),
            _ => 69,
        }
    }

    /// A name that programs compare.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.kind.map_or("refused", Kind::as_str),
            Self::NotHttp { .. } | Self::NotOurs(_) | Self::Unreadable { .. } => "not-ours",
            _ => "unreachable",
        }
    }

    pub(crate) fn help(&self) -> Option<String> {
        let help = match self {
            Self::Unresolved { .. } => "is the name right, and is this machine online?",
            Self::Unconnected { .. } | Self::NoConnectionInTime { .. } => {
                "is the address right, and does a firewall or a proxy stand in between? A proxy is \
                 taken from HTTPS_PROXY"
            }
            Self::Tls { reason, .. } => tls::help(reason),
            Self::NotHttp { .. } => "is the port right?",
            Self::NoAnswerInTime { wrote: true, .. } | Self::Broken { wrote: true, .. } => {
                "what was to be changed may have been changed: see `intermission history` before \
                 you repeat it"
            }
            Self::NoAnswerInTime { .. } | Self::Broken { .. } => "try again in a moment",
            Self::NotOurs(foreign) => return Some(foreign.help()),
            Self::Unreadable { .. } => {
                "the keeper is newer or older than this command: is there an update?"
            }
            Self::Refused(refusal) => return refusal.help(),
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for KeeperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unresolved { host } => write!(f, "there is no host {host}"),
            Self::Unconnected { host, reason } => write!(f, "{host} cannot be reached: {reason}"),
            Self::Tls { host, reason } => {
                write!(f, "{host} cannot be reached securely: {reason}")
            }
            Self::NoConnectionInTime { host, within } => write!(
                f,
                "{host} cannot be reached: no connection within {} seconds",
                within.as_secs()
            ),
            Self::NoAnswerInTime { host, within, .. } => {
                write!(f, "{host} did not answer within {} seconds", within.as_secs())
            }
            Self::Broken { host, reason, .. } => {
                write!(f, "{host} broke the connection off: {reason}")
            }
            Self::NotHttp { host, reason } => write!(f, "{host} does not speak HTTP: {reason}"),
            Self::NotOurs(foreign) => foreign.fmt(f),
            Self::Unreadable { host, status, error } => write!(
                f,
                "{host} answered {status} in words that this version does not know: {error}"
            ),
            Self::Refused(refusal) => refusal.fmt(f),
        }
    }
}
