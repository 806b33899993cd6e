//! Pages, for people.

use schedule::Form;

use super::{Because, Detected, Media, asked::Asked};

/// A page for whoever goes to one with a browser. Browsers say so in `Sec-Fetch-Dest`, those of
/// before 2023 not all; for them it is a `GET`, a `HEAD` or a form that names HTML and nothing
/// else rather.
pub(super) fn page(asked: &Asked<'_>) -> Option<Detected> {
    if let Some(destination) = asked.destination() {
        let because = Because::Destination(destination);
        return destination.is_page().then(|| Detected::new(Form::Html, because));
    }
    let accept = asked.accept();
    let html = accept.weight(|media| media == Media::Html)?;
    let rather = accept.weight(|media| media.is_json() || media.is_xml() || media == Media::Text);
    let wants_page = is_how_browsers_ask(asked) && rather.is_none_or(|rather| rather <= html);
    wants_page.then(|| Detected::new(Form::Html, Because::AcceptPrefers(Media::Html)))
}

fn is_how_browsers_ask(asked: &Asked<'_>) -> bool {
    let is_form = || matches!(asked.content(), Some(Media::Form | Media::Text));
    (asked.retrieves() || asked.method() == "POST") && (asked.content_type().is_none() || is_form())
}
