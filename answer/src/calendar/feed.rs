//! `calendar.ics`: every occurrence that people may know of, for calendars to subscribe to.
//!
//! Each is an event of its own rather than a rule: most readers of maintenance calendars take only
//! the first occurrence of a rule. Times are in UTC, which every reader understands, and the bytes
//! change only when what is said does.

use catalogue::fill;
use chrono::{DateTime, Utc};
use schedule::{Disposition, Known, Length, Phase, Plan, Reader, speech::Speech};

use super::{end::shown_end, line::Lines, uid};
use crate::{
    Answer, Site,
    event::{Event, When, last_instant},
    facts, page,
};

/// Which events somebody wants, and how.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Only those over this channel, each for as long as it closes that.
    pub channel: Option<usize>,
    /// How long before its start each rings.
    pub alarm: Option<Length>,
    pub reader: Reader<'a>,
}

/// All of them.
pub fn calendar(site: Site<'_>, wanted: Wanted<'_>, now: DateTime<Utc>) -> Answer {
    answer(site, wanted, now, |_| true)
}

/// Those of one window, or 404.
pub fn window_calendar(site: Site<'_>, id: &str, wanted: Wanted<'_>, now: DateTime<Utc>) -> Answer {
    let is_wanted = |known: &Known<'_>| known.whole.window() == id;
    if !site.timeline.known(now).iter().any(is_wanted) {
        return Answer::not_found();
    }
    answer(site, wanted, now, is_wanted)
}

fn answer(
    site: Site<'_>,
    wanted: Wanted<'_>,
    now: DateTime<Utc>,
    is_wanted: impl Fn(&Known<'_>) -> bool,
) -> Answer {
    let language = wanted.reader.language();
    let service = site.timeline.service.name_for(wanted.reader).text;
    let name = fill(language.history().feed, &[("service", service)]);
    let mut lines = Lines::default();
    lines.value("BEGIN", "VCALENDAR");
    lines.value("VERSION", "2.0");
    lines.value("PRODID", "-//Intermission//Calendar//EN");
    lines.value("CALSCALE", "GREGORIAN");
    lines.text("NAME", &name);
    lines.text("X-WR-CALNAME", &name);
    lines.with("REFRESH-INTERVAL", &[("VALUE", "DURATION")], REFRESH);
    lines.value("X-PUBLISHED-TTL", REFRESH);
    let known = site.timeline.known(now).into_iter().filter(is_wanted);
    let known: Vec<Known<'_>> = known
        .filter(|known| {
            wanted.channel.is_none_or(|channel| known.whole.channels().contains(&channel))
        })
        .collect();
    // A calendar without any component is none (RFC 5545, section 3.6).
    if known.is_empty() {
        utc(&mut lines);
    }
    for known in &known {
        event(site, wanted, known, now, &mut lines);
    }
    lines.value("END", "VCALENDAR");
    let mut answer = Answer::shared("text/calendar; charset=utf-8", 5, lines.into_text());
    answer.headers.push(("Content-Language", language.tag().to_owned()));
    answer.headers.push(("Vary", "Accept-Language".to_owned()));
    answer
}

/// How often calendars are to look, where they heed it: most look every few hours.
const REFRESH: &str = "PT15M";

fn event(
    site: Site<'_>,
    wanted: Wanted<'_>,
    known: &Known<'_>,
    now: DateTime<Utc>,
    lines: &mut Lines,
) {
    let occurrence = &known.whole.occurrence;
    let (reader, language) = (wanted.reader, wanted.reader.language());
    let service = site.timeline.service.name_for(reader).text;
    let plan = plan(site, wanted, known);
    let start = plan.start.to_utc();
    let url = site.address(&facts::window_document(occurrence));
    let kind = facts::kind(occurrence, language);
    lines.value("BEGIN", "VEVENT");
    lines.value("UID", &uid(site.timeline, occurrence));
    lines.value("SEQUENCE", &known.revision().to_string());
    lines.instant("DTSTAMP", known.changed());
    lines.instant("CREATED", known.since);
    lines.instant("LAST-MODIFIED", known.changed());
    lines.instant("DTSTART", start);
    lines.instant("DTEND", shown_end(&plan, known.phase, now));
    lines.text("SUMMARY", &format!("{service}: {kind}"));
    lines.text("DESCRIPTION", &description(site, reader, known, &plan, now));
    lines.value("URL", &url);
    lines.value("STATUS", if plan.cancelled { "CANCELLED" } else { "CONFIRMED" });
    lines.text("CATEGORIES", kind);
    // Nobody's time is taken.
    lines.value("TRANSP", "TRANSPARENT");
    lines.value("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    organizer(site, known, lines);
    maintenance(site, wanted, known, lines);
    if let Some(alarm) = wanted.alarm.filter(|_| !plan.cancelled) {
        lines.value("BEGIN", "VALARM");
        lines.value("ACTION", "DISPLAY");
        lines.text("DESCRIPTION", &format!("{service}: {kind}"));
        lines.value("TRIGGER", &format!("-PT{}S", alarm.as_secs()));
        lines.value("END", "VALARM");
    }
    lines.value("END", "VEVENT");
}

/// What is planned, as far as the wanted channel goes.
fn plan(site: Site<'_>, wanted: Wanted<'_>, known: &Known<'_>) -> Plan {
    let plan = Plan::of(&known.whole, site.timeline);
    let finished = wanted.channel.and_then(|channel| {
        known.whole.finished.iter().find(|(place, _)| *place == channel).map(|(_, at)| *at)
    });
    match finished {
        Some(at) => Plan { end: Some(at), released: None, ..plan },
        None => plan,
    }
}

fn description(
    site: Site<'_>,
    reader: Reader<'_>,
    known: &Known<'_>,
    plan: &Plan,
    now: DateTime<Utc>,
) -> String {
    let (language, timeline) = (reader.language(), site.timeline);
    let words = language.page();
    let speech = Speech::to(reader, &timeline.service);
    let mut paragraphs = vec![page::standing(known.phase, language).to_owned(), speech.when(plan)];
    if last_instant(plan).is_none() || known.phase == Phase::Overrun {
        paragraphs.push(language.history().unknown_end.to_owned());
    }
    paragraphs.extend(plan.summary_for(reader).map(|summary| summary.text.to_owned()));
    for place in known.whole.channels() {
        let channel = &timeline.channels[place];
        let name = channel.name_for(reader).text;
        let mut part = vec![format!("{name}: {}", page::disposition(channel, language))];
        let told = [
            (words.before, channel.before_for(reader)),
            (words.during, channel.during_for(reader)),
            (words.after, channel.after_for(reader)),
        ];
        for (when, text) in told {
            part.extend(text.map(|text| format!("{when}: {}", text.text)));
        }
        if let Some((topic, contact)) = channel.topic_for(reader).zip(channel.contact.as_ref()) {
            part.push(format!("{}: {} {}", words.contact, topic.text, contact.email));
        }
        paragraphs.push(part.join("\n"));
    }
    let changes: Vec<String> = Event::all(timeline, known, now)
        .iter()
        .filter(|event| event.is_amendment())
        .map(|event| event.said(&speech))
        .collect();
    if !changes.is_empty() {
        paragraphs.push(format!("{}:\n{}", language.history().title, changes.join("\n")));
    }
    paragraphs.push(site.address(&facts::window_document(&known.whole.occurrence)));
    paragraphs.join("\n\n")
}

/// Whoever is asked about the first of its channels, or else the service itself.
fn organizer(site: Site<'_>, known: &Known<'_>, lines: &mut Lines) {
    let name = [("CN", &*site.timeline.service.name)];
    let channels = known.whole.channels().into_iter().map(|place| &site.timeline.channels[place]);
    let contact = channels.filter_map(|channel| channel.contact.as_ref()).next();
    let address = match contact {
        Some(contact) => format!("mailto:{}", contact.email),
        None => site.home().to_owned(),
    };
    lines.with("ORGANIZER", &name, &address);
}

/// What the parsers of network operators read (X-MAINTNOTE, draft 0.1): impact and status always, one
/// id, and every channel as an object with an impact of its own.
fn maintenance(site: Site<'_>, wanted: Wanted<'_>, known: &Known<'_>, lines: &mut Lines) {
    let occurrence = &known.whole.occurrence;
    let channels: Vec<_> = known
        .whole
        .channels()
        .into_iter()
        .filter(|place| wanted.channel.is_none_or(|channel| channel == *place))
        .map(|place| &site.timeline.channels[place])
        .collect();
    let id = match occurrence.of {
        Some(of) => format!("{}-{}", known.whole.window(), of.format("%Y%m%dT%H%M%S")),
        None => known.whole.window().to_owned(),
    };
    lines.text("X-MAINTNOTE-PROVIDER", &site.host());
    lines.text("X-MAINTNOTE-ACCOUNT", "all");
    lines.with("X-MAINTNOTE-MAINTENANCE-ID", &[("X-MAINTNOTE-PRECEDENCE", "PRIMARY")], &id);
    for channel in &channels {
        let impact = impact(channel.disposition).1;
        let parameters = [("X-MAINTNOTE-OBJECT-IMPACT", impact)];
        lines.with("X-MAINTNOTE-OBJECT-ID", &parameters, channel.id.as_str());
    }
    let worst = channels.iter().map(|channel| impact(channel.disposition)).max();
    lines.value("X-MAINTNOTE-IMPACT", worst.map_or("OUTAGE", |(_, word)| word));
    lines.value(
        "X-MAINTNOTE-STATUS",
        match known.phase {
            Phase::Scheduled => "TENTATIVE",
            Phase::Announced | Phase::Imminent => "CONFIRMED",
            Phase::Active | Phase::Overrun => "IN-PROCESS",
            Phase::Ended => "COMPLETED",
            Phase::Cancelled => "CANCELLED",
        },
    );
}

/// In the order of what is worse.
fn impact(disposition: Disposition) -> (u8, &'static str) {
    match disposition {
        Disposition::Unaffected => (0, "NO-IMPACT"),
        Disposition::Hold | Disposition::ReadOnly => (1, "DEGRADED"),
        Disposition::Unavailable => (2, "OUTAGE"),
    }
}

fn utc(lines: &mut Lines) {
    lines.value("BEGIN", "VTIMEZONE");
    lines.value("TZID", "UTC");
    lines.value("BEGIN", "STANDARD");
    lines.value("DTSTART", "19700101T000000");
    lines.value("TZOFFSETFROM", "+0000");
    lines.value("TZOFFSETTO", "+0000");
    lines.value("END", "STANDARD");
    lines.value("END", "VTIMEZONE");
}
