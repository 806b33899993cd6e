//! What a verified link becomes.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::{Host, LocalPath, Secret, cookie, expiry::Expiry};

/// The leave to pass that a link gave at one instant: a cookie, and a place to go with it.
///
/// There is no other door to one than [`Link::verify`](crate::Link::verify).
#[derive(Clone)]
pub struct Pass {
    set_cookie: String,
    expiry: Expiry,
    to: LocalPath,
}

impl Pass {
    pub(crate) fn new(
        secret: &Secret,
        host: &Host,
        link: Expiry,
        now: DateTime<Utc>,
        to: LocalPath,
    ) -> Self {
        let expiry = link.min(Expiry::after(now, cookie::LONGEST));
        Self { set_cookie: cookie::set(secret, host, expiry, now), expiry, to }
    }

    /// The whole value of a `Set-Cookie` header. Whoever has it can pass: it belongs in no log.
    pub fn set_cookie(&self) -> &str {
        &self.set_cookie
    }

    /// The instant from which on the cookie is worth nothing: that of the link, but at most
    /// [`cookie::LONGEST`] after it was verified.
    pub fn expires(&self) -> DateTime<Utc> {
        self.expiry.instant()
    }

    /// Where to go; the root when the link names nothing, or something that is not a path on the
    /// same host.
    pub fn to(&self) -> &LocalPath {
        &self.to
    }
}

/// Leaves the cookie out.
impl fmt::Debug for Pass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pass")
            .field("expires", &self.expires())
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}
