//! What is written down while the clients come and go.

use chrono::{DateTime, TimeDelta, Utc};

use crate::reopening::crowd::{Client, Manner};
use crate::reopening::scenario::END;
use crate::reopening::site::Told;

/// Where the pictures begin, as seen from the end of the window.
pub const FROM: TimeDelta = TimeDelta::minutes(-10);
/// Where they end.
pub const UNTIL: TimeDelta = TimeDelta::minutes(20);

/// What happened on one way of reopening.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Record {
    /// Requests a second that reached the origin, from [`FROM`] on.
    pub origin: Vec<u32>,
    /// Requests a second that the edge answered.
    pub edge: Vec<u32>,
    /// How long after the end each machine was let in, in milliseconds; ascending.
    pub back: Vec<i64>,
    /// Requests that the edge answered after the end, and whose they were.
    pub again: Again,
}

/// Requests that were answered by the edge although the window was over.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Again {
    /// Of machines that came when they were told to.
    pub honouring: u64,
    pub heedless: u64,
    pub people: u64,
}

impl Record {
    pub fn new() -> Self {
        let seconds = usize::try_from((UNTIL - FROM).num_seconds()).unwrap_or_default();
        Self { origin: vec![0; seconds], edge: vec![0; seconds], ..Self::default() }
    }

    /// Writes down what a client was told.
    pub fn note(&mut self, client: &Client, now: DateTime<Utc>, told: Told) {
        let after = now - END;
        let lane = match told {
            Told::Pass => &mut self.origin,
            Told::Wait(_) => &mut self.edge,
        };
        let millis = (after - FROM).num_milliseconds();
        if let Ok(second) = usize::try_from(millis.div_euclid(1000))
            && let Some(count) = lane.get_mut(second)
        {
            *count += 1;
        }
        match told {
            Told::Pass if client.is_machine() => self.back.push(after.num_milliseconds()),
            Told::Pass => {}
            Told::Wait(_) if after < TimeDelta::zero() => {}
            Told::Wait(_) => *self.again.of(client.manner) += 1,
        }
    }

    /// The most requests that reached the origin in one second.
    pub fn peak(&self) -> u32 {
        self.origin.iter().copied().max().unwrap_or_default()
    }

    /// How many requests the edge answered while the window was open, from [`FROM`] on.
    pub fn answered_before(&self) -> u64 {
        let before = usize::try_from(-FROM.num_seconds()).unwrap_or_default();
        self.edge.iter().take(before).copied().map(u64::from).sum()
    }

    /// How long after the end this share of the machines was back, in hundredths: the time of the
    /// first with whom the share is reached.
    pub fn back_after(&self, hundredths: usize) -> TimeDelta {
        let rank = (self.back.len() * hundredths).div_ceil(100).max(1);
        TimeDelta::milliseconds(self.back.get(rank - 1).copied().unwrap_or_default())
    }
}

/// A length as a count of seconds, for an axis.
pub fn whole_seconds(length: TimeDelta) -> i32 {
    i32::try_from(length.num_seconds()).unwrap_or(i32::MAX)
}

impl Again {
    fn of(&mut self, manner: Manner) -> &mut u64 {
        match manner {
            Manner::Honours => &mut self.honouring,
            Manner::Heedless { .. } => &mut self.heedless,
            Manner::Person => &mut self.people,
        }
    }

    pub fn total(self) -> u64 {
        self.honouring + self.heedless + self.people
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(manner: Manner) -> Client {
        Client { address: "198.51.100.7".to_owned(), manner, first: END }
    }

    fn at(millis: i64) -> DateTime<Utc> {
        END + TimeDelta::milliseconds(millis)
    }

    #[test]
    fn requests_are_counted_in_the_second_in_which_they_arrive() {
        let mut record = Record::new();
        let machine = client(Manner::Honours);
        // 600 seconds are before the end; what is outside of what is looked at is not counted.
        for (millis, told, second) in [
            (-600_001, Told::Wait(1), None),
            (-600_000, Told::Wait(1), Some(0)),
            (-1, Told::Wait(1), Some(599)),
            (0, Told::Pass, Some(600)),
            (999, Told::Pass, Some(600)),
            (1_000, Told::Pass, Some(601)),
            (1_199_999, Told::Pass, Some(1_799)),
            (1_200_000, Told::Pass, None),
        ] {
            let before = record.origin.clone();
            let edge = record.edge.clone();
            record.note(&machine, at(millis), told);
            let (before, now) = match told {
                Told::Pass => (before, &record.origin),
                Told::Wait(_) => (edge, &record.edge),
            };
            let changed = now.iter().zip(before).position(|(now, before)| *now != before);
            assert_eq!(changed, second, "{millis}");
        }
        assert_eq!(record.peak(), 2);
        assert_eq!(record.answered_before(), 2);
        assert_eq!(record.again, Again::default());
    }

    #[test]
    fn who_is_sent_away_after_the_end_is_told_apart() {
        let mut record = Record::new();
        let heedless = client(Manner::Heedless { every: TimeDelta::seconds(5) });
        record.note(&heedless, at(-1), Told::Wait(1));
        record.note(&heedless, at(0), Told::Wait(1));
        record.note(&client(Manner::Honours), at(0), Told::Wait(1));
        record.note(&client(Manner::Honours), at(7), Told::Wait(1));
        record.note(&client(Manner::Person), at(0), Told::Pass);
        let expected = Again { honouring: 2, heedless: 1, people: 0 };
        assert_eq!((record.again, record.again.total()), (expected, 3));
        assert!(record.back.is_empty(), "people do not come back");
    }

    #[test]
    fn a_share_is_back_with_the_first_who_completes_it() {
        let back = |back: Vec<i64>, hundredths| {
            Record { back, ..Record::new() }.back_after(hundredths).num_milliseconds()
        };
        for (hundredths, expected) in [(1, 10), (25, 10), (26, 20), (50, 20), (95, 40), (100, 40)] {
            assert_eq!(back(vec![10, 20, 30, 40], hundredths), expected, "{hundredths} %");
        }
        assert_eq!(back((1..=1_000).collect(), 99), 990);
        assert_eq!(back(vec![], 50), 0);
    }
}
