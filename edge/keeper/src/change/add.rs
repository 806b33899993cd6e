//! A new window, out of its JSON.

use chrono::{DateTime, Utc};
use lifecycle::{Announcement, NewWindow};
use schedule::{Overrun, Reason};

use super::text;
use crate::{query::shown, refusal::Refusal};

/// # Errors
///
/// A refusal with 400 that names the member that cannot be read.
pub(super) fn window(asked: &admin::NewWindow, now: DateTime<Utc>) -> Result<NewWindow, Refusal> {
    let ending = text::ending(asked.end.as_deref(), asked.length.as_deref())?;
    Ok(NewWindow {
        id: asked.id.clone(),
        channels: asked.channels.clone(),
        start: text::moment_or_now("start", &asked.start, now)?,
        ending: ending.ok_or_else(|| {
            text::invalid("expected one of `end` and `length`, found neither")
                .with_help("where nobody knows, say `\"end\": \"unknown\"`")
        })?,
        reason: match asked.reason.as_deref() {
            None | Some("planned") => Reason::Planned,
            Some("emergency") => Reason::Emergency,
            Some(other) => return Err(word("reason", "`planned` or `emergency`", other)),
        },
        summary: asked.summary.clone(),
        announce: asked.announce.as_deref().map(|text| announcement(text, now)).transpose()?,
        overrun: match asked.overrun.as_deref() {
            None | Some("reopen") => Overrun::Reopen,
            Some("hold") => Overrun::Hold,
            Some(other) => return Err(word("overrun", "`reopen` or `hold`", other)),
        },
        hold_limit: asked
            .hold_limit
            .as_deref()
            .map(|limit| text::length("hold-limit", limit))
            .transpose()?,
    })
}

/// A length before the start, or a time.
fn announcement(text: &str, now: DateTime<Utc>) -> Result<Announcement, Refusal> {
    match text.parse() {
        Ok(length) => Ok(Announcement::Before(length)),
        Err(_) => text::moment_or_now("announce", text, now).map(Announcement::At),
    }
}

fn word(member: &str, expected: &str, found: &str) -> Refusal {
    text::unfit(member, &format!("expected {expected}, found `{}`", shown(found)))
}
