//! What was changed about occurrences since people could know of them.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Plan, Timeline, Whole};
use crate::{Overrun, WindowId};

/// What a revision changed about one occurrence that people knew of, or let them know of.
///
/// An occurrence is known by its window and, of one that recurs, by the local start that its rule
/// gives it. There is one amendment for a revision and an occurrence, whatever it changed: `kind` is
/// what weighs most in it, and the rest is the difference of the plans. From one amendment to the
/// next the plans join: what was said after one is what was said before the next.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Amendment {
    pub window: WindowId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<NaiveDateTime>,
    /// The number of the revision that made it.
    pub revision: u32,
    /// From when on it was in force; never earlier than in the amendment before.
    pub at: DateTime<Utc>,
    pub kind: AmendmentKind,
    /// What people could know before; `None` when that was nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Plan>,
    /// What they could know from then on; `None` when it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Plan>,
}

impl Amendment {
    pub(super) fn key(&self) -> Key {
        (self.window.clone(), self.of)
    }
}

/// What weighs most in an amendment, in this order.
///
/// | kind | what |
/// | --- | --- |
/// | `added` | people could not know of it before |
/// | `removed` | it is in the schedule no longer, or no longer announced |
/// | `cancelled`, `restored` | it does not take place; it does after all |
/// | `moved` | it starts at another time |
/// | `finished` | some of its channels, or all, are open early |
/// | `extended`, `shortened` | it ends later; it ends earlier; an unknown end is later than any |
/// | `held` | at its end it stays closed, until it is released |
/// | `released` | it opens by itself, or at another time than its limit said |
/// | `rescoped` | it is over other channels |
/// | `reworded` | another summary, or another reason |
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AmendmentKind {
    Added,
    Removed,
    Cancelled,
    Restored,
    Moved,
    Finished,
    Extended,
    Shortened,
    Held,
    Released,
    Rescoped,
    Reworded,
}

impl AmendmentKind {
    /// The word for it in documents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Cancelled => "cancelled",
            Self::Restored => "restored",
            Self::Moved => "moved",
            Self::Finished => "finished",
            Self::Extended => "extended",
            Self::Shortened => "shortened",
            Self::Held => "held",
            Self::Released => "released",
            Self::Rescoped => "rescoped",
            Self::Reworded => "reworded",
        }
    }

    fn of(before: &Plan, after: &Plan, at: DateTime<Utc>) -> Self {
        let ever = DateTime::<Utc>::MAX_UTC.fixed_offset();
        let (old, new) = (before.end.unwrap_or(ever), after.end.unwrap_or(ever));
        let finished = |plan: &Plan| plan.finished.len();
        if before.cancelled != after.cancelled {
            if after.cancelled { Self::Cancelled } else { Self::Restored }
        } else if before.start != after.start {
            Self::Moved
        } else if finished(after) > finished(before) || (new < old && new <= at) {
            Self::Finished
        } else if new != old {
            if new > old { Self::Extended } else { Self::Shortened }
        } else if before.overrun != after.overrun {
            if after.overrun == Overrun::Hold { Self::Held } else { Self::Released }
        } else if before.released != after.released || before.limited != after.limited {
            if after.released.is_some() && !after.limited { Self::Released } else { Self::Held }
        } else if before.channels != after.channels || before.finished != after.finished {
            Self::Rescoped
        } else {
            Self::Reworded
        }
    }
}

impl Timeline {
    /// How far ahead of its start an occurrence of a window that recurs is told of: of one that recurs
    /// for years, what is further away is nobody's concern yet.
    pub const AHEAD: TimeDelta = TimeDelta::days(92);

    /// How long after its end an occurrence is remembered.
    pub const REMEMBERED: TimeDelta = TimeDelta::days(90);

    /// A timeline remembers no more amendments than these, the newest: isolates read them all when
    /// they load it.
    pub const AMENDMENTS: usize = 500;

    /// With the history of the timeline `before`, and with what differs from it since `at`, when this
    /// one comes into force as `revision`.
    ///
    /// Of a window that recurs, what starts more than [`Timeline::AHEAD`] after `at` is not told
    /// of yet, and so no amendment is about it. Nor is one about what was over that long before.
    #[must_use]
    pub fn amended(mut self, before: Option<&Self>, revision: u32, at: DateTime<Utc>) -> Self {
        let Some(before) = before else { return self };
        let mut history = before.remembered(at);
        history.extend(differences(before, &self, revision, at));
        let surplus = history.len().saturating_sub(Self::AMENDMENTS);
        history.drain(..surplus);
        self.history = history;
        self
    }

    /// The history without what is about occurrences that are forgotten by `at`: their names may be
    /// used again.
    fn remembered(&self, at: DateTime<Utc>) -> Vec<Amendment> {
        let mut over: HashMap<Key, Option<DateTime<FixedOffset>>> = HashMap::new();
        for whole in Whole::all(self) {
            over.insert(key(&whole), Plan::of(&whole, self).over());
        }
        // The newest first: of what is gone, the last plan says when it was over.
        for amendment in self.history.iter().rev() {
            let plan = amendment.after.as_ref().or(amendment.before.as_ref());
            let planned = plan.and_then(Plan::over).or(Some(amendment.at.fixed_offset()));
            over.entry(amendment.key()).or_insert(planned);
        }
        let is_remembered = |amendment: &&Amendment| {
            !over.get(&amendment.key()).is_some_and(|over| is_forgotten(*over, at))
        };
        self.history.iter().filter(is_remembered).cloned().collect()
    }
}

/// What an occurrence is known by.
pub(super) type Key = (WindowId, Option<NaiveDateTime>);

pub(super) fn key(whole: &Whole) -> Key {
    (whole.occurrence.window.clone(), whole.occurrence.of)
}

fn differences(
    before: &Timeline,
    after: &Timeline,
    revision: u32,
    at: DateTime<Utc>,
) -> Vec<Amendment> {
    let plans = |timeline: &Timeline| -> BTreeMap<Key, Plan> {
        let wholes = Whole::all(timeline).into_iter();
        wholes.map(|whole| (key(&whole), Plan::of(&whole, timeline))).collect()
    };
    let (mut olds, news) = (plans(before), plans(after));
    let mut pairs: Vec<(Key, Option<Plan>, Option<Plan>)> = news
        .into_iter()
        .map(|(key, new)| {
            let old = olds.remove(&key);
            (key, old, Some(new))
        })
        .collect();
    pairs.extend(olds.into_iter().map(|(key, old)| (key, Some(old), None)));
    let start = |plan: &Option<Plan>| plan.as_ref().map(|plan| plan.start);
    pairs.sort_by_cached_key(|(key, old, new)| (start(new).or(start(old)), key.clone()));
    pairs
        .into_iter()
        .filter_map(|((window, of), before, after)| {
            let (kind, before, after) = amended(before, after, of.is_some(), at)?;
            Some(Amendment { window, of, revision, at, kind, before, after })
        })
        .collect()
}

/// What people learn of a change, if it is any of their business.
fn amended(
    old: Option<Plan>,
    new: Option<Plan>,
    recurs: bool,
    at: DateTime<Utc>,
) -> Option<(AmendmentKind, Option<Plan>, Option<Plan>)> {
    // Of what is never announced after all, it is enough to remember that it need not be.
    if let (Some(before), Some(after)) = (&old, &new)
        && before.cancelled != after.cancelled
        && is_secret(before, at)
        && is_secret(after, at)
    {
        return Some((AmendmentKind::of(before, after, at), old, new));
    }
    let told = |plan: Option<Plan>| plan.filter(|plan| is_told(plan, recurs, at));
    match (told(old), told(new)) {
        (None, None) => None,
        (None, Some(after)) => Some((AmendmentKind::Added, None, Some(after))),
        (Some(before), None) => Some((AmendmentKind::Removed, Some(before), None)),
        (Some(before), Some(after)) => {
            let tells = !before.says_what(&after);
            tells.then(|| (AmendmentKind::of(&before, &after, at), Some(before), Some(after)))
        }
    }
}

fn is_told(plan: &Plan, recurs: bool, at: DateTime<Utc>) -> bool {
    let is_near = !recurs || plan.start - Timeline::AHEAD <= at;
    is_near && !is_secret(plan, at) && !is_forgotten(plan.over(), at)
}

fn is_secret(plan: &Plan, at: DateTime<Utc>) -> bool {
    plan.since(at) > at
}

pub(super) fn is_forgotten(over: Option<DateTime<FixedOffset>>, at: DateTime<Utc>) -> bool {
    over.is_some_and(|over| over <= at - Timeline::REMEMBERED)
}

/// Reads a history without what this build does not understand: a gate must not fail over what is
/// only told, and a newer keeper may know of more kinds.
pub(super) fn read<'de, D: Deserializer<'de>>(reader: D) -> Result<Vec<Amendment>, D::Error> {
    let amendments = Vec::<serde_json::Value>::deserialize(reader)?;
    let read = |amendment| serde_json::from_value(amendment).ok();
    Ok(amendments.into_iter().filter_map(read).filter(is_in_range).collect())
}

fn is_in_range(amendment: &Amendment) -> bool {
    let mut plans = amendment.before.iter().chain(&amendment.after);
    Timeline::YEARS.contains(&amendment.at.year()) && plans.all(Plan::is_in_range)
}
