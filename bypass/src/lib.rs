//! Who may pass a closed gate, in order to verify a deployment before everybody is let in again.
//!
//! | file | what |
//! | --- | --- |
//! | `addresses`, `block` | the networks that pass, and one of them |
//! | `token` | what a machine sends in a header |
//! | `link`, `pass` | the signed link that a person opens, and what it becomes |
//! | `cookie` | what the browser keeps of it for some hours |
//! | `secret`, `strength` | what links and cookies are signed with, and when that is good enough |
//! | `seal`, `expiry`, `host` | the signature, and what it covers |
//! | `query`, `refused` | the link as it comes back, and why it was refused |
//! | `local_path` | where a person goes once the link is verified |
//! | `grounds` | what a bypassed response says about itself |
//!
//! # Scope of this crate
//!
//! It takes texts and instants and says yes or no. It never reads a clock (`now` is always an
//! argument) or the environment, does no input or output, and knows nothing of the runtime. Which
//! requests are ours to verify, and what is answered, is decided by the edge.
//!
//! # What holds against whom
//!
//! * Nothing that is missing opens anything: without a secret there are no links and no cookies,
//!   without a token no token matches, and an empty list contains no address.
//! * Secrets come from the environment and stay there: what is kept is a keyed hash, and no `Debug`,
//!   `Display` or error of this crate contains any part of the text.
//! * Whoever has a link can pass it on until it expires. It is a key, not an identity: make it live
//!   for hours, and replace the secret when one went astray. That ends every link and every cookie
//!   at once, and there is no list to keep.
//! * A link is worth nothing on another host, a cookie neither, and neither can stand in for the
//!   other: what is signed names the purpose, the host and the expiry.
//! * Nobody learns from an altered link whether it would have expired: the signature is verified
//!   before the expiry is looked at.
//! * Signatures and tokens are compared in constant time, and tokens as digests of one length, so
//!   that neither content nor length is measured from outside.
//! * An address is only as trustworthy as the header that it came in. See [`Addresses::contains`].
//! * What is looked at of a link or a cookie is bounded, so that a large one costs no more than a
//!   small one.
//! * The origin receives what the client sent. A cookie or a token that passed the gate is seen by
//!   the origin unless the edge removes it; an origin that is not trusted with them must not get
//!   them.
//!
//! # Examples
//!
//! ```
//! use bypass::{Host, Link, Secret, cookie};
//! use chrono::{DateTime, TimeDelta, Utc};
//!
//! let secret = Secret::new("3q2+7wvQ0tXh6yqV1mJ8ZkPpC5rN4sLdUaE9gTfYbWo=").unwrap().unwrap();
//! let host: Host = "portal.example.org".parse().unwrap();
//! let now: DateTime<Utc> = "2025-02-07T01:00:00Z".parse().unwrap();
//!
//! // The operator's command makes the link; the edge verifies it and hands out a cookie.
//! let query = Link::new(host.clone(), now + TimeDelta::hours(2)).sign(&secret);
//! let pass = Link::verify(&secret, &host, &query, now).unwrap();
//! assert!(pass.set_cookie().starts_with("__Host-intermission-bypass="));
//!
//! // From then on the browser sends the cookie, until the instant at which the link expires.
//! let (sent, _) = pass.set_cookie().split_once(';').unwrap();
//! let hours = |hours| now + TimeDelta::hours(hours);
//! assert!(cookie::passes(&secret, &host, sent, hours(1)));
//! assert!(!cookie::passes(&secret, &host, sent, hours(2)));
//! ```

mod addresses;
mod block;
pub mod cookie;
mod expiry;
mod grounds;
mod host;
mod link;
mod local_path;
mod pass;
mod query;
mod refused;
mod seal;
mod secret;
mod strength;
mod token;

pub use addresses::Addresses;
pub use block::{Block, BlockError};
pub use grounds::{Grounds, HEADER};
pub use host::{Host, HostError};
pub use link::Link;
pub use local_path::{LocalPath, LocalPathError};
pub use pass::Pass;
pub use refused::{Flaw, Refused};
pub use secret::Secret;
pub use strength::UnfitSecret;
pub use token::Token;
