//! The banner's parts, in its shadow tree: `widget/js/paper.js` makes the same, and a test holds them
//! together.

use catalogue::fill;
use maud::{Markup, PreEscaped, html};

use super::{Page, Style, message::Telling};
use crate::html::Told;

/// The shadow tree as it stands in a page; nothing where the page's policy leaves it no looks.
pub(super) fn root(said: &Telling<'_>, page: &Page<'_>) -> Markup {
    let prefix = &said.timeline.edge.prefix;
    let style = match page.style {
        Style::Inline(text) => html! { style nonce=[page.nonce] { (PreEscaped(text)) } },
        Style::Linked => {
            html! { link rel="stylesheet" href={ (prefix) "/banner/" (page.version) "/style.css" }; }
        }
        Style::Forbidden => return html! {},
    };
    let phase = said.phase().as_str();
    html! {
        template shadowrootmode="open" {
            (style)
            p part="status" role="status" dir="auto" {}
            section part={ "banner " (phase) } aria-labelledby="kind what" lang=(said.language().tag()) data-phase=(phase) {
                slot name="icon" {}
                div part="body" {
                    p part="heading" dir="auto" {
                        strong part="kind" id="kind" { (said.kind()) } " "
                        span part="state" { (said.state()) }
                    }
                    p part="save" dir="auto" {}
                    p part="change" dir="auto" {}
                    (text(said))
                    (times(said, page.zone))
                    (advice(said))
                    (contact(said))
                    (links(said))
                    slot name="extra" {}
                }
                // It does nothing before the script is there, and keeps its place until then.
                button part="dismiss waits" type="button" { (said.words().dismiss) }
            }
        }
    }
}

fn text(said: &Telling<'_>) -> Markup {
    let summary = said.occurrence().summary_for(said.reader);
    let own = summary.map(|summary| Told::of(summary, said.language()));
    html! {
        p part="summary" dir="auto" lang=[own.and_then(Told::lang)] {
            (summary.map_or("", |summary| summary.text))
        }
        div part="what" id="what" { @if let Some(what) = said.what() { p dir="auto" { (what) } } }
    }
}

/// The row of the visitor's own time keeps its place, under other words of the same length, until there
/// is somebody who knows it.
fn times(said: &Telling<'_>, zone: &str) -> Markup {
    let words = said.words();
    let is_here = zone == said.timeline.service.zone;
    let label = said.speech().label;
    let span = said.span();
    let row = |name: &str, value: &str, waits: Option<&str>| {
        html! { div part=[waits] { dt dir="auto" { (name) } dd dir="auto" { (value) } } }
    };
    html! {
        dl part="times" {
            @if is_here {
                (row(words.when, &span, None))
            } @else {
                (row(words.your_time, &span, Some("waits")))
                (row(&fill(words.service_time, &[("label", label)]), &span, None))
            }
            @if let Some(takes) = said.takes() { (row(words.takes, &takes, None)) }
        }
    }
}

fn advice(said: &Telling<'_>) -> Markup {
    html! {
        div part="advice" {
            @if let Some(advice) = said.advice() {
                p dir="auto" lang=[Told::of(advice, said.language()).lang()] { (advice.text) }
            }
        }
    }
}

fn contact(said: &Telling<'_>) -> Markup {
    let topic = said.channel().topic_for(said.reader).map_or("", |topic| topic.text);
    html! {
        p part="contact" dir="auto" {
            @if let Some(contact) = &said.channel().contact {
                (fill(said.words().contact, &[("topic", topic)])) " "
                a part="link" href={ "mailto:" (contact.email) } { (contact.email) }
            }
        }
    }
}

fn links(said: &Telling<'_>) -> Markup {
    let window = said.occurrence().window.as_str();
    let prefix = &said.timeline.edge.prefix;
    let place = format!("{prefix}/windows/{window}");
    html! {
        p part="links" dir="auto" {
            a part="details" href=(place) { (said.words().details) }
            @if said.phase() != schedule::Phase::Overrun {
                " " a part="calendar" href={ (place) ".ics" } { (said.words().calendar) }
            }
        }
    }
}
