//! Laws that hold whatever is said.

use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::prelude::*;
use schedule::speech::{Language, Speech};

use crate::read_back;

const LANGUAGES: [Language; 2] = [Language::English, Language::Spanish];

const WEEKDAYS: [&str; 14] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
];

/// Instants of the years that a timeline holds, half of them on a boundary of a day, with an
/// offset of whole quarters of an hour, as all are today.
fn instant() -> impl Strategy<Value = DateTime<FixedOffset>> {
    let from = DateTime::UNIX_EPOCH + TimeDelta::days(50 * 366);
    let seconds = prop_oneof![
        Just(0_i64),
        Just(12 * 60 * 60),
        Just(24 * 60 * 60 - 1),
        0..24 * 60 * 60_i64,
        (0..24 * 60_i64).prop_map(|minute| minute * 60),
    ];
    (0..79 * 365_i64, seconds, -48..=56_i32).prop_map(move |(day, second, quarters)| {
        let offset = FixedOffset::east_opt(quarters * 15 * 60).expect("from UTC−12 to UTC+14");
        let local = (from + TimeDelta::days(day) + TimeDelta::seconds(second)).naive_utc();
        local.and_local_timezone(offset).single().expect("a fixed offset has no gaps")
    })
}

/// A start with an end after it, at the same offset or at another.
fn span() -> impl Strategy<Value = (DateTime<FixedOffset>, DateTime<FixedOffset>)> {
    let length = prop_oneof![
        1..2 * 24 * 60 * 60_i64,
        (1..400_i64).prop_map(|hours| hours * 60 * 60),
        (1..400_i64).prop_map(|days| days * 24 * 60 * 60),
    ];
    (instant(), length, prop_oneof![Just(0_i32), Just(0), Just(-2), Just(2), Just(4), Just(-4)])
        .prop_map(|(start, length, quarters)| {
            let offset = start.offset().local_minus_utc() + quarters * 15 * 60;
            let offset = FixedOffset::east_opt(offset).expect("within 15 hours");
            (start, (start + TimeDelta::seconds(length)).with_timezone(&offset))
        })
}

/// Everything that is said about a span.
fn all(
    speech: Speech<'_>,
    start: DateTime<FixedOffset>,
    end: DateTime<FixedOffset>,
) -> [String; 7] {
    [
        speech.moment(start),
        speech.exact(start),
        speech.end(start, end),
        speech.until(start, end),
        speech.span(start, end),
        speech.open_span(start),
        format!("{} {}", speech.length(end - start), speech.date(start.date_naive())),
    ]
}

fn numbers(words: &str) -> Vec<&str> {
    words.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect()
}

proptest! {
    #[test]
    fn prop_weekday_and_label_are_always_there((start, end) in span()) {
        for language in LANGUAGES {
            let said = all(Speech::new(language, "the label"), start, end);
            for words in &said {
                prop_assert!(WEEKDAYS.iter().any(|weekday| words.contains(weekday)), "{}", words);
            }
            for words in &said[..6] {
                prop_assert!(words.contains("(the label"), "{}", words);
            }
        }
    }

    #[test]
    fn prop_both_languages_name_the_same_numbers((start, end) in span()) {
        let [english, spanish] =
            LANGUAGES.map(|language| all(Speech::new(language, "CT"), start, end));
        for (english, spanish) in english.iter().zip(&spanish) {
            // Even in the same order, since the month is a word.
            prop_assert_eq!(numbers(english), numbers(spanish), "{} / {}", english, spanish);
        }
        let later = LANGUAGES.map(|language| Speech::new(language, "CT").ends_later(start, end));
        prop_assert_eq!(later[0].is_some(), later[1].is_some());
    }

    #[test]
    fn prop_an_exact_moment_is_read_back_as_it_was(instant in instant()) {
        for language in LANGUAGES {
            let words = Speech::new(language, "CT").exact(instant);
            let found = read_back::exact(language, &words);
            prop_assert_eq!(found, Some(instant), "{}", words);
            prop_assert_eq!(found.map(|found| *found.offset()), Some(*instant.offset()));
        }
    }

    #[test]
    fn prop_a_span_names_a_second_day_when_it_ends_on_one((start, end) in span()) {
        for language in LANGUAGES {
            let speech = Speech::new(language, "CT");
            let words = speech.span(start, end);
            let days = WEEKDAYS.iter().map(|day| words.matches(day).count()).sum::<usize>();
            let later = speech.ends_later(start, end);
            // Clocks that are put back over midnight end a span on the day before its start.
            let earlier = end.date_naive() < start.date_naive();
            prop_assert_eq!(days == 2, later.is_some() || earlier, "{} / {:?}", words, later);
        }
    }

    #[test]
    fn prop_the_end_of_a_span_is_said_as_the_end_alone((start, end) in span()) {
        for language in LANGUAGES {
            let speech = Speech::new(language, "CT");
            let (span, alone) = (speech.span(start, end), speech.end(start, end));
            let (_, till) = span.rsplit_once(" – ").expect("a span has two sides");
            let (_, clock) = alone.rsplit_once(", ").expect("a date, and a time");
            prop_assert!(till.ends_with(clock), "{} / {}", span, alone);
        }
    }

    #[test]
    fn prop_nothing_is_relative_to_the_reader((start, end) in span()) {
        for language in LANGUAGES {
            for words in all(Speech::new(language, "CT"), start, end) {
                for word in ["today", "tonight", "tomorrow", "soon", "now", "hoy", "mañana", "pronto"] {
                    prop_assert!(!words.split(' ').any(|found| found == word), "{}", words);
                }
                for doubtful in ["12:00 a", "12:00 p", "12:00\u{a0}"] {
                    prop_assert!(!words.contains(doubtful), "{}", words);
                }
            }
        }
    }
}
