//! Reading a rule from the text of an `RRULE`.

use std::{collections::HashSet, str::FromStr};

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use super::{
    Bound, Day, Frequency, Rule, RuleError,
    dates::{WEEKDAYS, month},
};

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let text = text.trim();
        let text = text.strip_prefix("RRULE:").unwrap_or(text);
        let mut seen = HashSet::new();
        let mut frequency = None;
        let mut bounds = Vec::new();
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            bound: Bound::Never,
            months: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        for part in text.split(';') {
            let malformed = || RuleError::Malformed { part: part.to_owned() };
            let (name, value) = part.split_once('=').ok_or_else(malformed)?;
            let (name, value) =
                (name.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
            if value.is_empty() {
                return Err(malformed());
            }
            if !seen.insert(name.clone()) {
                return Err(RuleError::Repeated { name });
            }
            match name.as_str() {
                "FREQ" => frequency = Some(read_frequency(&value)?),
                "INTERVAL" => rule.interval = number("INTERVAL", &value, 1..=1_000, "1 to 1,000")?,
                "COUNT" => {
                    bounds.push(Bound::Count(number("COUNT", &value, 1..=10_000, "1 to 10,000")?));
                }
                "UNTIL" => bounds.push(read_until(&value)?),
                "BYMONTH" => {
                    let numbers = list("BYMONTH", &value, 1, 12, "1 to 12", Sign::Positive)?;
                    rule.months =
                        numbers.into_iter().filter_map(|n| month(u8::try_from(n).ok()?)).collect();
                }
                "BYMONTHDAY" => {
                    let expected = "1 to 31 or -1 to -31";
                    let numbers = list("BYMONTHDAY", &value, 1, 31, expected, Sign::Either)?;
                    rule.month_days =
                        numbers.into_iter().filter_map(|n| i8::try_from(n).ok()).collect();
                }
                "BYDAY" => rule.days = read_days(&value)?,
                "BYSETPOS" => {
                    let expected = "1 to 366 or -1 to -366";
                    rule.positions = list("BYSETPOS", &value, 1, 366, expected, Sign::Either)?;
                }
                "WKST" => {
                    rule.week_start = weekday(&value).ok_or_else(|| RuleError::OutOfRange {
                        name: "WKST",
                        found: value.clone(),
                        expected: "a day such as `MO`",
                    })?;
                }
                "BYSECOND" | "BYMINUTE" | "BYHOUR" | "BYYEARDAY" | "BYWEEKNO" | "RSCALE"
                | "SKIP" => {
                    return Err(RuleError::Unsupported { name });
                }
                _ => return Err(RuleError::UnknownPart { name }),
            }
        }
        rule.frequency = frequency.ok_or(RuleError::NoFrequency)?;
        rule.bound = match bounds[..] {
            [] => Bound::Never,
            [bound] => bound,
            _ => return Err(RuleError::CountAndUntil),
        };
        rule.judged()
    }
}

impl Rule {
    /// Refuses parts that say nothing together.
    fn judged(self) -> Result<Self, RuleError> {
        let counts_days = matches!(self.frequency, Frequency::Monthly | Frequency::Yearly);
        if let Some(day) = self.days.iter().find(|day| day.ordinal.is_some() && !counts_days) {
            return Err(RuleError::Ordinal { found: day.to_string() });
        }
        // A month has no sixth Friday, and only a year without months is counted as a whole.
        let in_year = self.frequency == Frequency::Yearly && self.months.is_empty();
        let most = if in_year { 53 } else { 5 };
        if let Some(day) =
            self.days.iter().find(|day| day.ordinal.is_some_and(|n| n.unsigned_abs() > most))
        {
            let expected = if in_year { "an ordinal up to 53" } else { "an ordinal up to 5" };
            return Err(RuleError::OutOfRange { name: "BYDAY", found: day.to_string(), expected });
        }
        if self.frequency == Frequency::Weekly && !self.month_days.is_empty() {
            return Err(RuleError::MonthDayInWeek);
        }
        let chooses =
            !(self.months.is_empty() && self.month_days.is_empty() && self.days.is_empty());
        if !self.positions.is_empty() && !chooses {
            return Err(RuleError::PositionAlone);
        }
        Ok(self)
    }
}

fn read_frequency(value: &str) -> Result<Frequency, RuleError> {
    match value {
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        "HOURLY" | "MINUTELY" | "SECONDLY" => Err(RuleError::TooOften { found: value.to_owned() }),
        _ => Err(RuleError::UnknownFrequency { found: value.to_owned() }),
    }
}

fn read_until(value: &str) -> Result<Bound, RuleError> {
    const DATE_TIME: &str = "%Y%m%dT%H%M%S";
    // Chrono would also take signs, spaces and years of five digits.
    let is_digit = |(place, byte): (usize, u8)| match place {
        8 => byte == b'T',
        15 => byte == b'Z',
        _ => byte.is_ascii_digit(),
    };
    let plain = value.len() <= 16 && value.bytes().enumerate().all(is_digit);
    let bound = match value.strip_suffix('Z') {
        Some(utc) => NaiveDateTime::parse_from_str(utc, DATE_TIME).map(Bound::Utc),
        None => NaiveDateTime::parse_from_str(value, DATE_TIME)
            .map(Bound::Local)
            .or_else(|_| NaiveDate::parse_from_str(value, "%Y%m%d").map(Bound::Date)),
    };
    bound.ok().filter(|_| plain).ok_or_else(|| RuleError::OutOfRange {
        name: "UNTIL",
        found: value.to_owned(),
        expected: "`20261231`, `20261231T190000` or `20270101T010000Z`",
    })
}

fn read_days(value: &str) -> Result<Vec<Day>, RuleError> {
    let mut days: Vec<Day> = Vec::new();
    for text in value.split(',').map(str::trim) {
        let out_of_range = || RuleError::OutOfRange {
            name: "BYDAY",
            found: text.to_owned(),
            expected: "days such as `TH`, `2TH` or `-1FR`",
        };
        let letters = text.len().checked_sub(2).filter(|at| text.is_char_boundary(*at));
        let (ordinal, letters) = text.split_at(letters.ok_or_else(out_of_range)?);
        let ordinal = match ordinal {
            "" => None,
            digits => Some(digits.parse().ok().filter(|n| *n != 0).ok_or_else(out_of_range)?),
        };
        let day = Day { ordinal, weekday: weekday(letters).ok_or_else(out_of_range)? };
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days.sort_by_key(|day| (day.ordinal, day.weekday.num_days_from_monday()));
    Ok(days)
}

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Positive,
    Either,
}

/// Numbers whose distance from zero lies from `least` to `most`, ascending, each once.
fn list(
    name: &'static str,
    value: &str,
    least: u16,
    most: u16,
    expected: &'static str,
    sign: Sign,
) -> Result<Vec<i16>, RuleError> {
    let mut numbers = Vec::new();
    for text in value.split(',').map(str::trim) {
        let number = text
            .parse::<i16>()
            .ok()
            .filter(|number| (least..=most).contains(&number.unsigned_abs()))
            .filter(|number| sign == Sign::Either || *number > 0)
            .ok_or_else(|| RuleError::OutOfRange { name, found: text.to_owned(), expected })?;
        numbers.push(number);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

fn number(
    name: &'static str,
    value: &str,
    range: std::ops::RangeInclusive<u32>,
    expected: &'static str,
) -> Result<u32, RuleError> {
    value
        .parse()
        .ok()
        .filter(|number| range.contains(number))
        .ok_or_else(|| RuleError::OutOfRange { name, found: value.to_owned(), expected })
}

fn weekday(letters: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(known, _)| *known == letters).map(|(_, weekday)| *weekday)
}
