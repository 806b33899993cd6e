//! What a bypassed response says about itself.

use std::fmt;

/// The header in which a machine sends its [`Token`](crate::Token), and in which a response says
/// that the gate was closed and why it came through, in the words of [`Grounds`].
pub const HEADER: &str = "Intermission-Bypass";

/// Why a request passed a closed gate. Its words are the value of [`HEADER`] in the response.
///
/// | value | because of |
/// | --- | --- |
/// | `address` | where the request came from |
/// | `cookie` | a link that was opened before |
/// | `token` | what a machine sent in the header |
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Grounds {
    Address,
    Cookie,
    Token,
}

impl Grounds {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Cookie => "cookie",
            Self::Token => "token",
        }
    }
}

impl fmt::Display for Grounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
