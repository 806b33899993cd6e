//! What single sign-on sends with a request: a signed JSON web token (RFC 7515, RFC 7519).

use std::fmt;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;

use crate::Claims;

/// An assertion whose signature nobody has looked at yet.
///
/// Verify [`signature`](Self::signature) over [`signed`](Self::signed) with the key that
/// [`key_id`](Self::key_id) names, by RSASSA-PKCS1-v1_5 with SHA-256; read [`claims`](Self::claims)
/// then, and not before.
pub struct Assertion<'a> {
    key_id: String,
    signed: &'a str,
    payload: &'a str,
    signature: Vec<u8>,
}

/// Bytes, at most: more than any header field of the platform.
const LONGEST: usize = 16 * 1024;

/// A part of an assertion.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    Header,
    Claims,
    Signature,
}

/// Why a text is not an assertion that could be verified. Says nothing of its claims.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum AssertionError {
    TooLong {
        bytes: usize,
    },
    /// Not three parts with a `.` between them.
    Parts {
        found: usize,
    },
    /// Not base64url, or not the JSON that belongs there.
    Unreadable {
        part: Part,
    },
    /// Something else than RS256: `none`, or one where a public key would be the secret.
    Algorithm,
    /// It asks for an extension that has to be understood.
    Critical,
}

impl<'a> Assertion<'a> {
    /// Takes the text apart.
    ///
    /// # Errors
    ///
    /// When it is not in the form of an assertion that is signed with RS256.
    pub fn new(text: &'a str) -> Result<Self, AssertionError> {
        let text = text.trim();
        if text.len() > LONGEST {
            return Err(AssertionError::TooLong { bytes: text.len() });
        }
        let parts: Vec<&str> = text.split('.').collect();
        let [header, payload, signature] = parts[..] else {
            return Err(AssertionError::Parts { found: parts.len() });
        };
        let header: Header = read(header, Part::Header)?;
        if header.alg != "RS256" {
            return Err(AssertionError::Algorithm);
        }
        if header.crit.is_some() {
            return Err(AssertionError::Critical);
        }
        Ok(Self {
            key_id: header.kid,
            signed: text.rsplit_once('.').map_or(text, |(signed, _)| signed),
            payload,
            signature: decode(signature, Part::Signature)?,
        })
    }

    /// The name of the key that it says it was signed with.
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// What the signature is over.
    pub fn signed(&self) -> &[u8] {
        self.signed.as_bytes()
    }

    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// What it says. Anybody can say anything until the signature was verified.
    ///
    /// # Errors
    ///
    /// When the claims cannot be read.
    pub fn claims(&self) -> Result<Claims, AssertionError> {
        read(self.payload, Part::Claims)
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: String,
    crit: Option<serde_json::Value>,
}

fn read<T: serde::de::DeserializeOwned>(text: &str, part: Part) -> Result<T, AssertionError> {
    serde_json::from_slice(&decode(text, part)?).map_err(|_| AssertionError::Unreadable { part })
}

fn decode(text: &str, part: Part) -> Result<Vec<u8>, AssertionError> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| AssertionError::Unreadable { part })
}

impl fmt::Debug for Assertion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Assertion").field("key_id", &self.key_id).finish_non_exhaustive()
    }
}

impl fmt::Display for AssertionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => {
                write!(f, "expected an assertion of at most {LONGEST} bytes, found {bytes}")
            }
            Self::Parts { found } => {
                write!(f, "expected an assertion of three parts, found {found}")
            }
            Self::Unreadable { part } => {
                let part = match part {
                    Part::Header => "a header",
                    Part::Claims => "claims",
                    Part::Signature => "a signature",
                };
                write!(f, "expected an assertion with {part} of its form, found something else")
            }
            Self::Algorithm => {
                f.write_str("expected an assertion signed with RS256, found another algorithm")
            }
            Self::Critical => {
                f.write_str("expected an assertion without extensions, found one in `crit`")
            }
        }
    }
}

impl std::error::Error for AssertionError {}
