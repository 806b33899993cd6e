//! What holds for every text and every instant.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{
    Resolution, Zone,
    speech::{self, Language, Speech},
};

use super::{chicago, now};
use crate::when::{Clocks, WhenError, read};

const ZONES: [&str; 7] = [
    "America/Chicago",
    "America/Havana",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/London",
    "Pacific/Apia",
    "UTC",
];

fn zones() -> impl Strategy<Value = Zone> {
    prop::sample::select(&ZONES).prop_map(|name| name.parse().expect("they are zones"))
}

/// Whole seconds of 2021 to 2098.
fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    prop_oneof![
        1_609_459_200_i64..4_070_908_800,
        // Hours and midnights, which have names of their own.
        (447_072_i64..1_130_808).prop_map(|hour| hour * 3600),
        // Around changes of clocks.
        (0_i64..14_400).prop_map(|second| 1_762_063_200 + second),
        (0_i64..14_400).prop_map(|second| 1_741_500_000 + second),
    ]
    .prop_map(|second| DateTime::from_timestamp(second, 0).expect("in this era"))
}

/// What a text may be made of.
fn texts() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        prop::sample::select(vec![
            "now",
            "in",
            "today",
            "tonight",
            "tomorrow",
            "next",
            "this",
            "week",
            "Thu",
            "Sunday",
            "Feb",
            "May",
            "noon",
            "midnight",
            "12",
            "12am",
            "7",
            "19",
            "7pm",
            "p.m.",
            "24:00",
            "00:00",
            "7:30",
            "07:30",
            "19:00",
            "6th",
            "29",
            "2025",
            "2028",
            "2/6",
            "30/2",
            "6.2.2025",
            "2025-02-06",
            "2025-03-09",
            "02:30",
            "01:30",
            "2025-02-06T19:00",
            "-06:00",
            "(CT)",
            "(CT, UTC−6)",
            "CT",
            "CST",
            "UTC",
            "UTC-5",
            "Asia/Kathmandu",
            "20m",
            "1h",
            "at",
            "the",
            "of",
            "day",
            "start",
            "end",
            "to",
            "-",
            "7-9pm",
        ])
        .prop_map(str::to_owned),
        "[0-9:./apmT+-]{1,8}",
        "[a-z]{1,4}",
        any::<String>(),
    ];
    prop::collection::vec(scrap, 0..6).prop_map(|scraps| scraps.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn prop_our_own_words_are_read_as_the_same_instant(
        instant in instants(),
        zone in zones(),
        other in zones(),
        label in prop::sample::select(vec!["CT", "Central Time", "UTC−6", "A/B"]),
        now in instants(),
    ) {
        let clocks = Clocks { zone, label };
        let told = zone.at(instant.fixed_offset());
        let speech = Speech::new(Language::English, label);
        let mut forms = vec![
            speech.exact(told),
            told.to_rfc3339(),
            instant.to_rfc3339(),
            instant.to_string(),
            speech::moment(instant.fixed_offset(), "UTC"),
        ];
        let offset = speech::offset(*told.offset());
        if offset != label {
            forms.push(speech::moment(told, &offset));
        }
        let ordinary = |zone: Zone, told: DateTime<FixedOffset>| {
            matches!(zone.resolve(told.naive_local()), Resolution::Unambiguous(_))
        };
        if ordinary(zone, told) {
            forms.push(speech.moment(told));
            forms.push(speech.end(told - TimeDelta::minutes(1), told));
            forms.push(told.naive_local().format("%Y-%m-%dT%H:%M:%S").to_string());
        }
        let there = other.at(instant.fixed_offset());
        if ordinary(other, there) {
            forms.push(speech::moment(there, other.name()));
        }
        for form in forms {
            match read(&form, clocks, now) {
                Ok(read) => prop_assert_eq!(read, told, "{}", form),
                Err(error) => prop_assert!(false, "{form}: {error}"),
            }
        }
    }

    #[test]
    fn prop_no_text_stops_it_and_no_error_reaches_the_terminal(text in texts(), now in instants()) {
        match read(&text, chicago(), now) {
            Ok(instant) => prop_assert_eq!(chicago().zone.at(instant), instant),
            Err(error) => {
                let said = format!("{error} {}", error.help().unwrap_or_default());
                prop_assert!(!said.chars().any(char::is_control), "{said:?}");
            }
        }
    }

    // Whoever copies what the refusal says gets that time, and no second refusal of the same kind.
    #[test]
    fn prop_what_a_refusal_offers_is_read_as_it_says(text in texts(), now in instants()) {
        let Err(WhenError::Doubtful { readings, .. }) = read(&text, chicago(), now) else {
            return Ok(());
        };
        prop_assert!(readings.len() > 1, "{text}");
        for reading in readings {
            let again = read(&reading.written, chicago(), now);
            let fits = match &again {
                Ok(instant) => reading.said.contains("(CT)").then(|| instant.naive_local())
                    .is_none_or(|local| local == reading.local),
                Err(error) => matches!(error, WhenError::Awkward(_) | WhenError::OutOfRange { .. }),
            };
            prop_assert!(fits, "{text}: {reading:?}: {again:?}");
        }
    }

    #[test]
    fn prop_what_comes_again_and_again_is_ahead_and_near(
        hour in 0_u32..24,
        minute in 0_u32..60,
        day in prop::sample::select(vec!["", "Mon", "Thursday", "Sun"]),
        now in instants(),
    ) {
        let text = format!("{day} {hour:02}:{minute:02}");
        let farthest = if day.is_empty() { 1 } else { 7 };
        match read(&text, chicago(), now) {
            Ok(instant) => {
                prop_assert!(instant > now);
                // A day may have an hour more.
                prop_assert!(instant - now.fixed_offset() <= TimeDelta::days(farthest) + TimeDelta::hours(1));
            }
            Err(error) => prop_assert!(matches!(error, WhenError::Awkward(_)), "{error}"),
        }
    }
}

#[test]
fn texts_of_any_length() {
    for text in ["9".repeat(300), "2025-02-06 ".repeat(18), "é".repeat(100), "\u{1b}[2J".to_owned()]
    {
        assert!(read(&text, chicago(), now()).is_err(), "{text}");
    }
}
