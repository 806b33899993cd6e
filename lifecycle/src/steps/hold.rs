//! At its end a window stays closed until it is released.

use schedule::{Length, Overrun};

use crate::{
    Refused, Verb,
    about::About,
    edit::{Edit, Put},
};

/// With a limit, because whoever should release it may be asleep.
pub(super) fn hold(about: &About<'_>, limit: Length) -> Result<(Edit, String), Refused> {
    let (voice, occurrence) = (about.voice(), about.occurrence());
    let Some(end) = occurrence.end else {
        return Err(Refused::UnknownEnd { window: about.window(), verb: Verb::Hold });
    };
    let opens = about.moved(end, limit.to_delta())?;
    if about.holds() && occurrence.released == Some(opens) {
        return Err(Refused::HoldsAlready { window: about.window() });
    }
    let edit = Edit {
        overrun: Some(Overrun::Hold),
        hold_limit: Put::Set(limit),
        // A release that was written beforehand would count instead of the limit.
        released: Put::Remove,
        ..Edit::default()
    };
    let said = format!(
        "held {}: after its end, {}, it stays closed until it is released, at most {} longer, \
         until {}",
        about.name(),
        voice.end(occurrence.start, end),
        voice.length(limit),
        voice.end(occurrence.start, opens),
    );
    Ok((edit, said))
}
