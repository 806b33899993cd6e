//! Dates, weekdays, `tomorrow`.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::Doubt;

/// A day as it was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Day {
    /// `today` is 0.
    FromToday(i64),
    Tonight,
    Weekday(Weekday, Week),
    /// The year may be left out; the weekday beside it must be right.
    Date {
        year: Option<i32>,
        month: u32,
        day: u32,
        weekday: Option<Weekday>,
    },
    /// `2/6` and `2/6/2025`.
    Numbers {
        one: u32,
        other: u32,
        year: Option<i32>,
    },
}

/// Which week a weekday is of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Week {
    /// The next that comes.
    Coming,
    /// `next Thursday`, which for some is the one that comes and for others the one after it.
    NextOrAfter,
    /// `Thursday next week`.
    Next,
}

/// What a day may be: a date, or the next of those that come again and again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Candidates {
    Fixed(Vec<NaiveDate>),
    /// Groups of dates in order; of each the first that is ahead.
    Coming(Vec<Vec<NaiveDate>>),
}

impl Day {
    /// What it may be, seen on `today`, where what comes again and again is looked for from `from`
    /// on; and why it may be more than one.
    pub(super) fn candidates(
        self,
        today: NaiveDate,
        from: NaiveDate,
    ) -> (Candidates, Option<Doubt>) {
        match self {
            Self::FromToday(days) => {
                (Candidates::Fixed(later(today, days).into_iter().collect()), None)
            }
            Self::Tonight => (Candidates::Fixed(vec![today]), None),
            Self::Weekday(weekday, week) => self::weekday(weekday, week, today, from),
            Self::Date { year, month, day, .. } => (dated(year, month, day, from), None),
            Self::Numbers { one, other, year } => numbers(one, other, year, from),
        }
    }
}

/// The days from the one before `from` on, because `24:00` of that one may be ahead.
pub(super) fn days(from: NaiveDate, count: i64) -> Vec<NaiveDate> {
    (-1..count).filter_map(|days| later(from, days)).collect()
}

fn later(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
}

fn weekday(
    weekday: Weekday,
    week: Week,
    today: NaiveDate,
    from: NaiveDate,
) -> (Candidates, Option<Doubt>) {
    let coming = |count| -> Vec<NaiveDate> {
        days(from, count).into_iter().filter(|date| date.weekday() == weekday).collect()
    };
    match week {
        Week::Coming => (Candidates::Coming(vec![coming(15)]), None),
        Week::NextOrAfter => {
            let first = coming(15);
            let second = first.iter().filter_map(|&date| later(date, 7)).collect();
            (Candidates::Coming(vec![first, second]), Some(Doubt::Next))
        }
        Week::Next => {
            // For some a week begins on Monday, for others on Sunday.
            let starts = [
                today.week(Weekday::Mon).checked_first_day(),
                today.week(Weekday::Sun).checked_first_day(),
            ];
            let within = |start: NaiveDate| {
                (7..14).filter_map(move |days| later(start, days)).find(|d| d.weekday() == weekday)
            };
            let mut dates: Vec<NaiveDate> =
                starts.into_iter().flatten().filter_map(within).collect();
            dates.sort();
            dates.dedup();
            let doubt = (dates.len() > 1).then_some(Doubt::Week);
            (Candidates::Fixed(dates), doubt)
        }
    }
}

fn dated(year: Option<i32>, month: u32, day: u32, from: NaiveDate) -> Candidates {
    match year {
        Some(year) => {
            Candidates::Fixed(NaiveDate::from_ymd_opt(year, month, day).into_iter().collect())
        }
        // February 29 comes after at most eight years.
        None => Candidates::Coming(vec![
            (from.year() - 1..=from.year() + 9)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .collect(),
        ]),
    }
}

fn numbers(
    one: u32,
    other: u32,
    year: Option<i32>,
    from: NaiveDate,
) -> (Candidates, Option<Doubt>) {
    let mut readings = vec![dated(year, one, other, from)];
    if one != other {
        readings.push(dated(year, other, one, from));
    }
    let mut fixed = Vec::new();
    let mut coming = Vec::new();
    for reading in readings {
        match reading {
            Candidates::Fixed(dates) => fixed.extend(dates),
            Candidates::Coming(groups) => coming.extend(groups),
        }
    }
    coming.retain(|dates| !dates.is_empty());
    let doubt = (fixed.len() + coming.len() > 1).then_some(Doubt::DayOrMonth);
    let candidates =
        if year.is_some() { Candidates::Fixed(fixed) } else { Candidates::Coming(coming) };
    (candidates, doubt)
}
