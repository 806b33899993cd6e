//! The banner as the edge writes it into a page: what its visitor is told, whole and in its final shape,
//! before any script has run.
//!
//! What to say is decided by `widget`, as in the browser; here it is put into words and markup. The
//! parts, their order and their names are those that `widget/js/paper.js` makes: it takes these over
//! when it comes, and says what only it can, the times by the visitor's own clock.

mod dismissed;
mod message;
mod shadow;

use catalogue::Language;
use chrono::{DateTime, Utc};
use maud::{PreEscaped, html};
use schedule::{Reader, Timeline};

use crate::timeline::{announced, for_page};

pub use dismissed::Dismissed;

/// The page that a banner is written into.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// What its `<html>` says of its language; empty when nothing.
    pub lang: &'a str,
    pub dismissed: Dismissed<'a>,
    pub style: Style<'a>,
    /// What the page's policy asks scripts and styles for.
    pub nonce: Option<&'a str>,
    /// Whether the page's policy lets our script run.
    pub script: bool,
    /// The zone that the platform says the visitor is in; empty where it does not say.
    pub zone: &'a str,
    /// Which version of the banner's files it loads.
    pub version: &'a str,
}

/// How the page's policy lets the banner have its looks.
#[derive(Clone, Copy, Debug)]
pub enum Style<'a> {
    /// By the text of its style sheet.
    Inline(&'a str),
    /// By a link to it.
    Linked,
    /// Not at all: it is a sentence then.
    Forbidden,
}

/// The element for the users of a channel, with all it needs, in ASCII so that it is right in any
/// encoding of the page; nothing when there is nothing that they could be told.
pub fn banner(
    timeline: &Timeline,
    revision: u32,
    channel: usize,
    page: &Page<'_>,
    now: DateTime<Utc>,
) -> Option<String> {
    let known = timeline.known(now);
    let told = announced(timeline, &known, channel, now);
    if told.is_empty() {
        return None;
    }
    let language = Language::from_tag(page.lang);
    let said = message::said(timeline, &told, channel, page.dismissed, now);
    let tag = if page.lang.is_empty() { language.tag() } else { page.lang };
    let reader = Reader::new(tag, language, &timeline.service);
    let said = said.map(|message| message::Telling { timeline, channel, reader, message });
    let id = timeline.channels[channel].id.as_str();
    let prefix = &timeline.edge.prefix;
    let markup = html! {
        // It makes room for one that the page itself places.
        maintenance-banner channel=(id) spare {
            @if let Some(said) = &said {
                @if page.script { (shadow::root(said, page)) }
                p lang=(language.tag()) { (said.sentence()) }
            }
            @if page.script {
                script type="application/json" slot="data" {
                    (PreEscaped(data(&for_page(timeline, &known, revision, channel, now))))
                }
            }
        }
        @if page.script {
            script type="module" src={ (prefix) "/banner/" (page.version) "/banner.js" } nonce=[page.nonce] {}
        }
    };
    Some(ascii(&markup.into_string()))
}

/// JSON that can stand in an element: nothing in it ends one, and all of it is ASCII.
fn data(json: &str) -> String {
    let mut data = String::with_capacity(json.len());
    for unit in json.encode_utf16() {
        match u8::try_from(unit).ok().map(char::from).filter(char::is_ascii) {
            Some(plain) if !matches!(plain, '<' | '>' | '&') => data.push(plain),
            _ => data += &format!("\\u{unit:04x}"),
        }
    }
    data
}

/// Markup with references in place of all that is not ASCII.
fn ascii(markup: &str) -> String {
    let mut plain = String::with_capacity(markup.len());
    for letter in markup.chars() {
        match letter {
            letter if letter.is_ascii_control() && letter != '\n' => {}
            letter if letter.is_ascii() => plain.push(letter),
            letter => plain += &format!("&#{};", u32::from(letter)),
        }
    }
    plain
}
