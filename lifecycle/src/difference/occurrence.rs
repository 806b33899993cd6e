//! The times of one occurrence.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use schedule::{Length, Overrun, Whole, Window};

use super::{Side, window};
use crate::{about::name, read::recurs};

/// Two windows, or two states of one, whose occurrences are compared.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub(super) before: &'a Side<'a>,
    pub(super) old: &'a Window,
    pub(super) after: &'a Side<'a>,
    pub(super) new: &'a Window,
    pub(super) now: DateTime<Utc>,
}

impl Pair<'_> {
    /// What differs about an occurrence, besides what differs about all of them.
    pub(super) fn said(&self, old: &Whole, new: &Whole) -> Vec<String> {
        let mut said: Vec<String> = self.cancelled(old, new).into_iter().collect();
        said.extend(self.moved(old, new));
        said.extend(self.over(old, new));
        said.extend(self.released(old, new));
        said.extend(self.finished(old, new));
        let name = name(&new.occurrence);
        said.into_iter().map(|words| format!("{name} {words}")).collect()
    }

    fn cancelled(&self, old: &Whole, new: &Whole) -> Option<String> {
        let pair = (old.occurrence.cancelled, new.occurrence.cancelled);
        // What is told of all of them is not told of each.
        if recurs(self.new) && pair == (self.old.cancelled, self.new.cancelled) {
            return None;
        }
        let span = |side: &Side<'_>, whole: &Whole| {
            side.voice().span(whole.occurrence.start, whole.occurrence.end)
        };
        match pair {
            (false, true) => {
                Some(format!("is cancelled; it was planned for {}", span(self.before, old)))
            }
            (true, false) => Some(format!("takes place after all: {}", span(self.after, new))),
            _ => None,
        }
    }

    fn moved(&self, old: &Whole, new: &Whole) -> Option<String> {
        let after = self.after.voice();
        let (old, new) = (&old.occurrence, &new.occurrence);
        match (old.start == new.start, old.end == new.end) {
            (true, true) => None,
            (false, true) => Some(format!("starts {}", after.start_instead(new.start, old.start))),
            (true, false) => Some(self.ends(new.start, old.end, new.end)),
            (false, false) => {
                let said = after.span_instead((new.start, new.end), (old.start, old.end));
                Some(format!("is at another time: {said}"))
            }
        }
    }

    fn ends(
        &self,
        start: DateTime<FixedOffset>,
        old: Option<DateTime<FixedOffset>>,
        new: Option<DateTime<FixedOffset>>,
    ) -> String {
        let voice = self.after.voice();
        match (old, new) {
            (Some(old), Some(new)) => {
                let word = match new > old {
                    true => "is extended",
                    false if new <= self.now => "is finished",
                    false => "is shortened",
                };
                format!("{word}: ends {}", voice.end_instead(start, new, old))
            }
            (None, Some(new)) => {
                format!("ends {}; its end was not known", voice.end(start, new))
            }
            (old, None) => {
                let old = old.map_or_else(String::new, |old| {
                    format!("; it was to end {}", voice.end(start, old))
                });
                format!("has no known end any more{old}")
            }
        }
    }

    fn over(&self, old: &Whole, new: &Whole) -> Vec<String> {
        let ids = (self.before.ids(&old.channels()), self.after.ids(&new.channels()));
        let common = (self.before.ids(&self.old.channels), self.after.ids(&self.new.channels));
        if ids == common { Vec::new() } else { window::over(&ids.0, &ids.1) }
    }

    /// A release, unless it is the limit that all of them have.
    fn released(&self, old: &Whole, new: &Whole) -> Option<String> {
        let holds = |whole: &Whole| {
            let occurrence = &whole.occurrence;
            let after = occurrence.released.zip(occurrence.end).map(|(at, end)| at - end);
            (occurrence.overrun, after)
        };
        let limited = |window: &Window| {
            let limit = window::limit(window).filter(|_| window.overrun == Overrun::Hold);
            (window.overrun, limit.map(Length::to_delta))
        };
        let (was, is): ((_, Option<TimeDelta>), _) = (holds(old), holds(new));
        if was == is || (was == limited(self.old) && is == limited(self.new)) {
            return None;
        }
        let (voice, occurrence) = (self.after.voice(), &new.occurrence);
        let opens = occurrence.reopens().map(|at| voice.end(occurrence.start, at));
        Some(match (occurrence.overrun, opens) {
            (Overrun::Reopen, Some(at)) => format!("opens by itself {at}"),
            (_, None) => "stays closed until it is released".to_owned(),
            (Overrun::Hold, Some(at)) => {
                let before = self.before.voice();
                let instead = match old.occurrence.reopens() {
                    Some(at) => before.end(old.occurrence.start, at),
                    None => "when it is released".to_owned(),
                };
                format!("opens {at} instead of {instead}")
            }
        })
    }

    fn finished(&self, old: &Whole, new: &Whole) -> Vec<String> {
        let voice = self.after.voice();
        let early = |side: &Side<'_>, whole: &Whole| {
            let finished = whole.finished.iter();
            let mut ids: Vec<(String, DateTime<FixedOffset>)> =
                finished.map(|(place, at)| (side.id(*place).to_owned(), *at)).collect();
            ids.sort_unstable();
            ids
        };
        let (was, is) = (early(self.before, old), early(self.after, new));
        let start = new.occurrence.start;
        let finished = is
            .iter()
            .filter(|entry| !was.contains(entry))
            .map(|(id, at)| format!("is finished early on `{id}`: {}", voice.end(start, *at)));
        let open = was
            .iter()
            .filter(|(id, _)| !is.iter().any(|(known, _)| known == id))
            .map(|(id, _)| format!("is not finished early on `{id}` any more"));
        finished.chain(open).collect()
    }
}
