//! What a machine sends in a header.

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::{UnfitSecret, strength};

/// What lets a machine pass that sends it in the header [`HEADER`](crate::HEADER).
///
/// It comes from the environment, and only its digest is kept. Give it another text than the
/// [`Secret`](crate::Secret): it travels with every request, and whoever saw the secret could sign
/// links.
///
/// # Examples
///
/// ```
/// use bypass::Token;
///
/// let token = Token::new("Zt6mQ9xR2vB7nK4wH8sJ1dL5fG3pC0yT").unwrap().unwrap();
/// assert!(token.matches("Zt6mQ9xR2vB7nK4wH8sJ1dL5fG3pC0yT"));
/// assert!(!token.matches("Zt6mQ9xR2vB7nK4wH8sJ1dL5fG3pC0yU"));
/// ```
#[derive(Clone)]
pub struct Token {
    digest: [u8; 32],
}

impl Token {
    /// The token in the text of a variable; `None` when it is empty or blank, so that nothing
    /// matches.
    ///
    /// # Errors
    ///
    /// When the text is not fit to be a secret, whatever the reason: then nothing matches either.
    pub fn new(text: &str) -> Result<Option<Self>, UnfitSecret> {
        Ok(strength::fit(text)?.map(|text| Self { digest: digest(text) }))
    }

    /// Whether `presented`, the header's whole value, is the token.
    ///
    /// Digests are compared, in constant time, so that how long it takes says nothing of the
    /// token's text or length.
    pub fn matches(&self, presented: &str) -> bool {
        presented.len() <= strength::LONGEST && digest(presented).ct_eq(&self.digest).into()
    }
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").finish_non_exhaustive()
    }
}
