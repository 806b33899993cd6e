//! The 503 as a page for a person.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use schedule::{Channel, Closing};

use crate::words;

/// The style of every page of ours, without the comment that opens its file.
fn style() -> &'static str {
    const FILE: &str = include_str!("page.css");
    FILE.split_once("*/\n").map_or(FILE, |(_, style)| style)
}

/// The page loads nothing and runs nothing. The hash is that of [`style`], as a test shows.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    style-src 'sha256-37IsslJhmuZ1/SbyZQ1SdHca6rINTnP8DJLyv64PZoo='; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Deliberately not well-formed XML (`<meta>` is not closed): one SOAP library takes a well-formed
/// page for an empty success, and a record is lost.
pub(crate) fn body(closing: &Closing<'_>, sent: bool) -> String {
    let timeline = closing.timeline();
    let service = &timeline.service;
    let channel = closing.channel();
    let details = words::address(timeline, &words::window_document(closing.occurrence()));
    let content = html! {
        p.service { (service.name) }
        h1 { (service.title) }
        p.message { (service.message) }
        @if sent {
            p { strong { "What you sent was not processed. Please send it again afterwards." } }
        }
        p.outlook { (words::outlook(closing)) }
        @if let Some(during) = &channel.instructions.during {
            h2 { "In the meantime" }
            p { (during) }
        }
        @if let Some(after) = &channel.instructions.after {
            h2 { "Afterwards" }
            p { (after) }
        }
        (contact(channel))
        p.details { a href=(details) { "About this maintenance" } }
    };
    let title = format!("{} – {}", service.title, service.name);
    document(&service.language, &title, &content)
}

/// A whole page around `content`.
pub(crate) fn document(language: &str, title: &str, content: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(style())) }
            }
            body { main { (content) } }
        }
    }
    .into_string()
}

pub(crate) fn contact(channel: &Channel) -> Markup {
    html! {
        @if let Some(contact) = &channel.contact {
            h2 { "Contact" }
            p { (contact.topic) ": " a href={ "mailto:" (contact.email) } { (contact.email) } }
        }
    }
}
