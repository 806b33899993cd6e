//! The way back, from words to an instant: an independent reading, which shows that no two
//! instants are said alike.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use schedule::speech::Language;

const ENGLISH: &str =
    "January February March April May June July August September October November December";
const SPANISH: &str =
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre";

/// Reads what [`schedule::speech::Speech::exact`] says, to the second.
pub(crate) fn exact(language: Language, words: &str) -> Option<DateTime<FixedOffset>> {
    let (local, place) = words.strip_suffix(')')?.rsplit_once(" (")?;
    let (_, offset) = place.rsplit_once(", UTC")?;
    let (date, time) = local.rsplit_once(", ")?;
    let (_weekday, date) = date.split_once(", ")?;
    let words: Vec<&str> = date.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (names, month, day, year) = match (language, &words[..]) {
        (Language::English, [month, day, year]) => (ENGLISH, *month, *day, *year),
        (Language::Spanish, [day, "de", month, "de", year]) => (SPANISH, *month, *day, *year),
        _ => return None,
    };
    let month = names.split(' ').zip(1..).find(|(name, _)| *name == month)?.1;
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)?;
    date.and_time(clock(time)?).and_local_timezone(offset_of(offset)?).single()
}

fn clock(words: &str) -> Option<NaiveTime> {
    let (digits, rest) = words.split_once([' ', '\u{a0}'])?;
    let half_a_day = match rest.replace('\u{a0}', "").as_str() {
        "p.m." | "noon" | "del mediodía" => 12,
        "a.m." | "midnight at the start of the day" => 0,
        "de la medianoche al comienzo del día" => 0,
        _ => return None,
    };
    let mut numbers = digits.split(':').map(str::parse::<u32>);
    let hour = numbers.next()?.ok()? % 12 + half_a_day;
    let minute = numbers.next()?.ok()?;
    NaiveTime::from_hms_opt(hour, minute, numbers.next().transpose().ok()?.unwrap_or(0))
}

fn offset_of(words: &str) -> Option<FixedOffset> {
    let (sign, digits) = match words.strip_prefix('−') {
        Some(digits) => (-1, digits),
        None => (1, words.strip_prefix('+')?),
    };
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let length = TimeDelta::hours(hours.parse().ok()?) + TimeDelta::minutes(minutes.parse().ok()?);
    FixedOffset::east_opt(sign * i32::try_from(length.num_seconds()).ok()?)
}
