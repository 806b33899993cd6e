//! A window begins now, and ends as planned.

use crate::{
    Order, Refused,
    about::About,
    edit::{Edit, Put},
};

pub(super) fn start(about: &About<'_>) -> Result<(Edit, String), Refused> {
    let (voice, occurrence) = (about.voice(), about.occurrence());
    if let Some(end) = occurrence.end {
        about.later(end, about.now, Order::EndAfterNow)?;
    }
    let edit = Edit {
        start: Put::Set(about.now),
        // The end is written too: what says how long it takes would move it.
        end: occurrence.end.map_or(Put::Keep, Put::Set),
        ..Edit::default()
    };
    let end = match occurrence.end {
        Some(end) => format!("ends {} as planned", voice.end(about.now, end)),
        None => "its end is not known yet".to_owned(),
    };
    let start = voice.start_instead(about.now, occurrence.start);
    Ok((edit, format!("started {}: begins {start}, {end}", about.name())))
}
