//! What a document is known by, and whether its reader has it already: RFC 9110, sections 8.8.3 and
//! 13.1.2.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::Answer;

impl Answer {
    /// The answer to somebody who may have it already, sent at `now`: with a strong `ETag` made of its
    /// bytes, as 304 when `if_none_match` names it, and with the `Date`, by which readers set their clocks.
    /// What must not be kept stays as it is.
    pub fn unless_known(mut self, if_none_match: Option<&str>, now: DateTime<Utc>) -> Self {
        if self.status == 200 && self.may_be_kept() {
            let tag = tag(&self.body);
            let is_known = if_none_match.is_some_and(|known| names(known, &tag));
            self.headers.push(("ETag", tag));
            if is_known {
                self = self.not_modified();
            }
        }
        if self.may_be_kept() {
            self.headers.push(("Date", now.format("%a, %d %b %Y %H:%M:%S GMT").to_string()));
        }
        self
    }

    fn may_be_kept(&self) -> bool {
        self.headers.iter().any(|(name, value)| *name == "Cache-Control" && value != "no-store")
    }

    /// What a 304 says is how long the copy may be kept on, and who may read it.
    fn not_modified(self) -> Self {
        let about_body = |name: &str| name.starts_with("Content-") && name != "Content-Location";
        let headers = self.headers.into_iter().filter(|(name, _)| !about_body(name)).collect();
        Self { status: 304, headers, body: String::new() }
    }
}

/// Half of a hash is more than any two documents will ever share by chance.
fn tag(body: &str) -> String {
    let hash = Sha256::digest(body.as_bytes());
    let hex: String = hash.iter().take(16).map(|octet| format!("{octet:02x}")).collect();
    format!("\"{hex}\"")
}

/// Whether a list of tags names one, weak or not: a platform that compresses makes tags weak.
fn names(list: &str, tag: &str) -> bool {
    list.split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
