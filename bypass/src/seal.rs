//! The signature of links and cookies.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq;

use crate::{Host, Secret, expiry::Expiry};

/// What a signature covers: what it is for, on which host, and until when.
///
/// ```text
/// HMAC-SHA-256(secret, "intermission bypass link 1" LF host LF expiry), in base64url without padding
/// ```
///
/// No host and no expiry contains a line feed, so no two seals have the same text.
pub(crate) struct Seal<'h> {
    pub(crate) purpose: Purpose,
    pub(crate) host: &'h Host,
    pub(crate) expiry: Expiry,
}

#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    Link,
    Cookie,
}

impl Purpose {
    /// Keeps signatures apart that are made with one secret. The number is the version of what is
    /// signed: whoever signs something else takes the next.
    const fn label(self) -> &'static str {
        match self {
            Self::Link => "intermission bypass link 1",
            Self::Cookie => "intermission bypass cookie 1",
        }
    }
}

/// Characters of a signature: 32 bytes, six bits a character.
const LENGTH: usize = 43;

impl Seal<'_> {
    pub(crate) fn sign(&self, secret: &Secret) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.mac(secret))
    }

    /// Compares in constant time. There is one spelling of a signature: padding, the other
    /// alphabet, and bits left over in the last character are refused.
    pub(crate) fn is_signed(&self, secret: &Secret, signature: &str) -> bool {
        // Only so that nothing long is decoded: what length is right, everybody knows.
        signature.len() == LENGTH
            && BASE64_URL_SAFE_NO_PAD
                .decode(signature)
                .is_ok_and(|signature| self.mac(secret).ct_eq(signature.as_slice()).into())
    }

    fn mac(&self, secret: &Secret) -> [u8; 32] {
        let Self { purpose, host, expiry } = self;
        secret.mac(&format!("{}\n{host}\n{expiry}", purpose.label()))
    }
}
