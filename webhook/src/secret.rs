//! What messages are signed with.

use std::{fmt, str::FromStr};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What messages are signed with: 24 to 64 bytes, written as Standard Webhooks has it, `whsec_` and
/// base64. It is shown by [`Secret::reveal`] alone.
///
/// # Examples
///
/// ```
/// use webhook::Secret;
///
/// let secret = Secret::new([7; Secret::BYTES]);
/// assert_eq!(secret.reveal(), "whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
/// assert_eq!(format!("{secret:?}"), "Secret { .. }");
/// assert!("whsec_c2hvcnQ=".parse::<Secret>().is_err());
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Secret(Vec<u8>);

const PREFIX: &str = "whsec_";

impl Secret {
    /// The random bytes that a secret is made of.
    pub const BYTES: usize = 32;

    pub fn new(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes.to_vec())
    }

    /// The text that a subscriber is given.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(&self.0))
    }

    pub(crate) fn mac(&self, text: &str) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0)
            .expect("a key of HMAC may have any number of bytes");
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

impl FromStr for Secret {
    type Err = SecretError;

    fn from_str(text: &str) -> Result<Self, SecretError> {
        let text = text.strip_prefix(PREFIX).ok_or(SecretError)?;
        let bytes = STANDARD.decode(text).map_err(|_| SecretError)?;
        if (24..=64).contains(&bytes.len()) { Ok(Self(bytes)) } else { Err(SecretError) }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secret").finish_non_exhaustive()
    }
}

/// A text that is no secret. It is not told back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SecretError;

impl fmt::Display for SecretError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected `whsec_` and 24 to 64 bytes in base64, found something else")
    }
}

impl std::error::Error for SecretError {}
