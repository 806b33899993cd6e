//! What is written down while requests come.

use std::time::Duration;

use crate::scale::keeper::Revision;
use crate::scale::queue::Question;

/// For how long the working fleet is looked at before the publication.
pub const STEADY: Duration = Duration::from_secs(20);

/// Seconds after the publication that are looked at one by one.
const SECONDS: usize = 60;

/// What happened to one fleet.
#[derive(Debug)]
pub struct Record {
    published: Duration,
    /// In the time before the publication.
    pub steady: Layers,
    /// In the minute after it.
    pub minute: Layers,
    /// What the keeper was asked in each second of that minute.
    pub asked: [u32; SECONDS],
    /// Requests of each second of that minute.
    pub requests: [u32; SECONDS],
    /// Those that were decided by the old revision.
    pub old: [u32; SECONDS],
    /// How long after the publication the last request was decided by the old revision.
    pub last_old: Duration,
    /// How long after the publication each isolate decided by the new one; ascending.
    pub followed: Vec<Duration>,
    /// How long requests waited that had to; ascending.
    pub waited: Vec<Duration>,
}

/// How much each layer had to do.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Layers {
    pub requests: u32,
    /// Isolates that asked, behind a request or in front of it.
    pub checks: u32,
    /// Requests that waited for what their isolate asked.
    pub waited: u32,
    /// Checks that were answered by a location's cache.
    pub fresh: u32,
    /// The keeper's answers.
    pub unchanged: u32,
    pub changed: u32,
    pub refused: u32,
}

impl Layers {
    /// What reached the keeper.
    pub fn asked(&self) -> u32 {
        self.unchanged + self.changed + self.refused
    }
}

impl Record {
    pub fn new(published: Duration) -> Self {
        Self {
            published,
            steady: Layers::default(),
            minute: Layers::default(),
            asked: [0; SECONDS],
            requests: [0; SECONDS],
            old: [0; SECONDS],
            last_old: Duration::ZERO,
            followed: Vec::new(),
            waited: Vec::new(),
        }
    }

    /// A request was decided.
    pub fn decided(&mut self, came: Duration, revision: Option<Revision>) {
        self.layers(came, |layers| layers.requests += 1);
        let Some(after) = came.checked_sub(self.published) else { return };
        let is_old = revision != Some(Revision::New);
        if is_old {
            self.last_old = self.last_old.max(after);
        }
        if let Some(second) = second(after) {
            self.requests[second] += 1;
            self.old[second] += u32::from(is_old);
        }
    }

    pub fn checked(&mut self, now: Duration, is_fresh: bool) {
        self.layers(now, |layers| {
            layers.checks += 1;
            layers.fresh += u32::from(is_fresh);
        });
    }

    /// The keeper was asked, and answered or refused.
    pub fn asked(&mut self, now: Duration, question: Question, told: Option<Revision>) {
        self.layers(now, |layers| match told {
            None => layers.refused += 1,
            Some(_) if told == question.known => layers.unchanged += 1,
            Some(_) => layers.changed += 1,
        });
        if let Some(second) = now.checked_sub(self.published).and_then(second) {
            self.asked[second] += 1;
        }
    }

    pub fn followed(&mut self, now: Duration) {
        self.followed.push(now.saturating_sub(self.published));
    }

    pub fn waited(&mut self, came: Duration, now: Duration) {
        self.layers(came, |layers| layers.waited += 1);
        self.waited.push(now.saturating_sub(came));
    }

    pub fn complete(mut self) -> Self {
        self.followed.sort_unstable();
        self.waited.sort_unstable();
        self
    }

    fn layers(&mut self, at: Duration, count: impl FnOnce(&mut Layers)) {
        match at.checked_sub(self.published) {
            None if at + STEADY >= self.published => count(&mut self.steady),
            Some(after) if second(after).is_some() => count(&mut self.minute),
            _ => {}
        }
    }
}

/// The first by which a share is reached, in hundredths of all that are told, in ascending order.
pub fn hundredth(sorted: &[Duration], hundredths: usize) -> Duration {
    let rank = (sorted.len() * hundredths).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

fn second(after: Duration) -> Option<usize> {
    usize::try_from(after.as_secs()).ok().filter(|second| *second < SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn a_request_counts_in_the_second_in_which_it_came() {
        let mut record = Record::new(AT(30_000));
        for (came, revision) in [
            (9_999, Some(Revision::Old)),
            (10_000, Some(Revision::Old)),
            (29_999, Some(Revision::Old)),
            (30_000, Some(Revision::Old)),
            (30_999, Some(Revision::New)),
            (31_000, None),
            (89_999, Some(Revision::New)),
            (90_000, Some(Revision::Old)),
        ] {
            record.decided(AT(came), revision);
        }
        assert_eq!((record.steady.requests, record.minute.requests), (2, 4));
        assert_eq!((&record.requests[..3], record.requests[59]), (&[2, 1, 0][..], 1));
        assert_eq!((&record.old[..3], record.old[59]), (&[1, 1, 0][..], 0));
        assert_eq!(record.last_old, AT(60_000));
    }

    #[test]
    fn the_keepers_answers_are_told_apart() {
        let mut record = Record::new(AT(0));
        let (old, new) = (Some(Revision::Old), Some(Revision::New));
        for (known, told) in [(old, old), (old, new), (None, new), (new, new), (new, None)] {
            let question = Question { generation: 0, known, waiting: None };
            record.asked(AT(1_500), question, told);
        }
        let Layers { unchanged, changed, refused, .. } = record.minute;
        assert_eq!((unchanged, changed, refused), (2, 2, 1));
        assert_eq!(record.asked[..3], [0, 5, 0]);
    }

    #[test]
    fn a_share_is_reached_with_the_first_that_completes_it() {
        let sorted = [10, 20, 30, 40].map(AT);
        for (hundredths, expected) in [(1, 10), (25, 10), (26, 20), (50, 20), (99, 40), (100, 40)] {
            assert_eq!(hundredth(&sorted, hundredths), AT(expected), "{hundredths} %");
        }
        assert_eq!(hundredth(&[], 50), Duration::ZERO);
    }
}
