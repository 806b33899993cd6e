//! Data, for programs.

use schedule::Form;

use super::{Because, Destination, Detected, Media, asked::Asked};

/// A problem in JSON or XML, or text, by what is preferred and otherwise by what was sent. What a
/// browser wants for an image, a style and the like is nothing of these, so it gets text.
pub(super) fn data(asked: &Asked<'_>) -> Option<Detected> {
    if let Some(destination) = asked.destination()
        && destination != Destination::Script
    {
        return Some(Detected::new(Form::Text, Because::Destination(destination)));
    }
    let accept = asked.accept();
    if let Some(media) = accept.prefers(|media| form(media).is_some()) {
        return Some(Detected::new(form(media)?, Because::AcceptPrefers(media)));
    }
    let content = asked
        .content()
        .filter(|content| (content.is_json() || content.is_xml()) && !accept.refuses(*content))?;
    Some(Detected::new(form(content)?, Because::ContentType(content)))
}

fn form(media: Media) -> Option<Form> {
    match media {
        Media::Text => Some(Form::Text),
        media if media.is_json() => Some(Form::ProblemJson),
        media if media.is_xml() => Some(Form::ProblemXml),
        _ => None,
    }
}
