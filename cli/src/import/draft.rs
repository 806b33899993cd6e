//! From the events of a source to windows of a schedule.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset, Utc};
use schedule::{
    Diagnostic, Occurrence, Schedule, Severity, When as Read,
    speech::{Language, Speech},
};

use super::{
    base::{self, Base},
    channels::Channels,
    event::{Event, Key, State, Untaken, When},
    id,
    probe::Probe,
    series,
    why::Why,
    window::Written,
};

/// A window that was made of an event.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) event: Event,
    pub(super) id: String,
    pub(super) channels: Vec<String>,
    /// As it is written.
    pub(super) text: String,
    pub(super) told: Told,
}

/// When a window is.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// Of the first of its occurrences.
    pub(super) start: DateTime<FixedOffset>,
    pub(super) end: Option<DateTime<FixedOffset>>,
    pub(super) words: String,
}

/// What windows are made with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Making<'a> {
    pub(super) base: &'a Base,
    /// Whether what is over is taken.
    pub(super) past: bool,
    pub(super) now: DateTime<Utc>,
}

/// A window for each event of which there can be one, in the order of their starts.
pub(super) fn drafts(
    events: Vec<Result<Event, Untaken>>,
    channels: &mut Channels,
    making: Making<'_>,
) -> (Vec<Draft>, Vec<Untaken>) {
    let shared = shared(&events);
    let (mut drafts, mut untaken) = (Vec::new(), Vec::new());
    for event in events {
        let event = match event {
            Ok(event) => event,
            Err(not) => {
                untaken.push(not);
                continue;
            }
        };
        let (name, parts) = (event.name.clone(), event.parts);
        let is_shared = shared.contains(&id::slug(&event.key.name));
        match making.draft(event, is_shared, channels) {
            Ok(draft) => drafts.push(draft),
            Err(why) => untaken.push(Untaken { name, why, parts }),
        }
    }
    drafts.sort_by_key(|draft| draft.told.start);
    (drafts, untaken)
}

/// The names by which more than one event is known: a maintenance that takes several nights.
fn shared(events: &[Result<Event, Untaken>]) -> HashSet<String> {
    let mut known: HashMap<String, HashSet<&str>> = HashMap::new();
    for Event { key: Key { name, unique }, .. } in events.iter().flatten() {
        known.entry(id::slug(name)).or_default().insert(unique);
    }
    known.into_iter().filter(|(_, unique)| unique.len() > 1).map(|(name, _)| name).collect()
}

impl Making<'_> {
    fn draft(&self, mut event: Event, shared: bool, channels: &mut Channels) -> Result<Draft, Why> {
        let id = id::window(&event.key, shared);
        self.standing(&event, &id)?;
        let zone = self.base.zone();
        if let When::Repeating(repeating) = &event.when {
            let (repeating, notes) = series::settled(repeating, zone, self.now)?;
            event.when = When::Repeating(repeating);
            event.notes.extend(notes);
        }
        let over = channels.resolve(&event.objects)?;
        let written = Written {
            id: &id,
            channels: &over,
            when: &event.when,
            summary: event.summary.as_deref(),
            comments: &event.comments,
            zone,
        };
        let text = written.text();
        let all = channels.ids();
        let probe = Probe::new(&text, zone, &all, self.now)?;
        let told = self.told(&probe.schedule)?;
        if self.base.has_window(&id) {
            let mine = base::of(&probe.schedule, &id, self.now);
            let theirs = self.base.occurrences(&id, self.now);
            return Err(match is_same(&mine, &theirs) {
                true => Why::There { id },
                false => Why::ThereOtherwise {
                    id,
                    now: format!("{}, on {}", told.words, over.join(", ")),
                },
            });
        }
        if probe.is_over && !self.past {
            return Err(Why::Over);
        }
        Ok(Draft { event, id, channels: over, text, told })
    }

    /// What the source says of it.
    fn standing(&self, event: &Event, id: &str) -> Result<(), Why> {
        let series = event.series.as_ref().map(|series| id::window(series, false));
        if let Some(series) = series.filter(|series| self.base.has_window(series)) {
            return Err(Why::OfThere { id: series });
        }
        match event.state {
            State::Cancelled if self.base.has_window(id) && !self.base.is_cancelled(id) => {
                Err(Why::ThereUncancelled { id: id.to_owned() })
            }
            State::Cancelled => Err(Why::Cancelled),
            State::Over if !self.past => Err(Why::Over),
            State::Planned if !self.past && self.is_past(event) => Err(Why::Over),
            // Whoever did not say that it is over did not say when it will be, either.
            State::Open if self.is_past(event) => Err(Why::StillOpen),
            State::Over | State::Open | State::Planned => Ok(()),
        }
    }

    fn is_past(&self, event: &Event) -> bool {
        matches!(event.when, When::Once { end, .. } if end <= self.now)
    }

    fn told(&self, schedule: &Schedule) -> Result<Told, Why> {
        let speech = Speech::new(Language::English, self.base.label());
        let [window] = schedule.windows() else { return Err(Why::refused(None)) };
        match &window.when {
            Read::Once { start, end, .. } => {
                let span = |end| speech.span(*start, end);
                let words = end.map_or_else(|| speech.open_span(*start), span);
                Ok(Told { start: *start, end: *end, words })
            }
            Read::Repeating(series) => {
                let mut all = series.instances(DateTime::<Utc>::MAX_UTC);
                let first = all.next().ok_or(Why::refused(None))?;
                let span = speech.span(first.start, first.end);
                let words = match series.rule() {
                    Some(rule) => format!("{rule}, the first {span}"),
                    None => format!("{} times, the first {span}", all.count() + 1),
                };
                Ok(Told { start: first.start, end: Some(first.end), words })
            }
        }
    }
}

/// Whether two windows close the same at the same times.
fn is_same(mine: &[Occurrence], theirs: &[Occurrence]) -> bool {
    let same = |(one, other): (&Occurrence, &Occurrence)| {
        one.start == other.start
            && one.end == other.end
            && one.channels == other.channels
            && one.cancelled == other.cancelled
    };
    mine.len() == theirs.len() && mine.iter().zip(theirs).all(same)
}

/// The document with the windows behind what it has, those taken out that it cannot have.
///
/// # Errors
///
/// The document, and what is wrong with it, where that is none of the windows' fault.
pub(super) fn joined(
    base: &str,
    mut drafts: Vec<Draft>,
    now: DateTime<Utc>,
) -> Result<Joined, (String, Vec<Diagnostic>)> {
    let mut untaken = Vec::new();
    loop {
        let mut text = base.to_owned();
        let mut spans = Vec::new();
        for (place, draft) in drafts.iter().enumerate() {
            text += if place == 0 { "" } else { "\n" };
            let start = text.len();
            text += &draft.text;
            spans.push(start..text.len());
        }
        let diagnostics = schedule::parse(&text, now).diagnostics;
        let wrong = |it: &&Diagnostic| it.severity() == Severity::Error;
        let Some(wrong) = diagnostics.iter().find(wrong) else {
            return Ok(Joined { document: text, drafts, untaken });
        };
        // What is there stays; of two that are new, the later is where the parser points.
        let places = [Some(&wrong.span), wrong.other.as_ref()];
        let within = |at: usize| spans.iter().position(|span| span.contains(&at));
        let Some(place) = places.into_iter().flatten().find_map(|span| within(span.start)) else {
            return Err((text, diagnostics));
        };
        let draft = drafts.remove(place);
        let Event { name, parts, .. } = draft.event;
        untaken.push(Untaken { name, why: Why::refused(Some(wrong)), parts });
    }
}

/// A document with windows that it can have.
#[derive(Clone, Debug)]
pub(super) struct Joined {
    pub(super) document: String,
    pub(super) drafts: Vec<Draft>,
    pub(super) untaken: Vec<Untaken>,
}
