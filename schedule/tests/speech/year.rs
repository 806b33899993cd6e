//! Every language words every day of a leap year: whatever a translator writes, something is said
//! and no placeholder is left.

use chrono::{DateTime, FixedOffset, TimeDelta};
use schedule::speech::{Language, Speech};

#[track_caller]
fn check(language: Language, words: &str) {
    assert!(!words.trim().is_empty(), "{language:?}");
    assert!(!words.contains(['{', '}']), "{language:?}: {words}");
}

/// Every day of 2028, at hours on both sides of noon and at times that are said in other ways.
fn instants() -> impl Iterator<Item = DateTime<FixedOffset>> {
    let start: DateTime<FixedOffset> = crate::instant("2028-01-01T00:00:00-06:00");
    let hours = [0, 1, 5, 12, 13, 21].map(|hour| hour * 60 * 60);
    let times: Vec<i64> =
        hours.into_iter().chain([1, 30 * 60, 12 * 60 * 60 + 1, 24 * 60 * 60 - 1]).collect();
    (0..366).flat_map(move |day| {
        let times = times.clone().into_iter();
        times.map(move |second| start + TimeDelta::days(day) + TimeDelta::seconds(second))
    })
}

#[test]
fn every_language_words_a_year() {
    for language in Language::ALL.iter().copied() {
        let speech = Speech::new(language, "CT");
        for instant in instants() {
            check(language, &speech.exact(instant));
            // A span within a day, over several, over a year, and over a change of clocks.
            for (hours, quarters) in [(2, 0), (12, 0), (100, 0), (9000, 0), (3, 4), (3, -4)] {
                let seconds = instant.offset().local_minus_utc() + quarters * 15 * 60;
                let offset = FixedOffset::east_opt(seconds).expect("within 7 hours");
                let end = (instant + TimeDelta::hours(hours)).with_timezone(&offset);
                check(language, &speech.span(instant, end));
                check(language, &speech.until(instant, end));
                check(language, speech.ends_later(instant, end).as_deref().unwrap_or("same day"));
            }
            check(language, &speech.open_span(instant));
        }
    }
}

#[test]
fn every_language_words_every_length() {
    for language in Language::ALL.iter().copied() {
        let speech = Speech::new(language, "CT");
        for count in 0..400 {
            for unit in [1, 60, 60 * 60, 24 * 60 * 60] {
                check(language, &speech.length(TimeDelta::seconds(count * unit)));
                check(language, &speech.length(TimeDelta::seconds(-count * (unit + 1))));
            }
        }
    }
}

#[cfg(feature = "parse")]
#[test]
fn every_language_words_every_decision() {
    use schedule::Decided;

    for language in Language::ALL.iter().copied() {
        let speech = Speech::new(language, "CT");
        for (taken, day) in instants().step_by(5).zip((0..2).cycle()) {
            let asked = taken.naive_local() - TimeDelta::days(day);
            let second = taken + TimeDelta::hours(1);
            let elapsed = TimeDelta::hours(1);
            for decided in [
                Decided::StartShifted { asked, taken },
                Decided::EndShifted { asked, taken },
                Decided::StartRepeats { taken, second },
                Decided::EndRepeats { taken, second },
                Decided::EndByLength { asked, taken },
                Decided::ClocksChange { elapsed, shown: elapsed * 2 },
                Decided::ClocksChange { elapsed, shown: TimeDelta::zero() },
                Decided::ClocksChange { elapsed, shown: -elapsed },
            ] {
                check(language, &speech.decided(&decided));
            }
        }
    }
}
