//! `windows/{id}`: a page for people about one window.

use chrono::{DateTime, Utc};
use maud::{Markup, html};
use schedule::{Channel, Disposition, Occurrence, Phase, Timeline};

use crate::{Answer, html, words};

/// The page about the window `id`, or 404: also for a window that is not announced yet, or was
/// cancelled before it was, whose existence is nobody's business.
pub fn window_page(timeline: &Timeline, id: &str, now: DateTime<Utc>) -> Answer {
    let known = timeline
        .occurrences
        .iter()
        .map(|occurrence| (timeline.phase(occurrence, now), occurrence))
        .filter(|(_, occurrence)| occurrence.window.as_str() == id)
        .filter(|(_, occurrence)| occurrence.is_announced(now))
        .min_by_key(|(phase, occurrence)| order(*phase, occurrence));
    let Some((phase, occurrence)) = known else {
        return Answer::not_found();
    };
    let service = &timeline.service;
    let content = html! {
        p.service { (service.name) }
        h1 { (words::kind(occurrence)) }
        p.outlook { (standing(phase)) }
        dl {
            dt { "When" }
            dd { (words::when(occurrence, &service.label)) }
            dt { "Time zone" }
            dd { (service.label) " is " (service.zone) }
            @if let Some(summary) = &occurrence.summary {
                dt { "What" }
                dd { (summary) }
            }
        }
        @for &place in &occurrence.channels {
            (channel(&timeline.channels[place], occurrence))
        }
    };
    let title = format!("{} – {}", words::kind(occurrence), service.name);
    let body = html::document(&service.language, &title, &content);
    let mut answer = Answer::document("text/html; charset=utf-8", body);
    answer.headers.push(("Content-Language", service.language.clone()));
    answer.headers.push(("Content-Security-Policy", html::CONTENT_SECURITY_POLICY.to_owned()));
    answer.headers.push(("Referrer-Policy", "no-referrer".to_owned()));
    answer
}

/// Of a window that recurs, what is going on comes first, then what comes next, then what was last.
fn order(phase: Phase, occurrence: &Occurrence) -> (u8, i64) {
    let start = occurrence.start.timestamp();
    match phase {
        Phase::Active | Phase::Overrun => (0, start),
        Phase::Scheduled | Phase::Announced | Phase::Imminent => (1, start),
        Phase::Ended | Phase::Cancelled => (2, -start),
    }
}

fn standing(phase: Phase) -> &'static str {
    match phase {
        Phase::Scheduled | Phase::Announced => "This maintenance is announced.",
        Phase::Imminent => "This maintenance starts within minutes.",
        Phase::Active => "This maintenance is going on now.",
        Phase::Overrun => "This maintenance is taking longer than planned.",
        Phase::Ended => "This maintenance is over.",
        Phase::Cancelled => "This maintenance was cancelled.",
    }
}

fn channel(channel: &Channel, occurrence: &Occurrence) -> Markup {
    let disposition = match channel.disposition {
        Disposition::Unavailable => "Not available; requests are answered 503.",
        Disposition::ReadOnly => "Reading works; changes are answered 503.",
        Disposition::Hold => "Accepted now, processed afterwards.",
        Disposition::Unaffected => "Not affected.",
    };
    let told = [
        ("Before", &channel.instructions.before),
        ("During", &channel.instructions.during),
        ("After", &channel.instructions.after),
    ];
    html! {
        section {
            h2 { (channel.name) }
            @if !occurrence.cancelled {
                p { (disposition) }
                dl {
                    @for (when, text) in told {
                        @if let Some(text) = text {
                            dt { (when) }
                            dd { (text) }
                        }
                    }
                    @if let Some(contact) = &channel.contact {
                        dt { "Contact" }
                        dd {
                            (contact.topic) ": "
                            a href={ "mailto:" (contact.email) } { (contact.email) }
                        }
                    }
                }
            }
        }
    }
}
