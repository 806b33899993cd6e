//! What is asked of a new token.

use std::fmt;

use admin::{NewToken, Scope};
use schedule::{Length, LengthError};

/// A new token as it can be made.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Grant {
    /// 1 to 64 printable characters without blanks around them, and nobody else's name.
    pub name: String,
    /// `read`, `write` or both, in this order.
    pub scopes: Vec<Scope>,
    pub valid_for: Length,
}

/// The most characters of a name.
const LONGEST: usize = 64;

/// What goes on record for the root token, so that no other may be called so.
const ROOT: &str = "root";

/// How long a token is valid where nobody says.
const DAYS: u32 = 90;

/// Why a token cannot be made as it was asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum GrantError {
    /// None, or over 64 characters.
    NameLength { characters: usize },
    /// A character that cannot be seen, or that changes how others are shown.
    Unprintable { found: char },
    /// The record would read as if a person or the root token had done it.
    NameOfOthers { found: String },
    /// Nothing that it may do.
    NoScope,
    /// No token makes tokens.
    Root,
    /// `valid-for` is not a length up to 366 days.
    ValidFor { found: String, why: LengthError },
}

impl Grant {
    /// What `asked` says.
    ///
    /// # Errors
    ///
    /// When there is something in it that no token has.
    pub fn new(asked: &NewToken) -> Result<Self, GrantError> {
        let valid_for = match asked.valid_for.as_deref() {
            Some(text) => {
                text.parse().map_err(|why| GrantError::ValidFor { found: excerpt(text), why })?
            }
            None => Length::try_from(DAYS * 24 * 60 * 60).expect("90 days are at most 366"),
        };
        Ok(Self { name: name(&asked.name)?, scopes: scopes(&asked.scopes)?, valid_for })
    }
}

fn name(text: &str) -> Result<String, GrantError> {
    let text = text.trim();
    let characters = text.chars().count();
    if !(1..=LONGEST).contains(&characters) {
        Err(GrantError::NameLength { characters })
    } else if let Some(found) = text.chars().find(|letter| is_unprintable(*letter)) {
        Err(GrantError::Unprintable { found })
    } else if text.contains('@') || text.eq_ignore_ascii_case(ROOT) {
        Err(GrantError::NameOfOthers { found: text.to_owned() })
    } else {
        Ok(text.to_owned())
    }
}

fn scopes(asked: &[Scope]) -> Result<Vec<Scope>, GrantError> {
    let mut scopes = asked.to_vec();
    scopes.sort_unstable();
    scopes.dedup();
    match scopes[..] {
        [] => Err(GrantError::NoScope),
        [.., Scope::Root] => Err(GrantError::Root),
        _ => Ok(scopes),
    }
}

/// Whether a character is one of control, or of the formatting ones that have no shape of their
/// own and can make one name look like another.
pub(crate) fn is_unprintable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

fn excerpt(text: &str) -> String {
    text.chars().filter(|letter| !is_unprintable(*letter)).take(40).collect()
}

impl fmt::Display for GrantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NameLength { characters } => {
                write!(f, "expected a name of 1 to {LONGEST} characters, found {characters}")
            }
            Self::Unprintable { found } => {
                write!(f, "expected a name of printable characters, found {found:?}")
            }
            Self::NameOfOthers { found } => write!(
                f,
                "expected a name that is neither an address nor `{ROOT}`, found `{found}`: on \
                 record it would look like somebody else"
            ),
            Self::NoScope => f.write_str("expected `read`, `write` or both in `scopes`, found none"),
            Self::Root => f.write_str(
                "expected `read`, `write` or both in `scopes`, found `root`, which no token can have",
            ),
            Self::ValidFor { found, why } => {
                write!(f, "{why} in `valid-for`, found `{found}`")
            }
        }
    }
}

impl std::error::Error for GrantError {}
