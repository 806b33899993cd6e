//! The 503 as a page for a person.

use catalogue::Language;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use schedule::Channel;

use crate::{
    Refusal, Sent,
    facts::{Facts, Words},
};

/// The style of every page of ours, without the comment that opens its file.
fn style() -> &'static str {
    const FILE: &str = include_str!("page.css");
    FILE.split_once("*/\n").map_or(FILE, |(_, style)| style)
}

/// The page loads nothing and runs nothing. The hash is that of [`style`], as a test shows.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    style-src 'sha256-37IsslJhmuZ1/SbyZQ1SdHca6rINTnP8DJLyv64PZoo='; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a page is sent with besides what every answer is.
pub(crate) fn headers() -> [(&'static str, String); 2] {
    [
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY.to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ]
}

/// Deliberately not well-formed XML (`<meta>` is not closed): one SOAP library takes a well-formed
/// page for an empty success, and a record is lost.
pub(crate) fn body(facts: &Facts<'_>, refusal: &Refusal<'_>) -> String {
    let words = facts.language.page();
    let content = html! {
        p.service { (facts.service.name) }
        h1 lang=[foreign(facts, facts.title)] { (facts.title.text) }
        p.message lang=[foreign(facts, facts.message)] { (facts.message.text) }
        @if refusal.sent == Sent::Something {
            p { strong { @match facts.processed {
                Some(_) => (words.what_you_sent),
                None => (words.what_you_sent_perhaps),
            } } }
        }
        @if let Some(outlook) = &facts.outlook {
            p.outlook { (outlook) }
        }
        @if let Some(channel) = facts.channel {
            @if let Some(during) = &channel.instructions.during {
                h2 { (words.meanwhile) }
                p { (during) }
            }
            @if let Some(after) = &channel.instructions.after {
                h2 { (words.afterwards) }
                p { (after) }
            }
            (contact(channel, facts.language))
        }
        p.details { a href=(facts.help) { (words.about) } }
    };
    let title = format!("{} – {}", facts.title.text, facts.service.name);
    document(facts.language, &title, &content)
}

/// The tag of a text's language, where it is not the page's.
fn foreign<'a>(facts: &Facts<'_>, words: Words<'a>) -> Option<&'a str> {
    (words.language != facts.language.tag()).then_some(words.language)
}

/// A whole page around `content`.
pub(crate) fn document(language: Language, title: &str, content: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(language.tag()) dir=(language.direction().as_str()) {
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

pub(crate) fn contact(channel: &Channel, language: Language) -> Markup {
    html! {
        @if let Some(contact) = &channel.contact {
            h2 { (language.page().contact) }
            p { (contact.topic) ": " a href={ "mailto:" (contact.email) } { (contact.email) } }
        }
    }
}
