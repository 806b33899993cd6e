//! What is kept of a secret.

use std::fmt;

use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The SHA-256 digest of a secret. Two are compared with [`matches`](Self::matches) only, in
/// constant time.
///
/// A plain digest is enough, because what is digested are 256 random bits: nobody tries them out.
#[derive(Clone)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of a text.
    pub fn of(text: &str) -> Self {
        Self(<Sha256 as sha2::Digest>::digest(text.as_bytes()).into())
    }

    /// The digest in 32 bytes that were kept; `None` for any other number of bytes.
    pub fn from_kept(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes to keep.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether both are the same. How long it takes does not depend on either.
    pub fn matches(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Digest").finish_non_exhaustive()
    }
}
