//! What links and cookies are signed with.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{UnfitSecret, strength};

/// The key of all links and cookies: one at a time, so that replacing it revokes all of them.
///
/// It comes from the environment. The text is not kept, and nothing can be read out of a `Secret`;
/// it cannot be compared either, because that would not take constant time.
///
/// # Examples
///
/// ```
/// use bypass::Secret;
///
/// assert!(Secret::new("3q2+7wvQ0tXh6yqV1mJ8ZkPpC5rN4sLdUaE9gTfYbWo=").unwrap().is_some());
/// // A missing secret switches links off.
/// assert!(Secret::new("").unwrap().is_none());
/// assert_eq!(
///     Secret::new("letmein").unwrap_err().to_string(),
///     "expected at least 32 characters of secret, found 7: \
///      make one with `openssl rand -base64 32`",
/// );
/// ```
#[derive(Clone)]
pub struct Secret {
    keyed: Hmac<Sha256>,
}

impl Secret {
    /// The secret in the text of a variable; `None` when it is empty or blank, so that nothing is
    /// verified.
    ///
    /// # Errors
    ///
    /// When the text is not fit to be a secret, whatever the reason: then nothing is verified
    /// either.
    pub fn new(text: &str) -> Result<Option<Self>, UnfitSecret> {
        Ok(strength::fit(text)?.map(|text| {
            let keyed =
                Hmac::new_from_slice(text.as_bytes()).expect("HMAC takes keys of any length");
            Self { keyed }
        }))
    }

    pub(crate) fn mac(&self, text: &str) -> [u8; 32] {
        self.keyed.clone().chain_update(text).finalize().into_bytes().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secret").finish_non_exhaustive()
    }
}
