//! The zone tables against those of jiff, which reads the IANA's rules with code of its own.
//!
//! `cargo test -p schedule --test zone_tables -- --nocapture` tells what was compared: every name,
//! each day, and each half hour around every transition. With `INTERMISSION_LONG=1` it is every
//! half hour of the same years, and the later ones as far as the tables go.

mod fifteen;
mod pair;
mod release;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::TZ_VARIANTS;
use jiff::tz::TimeZoneDatabase;

use crate::pair::{DAY, HALF_HOUR, Pair};

#[test]
fn every_name_has_jiffs_offset_and_abbreviation() {
    let stretches = if std::env::var_os("INTERMISSION_LONG").is_none() {
        vec![("2020-01-01T00:00:00Z", "2038-01-01T00:00:00Z", DAY)]
    } else {
        vec![
            ("2020-01-01T00:00:00Z", "2038-01-01T00:00:00Z", HALF_HOUR),
            ("2038-01-01T00:00:00Z", "2100-01-01T00:00:00Z", DAY),
        ]
    };
    for (from, to, step) in stretches {
        compare(from, to, step);
    }
}

#[track_caller]
fn compare(from: &str, to: &str, step: i64) {
    let second = |text: &str| text.parse::<DateTime<Utc>>().expect("an instant").timestamp();
    let years = second(from)..second(to);
    let (mut zones, mut transitions, mut instants, mut differing) = (0, 0, 0, Vec::new());
    for pair in Pair::all() {
        let near = pair.transitions(&years);
        let mut looked_at: Vec<i64> = pair::every(step, &years).collect();
        for at in &near {
            looked_at.extend(pair::every(HALF_HOUR, &(at - DAY..at + DAY + 1)));
            // It must come neither early nor late.
            looked_at.push(at - 1);
        }
        // In order, so that the first difference is the earliest; windows may touch.
        looked_at.sort_unstable();
        looked_at.dedup();
        zones += 1;
        transitions += near.len();
        instants += looked_at.len();
        differing.extend(looked_at.into_iter().find_map(|instant| pair.difference(instant)));
    }
    println!("{zones} zones, {transitions} transitions from {from} to {to}, {instants} instants");
    assert!(
        differing.is_empty(),
        "{} names differ:\n{}\n{}",
        differing.len(),
        differing.join("\n"),
        release::advice()
    );
}

#[test]
fn both_know_the_same_names() {
    let ours: BTreeSet<String> = TZ_VARIANTS.iter().map(|zone| zone.name().to_owned()).collect();
    let jiff = TimeZoneDatabase::bundled();
    let theirs: BTreeSet<String> = jiff.available().map(|name| name.to_string()).collect();
    let only_one_has: Vec<&String> = ours.symmetric_difference(&theirs).collect();
    assert!(only_one_has.is_empty(), "only one has {only_one_has:?}: {}", release::advice());
}
