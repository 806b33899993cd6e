//! `windows/{id}`: a page for people about one window.

use catalogue::{Language, fill};
use chrono::{DateTime, Utc};
use maud::{Markup, html};
use schedule::{
    Channel, Disposition, Known, Occurrence, Phase, Reader, Timeline, Words, speech::Speech,
};

use crate::{
    Answer, Site,
    event::Event,
    facts,
    html::{self, Contact, Document, Times, Told},
};

/// The page about the window `id`, or 404: also for a window that is not announced yet, or was
/// cancelled before it was, whose existence is nobody's business.
pub fn window_page(site: Site<'_>, id: &str, reader: Reader<'_>, now: DateTime<Utc>) -> Answer {
    let timeline = site.timeline;
    let known = timeline.known(now);
    let Some((phase, occurrence)) = announced(timeline, &known, id, now) else {
        return Answer::not_found();
    };
    let (service, language) = (&timeline.service, reader.language());
    let words = language.page();
    let name = service.name_for(reader);
    let own = Told::of(name, language);
    let speech = Speech::to(reader, service);
    let times = Times { start: occurrence.start, end: occurrence.end, speech };
    let kind = facts::kind(occurrence, language);
    let content = html! {
        p.service lang=[own.lang()] dir=[own.dir()] { (name.text) }
        h1 { (kind) }
        p.outlook { (standing(phase, language)) }
        dl {
            (times.rows(language))
            div {
                dt { (words.time_zone) }
                dd { (fill(words.zone_is, &[("label", speech.label), ("zone", &service.zone)])) }
            }
            (row(words.what, occurrence.summary_for(reader), language))
        }
        @for &place in &occurrence.channels {
            (channel(&timeline.channels[place], occurrence, reader))
        }
        @for part in others(timeline, occurrence) {
            @for &place in &part.channels {
                section {
                    (heading(&timeline.channels[place], reader))
                    p { (standing(timeline.phase(part, now), language)) }
                }
            }
        }
        @if let Some(known) = known_of(&known, occurrence) {
            (history(timeline, known, reader, now))
            // Beside the page, wherever that is read.
            p.details {
                a href={ (id) ".ics" } type="text/calendar" { (language.history().calendar) }
            }
        }
    };
    let title = format!("{kind} – {}", name.text);
    let head = preview(site, occurrence, &times, standing(phase, language), reader);
    let page = Document {
        language,
        title: &title,
        head: Some(&head),
        content: &content,
        times: Some(times),
        watch: None,
    };
    let body = page.written();
    let mut answer = Answer::document("text/html; charset=utf-8", body);
    answer.headers.push(("Content-Language", language.tag().to_owned()));
    answer.headers.push(("Vary", "Accept-Language".to_owned()));
    answer.headers.extend(html::headers());
    answer
}

/// What was changed since people could know of it, oldest first.
fn history(
    timeline: &Timeline,
    known: &Known<'_>,
    reader: Reader<'_>,
    now: DateTime<Utc>,
) -> Markup {
    let speech = Speech::to(reader, &timeline.service);
    let language = reader.language();
    let offset = *known.whole.occurrence.start.offset();
    let events = Event::all(timeline, known, now);
    let changes: Vec<_> = events.iter().filter(|event| event.is_amendment()).collect();
    html! {
        @if !changes.is_empty() {
            section {
                h2 { (language.history().title) }
                ul {
                    @for event in changes {
                        @let at = event.at.with_timezone(&offset);
                        li {
                            time datetime=(html::machine(at)) { (speech.moment(at)) } ": "
                            (event.said(&speech))
                        }
                    }
                }
            }
        }
    }
}

/// What chats show of a link to the page, and where readers of feeds find ours.
fn preview(
    site: Site<'_>,
    occurrence: &Occurrence,
    times: &Times<'_>,
    standing: &str,
    reader: Reader<'_>,
) -> Markup {
    let language = reader.language();
    let service = site.timeline.service.name_for(reader).text;
    let said = format!("{standing} {}", times.said());
    let feed = fill(language.history().feed, &[("service", service)]);
    let prefix = &site.timeline.edge.prefix;
    html! {
        meta name="description" content=(said);
        meta property="og:type" content="website";
        meta property="og:site_name" content=(service);
        meta property="og:title" content={ (service) ": " (facts::kind(occurrence, language)) };
        meta property="og:description" content=(said);
        meta property="og:url" content=(site.address(&facts::window_document(occurrence)));
        link rel="alternate" type="application/atom+xml" title=(feed) href={ (prefix) "/feed.atom" };
    }
}

/// The occurrence of the window `id` that matters, among those that people may know of; `known` is
/// what [`Timeline::known`] says at `now`.
pub(crate) fn announced<'a>(
    timeline: &'a Timeline,
    known: &'a [Known<'_>],
    id: &str,
    now: DateTime<Utc>,
) -> Option<(Phase, &'a Occurrence)> {
    let planned = what_matters(timeline, now, |occurrence| {
        occurrence.window.as_str() == id
            && occurrence.is_announced(now)
            && (!occurrence.cancelled || known_of(known, occurrence).is_some())
    });
    // What was taken out of the schedule is told of all the same, for as long as links lead here.
    let gone = || {
        let of_window = known.iter().filter(|known| known.whole.window() == id);
        of_window
            .map(|known| (known.phase, &known.whole.occurrence))
            .min_by_key(|(phase, occurrence)| order(*phase, occurrence))
    };
    planned.or_else(gone)
}

/// The same occurrence, with its history.
pub(crate) fn known_of<'a, 'b>(
    known: &'b [Known<'a>],
    occurrence: &Occurrence,
) -> Option<&'b Known<'a>> {
    known.iter().find(|known| {
        known.whole.occurrence.window == occurrence.window
            && known.whole.occurrence.of == occurrence.of
    })
}

/// The occurrence that matters at `now`, among those that are `wanted`.
pub(crate) fn what_matters(
    timeline: &Timeline,
    now: DateTime<Utc>,
    wanted: impl Fn(&Occurrence) -> bool,
) -> Option<(Phase, &Occurrence)> {
    timeline
        .occurrences
        .iter()
        .filter(|occurrence| wanted(occurrence))
        .map(|occurrence| (timeline.phase(occurrence, now), occurrence))
        .min_by_key(|(phase, occurrence)| order(*phase, occurrence))
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
pub(crate) fn others<'a>(
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

pub(crate) fn standing(phase: Phase, language: Language) -> &'static str {
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

fn heading(channel: &Channel, reader: Reader<'_>) -> Markup {
    let name = channel.name_for(reader);
    let told = Told::of(name, reader.language());
    html! { h2 lang=[told.lang()] dir=[told.dir()] { (name.text) } }
}

/// A row of a description list, where there is anything to say.
fn row(term: &str, text: Option<Words<'_>>, language: Language) -> Markup {
    let told = text.map(|text| (text.text, Told::of(text, language)));
    html! {
        @if let Some((text, told)) = told {
            div { dt { (term) } dd lang=[told.lang()] dir=[told.dir()] { (text) } }
        }
    }
}

fn channel(channel: &Channel, occurrence: &Occurrence, reader: Reader<'_>) -> Markup {
    let language = reader.language();
    let words = language.page();
    let told = [
        (words.before, channel.before_for(reader)),
        (words.during, channel.during_for(reader)),
        (words.after, channel.after_for(reader)),
    ];
    html! {
        section {
            (heading(channel, reader))
            @if !occurrence.cancelled {
                p { (disposition(channel, language)) }
                dl {
                    @for (when, text) in told { (row(when, text, language)) }
                    @if let Some(contact) = Contact::of(channel, reader) {
                        div { dt { (words.contact) } dd { (contact.written(language)) } }
                    }
                }
            }
        }
    }
}

/// What becomes of a channel's requests.
pub(crate) fn disposition(channel: &Channel, language: Language) -> &'static str {
    let words = language.page();
    match channel.disposition {
        Disposition::Unavailable => words.unavailable,
        Disposition::ReadOnly => words.read_only,
        Disposition::Hold => words.hold,
        Disposition::Unaffected => words.unaffected,
    }
}
