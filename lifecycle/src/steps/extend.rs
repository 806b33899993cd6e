//! A window ends later.

use crate::{
    Order, Refused, Until, Verb,
    about::About,
    edit::{Edit, Put},
};

/// A length counts from the end, or from now when the end has passed.
pub(super) fn extend(about: &About<'_>, until: Until) -> Result<(Edit, String), Refused> {
    let occurrence = about.occurrence();
    let is_past = occurrence.end.is_some_and(|end| end <= about.now);
    let end = match (until, occurrence.end) {
        (Until::At(moment), _) => moment.resolve(about.zone())?,
        (Until::By(_), None) => {
            return Err(Refused::UnknownEnd { window: about.window(), verb: Verb::Extend });
        }
        (Until::By(length), Some(old)) => about.moved(old.max(about.now), length.to_delta())?,
    };
    match occurrence.end {
        Some(old) => about.later(end, old, Order::LaterEnd)?,
        None => about.later(end, occurrence.start, Order::EndAfterStart)?,
    }
    if about.phase.is_closed() {
        about.later(end, about.now, Order::EndAfterNow)?;
    }
    let said = said(about, end);
    let from_now = is_past && matches!(until, Until::By(_));
    let counted = if from_now { "; counted from now, because the old end has passed" } else { "" };
    let edit = Edit { end: Put::Set(end), ..Edit::default() };
    Ok((edit, format!("extended {}: {said}{counted}", about.name())))
}

/// "ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m."
pub(super) fn said(about: &About<'_>, end: chrono::DateTime<chrono::FixedOffset>) -> String {
    let (voice, occurrence) = (about.voice(), about.occurrence());
    match occurrence.end {
        Some(old) => format!("ends {}", voice.end_instead(occurrence.start, end, old)),
        None => format!("ends {}; its end was not known", voice.end(occurrence.start, end)),
    }
}
