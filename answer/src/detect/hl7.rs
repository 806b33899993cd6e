//! HL7 v2 over HTTP.

use schedule::Form;

use super::{Because, Detected, Media, asked::Asked};

/// By `Content-Type`. What is posted as a form cannot be told from a browser: the schedule has a
/// rule for that.
pub(super) fn hl7(asked: &Asked<'_>) -> Option<Detected> {
    let media = asked.content().filter(|media| *media == Media::Hl7)?;
    Some(Detected::new(Form::Hl7, Because::ContentType(media)))
}
