//! A text taken apart: which day, which time of day, which offset.

use chrono::{FixedOffset, Weekday};
use schedule::Timeline;

use super::{
    WhenError,
    day::{Day, Week},
    hour::{self, Hour},
    place,
    words::{self, Word, number, ordinal},
};

/// What a text says, before it is known which instant that is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Written {
    pub(super) day: Option<Day>,
    pub(super) hour: Option<Hour>,
    /// Directly behind the time, as RFC 3339 has it.
    pub(super) offset: Option<FixedOffset>,
}

/// What is known after some of the words.
#[derive(Debug, Default)]
struct Parts {
    day: Option<Day>,
    weekday: Option<Weekday>,
    week: Option<Week>,
    month: Option<u32>,
    day_of_month: Option<u32>,
    year: Option<i32>,
    hour: Option<Hour>,
    offset: Option<FixedOffset>,
    /// Whether the date is one of ISO 8601, behind whose time an offset may stand.
    iso: bool,
}

/// Takes words in lower case apart; `found` is the text for errors.
pub(super) fn take_apart(text: &[&str], found: &str) -> Result<Written, WhenError> {
    let unreadable = || WhenError::Unreadable { found: found.to_owned() };
    let mut parts = Parts::default();
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        let taken = match words::word(first) {
            Some(word) => parts.word(word, behind),
            None => parts.digits(first, behind, found)?,
        };
        rest = behind.get(taken.ok_or_else(unreadable)?..).ok_or_else(unreadable)?;
    }
    parts.whole().ok_or_else(unreadable)
}

impl Parts {
    /// How many of the words behind it are taken too; `None` if it may not stand here.
    fn word(&mut self, word: Word, behind: &[&str]) -> Option<usize> {
        let next = behind.first().and_then(|next| words::word(next));
        match word {
            Word::Filler => Some(0),
            Word::Today => set(&mut self.day, Day::FromToday(0)),
            Word::Tomorrow => set(&mut self.day, Day::FromToday(1)),
            Word::Yesterday => set(&mut self.day, Day::FromToday(-1)),
            Word::Tonight => set(&mut self.day, Day::Tonight),
            Word::This if matches!(next, Some(Word::Weekday(_))) => Some(0),
            Word::Next if matches!(next, Some(Word::Weekday(_))) => {
                set(&mut self.week, Week::NextOrAfter)
            }
            Word::Next if next == Some(Word::Week) => {
                set(&mut self.week, Week::Next)?;
                Some(1)
            }
            Word::Weekday(weekday) => set(&mut self.weekday, weekday),
            Word::Month(month) => set(&mut self.month, month),
            Word::Noon => set(&mut self.hour, Hour::NOON),
            Word::Midnight => match behind {
                ["at", "the", "start", "of", "the", "day", ..] => {
                    set(&mut self.hour, Hour::START_OF_DAY)?;
                    Some(6)
                }
                ["at", "the", "end", "of", "the", "day", ..] => {
                    set(&mut self.hour, Hour::EndOfDay)?;
                    Some(6)
                }
                _ => set(&mut self.hour, Hour::Midnight),
            },
            Word::Now | Word::In | Word::This | Word::Next | Word::Week | Word::Half(_) => None,
        }
    }

    /// The same for a word of digits.
    fn digits(
        &mut self,
        word: &str,
        behind: &[&str],
        found: &str,
    ) -> Result<Option<usize>, WhenError> {
        let next = behind.first().and_then(|next| words::word(next));
        // "12:00 noon": the name says all.
        if matches!(word, "12" | "12:00") && matches!(next, Some(Word::Noon | Word::Midnight)) {
            return Ok(Some(0));
        }
        if let Some((date, time)) = iso(word) {
            self.iso = true;
            if set(&mut self.day, date).is_none() {
                return Ok(None);
            }
            return if time.is_empty() { Ok(Some(0)) } else { self.clock(time, None, found) };
        }
        if self.iso && self.hour.is_some() && self.offset.is_none() && word.starts_with(['+', '-'])
        {
            return Ok(place::offset(word).and_then(|offset| set(&mut self.offset, offset)));
        }
        let half = match next {
            Some(Word::Half(afternoon)) => Some(afternoon),
            _ => None,
        };
        if word.contains(':') || word.ends_with('m') || half.is_some() || word.ends_with("m.") {
            return self.clock(word, half, found);
        }
        if let Some(day) = ordinal(word) {
            return Ok(set(&mut self.day_of_month, day));
        }
        if let Some(day) = date_of_numbers(word) {
            return Ok(set(&mut self.day, day));
        }
        if word.contains(['-', '–', '—']) || matches!(word, "to" | "until" | "till") {
            return Err(WhenError::Span { found: found.to_owned() });
        }
        self.number(word, next, found)
    }

    /// A time of day, and in a date of ISO 8601 the offset behind it.
    fn clock(
        &mut self,
        word: &str,
        half: Option<bool>,
        found: &str,
    ) -> Result<Option<usize>, WhenError> {
        let span = || WhenError::Span { found: found.to_owned() };
        let mut time = word;
        if let Some(before) = word.strip_suffix('z').filter(|_| self.iso) {
            time = before;
            self.offset = FixedOffset::east_opt(0);
        } else if let Some(place) = word.find(['+', '-', '–', '—']) {
            let (before, offset) = word.split_at(place);
            time = before;
            let offset = place::offset(offset).filter(|_| self.iso).ok_or_else(span)?;
            self.offset = Some(offset);
        }
        if self.hour.is_some() {
            return Err(span());
        }
        self.hour = hour::read(time, half);
        Ok(self.hour.map(|_| usize::from(half.is_some())))
    }

    /// A number alone: the day of a month beside it, a year behind both, or an hour.
    fn number(
        &mut self,
        word: &str,
        next: Option<Word>,
        found: &str,
    ) -> Result<Option<usize>, WhenError> {
        let month_follows = matches!(next, Some(Word::Month(_)));
        if let Some(year) = number(word, 4..=4) {
            let dated = self.month.is_some() && self.day_of_month.is_some();
            let known = i32::try_from(year).ok().filter(|year| Timeline::YEARS.contains(year));
            if (dated || month_follows) && known.is_some() {
                let year = known;
                return Ok(year.and_then(|year| set(&mut self.year, year)));
            }
            return Err(no_colon(year / 100, year % 100, found));
        }
        let Some(small) = number(word, 1..=2) else {
            return match word.split_once('.').map(|(h, m)| (number(h, 1..=2), number(m, 2..=2))) {
                Some((Some(hour), Some(minute))) => Err(no_colon(hour, minute, found)),
                _ => Ok(None),
            };
        };
        if month_follows || (self.month.is_some() && self.day_of_month.is_none()) {
            return Ok(set(&mut self.day_of_month, small));
        }
        match hour::bare(small) {
            Some(hour) => Ok(set(&mut self.hour, hour)),
            None => Err(no_colon(small, 0, found)),
        }
    }

    fn whole(self) -> Option<Written> {
        let Self { weekday, week, month, day_of_month, year, hour, offset, .. } = self;
        let day = match (self.day, weekday, month, day_of_month) {
            (Some(Day::Date { year, month, day, .. }), weekday, None, None) if week.is_none() => {
                Some(Day::Date { year, month, day, weekday })
            }
            (Some(day), None, None, None) if week.is_none() => Some(day),
            (None, Some(weekday), None, None) => {
                Some(Day::Weekday(weekday, week.unwrap_or(Week::Coming)))
            }
            (None, weekday, Some(month), Some(day)) if week.is_none() => {
                Some(Day::Date { year, month, day, weekday })
            }
            (None, None, None, None) if week.is_none() => None,
            _ => return None,
        };
        Some(Written { day, hour, offset })
    }
}

/// Fills a place that must be empty; no word behind is taken.
fn set<T>(place: &mut Option<T>, value: T) -> Option<usize> {
    match place {
        Some(_) => None,
        None => {
            *place = Some(value);
            Some(0)
        }
    }
}

/// `2025-02-06`, and the time behind a `t`.
fn iso(word: &str) -> Option<(Day, &str)> {
    let (date, rest) = word.split_at_checked(10)?;
    let time = if rest.is_empty() { rest } else { rest.strip_prefix('t')? };
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let year = i32::try_from(number(year, 4..=4)?).ok()?;
    let (month, day) = (number(month, 2..=2)?, number(day, 2..=2)?);
    Some((Day::Date { year: Some(year), month, day, weekday: None }, time))
}

/// `2/6`, `2/6/2025`, `06.02.2025`, and with the year first, which is in doubt nowhere.
fn date_of_numbers(word: &str) -> Option<Day> {
    let sign = word.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let parts: Vec<&str> = word.split(sign).collect();
    let year = |text: &str| i32::try_from(number(text, 4..=4)?).ok();
    match *parts {
        [one, other] if sign == '/' => Some(Day::Numbers {
            one: number(one, 1..=2)?,
            other: number(other, 1..=2)?,
            year: None,
        }),
        [one, other, last] if last.len() == 4 => Some(Day::Numbers {
            one: number(one, 1..=2)?,
            other: number(other, 1..=2)?,
            year: Some(year(last)?),
        }),
        [first, month, day] => Some(Day::Date {
            year: Some(year(first)?),
            month: number(month, 1..=2)?,
            day: number(day, 1..=2)?,
            weekday: None,
        }),
        _ => None,
    }
}

/// What has hours and minutes, but no colon in between; or has none at all.
fn no_colon(hour: u32, minute: u32, found: &str) -> WhenError {
    let found = found.to_owned();
    match hour <= 24 && minute < 60 {
        true => WhenError::NoColon { found, hour: format!("{hour:02}:{minute:02}") },
        false => WhenError::Unreadable { found },
    }
}
