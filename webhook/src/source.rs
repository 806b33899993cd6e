//! Where events come from: revisions, and time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schedule::{Amendment, AmendmentKind, Phase, Plan, Timeline, Whole};

use crate::{About, Event, Occasion};

impl Event {
    /// What a revision did that people may know of, in the order of the windows' starts: what it
    /// changed, and then which phases that led to at once. `after` is the timeline that it put in
    /// force at `at`, with its history; `before` the one until then, `None` for the first of all.
    pub fn of_revision(
        before: Option<&Timeline>,
        after: &Timeline,
        revision: u32,
        at: DateTime<Utc>,
    ) -> Vec<Self> {
        // Before the first revision nothing was known of, so that all that is planned is news.
        let Some(before) = before else {
            let mut nothing = after.clone();
            nothing.occurrences = Vec::new().into();
            let first = after.clone().amended(Some(&nothing), revision, at);
            return Self::of_change(&nothing, &first, revision, at);
        };
        Self::of_change(before, after, revision, at)
    }

    fn of_change(
        before: &Timeline,
        after: &Timeline,
        revision: u32,
        at: DateTime<Utc>,
    ) -> Vec<Self> {
        let amendments = after.history.iter().filter(|amendment| amendment.revision == revision);
        let mut events: Vec<Self> =
            amendments.filter_map(|amendment| amended(amendment, after)).collect();
        events.extend(leaps(before, after, revision, at));
        events
    }

    /// What time did from just after `since` up to and with `until`, in order.
    pub fn of_time(timeline: &Timeline, since: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Self> {
        let mut events = Vec::new();
        for whole in Whole::all(timeline) {
            let mut at = since;
            while let Some(next) = timeline.next_change_of(&whole.occurrence, at) {
                if next > until {
                    break;
                }
                at = next;
                let phase = timeline.phase(&whole.occurrence, at);
                events.extend(entered(phase).map(|occasion| told(&whole, timeline, occasion, at)));
            }
        }
        // Windows are in the order of their starts, and this keeps them so at the same instant.
        events.sort_by_key(|event| event.at);
        events
    }
}

fn amended(amendment: &Amendment, timeline: &Timeline) -> Option<Event> {
    let Amendment { window, of, revision, at, kind, before, after } = amendment;
    let is_public =
        |plan: &Plan| plan.start <= *at || plan.announced.is_none_or(|announced| announced <= *at);
    // Some amendments only remember that nobody needs to be told.
    if !before.iter().chain(after).any(is_public) {
        return None;
    }
    let plan = after.as_ref().or(before.as_ref())?;
    let mut about = About::of((window, *of), plan, timeline);
    about.revision = Some(*revision);
    if let Some(before) = before {
        let moved = (before.start, before.end) != (plan.start, plan.end);
        about.before = moved.then_some((before.start, before.end));
        // Whoever is told of a channel is told, too, that a window is over it no longer.
        for channel in About::of((window, *of), before, timeline).channels {
            if !about.channels.contains(&channel) {
                about.channels.push(channel);
            }
        }
    }
    Some(Event::new(occasion(*kind), *at, about))
}

fn occasion(kind: AmendmentKind) -> Occasion {
    match kind {
        AmendmentKind::Added => Occasion::Announced,
        AmendmentKind::Removed => Occasion::Removed,
        AmendmentKind::Cancelled => Occasion::Cancelled,
        AmendmentKind::Restored => Occasion::Restored,
        AmendmentKind::Moved => Occasion::Moved,
        AmendmentKind::Finished => Occasion::Finished,
        AmendmentKind::Extended => Occasion::Extended,
        AmendmentKind::Shortened => Occasion::Shortened,
        AmendmentKind::Held => Occasion::Held,
        AmendmentKind::Released => Occasion::Released,
        AmendmentKind::Rescoped => Occasion::Rescoped,
        AmendmentKind::Reworded => Occasion::Reworded,
    }
}

/// Phases that a revision leads to at once: a window that is started now, or finished.
fn leaps(before: &Timeline, after: &Timeline, revision: u32, at: DateTime<Utc>) -> Vec<Event> {
    let name = |whole: &Whole| (whole.occurrence.window.clone(), whole.occurrence.of);
    let phases: BTreeMap<_, _> = Whole::all(before)
        .iter()
        .map(|whole| (name(whole), before.phase(&whole.occurrence, at)))
        .collect();
    let mut events = Vec::new();
    for whole in Whole::all(after) {
        let phase = after.phase(&whole.occurrence, at);
        let was = phases.get(&name(&whole)).copied();
        // Announcements are amendments. What comes into the schedule when it is over was never news.
        let is_news = match phase {
            Phase::Imminent | Phase::Active | Phase::Overrun => was != Some(phase),
            Phase::Ended => was.is_some_and(Phase::is_closed),
            Phase::Scheduled | Phase::Announced | Phase::Cancelled => false,
        };
        if let Some(occasion) = entered(phase).filter(|_| is_news) {
            let mut event = told(&whole, after, occasion, at);
            if let Some(about) = event.about.take() {
                event = Event::new(occasion, at, About { revision: Some(revision), ..about });
            }
            events.push(event);
        }
    }
    events
}

fn entered(phase: Phase) -> Option<Occasion> {
    match phase {
        Phase::Announced => Some(Occasion::Announced),
        Phase::Imminent => Some(Occasion::Imminent),
        Phase::Active => Some(Occasion::Started),
        Phase::Overrun => Some(Occasion::Overrun),
        Phase::Ended => Some(Occasion::Ended),
        Phase::Scheduled | Phase::Cancelled => None,
    }
}

fn told(whole: &Whole, timeline: &Timeline, occasion: Occasion, at: DateTime<Utc>) -> Event {
    let name = (&whole.occurrence.window, whole.occurrence.of);
    Event::new(occasion, at, About::of(name, &Plan::of(whole, timeline), timeline))
}
