//! Why a text is not a curl command.

use std::fmt;

use crate::request::RequestError;

/// Why a text is not a curl command that sends a request.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum CurlError {
    NotCurl {
        found: String,
    },
    /// The quotes of Windows, `^"`.
    Windows,
    OpenQuote,
    /// What no word of a command can contain.
    Nul,
    NoValue {
        option: String,
    },
    NoAddress,
    Request(RequestError),
}

impl From<RequestError> for CurlError {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

impl CurlError {
    pub(crate) fn help(&self) -> Option<String> {
        let help = match self {
            Self::NotCurl { .. } => {
                "in a browser's network panel, choose “Copy as cURL (bash)” or “(POSIX)”"
            }
            Self::Windows => "choose “Copy as cURL (bash)”, which can be read here on every system",
            Self::OpenQuote => "copy all of it, to its last character",
            Self::Request(error) => return error.help(),
            Self::Nul | Self::NoValue { .. } | Self::NoAddress => return None,
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for CurlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotCurl { found } if found.is_empty() => {
                f.write_str("expected a curl command, found nothing")
            }
            Self::NotCurl { found } => {
                write!(f, "expected a curl command, found one that begins with `{found}`")
            }
            Self::Windows => f.write_str(
                "expected a curl command with the quotes of a POSIX shell, found those of Windows",
            ),
            Self::OpenQuote => {
                f.write_str("expected a whole curl command, found a quote that is never closed")
            }
            Self::Nul => f.write_str("expected text in a curl command, found a NUL in it"),
            Self::NoValue { option } => {
                write!(f, "expected a value after curl's `{option}`, found the end of the command")
            }
            Self::NoAddress => {
                f.write_str("expected an address in the curl command, found only options")
            }
            Self::Request(error) => error.fmt(f),
        }
    }
}
