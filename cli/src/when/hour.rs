//! Times of day.

use chrono::NaiveTime;

use super::{Doubt, words::number};

/// A time of day as it was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Hour {
    At(NaiveTime),
    /// `24:00`.
    EndOfDay,
    /// `midnight`, of which it is not said at which end of the day.
    Midnight,
    /// `12am` and `12pm`.
    Twelve,
    /// `7` and `7:30`, in the morning or in the evening.
    Half {
        hour: u32,
        minute: u32,
        second: u32,
    },
}

/// A time of day, and whether it is the day after.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Stroke {
    pub(super) time: NaiveTime,
    pub(super) next_day: bool,
}

const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time of day");

impl Hour {
    pub(super) const NOON: Self = Self::At(NOON);
    pub(super) const START_OF_DAY: Self = Self::At(NaiveTime::MIN);

    /// What it may be, and why it may be more than one.
    pub(super) fn strokes(self) -> (Vec<Stroke>, Option<Doubt>) {
        let plain = |time| Stroke { time, next_day: false };
        let end = Stroke { time: NaiveTime::MIN, next_day: true };
        match self {
            Self::At(time) => (vec![plain(time)], None),
            Self::EndOfDay => (vec![end], None),
            Self::Midnight => (vec![plain(NaiveTime::MIN), end], Some(Doubt::Midnight)),
            Self::Twelve => (vec![plain(NaiveTime::MIN), plain(NOON), end], Some(Doubt::Twelve)),
            Self::Half { hour, minute, second } => {
                let halves = [hour % 12, hour % 12 + 12];
                let times =
                    halves.iter().filter_map(|&h| NaiveTime::from_hms_opt(h, minute, second));
                (times.map(plain).collect(), Some(Doubt::Half))
            }
        }
    }
}

/// The half of a day that a word names: whether it is the second.
pub(super) fn half(word: &str) -> Option<bool> {
    match word {
        "am" | "a.m." | "a.m" => Some(false),
        "pm" | "p.m." | "p.m" => Some(true),
        _ => None,
    }
}

/// `7pm`, `7:30`, `19:00:05`, `7.30pm`, and with the word behind it `7` and `p.m.`; `None` if that
/// is no time. A number alone is one only with a half of the day.
pub(super) fn read(word: &str, behind: Option<bool>) -> Option<Hour> {
    let attached = word.find(|c: char| c.is_ascii_alphabetic());
    let (digits, half) = match attached {
        Some(_) if behind.is_some() => return None,
        Some(place) => (&word[..place], Some(half(&word[place..])?)),
        None => (word, behind),
    };
    let dotted = half.is_some() && !digits.contains(':') && digits.contains('.');
    let (hour, rest) = match digits.split_once(if dotted { '.' } else { ':' }) {
        Some((hour, rest)) => (hour, Some(rest)),
        None if half.is_some() => (digits, None),
        None => return None,
    };
    let (minute, second) =
        rest.map_or(("00", "00"), |rest| rest.split_once(':').unwrap_or((rest, "00")));
    let (whole, fraction) = second.split_once('.').unwrap_or((second, ""));
    let nanosecond = nanosecond(fraction)?;
    let (short, hour) = (hour.len() == 1, number(hour, 1..=2)?);
    let (minute, second) = (number(minute, 2..=2)?, number(whole, 2..=2)?);
    let exact = minute == 0 && second == 0 && nanosecond == 0;
    let at = |hour| NaiveTime::from_hms_nano_opt(hour, minute, second, nanosecond).map(Hour::At);
    match half {
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(_) if hour == 12 && exact => Some(Hour::Twelve),
        Some(afternoon) => at(hour % 12 + if afternoon { 12 } else { 0 }),
        None if hour == 24 && exact => Some(Hour::EndOfDay),
        // With two digits it is a clock of 24 hours, which `7:30` may be, or not.
        None if short && hour != 0 => {
            at(hour)?;
            Some(Hour::Half { hour, minute, second })
        }
        None => at(hour),
    }
}

/// A number alone, as an hour.
pub(super) fn bare(number: u32) -> Option<Hour> {
    (1..=12).contains(&number).then_some(Hour::Half { hour: number, minute: 0, second: 0 })
}

fn nanosecond(fraction: &str) -> Option<u32> {
    if fraction.is_empty() {
        return Some(0);
    }
    number(fraction, 1..=9).and(format!("{fraction:0<9}").parse().ok())
}
