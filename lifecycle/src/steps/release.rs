//! A window holds no longer.

use chrono::TimeDelta;
use schedule::{Overrun, Phase};

use crate::{
    Refused,
    about::About,
    edit::{Edit, Put},
    moment::whole,
};

/// Past its end it opens now; before it, it opens at its end.
pub(super) fn release(about: &About<'_>) -> Result<(Edit, String), Refused> {
    if about.phase == Phase::Overrun {
        return Ok(open(about, "released"));
    }
    let occurrence = about.occurrence();
    let Some(end) = occurrence.end else {
        return Err(Refused::ReopensAlready { window: about.window() });
    };
    if occurrence.reopens() == Some(end) {
        return Err(Refused::ReopensAlready { window: about.window() });
    }
    // For one occurrence of several, to reopen is to be released at its end.
    let edit = match about.recurs() {
        true => Edit { released: Put::Set(end), ..Edit::default() },
        false => Edit {
            overrun: Some(Overrun::Reopen),
            hold_limit: Put::Remove,
            released: Put::Remove,
            ..Edit::default()
        },
    };
    let end = about.voice().end(occurrence.start, end);
    Ok((edit, format!("released {}: opens by itself {end}", about.name())))
}

/// The current second, and no second before the end.
pub(super) fn open(about: &About<'_>, done: &str) -> (Edit, String) {
    let (voice, occurrence) = (about.voice(), about.occurrence());
    let at = match occurrence.end {
        Some(end) if end > about.now => whole(end) + TimeDelta::seconds(1),
        _ => about.now,
    };
    let edit = Edit { released: Put::Set(at), ..Edit::default() };
    let opens = voice.end(occurrence.start, at);
    let instead = match occurrence.reopens() {
        Some(old) => format!(" instead of {}", voice.end(occurrence.start, old)),
        None => String::new(),
    };
    (edit, format!("{done} {}: opens {opens}{instead}", about.name()))
}
