//! Why a command could not do what it was asked.

use std::{fmt, io, path::PathBuf, process::ExitCode};

use bypass::{HostError, LocalPathError, UnfitSecret};
use schedule::{Diagnostic, Length, Severity};
use serde::Serialize;

use crate::{
    check::json::Diagnosed,
    curl::CurlError,
    gate::GateError,
    import::ImportError,
    keeper::{
        ConfigurationError, ConnectionError, CredentialsError, KeeperError, NoRandomness, Refusal,
    },
    notice::NoticeError,
    page, picture,
    request::RequestError,
    said,
    said::Said,
    source::Source,
    when::WhenError,
    window::WindowError,
};

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    Unreadable {
        name: String,
        error: io::Error,
    },
    /// The shape that messages of a webhook are to have is no JSON.
    Template {
        name: String,
        error: serde_json::Error,
    },
    Mistakes {
        source: Source,
        diagnostics: Vec<Diagnostic>,
    },
    CommandLine(clap::Error),
    /// A time that was given with `option`.
    Instant {
        option: &'static str,
        error: WhenError,
    },
    /// A command about a window cannot be understood.
    Window(WindowError),
    /// A notice cannot be written, approved or sent.
    Notice(Box<NoticeError>),
    /// Nothing of a source can be imported.
    Import(Box<ImportError>),
    /// Something of a source that is to come was not taken: all of that is said.
    Untaken(Said),
    Request(RequestError),
    Curl(CurlError),
    Host(HostError),
    To(LocalPathError),
    Prefix {
        found: String,
    },
    TooLong {
        length: Length,
    },
    NoSecret,
    Secret(UnfitSecret),
    /// It is not known where the service is, or what opens the door there.
    Connection(ConnectionError),
    /// The keeper was asked in vain.
    Keeper(Box<KeeperError>),
    Randomness(NoRandomness),
    Gate(GateError),
    /// A question has to be answered, and nobody is there to answer it.
    NobodyToAsk,
    /// Somebody said no.
    Declined,
    Unwritable {
        path: PathBuf,
        error: io::Error,
    },
    /// A file has changes that would be lost: they are told already.
    Unpublished {
        path: PathBuf,
    },
    /// Nothing was ever published.
    NothingPublished {
        host: String,
    },
    /// The document of a revision cannot be read by this version.
    Foreign {
        revision: u64,
    },
}

/// A failure as a document: `{"error": …}`.
#[derive(Serialize)]
struct Document<'a> {
    error: Error<'a>,
}

#[derive(Serialize)]
struct Error<'a> {
    kind: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// Of an answer of the keeper.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// For an impossible step: the code of the reason, such as `skipped-hour`.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    /// The revision in force, where another one was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u64>,
    /// How many seconds to wait before it is tried again.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diagnostics: Vec<Diagnosed<'a>>,
}

impl Failure {
    pub(crate) fn print(&self, json: bool) -> ExitCode {
        if let Self::Untaken(said) = self {
            said.print();
        } else if json {
            said::print(&said::json(&self.document()), "");
        } else {
            said::print("", &self.text());
        }
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            // As sysexits.h has them, from 64 on.
            Self::Unreadable { .. }
            | Self::Connection(
                ConnectionError::Configuration(ConfigurationError::Unreadable { .. })
                | ConnectionError::Credentials(CredentialsError::Unreadable { .. }),
            ) => 66,
            Self::Mistakes { .. } | Self::NothingPublished { .. } | Self::Untaken(_) => 1,
            Self::Keeper(error) => error.code(),
            Self::Gate(error) => error.code(),
            Self::Notice(error) => error.code(),
            Self::Import(error) => error.code(),
            Self::Foreign { .. } | Self::Randomness(_) => 69,
            Self::Unwritable { .. } | Self::Unpublished { .. } => 73,
            Self::Connection(ConnectionError::Credentials(_)) => 77,
            _ => 2,
        }
    }

    fn text(&self) -> String {
        let help = self.help().map(|help| format!("  = help: {help}\n")).unwrap_or_default();
        let error = format!("error: {self}\n{help}");
        let error = page::plain(&error).into_owned();
        match self {
            // It is no error, and is said already.
            Self::Gate(GateError::NotNow) => String::new(),
            Self::Mistakes { source, diagnostics } => {
                let styled = said::may_be_styled(&io::stderr());
                let picture = source.picture(diagnostics, styled);
                format!("{picture}\n\nerror: {self}: mend as shown above\n")
            }
            Self::Keeper(keeper) => match &**keeper {
                KeeperError::Refused(refusal) if !refusal.problem.findings.is_empty() => {
                    let styled = said::may_be_styled(&io::stderr());
                    let source = refusal.source.as_ref();
                    let pictures = picture::of(&refusal.problem.findings, source, styled);
                    format!("{pictures}\n\n{error}")
                }
                _ => error,
            },
            Self::Notice(notice) => match notice.picture(said::may_be_styled(&io::stderr())) {
                Some(picture) => format!("{picture}\n\nerror: {self}: mend as shown above\n"),
                None => error,
            },
            _ => error,
        }
    }

    fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Keeper(error) => match &**error {
                KeeperError::Refused(refusal) => Some(refusal),
                _ => None,
            },
            _ => None,
        }
    }

    fn document(&self) -> Document<'_> {
        let refusal = self.refusal();
        let diagnostics = match (self, refusal) {
            (Self::Mistakes { source, diagnostics }, _) => Diagnosed::all(diagnostics, source),
            (_, Some(refusal)) => {
                Diagnosed::found(&refusal.problem.findings, refusal.source.as_ref())
            }
            (Self::Notice(error), _) => {
                error.findings().map_or_else(Vec::new, |(findings, source)| {
                    Diagnosed::found(findings, Some(source))
                })
            }
            _ => Vec::new(),
        };
        Document {
            error: Error {
                kind: self.kind(),
                message: self.to_string(),
                help: self.help(),
                status: refusal.map(|refusal| refusal.status),
                code: refusal.and_then(|refusal| refusal.problem.code.as_deref()),
                revision: refusal.and_then(|refusal| refusal.problem.revision),
                retry_after: refusal.and_then(|refusal| refusal.retry_after),
                diagnostics,
            },
        }
    }

    /// A name that programs compare.
    fn kind(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable-file",
            Self::Template { .. } => "template",
            Self::Mistakes { .. } => "schedule",
            Self::CommandLine(_) => "command-line",
            Self::Instant { .. } => "instant",
            Self::Window(error) => error.kind(),
            Self::Notice(error) => error.kind(),
            Self::Import(error) => error.kind(),
            Self::Untaken(_) => "not-taken",
            Self::Request(_) => "request",
            Self::Curl(_) => "curl",
            Self::Host(_) | Self::To(_) | Self::Prefix { .. } | Self::TooLong { .. } => "link",
            Self::NoSecret | Self::Secret(_) => "secret",
            Self::Connection(ConnectionError::Credentials(_)) => "credentials",
            Self::Connection(_) => "connection",
            Self::Keeper(error) => error.kind(),
            Self::Randomness(_) => "randomness",
            Self::Gate(error) => error.kind(),
            Self::NobodyToAsk | Self::Declined => "not-agreed",
            Self::Unwritable { .. } => "unwritable-file",
            Self::Unpublished { .. } => "unpublished-changes",
            Self::NothingPublished { .. } => "nothing-published",
            Self::Foreign { .. } => "foreign-document",
        }
    }

    fn help(&self) -> Option<String> {
        match self {
            Self::Instant { error, .. } => error.help(),
            Self::Window(error) => error.help(),
            Self::Notice(error) => error.help(),
            Self::Import(error) => error.help(),
            Self::Request(error) => error.help(),
            Self::Curl(error) => error.help(),
            Self::NoSecret => Some(
                "set it to the one that the edge has; make a new one with `openssl rand -base64 \
                 32`"
                .to_owned(),
            ),
            Self::Connection(error) => error.help(),
            Self::Keeper(error) => error.help(),
            Self::Gate(error) => error.help(),
            Self::NobodyToAsk => Some("add `--yes` if nobody is to be asked".to_owned()),
            Self::Unpublished { path } => Some(format!(
                "publish them with `intermission publish {}`, or lose them with `--force`",
                path.display()
            )),
            Self::NothingPublished { .. } => {
                Some("`intermission publish FILE` puts the first one in force".to_owned())
            }
            Self::Foreign { .. } => Some(
                "the keeper is newer or older than this command: is there an update?".to_owned(),
            ),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { name, error } => write!(f, "{name} cannot be read: {error}"),
            Self::Template { name, error } => {
                write!(
                    f,
                    "{name}: expected a JSON object, the shape of a message, found none: {error}"
                )
            }
            Self::Mistakes { source, diagnostics } => {
                let wrong = |found: &&Diagnostic| found.severity() == Severity::Error;
                let mistakes = diagnostics.iter().filter(wrong).count();
                let s = if mistakes == 1 { "" } else { "s" };
                write!(f, "{} has {mistakes} mistake{s}", source.name)
            }
            Self::CommandLine(error) => {
                let whole = error.to_string();
                f.write_str(whole.strip_prefix("error: ").unwrap_or(&whole).trim_end())
            }
            Self::Instant { option, error } => write!(f, "{option}: {error}"),
            Self::Window(error) => error.fmt(f),
            Self::Notice(error) => error.fmt(f),
            Self::Import(error) => error.fmt(f),
            Self::Untaken(_) => f.write_str("something of the source was not taken"),
            Self::Request(error) => error.fmt(f),
            Self::Curl(error) => error.fmt(f),
            Self::Host(error) => write!(f, "--host: {error}"),
            Self::To(error) => write!(f, "--to: {error}"),
            Self::Prefix { found } => write!(
                f,
                "--prefix: expected a path without a slash at its end such as `/_maintenance`, \
                 found `{}`",
                found.escape_debug()
            ),
            Self::TooLong { length } => {
                write!(f, "--for: expected at most 24h, found {length}: a link is a key")
            }
            Self::NoSecret => f.write_str(
                "expected a secret in the variable INTERMISSION_BYPASS_SECRET, found none",
            ),
            Self::Secret(error) => write!(f, "INTERMISSION_BYPASS_SECRET: {error}"),
            Self::Connection(error) => error.fmt(f),
            Self::Keeper(error) => error.fmt(f),
            Self::Randomness(error) => error.fmt(f),
            Self::Gate(error) => error.fmt(f),
            Self::NobodyToAsk => {
                f.write_str("expected somebody at a terminal to agree to the change, found none")
            }
            Self::Declined => f.write_str("nothing was changed: it was not agreed to"),
            Self::Unwritable { path, error } => {
                write!(f, "{} cannot be written: {error}", path.display())
            }
            Self::Unpublished { path } => {
                write!(f, "{} has changes that were never published", path.display())
            }
            Self::NothingPublished { host } => write!(f, "nothing was ever published at {host}"),
            Self::Foreign { revision } => {
                write!(f, "the document of revision {revision} cannot be read by this version")
            }
        }
    }
}

impl From<NoticeError> for Failure {
    fn from(error: NoticeError) -> Self {
        Self::Notice(Box::new(error))
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self::Import(Box::new(error))
    }
}

impl From<KeeperError> for Failure {
    fn from(error: KeeperError) -> Self {
        Self::Keeper(Box::new(error))
    }
}

impl From<GateError> for Failure {
    fn from(error: GateError) -> Self {
        Self::Gate(error)
    }
}

impl From<NoRandomness> for Failure {
    fn from(error: NoRandomness) -> Self {
        Self::Randomness(error)
    }
}
