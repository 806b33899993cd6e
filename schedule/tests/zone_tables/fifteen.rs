//! The fifteen names that are wrong in chrono-tz 0.10.4's own tables (2025b). Each law cites the
//! lines of 2026f that it follows from, as `tzdata.zi` has them.

use chrono::{DateTime, FixedOffset};
use schedule::{Resolution, Zone};

use crate::release;

/// Each row: a local time, and the offset that clocks have then. None of them is skipped or twice.
#[track_caller]
fn check(names: &[&str], rows: &[(&str, &str)]) {
    for name in names {
        let zone: Zone = name.parse().expect("the rows are zones");
        for (local, offset) in rows {
            let expect: DateTime<FixedOffset> = format!("{local}:00{offset}")
                .parse()
                .expect("the rows are local times and offsets");
            let found = zone.resolve(expect.naive_local());
            let row = format!("{local} in {name}");
            assert_eq!(found, Resolution::Unambiguous(expect), "{row}: {}", release::advice());
        }
    }
}

// `-8 C PDT 2026 N 1 2` and then `-7 - MST`: clocks stay on what was summer time.
// `L America/Vancouver Canada/Pacific`.
#[test]
fn british_columbia_keeps_its_summer_time() {
    check(
        &["America/Vancouver", "Canada/Pacific"],
        &[
            ("2025-12-15T12:00", "-08:00"),
            ("2026-07-15T12:00", "-07:00"),
            // It would have come twice.
            ("2026-11-01T01:30", "-07:00"),
            ("2026-12-15T12:00", "-07:00"),
            // It would have been skipped.
            ("2027-03-14T02:30", "-07:00"),
            ("2036-01-15T12:00", "-07:00"),
        ],
    );
}

// `-7 C MDT 2026 N 1 2` and then `-6 - CST`, in Edmonton and in Inuvik.
// `L America/Edmonton America/Yellowknife`, `L America/Edmonton Canada/Mountain`.
#[test]
fn alberta_and_the_northwest_territories_keep_theirs() {
    check(
        &["America/Edmonton", "America/Inuvik", "America/Yellowknife", "Canada/Mountain"],
        &[
            ("2025-12-15T12:00", "-07:00"),
            ("2026-11-01T01:30", "-06:00"),
            ("2026-12-15T12:00", "-06:00"),
            ("2027-03-14T02:30", "-06:00"),
        ],
    );
}

// `-6 C CDT 2026 N 1 2` and then `-5 - EST`.
// `L America/Winnipeg America/Rainy_River`, `L America/Winnipeg Canada/Central`.
#[test]
fn manitoba_keeps_its_own() {
    check(
        &["America/Winnipeg", "America/Rainy_River", "Canada/Central"],
        &[
            ("2025-12-15T12:00", "-06:00"),
            ("2026-11-01T01:30", "-05:00"),
            ("2026-12-15T12:00", "-05:00"),
            ("2027-03-14T02:30", "-05:00"),
        ],
    );
}

// `R Q 2012 2025 - N Su>=1 0s 0 S`, `R Q 2013 2026 - Mar Su>=8 0s 1 D`,
// `R Q 2027 ma - N Su>=1 0s 0 S`, `R Q 2028 ma - Mar Su>=8 0s 1 D`. `L America/Havana Cuba`.
#[test]
fn cuba_leaves_out_one_winter() {
    check(
        &["America/Havana", "Cuba"],
        &[
            ("2025-12-15T12:00", "-05:00"),
            ("2026-11-01T00:30", "-04:00"),
            ("2026-12-15T12:00", "-04:00"),
            ("2027-03-14T00:30", "-04:00"),
            ("2027-12-15T12:00", "-05:00"),
            ("2028-07-15T12:00", "-04:00"),
        ],
    );
}

// `1 M %z 2026 S 20 2` and then `0 - %z`: it is winter all year, and Ramadan changes nothing.
#[test]
fn morocco_gives_up_its_summer_time() {
    check(
        &["Africa/Casablanca", "Africa/El_Aaiun"],
        &[
            ("2026-09-20T00:30", "+01:00"),
            ("2026-09-20T02:30", "+00:00"),
            ("2026-12-15T12:00", "+00:00"),
            ("2027-07-15T12:00", "+00:00"),
        ],
    );
}

// `2 MD EE%sT 2022` and then `2 E EE%sT`, with `R E 1981 ma - Mar lastSu 1u 1 S` and
// `R E 1996 ma - O lastSu 1u 0 -`: at three and at four o'clock there, and no longer at two and at
// three. `L Europe/Chisinau Europe/Tiraspol`.
#[test]
fn moldova_changes_its_clocks_with_the_european_union() {
    check(
        &["Europe/Chisinau", "Europe/Tiraspol"],
        &[
            ("2026-03-29T02:30", "+02:00"),
            ("2026-03-29T04:00", "+03:00"),
            ("2026-10-25T02:30", "+03:00"),
            ("2026-10-25T04:00", "+02:00"),
        ],
    );
}
