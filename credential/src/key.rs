//! The keys of single sign-on: RFC 7517.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;

/// A public RSA key that signatures are verified with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Key {
    /// What an assertion calls it by.
    pub id: String,
    /// Base64url, of 2,048 to 8,192 bits.
    pub modulus: String,
    /// Base64url, at least 3.
    pub exponent: String,
}

/// Keys, at most: a team has two.
const MOST: usize = 16;

/// Why there are no keys in a document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum KeysError {
    /// Not a JSON object with `keys`.
    Unreadable,
    /// Not one key for RS256 among them.
    None,
}

impl fmt::Display for KeysError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "expected a set of keys in JSON, found something else",
            Self::None => "expected a key for RS256 in the set of keys, found none",
        })
    }
}

impl std::error::Error for KeysError {}

/// The keys for RS256 in a set of keys. Keys for something else are passed over, and so are those
/// that are too small to be safe.
///
/// # Errors
///
/// When there are none.
pub fn keys(document: &[u8]) -> Result<Vec<Key>, KeysError> {
    let set: Set = serde_json::from_slice(document).map_err(|_| KeysError::Unreadable)?;
    let keys: Vec<Key> = set.keys.into_iter().filter_map(Listed::for_rs256).take(MOST).collect();
    if keys.is_empty() { Err(KeysError::None) } else { Ok(keys) }
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    n: Option<String>,
    e: Option<String>,
}

impl Listed {
    fn for_rs256(self) -> Option<Key> {
        let is_for_us = self.kty == "RSA"
            && self.alg.is_none_or(|alg| alg == "RS256")
            && self.purpose.is_none_or(|purpose| purpose == "sig");
        let key = Key { id: self.kid?, modulus: self.n?, exponent: self.e? };
        (is_for_us && !key.id.is_empty() && key.is_safe()).then_some(key)
    }
}

impl Key {
    fn is_safe(&self) -> bool {
        let modulus = URL_SAFE_NO_PAD.decode(&self.modulus).unwrap_or_default();
        let exponent = URL_SAFE_NO_PAD.decode(&self.exponent).unwrap_or_default();
        let exponent = exponent.iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        modulus.first().is_some_and(|first| *first != 0)
            && (256..=1024).contains(&modulus.len())
            && exponent >= 3
            && exponent % 2 == 1
    }
}
