//! A window is at another time.

use crate::{
    Ending, Moment, Order, Refused, Verb,
    about::About,
    edit::{Edit, Put},
};

pub(super) fn reschedule(
    about: &About<'_>,
    start: Moment,
    ending: Option<Ending>,
) -> Result<(Edit, String), Refused> {
    let (voice, occurrence) = (about.voice(), about.occurrence());
    let start = start.resolve(about.zone())?;
    let end = match ending {
        None => {
            let length = occurrence.end.map(|end| end - occurrence.start);
            length.map(|length| about.moved(start, length)).transpose()?
        }
        Some(Ending::At(moment)) => Some(moment.resolve(about.zone())?),
        Some(Ending::After(length)) => Some(about.moved(start, length.to_delta())?),
        Some(Ending::Unknown) if about.recurs() => {
            return Err(Refused::EndRequired { window: about.window() });
        }
        Some(Ending::Unknown) => None,
    };
    about.later(start, about.now, Order::StartAfterNow)?;
    if let Some(end) = end {
        about.later(end, start, Order::EndAfterStart)?;
    }
    if (start, end) == (occurrence.start, occurrence.end) {
        return Err(Refused::ChangesNothing { window: about.window(), verb: Verb::Reschedule });
    }
    let edit =
        Edit { start: Put::Set(start), end: end.map_or(Put::Remove, Put::Set), ..Edit::default() };
    let said = voice.span_instead((start, end), (occurrence.start, occurrence.end));
    Ok((edit, format!("rescheduled {}: {said}", about.name())))
}
