//! `windows/{id}`: a page for people about one window.

use catalogue::{Language, fill};
use chrono::{DateTime, Utc};
use maud::{Markup, html};
use schedule::{Channel, Disposition, Occurrence, Phase, Timeline, speech::Speech};

use crate::{
    Answer, facts,
    html::{self, Document, Times, Told},
};

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
    let own = Told::new(&service.language, language);
    let speech = Speech::new(language, &service.label);
    let times = Times { start: occurrence.start, end: occurrence.end, speech };
    let kind = facts::kind(occurrence, language);
    let content = html! {
        p.service lang=[own.lang()] dir=[own.dir()] { (service.name) }
        h1 { (kind) }
        p.outlook { (standing(phase, language)) }
        dl {
            (times.rows(language))
            div {
                dt { (words.time_zone) }
                dd { (fill(words.zone_is, &[("label", &service.label), ("zone", &service.zone)])) }
            }
            @if let Some(summary) = &occurrence.summary {
                div { dt { (words.what) } dd lang=[own.lang()] dir=[own.dir()] { (summary) } }
            }
        }
        @for &place in &occurrence.channels {
            (channel(&timeline.channels[place], occurrence, own, language))
        }
        @for part in others(timeline, occurrence) {
            @for &place in &part.channels {
                section {
                    h2 lang=[own.lang()] dir=[own.dir()] { (timeline.channels[place].name) }
                    p { (standing(timeline.phase(part, now), language)) }
                }
            }
        }
    };
    let title = format!("{kind} – {}", service.name);
    let page =
        Document { language, title: &title, content: &content, times: Some(times), watch: None };
    let body = page.written();
    let mut answer = Answer::document("text/html; charset=utf-8", body);
    answer.headers.push(("Content-Language", language.tag().to_owned()));
    answer.headers.push(("Vary", "Accept-Language".to_owned()));
    answer.headers.extend(html::headers());
    answer
}

/// Of a window that recurs, what is going on comes first, then what comes next, then what was last.
/// Where channels were finished one after the other, the last of them says when it was over.
fn order(phase: Phase, occurrence: &Occurrence) -> (u8, i64, i64) {
    let start = occurrence.start.timestamp();
    let end = occurrence.end.map_or(i64::MIN, |end| -end.timestamp());
    match phase {
        Phase::Active | Phase::Overrun => (0, start, end),
        Phase::Scheduled | Phase::Announced | Phase::Imminent => (1, start, end),
        Phase::Ended | Phase::Cancelled => (2, -start, end),
    }
}

/// The other parts of the same occurrence: channels that were finished at a time of their own.
fn others<'a>(
    timeline: &'a Timeline,
    shown: &'a Occurrence,
) -> impl Iterator<Item = &'a Occurrence> {
    timeline.occurrences.iter().filter(move |part| {
        part.window == shown.window
            && part.of == shown.of
            && part.start == shown.start
            && part.channels != shown.channels
    })
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

fn channel(
    channel: &Channel,
    occurrence: &Occurrence,
    own: Told<'_>,
    language: Language,
) -> Markup {
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
            h2 lang=[own.lang()] dir=[own.dir()] { (channel.name) }
            @if !occurrence.cancelled {
                p { (disposition) }
                dl {
                    @for (when, text) in told {
                        @if let Some(text) = text {
                            div {
                                dt { (when) }
                                dd lang=[own.lang()] dir=[own.dir()] { (text) }
                            }
                        }
                    }
                    @if let Some(contact) = &channel.contact {
                        div { dt { (words.contact) } dd { (html::contact(contact, own)) } }
                    }
                }
            }
        }
    }
}
