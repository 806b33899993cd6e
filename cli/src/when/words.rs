//! A text as words, and what each word says.

use std::ops::RangeInclusive;

use chrono::{Month, Weekday};

/// What a word may say that is not digits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Word {
    /// "at", "on", which may be left out as well.
    Filler,
    Now,
    In,
    Today,
    Tonight,
    Tomorrow,
    Yesterday,
    This,
    Next,
    Week,
    Weekday(Weekday),
    Month(u32),
    Noon,
    Midnight,
    /// The second half of the day, or the first.
    Half(bool),
}

/// Every blank one blank, and the signs of our own forms plain ones.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace('−', "-");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `word` says; it is in lower case.
pub(super) fn word(word: &str) -> Option<Word> {
    Some(match word {
        "at" | "on" | "the" | "of" => Word::Filler,
        "now" => Word::Now,
        "in" => Word::In,
        "today" => Word::Today,
        "tonight" => Word::Tonight,
        "tomorrow" => Word::Tomorrow,
        "yesterday" => Word::Yesterday,
        "this" => Word::This,
        "next" => Word::Next,
        "week" => Word::Week,
        "noon" => Word::Noon,
        "midnight" => Word::Midnight,
        _ => {
            if let Some(afternoon) = super::hour::half(word) {
                return Some(Word::Half(afternoon));
            }
            let name = word.strip_suffix('.').unwrap_or(word);
            return weekday(name).map(Word::Weekday).or_else(|| month(name).map(Word::Month));
        }
    })
}

/// Whether a word is one of those that a time is made of.
pub(super) fn is_known(text: &str) -> bool {
    let lower = text.to_lowercase();
    word(&lower).is_some() || super::ahead::unit(&lower).is_some() || lower == "day"
}

fn weekday(name: &str) -> Option<Weekday> {
    match name {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        _ => name.parse().ok(),
    }
}

fn month(name: &str) -> Option<u32> {
    let month = if name == "sept" { Some(Month::September) } else { name.parse().ok() };
    month.map(|month| month.number_from_month())
}

/// Digits alone, as many as that.
pub(super) fn number(digits: &str, length: RangeInclusive<usize>) -> Option<u32> {
    let plain = digits.bytes().all(|octet| octet.is_ascii_digit());
    (plain && length.contains(&digits.len())).then(|| digits.parse().ok())?
}

/// `6th`, `1st`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
    number(digits, 1..=2)
}
