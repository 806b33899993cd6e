//! Who asks the admin API, and whether it is them.
//!
//! | file | what |
//! | --- | --- |
//! | `bearer`, `leak` | where a token stands in a request, and where it must not |
//! | `token`, `digest`, `kept` | a token, what is kept of it, and whether the two belong together |
//! | `grant` | what is asked of a new token |
//! | `team`, `key`, `key_ring` | who signs for single sign-on, and with which keys |
//! | `assertion`, `claims` | what single sign-on says of a person |
//! | `failures`, `client` | who has failed too often |
//! | `foreign` | writes that another site's page sends |
//!
//! # Scope of this crate
//!
//! It takes texts, bytes and instants and says yes or no. It never reads a clock (`now` is always an
//! argument) or the environment, makes no randomness, does no input or output, and verifies no RSA
//! signature: these are the keeper's, who has a platform for them.
//!
//! # What holds against whom
//!
//! * Of a token only the digest is kept, and digests are compared in constant time. A token that
//!   nobody made costs the same comparison.
//! * That a token has expired or was revoked is told only to who has its secret.
//! * No `Debug`, `Display` or error of this crate contains any part of a secret.
//! * The claims of single sign-on are read after the signature was verified, and hold only for this
//!   team, this application and their time.
//! * What is remembered of failures is bounded, so that a flood of addresses costs no more memory
//!   than a few.

mod assertion;
pub mod bearer;
mod claims;
mod client;
mod digest;
mod failures;
pub mod foreign;
mod grant;
mod kept;
mod key;
mod key_ring;
pub mod leak;
mod team;
mod token;

pub use assertion::{Assertion, AssertionError, Part};
pub use claims::{Claims, ClaimsError, Expected, Identity};
pub use client::Client;
pub use digest::Digest;
pub use failures::Failures;
pub use grant::{Grant, GrantError};
pub use kept::{Kept, KeptError};
pub use key::{Key, KeysError, keys};
pub use key_ring::{KeyRing, Search};
pub use team::{Team, TeamError};
pub use token::{Malformed, Token};
