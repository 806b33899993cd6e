//! What people may know of at an instant, with its history.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{
    Amendment, AmendmentKind, Plan, Timeline, Whole,
    history::{is_forgotten, key},
};
use crate::{Occurrence, Phase, WindowId};

/// An occurrence that people may know of at an instant: it is announced, and not over for longer
/// than [`Timeline::REMEMBERED`].
#[derive(Clone, Debug, PartialEq)]
pub struct Known<'a> {
    /// As it is planned now; of what was taken back, as it was planned last, and cancelled.
    pub whole: Whole,
    pub phase: Phase,
    /// From when on people could know of it.
    pub since: DateTime<Utc>,
    /// What was changed about it since then, oldest first.
    pub history: Vec<&'a Amendment>,
    /// Whether it is in the schedule no longer.
    pub gone: bool,
}

impl Known<'_> {
    /// The number of the revision that changed it last; 0 when none did since it was announced.
    pub fn revision(&self) -> u32 {
        self.history.last().map_or(0, |amendment| amendment.revision)
    }

    /// When what is said of it was changed last.
    pub fn changed(&self) -> DateTime<Utc> {
        self.history.last().map_or(self.since, |amendment| amendment.at)
    }
}

impl Timeline {
    /// Everything that people may know of at `now`, ascending by start. Whatever tells people of
    /// windows and of their history tells of these.
    ///
    /// A window that was taken out of the schedule after it was announced is among them, cancelled:
    /// a calendar that forgot it would leave it standing in the calendars of those who copied it.
    pub fn known(&self, now: DateTime<Utc>) -> Vec<Known<'_>> {
        let mut histories: BTreeMap<(&WindowId, Option<NaiveDateTime>), Vec<&Amendment>> =
            BTreeMap::new();
        for amendment in self.history.iter().filter(|amendment| amendment.at <= now) {
            histories.entry((&amendment.window, amendment.of)).or_default().push(amendment);
        }
        let mut known: Vec<Known<'_>> = Vec::new();
        for whole in Whole::of(self.occurrences.iter().filter(|one| is_near(one, now))) {
            let key = (&whole.occurrence.window, whole.occurrence.of);
            let history = standing(histories.get(&key).cloned().unwrap_or_default());
            known.extend(self.known_of(whole, history, now));
        }
        if !histories.is_empty() {
            for occurrence in self.occurrences.iter() {
                histories.remove(&(&occurrence.window, occurrence.of));
            }
        }
        for ((window, of), history) in histories {
            let history = last(history);
            let Some(plan) = history.last().and_then(|last| gone(last)) else { continue };
            let whole = plan.whole(window, of, &self.channels);
            let gone = self.known_of(whole, history, now);
            known.extend(gone.map(|known| Known { gone: true, ..known }));
        }
        known.sort_by(|a, b| {
            let order = |known: &Known<'_>| (known.whole.occurrence.start, key(&known.whole));
            order(a).cmp(&order(b))
        });
        known
    }

    fn known_of<'a>(
        &self,
        whole: Whole,
        mut history: Vec<&'a Amendment>,
        now: DateTime<Utc>,
    ) -> Option<Known<'a>> {
        let occurrence = &whole.occurrence;
        let plan = Plan::of(&whole, self);
        let since = match history.first() {
            Some(Amendment { kind: AmendmentKind::Added, at, .. }) => *at,
            Some(Amendment { at, before: Some(before), .. }) => before.since(*at),
            _ => plan.since(now),
        };
        let since = match occurrence.of {
            Some(_) => since.max(occurrence.start.to_utc() - Self::AHEAD),
            None => since,
        };
        let is_cancelled = |amendment: &&&Amendment| amendment.kind == AmendmentKind::Cancelled;
        let cancelled = history.iter().rfind(is_cancelled).filter(|_| occurrence.cancelled);
        let never_told = cancelled.is_some_and(|amendment| amendment.at < since);
        let forgotten = is_forgotten(plan.over(), now);
        if since > now || never_told || forgotten {
            return None;
        }
        let phase = self.phase(occurrence, now);
        // That a window that was over was taken out is housekeeping, and no news.
        let is_news = |one: &Amendment| one.after.is_some() || phase != Phase::Ended;
        history.retain(|amendment| amendment.at >= since && is_news(amendment));
        Some(Known { whole, phase, since, history, gone: false })
    }
}

/// Whether people may know of an occurrence. Of what recurs for years, most is far away, and nothing of
/// it is to be copied for every page that is sent.
fn is_near(occurrence: &Occurrence, now: DateTime<Utc>) -> bool {
    let appears = occurrence.start - Timeline::AHEAD;
    occurrence.is_announced(now)
        && (occurrence.of.is_none() || appears <= now)
        && !is_forgotten(occurrence.reopens(), now)
}

/// What was planned last of an occurrence that is in the schedule no longer. Where it was not over by
/// then, it does not take place.
fn gone(last: &Amendment) -> Option<Plan> {
    let plan = last.after.as_ref().or(last.before.as_ref())?;
    let was_over = plan.over().is_some_and(|over| over <= last.at);
    let cancelled = plan.cancelled || (last.after.is_none() && !was_over);
    Some(Plan { cancelled, ..plan.clone() })
}

/// What there is of a history since the occurrence was added, or taken back, if it ever was.
fn standing(history: Vec<&Amendment>) -> Vec<&Amendment> {
    let added = history.iter().rposition(|amendment| amendment.before.is_none());
    let removed = history.iter().rposition(|amendment| amendment.after.is_none());
    let first = added.max(removed.map(|place| place + 1)).unwrap_or(0);
    history.into_iter().skip(first).collect()
}

/// The same up to the last time that it was taken back.
fn last(history: Vec<&Amendment>) -> Vec<&Amendment> {
    let (last, before) = match history.split_last() {
        Some((last, before)) => (*last, standing(before.to_vec())),
        None => return history,
    };
    before.into_iter().chain([last]).collect()
}
