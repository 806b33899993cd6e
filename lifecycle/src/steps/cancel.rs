//! A window does not take place.

use chrono::{DateTime, Utc};
use schedule::{Phase, Window};

use crate::{Refused, Verb, about::About, edit::Edit, pick, read::Read, voice::Voice};

pub(super) fn cancel(about: &About<'_>) -> (Edit, String) {
    let occurrence = about.occurrence();
    let span = about.voice().span(occurrence.start, occurrence.end);
    let edit = Edit { cancelled: true, ..Edit::default() };
    (edit, format!("cancelled {}: it was planned for {span}", about.name()))
}

/// All occurrences of a recurring window, unless one is open.
pub(crate) fn cancel_all(
    read: &Read,
    window: &Window,
    now: DateTime<Utc>,
) -> Result<(Edit, String), Refused> {
    let id = window.id.as_str();
    let refused =
        |phase| Refused::ImpossibleStep { window: id.to_owned(), verb: Verb::Cancel, phase };
    let next = pick::current(&read.timeline, &read.wholes(id), now);
    let next = &next.ok_or_else(|| refused(Phase::Ended))?.occurrence;
    let phase = read.timeline.phase(next, now);
    if !Verb::Cancel.follows(phase) {
        return Err(refused(phase));
    }
    let span = Voice::of(read.schedule.service()).span(next.start, next.end);
    let edit = Edit { cancelled: true, ..Edit::default() };
    Ok((edit, format!("cancelled `{id}` for good: none of it takes place; next was {span}")))
}
