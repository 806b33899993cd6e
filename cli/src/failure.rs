//! Why a command could not do what it was asked.

use std::{fmt, io, process::ExitCode};

use bypass::{HostError, LocalPathError, UnfitSecret};
use schedule::{Diagnostic, Length, Severity};
use serde::Serialize;

use crate::{
    check::json::Diagnosed, curl::CurlError, instant::InstantError, request::RequestError, said,
    source::Source,
};

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    Unreadable { name: String, error: io::Error },
    Mistakes { source: Source, diagnostics: Vec<Diagnostic> },
    CommandLine(clap::Error),
    Instant(InstantError),
    Request(RequestError),
    Curl(CurlError),
    Host(HostError),
    To(LocalPathError),
    Prefix { found: String },
    TooLong { length: Length },
    NoSecret,
    Secret(UnfitSecret),
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diagnostics: Vec<Diagnosed<'a>>,
}

impl Failure {
    pub(crate) fn print(&self, json: bool) -> ExitCode {
        if json {
            said::print(&said::json(&self.document()), "");
        } else {
            said::print("", &self.text());
        }
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            // `EX_NOINPUT` of sysexits.h.
            Self::Unreadable { .. } => 66,
            Self::Mistakes { .. } => 1,
            _ => 2,
        }
    }

    fn text(&self) -> String {
        let help = self.help().map(|help| format!("  = help: {help}\n")).unwrap_or_default();
        let error = format!("error: {self}\n{help}");
        match self {
            Self::Mistakes { source, diagnostics } => {
                let styled = said::may_be_styled(&io::stderr());
                let picture = source.picture(diagnostics, styled);
                format!("{picture}\n\nerror: {self}: mend as shown above\n")
            }
            _ => error,
        }
    }

    fn document(&self) -> Document<'_> {
        let diagnostics = match self {
            Self::Mistakes { source, diagnostics } => Diagnosed::all(diagnostics, source),
            _ => Vec::new(),
        };
        let (kind, message, help) = (self.kind(), self.to_string(), self.help());
        Document { error: Error { kind, message, help, diagnostics } }
    }

    /// A name that programs compare.
    fn kind(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable-file",
            Self::Mistakes { .. } => "schedule",
            Self::CommandLine(_) => "command-line",
            Self::Instant(_) => "instant",
            Self::Request(_) => "request",
            Self::Curl(_) => "curl",
            Self::Host(_) | Self::To(_) | Self::Prefix { .. } | Self::TooLong { .. } => "link",
            Self::NoSecret | Self::Secret(_) => "secret",
        }
    }

    fn help(&self) -> Option<String> {
        match self {
            Self::Instant(error) => error.help(),
            Self::Request(error) => error.help(),
            Self::Curl(error) => error.help(),
            Self::NoSecret => Some(
                "set it to the one that the edge has; make a new one with `openssl rand -base64 \
                 32`"
                .to_owned(),
            ),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { name, error } => write!(f, "{name} cannot be read: {error}"),
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
            Self::Instant(error) => error.fmt(f),
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
        }
    }
}
