//! What a browser keeps of a link.
//!
//! ```text
//! __Host-intermission-bypass=<expiry>.<signature>
//! ```
//!
//! Browsers keep a cookie with this prefix only when it was set by the host itself, over TLS, for
//! no other host and all paths, so that no neighbour under the same domain can plant or read one.
//! `Lax` rather than `Strict`, because a person comes from a mail or a ticket and has to pass at
//! once.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    Host, Secret,
    expiry::Expiry,
    seal::{Purpose, Seal},
};

/// The cookie's name.
pub const NAME: &str = "__Host-intermission-bypass";

/// How long a cookie lives at most: a working day. A link that lives longer can be opened again.
pub const LONGEST: TimeDelta = TimeDelta::hours(12);

/// The whole value of a `Set-Cookie` header that makes a browser forget the cookie.
pub const CLEAR: &str =
    "__Host-intermission-bypass=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";

/// A browser sends one. What claims to be several was made by hand, and each costs a signature.
const LOOKED_AT: usize = 4;

/// Whether the `Cookie` header of a request to `host` lets it pass at `now`.
pub fn passes(secret: &Secret, host: &Host, header: &str, now: DateTime<Utc>) -> bool {
    // Several headers are joined by a comma where a program does not know that this one is
    // different; our own cookie contains none.
    header.split([';', ',']).filter_map(ours).take(LOOKED_AT).any(|(expiry, signature)| {
        let seal = Seal { purpose: Purpose::Cookie, host, expiry };
        seal.is_signed(secret, signature) && !expiry.has_come(now)
    })
}

/// The whole value of a `Set-Cookie` header.
pub(crate) fn set(secret: &Secret, host: &Host, expiry: Expiry, now: DateTime<Utc>) -> String {
    let signature = Seal { purpose: Purpose::Cookie, host, expiry }.sign(secret);
    // Seconds are rounded up, so a browser may send it for a moment in which it is already refused.
    let seconds = expiry.seconds_from(now);
    format!(
        "{NAME}={expiry}.{signature}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax"
    )
}

fn ours(pair: &str) -> Option<(Expiry, &str)> {
    let (name, value) = pair.split_once('=')?;
    if name.trim() != NAME {
        return None;
    }
    let (expiry, signature) = value.trim().split_once('.')?;
    Some((Expiry::parse(expiry)?, signature))
}
