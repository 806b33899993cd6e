//! The text of a token.

use std::{fmt, str::FromStr};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::Digest;

/// What a program sends to say who it is: `imt_`, ten characters that name the token, `_`, and the
/// 43 characters of its secret.
///
/// The first part lets a search for leaked secrets find it; the name may be shown and logged, the
/// secret never.
///
/// # Examples
///
/// ```
/// use credential::Token;
///
/// let token = Token::new([7; Token::ID_BYTES], [42; Token::SECRET_BYTES]);
/// assert_eq!(token.id(), "7777777777");
/// let text = token.reveal();
/// assert_eq!(text, "imt_7777777777_KioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKio");
/// assert!(text.parse::<Token>().unwrap().digest().matches(&token.digest()));
/// assert_eq!(format!("{token:?}"), r#"Token { id: "7777777777", .. }"#);
/// ```
#[derive(Clone)]
pub struct Token {
    id: String,
    secret: String,
}

/// What every token begins with.
pub(crate) const PREFIX: &str = "imt_";

/// The characters of a token's name: those that can be told apart when they are read aloud, and
/// none that a shell or a path takes for something else.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

const ID_LENGTH: usize = 10;
const SECRET_LENGTH: usize = 43;

impl Token {
    /// The random bytes that a name is made of.
    pub const ID_BYTES: usize = ID_LENGTH;
    /// The random bytes that a secret is made of.
    pub const SECRET_BYTES: usize = 32;

    /// A token of the given bytes, which must be random ones.
    pub fn new(id: [u8; Self::ID_BYTES], secret: [u8; Self::SECRET_BYTES]) -> Self {
        // 256 is a multiple of 32, so that every character is as likely as every other.
        let letter = |byte: u8| char::from(ALPHABET[usize::from(byte & 31)]);
        Self { id: id.map(letter).iter().collect(), secret: URL_SAFE_NO_PAD.encode(secret) }
    }

    /// Its name, which is no secret.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is kept of its secret: the digest of the 43 characters.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.secret)
    }

    /// The whole text, to be told once to who asked for the token.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}_{}", self.id, self.secret)
    }
}

/// Why a text is not a token. Says nothing of the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "expected a token such as `imt_…_…`, of 58 characters, found something else: copy all \
             of it, to its last character",
        )
    }
}

impl std::error::Error for Malformed {}

impl FromStr for Token {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        // Not split at every `_`, because a secret may have some in it.
        let rest = text.strip_prefix(PREFIX).ok_or(Malformed)?;
        let (id, secret) = rest.split_at_checked(ID_LENGTH).ok_or(Malformed)?;
        let secret = secret.strip_prefix('_').ok_or(Malformed)?;
        let is_id = id.bytes().all(|byte| ALPHABET.contains(&byte));
        // There is one text for each secret: the bits that 43 characters have left over are zero.
        let is_secret = secret.len() == SECRET_LENGTH && URL_SAFE_NO_PAD.decode(secret).is_ok();
        if is_id && is_secret {
            Ok(Self { id: id.to_owned(), secret: secret.to_owned() })
        } else {
            Err(Malformed)
        }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("id", &self.id).finish_non_exhaustive()
    }
}
