//! `windows/{id}`: a page for people about one window.

use catalogue::{Language, fill};
use chrono::{DateTime, Utc};
use maud::{Markup, html};
use schedule::{Channel, Disposition, Occurrence, Phase, Timeline, speech::Speech};

use crate::{Answer, facts, html};

/// The page about the window `id`, or 404: also for a window that is not announced yet, or was
/// cancelled before it was, whose existence is nobody's business.
pub fn window_page(
    timeline: &Timeline,
    id: &str,
    language: Language,
    now: DateTime<Utc>,
) -> Answer {
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
    let words = language.page();
    let speech = Speech::new(language, &service.label);
    let kind = facts::kind(occurrence, language);
    let content = html! {
        p.service { (service.name) }
        h1 { (kind) }
        p.outlook { (standing(phase, language)) }
        dl {
            dt { (words.when) }
            dd { (facts::when(occurrence, speech)) }
            dt { (words.time_zone) }
            dd { (fill(words.zone_is, &[("label", &service.label), ("zone", &service.zone)])) }
            @if let Some(summary) = &occurrence.summary {
                dt { (words.what) }
                dd { (summary) }
            }
        }
        @for &place in &occurrence.channels {
            (channel(&timeline.channels[place], occurrence, language))
        }
    };
    let title = format!("{kind} – {}", service.name);
    let body = html::document(language, &title, &content);
    let mut answer = Answer::document("text/html; charset=utf-8", body);
    answer.headers.push(("Content-Language", language.tag().to_owned()));
    answer.headers.push(("Vary", "Accept-Language".to_owned()));
    answer.headers.extend(html::headers());
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

fn standing(phase: Phase, language: Language) -> &'static str {
    let words = language.page();
    match phase {
        Phase::Scheduled | Phase::Announced => words.announced,
        Phase::Imminent => words.imminent,
        Phase::Active => words.active,
        Phase::Overrun => words.overrunning,
        Phase::Ended => words.ended,
        Phase::Cancelled => words.cancelled,
    }
}

fn channel(channel: &Channel, occurrence: &Occurrence, language: Language) -> Markup {
    let words = language.page();
    let disposition = match channel.disposition {
        Disposition::Unavailable => words.unavailable,
        Disposition::ReadOnly => words.read_only,
        Disposition::Hold => words.hold,
        Disposition::Unaffected => words.unaffected,
    };
    let told = [
        (words.before, &channel.instructions.before),
        (words.during, &channel.instructions.during),
        (words.after, &channel.instructions.after),
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
                        dt { (words.contact) }
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
