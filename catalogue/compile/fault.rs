//! What keeps the catalogue from being built.

use std::{fmt, io, path::PathBuf};

use super::shape::Kind;

/// Why there is no catalogue. What a translation lacks is none of these: English stands in for it.
#[derive(Debug)]
pub(crate) enum Fault {
    Io {
        path: PathBuf,
        error: io::Error,
    },
    /// `picture` says what, and shows the line.
    Malformed {
        path: PathBuf,
        picture: String,
    },
    Misnamed {
        path: PathBuf,
    },
    NoEnglish,
    /// A key of English that no field can be called after.
    Nameless {
        section: String,
        key: String,
    },
    /// A value of English that no other language could follow.
    Shapeless {
        section: String,
        key: String,
        found: String,
    },
    /// A value of English that is not what it has to be.
    Unusable {
        section: String,
        key: String,
        expected: Kind,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Malformed { path, picture } => write!(f, "{}: {picture}", path.display()),
            Self::Misnamed { path } => write!(
                f,
                "{}: expected a file named by its language's tag, such as `fr.toml` or `pt-BR.toml`",
                path.display()
            ),
            Self::NoEnglish => {
                f.write_str("languages: expected `en.toml`, which the others follow")
            }
            Self::Nameless { section, key } => write!(
                f,
                "languages/en.toml: [{section}] `{key}`: expected a key in a section, both of small \
                 letters, digits and `_`"
            ),
            Self::Shapeless { section, key, found } => write!(
                f,
                "languages/en.toml: [{section}] `{key}`: expected a text, a list of texts, or forms \
                 with `other` among them, found {found}"
            ),
            Self::Unusable { section, key, expected } => {
                write!(f, "languages/en.toml: [{section}] `{key}`: expected {expected}")
            }
        }
    }
}
