//! A place on the same host.

use std::{fmt, str::FromStr};

/// A path on the host that one is on, with its query and fragment if it has any: no text of this
/// type leads to another host, whoever reads it.
///
/// | text | why |
/// | --- | --- |
/// | `/records?page=2#top` | is one |
/// | `records`, `https://example.org/` | does not begin with `/` |
/// | `//example.org/` | a browser reads another host |
/// | `/\example.org` | so does it here: to a browser, `\` is `/` |
/// | `/` LF `/example.org` | and here: line breaks and tabs are left out before anything is read |
/// | `/año` | a header cannot hold it; it is written `/a%C3%B1o` |
///
/// # Examples
///
/// ```
/// use bypass::LocalPath;
///
/// assert_eq!("/records".parse::<LocalPath>().unwrap().as_str(), "/records");
/// assert!("//example.org/records".parse::<LocalPath>().is_err());
/// assert_eq!(LocalPath::default().as_str(), "/");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LocalPath(String);

/// Bytes, so that the query of a link stays within what is looked at, even percent-encoded.
const LONGEST: usize = 1024;

impl LocalPath {
    /// What belongs in a `Location` header: visible ASCII only.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is not a path on the same host.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LocalPathError {
    /// It does not begin with exactly one `/`.
    Elsewhere,
    /// A blank, a control, a backslash, or something beyond ASCII.
    Unexpected {
        found: char,
    },
    TooLong {
        bytes: usize,
    },
}

impl fmt::Display for LocalPathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Elsewhere => f.write_str(
                "expected a path on the same host such as `/records`, found a text that does not \
                 begin with exactly one `/`",
            ),
            Self::Unexpected { found } => write!(
                f,
                "expected visible ASCII characters other than `\\` in a path, found {found:?}: \
                 percent-encode it"
            ),
            Self::TooLong { bytes } => {
                write!(f, "expected a path of at most {LONGEST} bytes, found {bytes}")
            }
        }
    }
}

impl std::error::Error for LocalPathError {}

impl FromStr for LocalPath {
    type Err = LocalPathError;

    fn from_str(text: &str) -> Result<Self, LocalPathError> {
        if text.len() > LONGEST {
            return Err(LocalPathError::TooLong { bytes: text.len() });
        }
        if let Some(found) = text.chars().find(|c| !c.is_ascii_graphic() || *c == '\\') {
            return Err(LocalPathError::Unexpected { found });
        }
        if !text.starts_with('/') || text.starts_with("//") {
            return Err(LocalPathError::Elsewhere);
        }
        Ok(Self(text.to_owned()))
    }
}

impl Default for LocalPath {
    /// The root.
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for LocalPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
