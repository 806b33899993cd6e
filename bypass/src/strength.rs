//! When a secret is good enough to be one.

use std::fmt;

/// Characters, at least: 32 hexadecimal digits are 128 bits, which nobody tries out.
pub(crate) const SHORTEST: usize = 32;

/// Bytes, at most: what a machine presents is hashed only up to here.
pub(crate) const LONGEST: usize = 1024;

/// `changeme`, four times, has seven. That 32 random hexadecimal digits have fewer than eight
/// happens less than once in ten million times.
const DIFFERENT: usize = 8;

/// Why a text is not fit to be a secret. Says nothing of the text but its length.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum UnfitSecret {
    /// Under 32 characters.
    TooShort { characters: usize },
    /// Over 1,024 bytes.
    TooLong { bytes: usize },
    /// Made of a few characters over and over.
    Monotonous,
    /// Something else than visible ASCII and spaces, which does not survive a header or a shell.
    NotAscii,
}

impl fmt::Display for UnfitSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { characters } => {
                write!(f, "expected at least {SHORTEST} characters of secret, found {characters}")
            }
            Self::TooLong { bytes } => {
                write!(f, "expected at most {LONGEST} bytes of secret, found {bytes}")
            }
            Self::Monotonous => write!(
                f,
                "expected at least {DIFFERENT} different characters in a secret, found fewer"
            ),
            Self::NotAscii => f.write_str(
                "expected a secret of visible ASCII characters, found others (perhaps a line \
                 break or a byte order mark)",
            ),
        }?;
        f.write_str(": make one with `openssl rand -base64 32`")
    }
}

impl std::error::Error for UnfitSecret {}

/// The secret in the text of a variable: `None` when it is blank, because that is how a variable is
/// switched off where it cannot be removed.
///
/// Blanks around it are not part of it: `echo` adds a line break, and a link that was signed by a
/// command must be verified by a worker that was given the text in another way.
pub(crate) fn fit(text: &str) -> Result<Option<&str>, UnfitSecret> {
    let text = text.trim();
    let characters = text.chars().count();
    if text.is_empty() {
        Ok(None)
    } else if !text.bytes().all(|octet| matches!(octet, b' '..=b'~')) {
        Err(UnfitSecret::NotAscii)
    } else if characters < SHORTEST {
        Err(UnfitSecret::TooShort { characters })
    } else if text.len() > LONGEST {
        Err(UnfitSecret::TooLong { bytes: text.len() })
    } else if different(text) < DIFFERENT {
        Err(UnfitSecret::Monotonous)
    } else {
        Ok(Some(text))
    }
}

fn different(text: &str) -> usize {
    let set = text.bytes().fold(0_u128, |set, octet| set | 1 << (octet & 0x7f));
    set.count_ones() as usize
}
