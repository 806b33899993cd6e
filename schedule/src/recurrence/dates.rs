//! The dates that a rule finds.

use chrono::{Datelike, Days, Month, Months, NaiveDate, Weekday};

use super::{Bound, Day, Frequency, Rule};
use crate::Timeline;

impl Rule {
    /// The dates from `first` on, ascending, up to the last year of [`Timeline::YEARS`]. A
    /// [`Bound::Count`] is kept; the other bounds are instants, which only a zone can judge.
    ///
    /// `first` stands for the rule's start: its day, month or weekday fill in what the rule leaves
    /// open. It is among the dates only if it matches the rule.
    pub fn dates(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<'_> {
        let count = match self.bound {
            Bound::Count(count) => count as usize,
            _ => usize::MAX,
        };
        self.periods(first)
            .flat_map(move |period| self.dates_in(period, first))
            .skip_while(move |date| *date < first)
            // The last week may go over the end of the last year.
            .take_while(|date| date.year() <= *Timeline::YEARS.end())
            .take(count)
    }

    /// The first days of the periods, in steps of the interval, the one with `first` in it first.
    fn periods(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let (frequency, interval) = (self.frequency, self.interval);
        let opening = match frequency {
            Frequency::Daily => Some(first),
            Frequency::Weekly => {
                let into_week = first.weekday().days_since(self.week_start);
                first.checked_sub_days(Days::new(into_week.into()))
            }
            Frequency::Monthly => first.with_day(1),
            Frequency::Yearly => first.with_ordinal(1),
        };
        let in_range = |period: &NaiveDate| period.year() <= *Timeline::YEARS.end();
        std::iter::successors(opening, move |period| match frequency {
            Frequency::Daily => period.checked_add_days(Days::new(interval.into())),
            Frequency::Weekly => period.checked_add_days(Days::new(7 * u64::from(interval))),
            Frequency::Monthly => period.checked_add_months(Months::new(interval)),
            Frequency::Yearly => period.checked_add_months(Months::new(12 * interval)),
        })
        .take_while(in_range)
    }

    /// The dates of one period. Every day of it is held against the rule: at most 366 of them, and
    /// nothing to get wrong about which part of a rule expands and which one limits.
    fn dates_in(&self, period: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let next = match self.frequency {
            Frequency::Daily => period.checked_add_days(Days::new(1)),
            Frequency::Weekly => period.checked_add_days(Days::new(7)),
            Frequency::Monthly => period.checked_add_months(Months::new(1)),
            Frequency::Yearly => period.checked_add_months(Months::new(12)),
        };
        let dates: Vec<NaiveDate> = period
            .iter_days()
            .take_while(|date| next.is_none_or(|next| *date < next))
            .filter(|date| self.matches(*date, first))
            .collect();
        if self.positions.is_empty() { dates } else { self.at_positions(&dates) }
    }

    fn at_positions(&self, dates: &[NaiveDate]) -> Vec<NaiveDate> {
        let place = |position: i16| {
            let distance = usize::from(position.unsigned_abs());
            if position > 0 { Some(distance - 1) } else { dates.len().checked_sub(distance) }
        };
        let mut places: Vec<usize> = self.positions.iter().copied().filter_map(place).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| dates.get(place).copied()).collect()
    }

    fn matches(&self, date: NaiveDate, first: NaiveDate) -> bool {
        let in_months =
            || self.months.iter().any(|month| month.number_from_month() == date.month());
        (self.months.is_empty() || in_months())
            && (self.month_days.is_empty() || self.is_month_day(date))
            && (self.days.is_empty() || self.days.iter().any(|day| self.is_day(*day, date)))
            && self.fits_first(date, first)
    }

    fn is_month_day(&self, date: NaiveDate) -> bool {
        let from_start = i64::from(date.day());
        let from_end = from_start - 1 - i64::from(date.num_days_in_month());
        self.month_days
            .iter()
            .map(|day| i64::from(*day))
            .any(|day| day == from_start || day == from_end)
    }

    fn is_day(&self, day: Day, date: NaiveDate) -> bool {
        let Some(ordinal) = day.ordinal else { return date.weekday() == day.weekday };
        // Places are counted in the month, and in the year only for a yearly rule without months.
        let in_year = self.frequency == Frequency::Yearly && self.months.is_empty();
        let (place, length) = match in_year {
            true => (date.ordinal(), if date.leap_year() { 366 } else { 365 }),
            false => (date.day(), date.num_days_in_month().into()),
        };
        let from_start = i64::from((place - 1) / 7) + 1;
        let from_end = -i64::from((length - place) / 7) - 1;
        let ordinal = i64::from(ordinal);
        date.weekday() == day.weekday && (ordinal == from_start || ordinal == from_end)
    }

    /// What the rule leaves open is as at its start.
    fn fits_first(&self, date: NaiveDate, first: NaiveDate) -> bool {
        let says_day = !self.days.is_empty() || !self.month_days.is_empty();
        match self.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => !self.days.is_empty() || date.weekday() == first.weekday(),
            Frequency::Monthly => says_day || date.day() == first.day(),
            Frequency::Yearly => {
                let same_month = !self.months.is_empty() || date.month() == first.month();
                says_day || (date.day() == first.day() && same_month)
            }
        }
    }
}

/// Reads `1` to `12`.
pub(super) fn month(number: u8) -> Option<Month> {
    Month::try_from(number).ok()
}

/// The two letters of a day, as the standard writes them.
pub(super) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];
