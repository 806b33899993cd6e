//! Which revision a request is about.

use admin::Kind;

use crate::{asked::Asked, query::shown, refusal::Refusal};

/// Which revision a write is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Expected {
    /// Whichever is in force.
    Any,
    /// This one, and no other may have come since.
    Revision(u64),
}

impl Expected {
    /// Reads `If-Match`.
    ///
    /// # Errors
    ///
    /// A refusal with 428 when there is none, and with 400 when it is not one strong tag of ours.
    pub(crate) fn read(asked: &Asked) -> Result<Self, Refusal> {
        let text = asked.header("if-match").ok_or_else(|| {
            Refusal::new(
                Kind::RevisionRequired,
                "expected the header If-Match with the revision that this is about, found none",
            )
            .with_help("send the ETag of the schedule that you have read, or `If-Match: *`")
        })?;
        let text = text.trim();
        if text == "*" {
            return Ok(Self::Any);
        }
        let number = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        number.and_then(revision).map(Self::Revision).ok_or_else(|| {
            let detail = format!(
                "expected one revision such as `\"7\"`, or `*`, in the header If-Match, found `{}`",
                shown(text)
            );
            let refusal = Refusal::new(Kind::InvalidRequest, detail);
            match text {
                _ if text.starts_with("W/") => refusal.with_help(
                    "leave out `W/`, which something between us has added: a weak tag matches nothing",
                ),
                _ if revision(text).is_some() => refusal.with_help("put it in quotation marks"),
                _ => refusal,
            }
        })
    }

    /// # Errors
    ///
    /// A refusal with 412 when another revision is in force.
    pub(crate) fn check(self, in_force: u64) -> Result<(), Refusal> {
        match self {
            Self::Revision(expected) if expected != in_force => {
                let detail = format!(
                    "expected revision {expected} to be in force, found revision {in_force}"
                );
                Err(Refusal::new(Kind::RevisionConflict, detail)
                    .with_revision(in_force)
                    .with_help("read what is in force now, and decide again"))
            }
            _ => Ok(()),
        }
    }
}

/// Whether whoever asks has this revision already, by `If-None-Match`.
pub(crate) fn is_known(asked: &Asked, revision: u64) -> bool {
    let Some(text) = asked.header("if-none-match") else { return false };
    let tag = etag(revision);
    // Weak tags match as well here: what is between may have packed the answer.
    let mut tags = text.split(',').map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

pub(crate) fn etag(revision: u64) -> String {
    format!("\"{revision}\"")
}

/// A number as we write it: at most nine digits, without zeros before it.
fn revision(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.len() < 10 && text.bytes().all(|c| c.is_ascii_digit());
    let plain = text == "0" || !text.starts_with('0');
    (digits && plain).then(|| text.parse().ok()).flatten()
}
