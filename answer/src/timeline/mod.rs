//! `timeline.json`: what is going on and what is announced, for banners and for the machines of others.
//!
//! The bytes depend on the clock only through the phases: there is no time of day in them, so that a
//! copy can be told from another by its bytes. The header `Date` says what time it is.

mod channel;
mod window;

use chrono::{DateTime, TimeDelta, Utc};
use schedule::{Known, Occurrence, Phase, ServiceTexts, Timeline, Translations};
use serde::Serialize;

use self::{channel::Channel, window::Window};
use crate::{Answer, instant::utc};

/// What is public at `now`, over all channels or over one: never a window before its announcement.
/// `revision` is the timeline's: 0 for the one that was deployed.
///
/// | window | stands in it |
/// | --- | --- |
/// | one that comes once | from its announcement on |
/// | an occurrence of one that recurs | from 92 days before its start on, once it is announced |
/// | one that is over, or was cancelled or taken out of the schedule after it was announced | for a day after its end |
pub fn timeline_json(
    timeline: &Timeline,
    revision: u32,
    channel: Option<usize>,
    now: DateTime<Utc>,
) -> Answer {
    let known = timeline.known(now);
    let document = document(timeline, &known, revision, channel, usize::MAX, now);
    Answer::shared("application/json", 5, written(&document))
}

/// The same for a page that is sent at `now`: with the time, because the page's own `Date` may be
/// another's, and with the windows that come first.
pub(crate) fn for_page(
    timeline: &Timeline,
    known: &[Known<'_>],
    revision: u32,
    channel: usize,
    now: DateTime<Utc>,
) -> String {
    let document = document(timeline, known, revision, Some(channel), MOST, now);
    written(&Dated { now: utc(now), document })
}

/// More than a person wants to hear of at once.
const MOST: usize = 4;

/// What the users of a channel may be told of on a page that is sent at `now`.
pub(crate) fn announced<'a>(
    timeline: &'a Timeline,
    known: &'a [Known<'a>],
    channel: usize,
    now: DateTime<Utc>,
) -> Vec<&'a Occurrence> {
    told(timeline, known, now)
        .into_iter()
        .filter(|occurrence| occurrence.channels.contains(&channel))
        .take(MOST)
        .filter(|occurrence| timeline.phase(occurrence, now) != Phase::Ended)
        .collect()
}

/// One window as `timeline.json` has it: its occurrences that are public at `now`, or 404.
pub fn window_json(timeline: &Timeline, id: &str, now: DateTime<Utc>) -> Answer {
    let known = timeline.known(now);
    let occurrences = told(timeline, &known, now).into_iter();
    let windows: Vec<_> = occurrences
        .filter(|occurrence| occurrence.window.as_str() == id)
        .map(|occurrence| Window::new(timeline, occurrence, &known, now))
        .collect();
    if windows.is_empty() {
        return Answer::not_found();
    }
    Answer::shared("application/json", 5, written(&windows))
}

fn document<'a>(
    timeline: &'a Timeline,
    known: &'a [Known<'a>],
    revision: u32,
    channel: Option<usize>,
    most: usize,
    now: DateTime<Utc>,
) -> Document<'a> {
    let concerns = |place: &usize| channel.is_none_or(|channel| *place == channel);
    let service = &timeline.service;
    let windows = told(timeline, known, now)
        .into_iter()
        .filter(|occurrence| occurrence.channels.iter().any(&concerns))
        .take(most);
    Document {
        service: Service {
            name: &service.name,
            zone: &service.zone,
            label: &service.label,
            language: &service.language,
            url: service.url.as_deref(),
            imminent: service.imminent.as_secs(),
            translations: &service.translations,
        },
        revision,
        next: next(timeline, known, now).map(utc),
        channels: timeline
            .channels
            .iter()
            .enumerate()
            .filter(|(place, _)| concerns(place))
            .map(|(place, channel)| Channel::new(channel, timeline.outlook(place, now)))
            .collect(),
        windows: windows.map(|occurrence| Window::new(timeline, occurrence, known, now)).collect(),
    }
}

/// What people may know of at `now` and may still want to, ascending by start.
fn told<'a>(
    timeline: &'a Timeline,
    known: &'a [Known<'a>],
    now: DateTime<Utc>,
) -> Vec<&'a Occurrence> {
    let is_news = |one: &&Occurrence| is_news(timeline, one, now);
    let mut told: Vec<_> = public(timeline, now).chain(gone(known).filter(is_news)).collect();
    told.sort_by_key(|occurrence| occurrence.start);
    told
}

/// The same of what is in the schedule.
fn public(timeline: &Timeline, now: DateTime<Utc>) -> impl Iterator<Item = &Occurrence> {
    timeline.occurrences.iter().filter(move |occurrence| {
        occurrence.is_announced(now)
            && appears(occurrence) <= now
            && is_news(timeline, occurrence, now)
    })
}

fn gone<'a>(known: &'a [Known<'a>]) -> impl Iterator<Item = &'a Occurrence> {
    known.iter().filter(|known| known.gone).map(|known| &known.whole.occurrence)
}

fn is_news(timeline: &Timeline, occurrence: &Occurrence, now: DateTime<Utc>) -> bool {
    leaves(timeline, occurrence, now).is_none_or(|leaves| leaves > now)
}

fn appears(occurrence: &Occurrence) -> DateTime<Utc> {
    match occurrence.of {
        Some(_) => occurrence.start.to_utc() - Timeline::AHEAD,
        None => DateTime::<Utc>::MIN_UTC,
    }
}

/// When it is no news any more that something is over: of what nobody knows the end, never.
fn leaves(
    timeline: &Timeline,
    occurrence: &Occurrence,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    const NEWS: TimeDelta = TimeDelta::days(1);
    let over = match timeline.phase(occurrence, now) {
        Phase::Ended => occurrence.reopens(),
        Phase::Cancelled => Some(occurrence.end.unwrap_or(occurrence.start)),
        _ => None,
    };
    over.map(|over| over.to_utc() + NEWS)
}

/// The next instant at which the document says something else by itself, as far as anybody may know.
fn next(timeline: &Timeline, known: &[Known<'_>], now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let announced = timeline.occurrences.iter().filter(|occurrence| occurrence.is_announced(now));
    announced
        .chain(gone(known))
        .flat_map(|occurrence| {
            let changes = window::changes(timeline, occurrence).into_iter().map(|(_, at)| at);
            changes.chain([appears(occurrence)]).chain(leaves(timeline, occurrence, now))
        })
        .filter(|at| *at > now)
        .min()
}

fn written(document: &impl Serialize) -> String {
    serde_json::to_string(document)
        .expect("texts and numbers under fixed keys can always be written")
}

#[derive(Serialize)]
struct Document<'a> {
    service: Service<'a>,
    revision: u32,
    next: Option<String>,
    channels: Vec<Channel<'a>>,
    windows: Vec<Window<'a>>,
}

#[derive(Serialize)]
struct Dated<'a> {
    now: String,
    #[serde(flatten)]
    document: Document<'a>,
}

#[derive(Serialize)]
struct Service<'a> {
    name: &'a str,
    zone: &'a str,
    label: &'a str,
    language: &'a str,
    url: Option<&'a str>,
    /// Seconds.
    imminent: u32,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    translations: &'a Translations<ServiceTexts>,
}
