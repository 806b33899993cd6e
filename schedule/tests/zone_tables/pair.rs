//! One name in both implementations.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{DateTime, Offset, TimeZone, Utc};
use chrono_tz::{OffsetName, TZ_VARIANTS, Tz};
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;

use crate::release::AHEAD;

/// In seconds, as all instants are here.
pub(crate) const HALF_HOUR: i64 = 30 * 60;
pub(crate) const DAY: i64 = 24 * 60 * 60;

pub(crate) struct Pair {
    ours: Tz,
    theirs: jiff::tz::TimeZone,
}

impl Pair {
    /// Of every name that both know.
    pub(crate) fn all() -> Vec<Pair> {
        let jiff = TimeZoneDatabase::bundled();
        let names = TZ_VARIANTS.iter().filter(|zone| !AHEAD.contains(&zone.name()));
        names.filter_map(|&ours| Some(Pair { ours, theirs: jiff.get(ours.name()).ok()? })).collect()
    }

    /// The instants at which either changes its offset.
    pub(crate) fn transitions(&self, years: &Range<i64>) -> BTreeSet<i64> {
        let before = timestamp(years.start - 1);
        let theirs = self.theirs.following(before).map(|change| change.timestamp().as_second());
        let mut instants: BTreeSet<i64> = theirs.take_while(|at| *at < years.end).collect();
        // Ours have to be looked for, as chrono-tz does not tell them. In a day is one at most.
        let offset = |instant| self.our_offset(instant);
        for day in every(DAY, years).filter(|day| offset(*day) != offset(day + DAY)) {
            let (mut before, mut after) = (day, day + DAY);
            while after - before > 1 {
                let middle = before.midpoint(after);
                let changed = offset(middle) != offset(day);
                *(if changed { &mut after } else { &mut before }) = middle;
            }
            instants.insert(after);
        }
        instants
    }

    /// What the two say of an instant, when it is not the same.
    pub(crate) fn difference(&self, instant: i64) -> Option<String> {
        let ours = self.ours.offset_from_utc_datetime(&utc(instant).naive_utc());
        let theirs = self.theirs.to_offset_info(timestamp(instant));
        // Where the IANA gives a zone no abbreviation, jiff writes the offset and we have none.
        let abbreviation = ours.abbreviation().unwrap_or(theirs.abbreviation());
        let same = ours.fix().local_minus_utc() == theirs.offset().seconds()
            && abbreviation == theirs.abbreviation();
        (!same).then(|| {
            format!(
                "  {} at {:?}: {} ({ours}) in our tables, {} ({}) in jiff's",
                self.ours.name(),
                utc(instant),
                ours.fix(),
                theirs.offset(),
                theirs.abbreviation()
            )
        })
    }

    fn our_offset(&self, instant: i64) -> i32 {
        self.ours.offset_from_utc_datetime(&utc(instant).naive_utc()).fix().local_minus_utc()
    }
}

/// The instants from the first one on, `step` apart.
pub(crate) fn every(step: i64, years: &Range<i64>) -> impl Iterator<Item = i64> {
    let end = years.end;
    std::iter::successors(Some(years.start), move |at| Some(at + step))
        .take_while(move |at| *at < end)
}

fn utc(instant: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(instant, 0).expect("the years are in chrono's range")
}

fn timestamp(instant: i64) -> Timestamp {
    Timestamp::from_second(instant).expect("the years are in jiff's range")
}
