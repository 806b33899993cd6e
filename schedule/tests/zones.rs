//! Local times in awkward zones: which instant they name, or why they are refused. Only transitions
//! that are certain are used, so that new zone tables change none of them.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use schedule::{Parsed, Problem, Resolution, Zone};

/// What a row expects of a local time.
#[derive(Clone, Copy, Debug)]
enum Expected {
    /// One instant.
    Is(&'static str),
    /// None; read with the offset before the jump and with the one after it.
    Gap(&'static str, &'static str),
    /// Two.
    Fold(&'static str, &'static str),
}
use Expected::{Fold, Gap, Is};

fn instant(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("the rows are instants")
}

fn document(zone: &str, times: &str) -> Parsed {
    let source = format!(
        "[service]\nname = \"x\"\nzone = \"{zone}\"\n[[channel]]\nid = \"web\"\nname = \"x\"\n\
         [[window]]\nid = \"w\"\nchannels = [\"web\"]\n{times}\n"
    );
    schedule::parse(&source, DateTime::UNIX_EPOCH)
}

/// Each row: a local time of `zone` and what it names, for the zone itself and in a document.
#[track_caller]
fn check(zone: &str, rows: &[(&str, Expected)]) {
    let known: Zone = zone.parse().expect("the rows are zones");
    for (local, expected) in rows {
        let local: NaiveDateTime = local.parse().expect("the rows are local times");
        let parsed = document(zone, &format!("start = {}", local.format("%Y-%m-%dT%H:%M:%S")));
        let start = parsed
            .schedule
            .map(|schedule| schedule.timeline(DateTime::UNIX_EPOCH).occurrences[0].start);
        let problem = parsed.diagnostics.into_iter().map(|d| d.problem).next();
        let row = format!("{local} in {zone}");
        match *expected {
            Is(one) => {
                assert_eq!(known.resolve(local), Resolution::Unambiguous(instant(one)), "{row}");
                assert_eq!(start, Some(instant(one)), "{row}");
                // Equality of instants says nothing of offsets, which people are shown.
                assert_eq!(start.expect("as above").to_rfc3339(), one, "{row}");
            }
            Gap(before, after) => {
                let (before, after) = (instant(before), instant(after));
                assert_eq!(known.resolve(local), Resolution::Gap { before, after }, "{row}");
                let name = known.name();
                let refused = Problem::FallsInGap { local, zone: name, before, after };
                assert_eq!(problem, Some(refused), "{row}");
                assert!(start.is_none(), "{row}");
            }
            Fold(first, second) => {
                let (first, second) = (instant(first), instant(second));
                assert_eq!(known.resolve(local), Resolution::Fold { first, second }, "{row}");
                let name = known.name();
                let refused = Problem::FallsInFold { local, zone: name, first, second };
                assert_eq!(problem, Some(refused), "{row}");
                assert!(start.is_none(), "{row}");
            }
        }
    }
}

// The founding notice's zone.
#[test]
fn chicago_jumps_over_two_o_clock_and_comes_back_to_one() {
    check(
        "America/Chicago",
        &[
            ("2025-03-09T01:59:59", Is("2025-03-09T01:59:59-06:00")),
            ("2025-03-09T02:00:00", Gap("2025-03-09T03:00:00-05:00", "2025-03-09T01:00:00-06:00")),
            ("2025-03-09T02:59:59", Gap("2025-03-09T03:59:59-05:00", "2025-03-09T01:59:59-06:00")),
            ("2025-03-09T03:00:00", Is("2025-03-09T03:00:00-05:00")),
            ("2025-11-02T00:59:59", Is("2025-11-02T00:59:59-05:00")),
            ("2025-11-02T01:00:00", Fold("2025-11-02T01:00:00-05:00", "2025-11-02T01:00:00-06:00")),
            ("2025-11-02T01:59:59", Fold("2025-11-02T01:59:59-05:00", "2025-11-02T01:59:59-06:00")),
            ("2025-11-02T02:00:00", Is("2025-11-02T02:00:00-06:00")),
        ],
    );
}

// East of Greenwich, and the hours are others.
#[test]
fn berlin_jumps_over_two_o_clock_and_comes_back_to_it() {
    check(
        "Europe/Berlin",
        &[
            ("2025-03-30T01:59:59", Is("2025-03-30T01:59:59+01:00")),
            ("2025-03-30T02:30:00", Gap("2025-03-30T03:30:00+02:00", "2025-03-30T01:30:00+01:00")),
            ("2025-03-30T03:00:00", Is("2025-03-30T03:00:00+02:00")),
            ("2025-10-26T01:59:59", Is("2025-10-26T01:59:59+02:00")),
            ("2025-10-26T02:30:00", Fold("2025-10-26T02:30:00+02:00", "2025-10-26T02:30:00+01:00")),
            ("2025-10-26T03:00:00", Is("2025-10-26T03:00:00+01:00")),
        ],
    );
}

// In the tables its winter time is the exception, with a negative saving.
#[test]
fn dublin_reckons_the_other_way_round() {
    check(
        "Europe/Dublin",
        &[
            ("2025-03-30T01:30:00", Gap("2025-03-30T02:30:00+01:00", "2025-03-30T00:30:00+00:00")),
            ("2025-10-26T01:30:00", Fold("2025-10-26T01:30:00+01:00", "2025-10-26T01:30:00+00:00")),
        ],
    );
}

// The only step of half an hour, in a zone of half an hour, in the southern spring.
#[test]
fn lord_howe_moves_by_thirty_minutes() {
    check(
        "Australia/Lord_Howe",
        &[
            ("2025-10-05T01:59:59", Is("2025-10-05T01:59:59+10:30")),
            ("2025-10-05T02:00:00", Gap("2025-10-05T02:30:00+11:00", "2025-10-05T01:30:00+10:30")),
            ("2025-10-05T02:29:59", Gap("2025-10-05T02:59:59+11:00", "2025-10-05T01:59:59+10:30")),
            ("2025-10-05T02:30:00", Is("2025-10-05T02:30:00+11:00")),
            ("2025-04-06T01:29:59", Is("2025-04-06T01:29:59+11:00")),
            ("2025-04-06T01:30:00", Fold("2025-04-06T01:30:00+11:00", "2025-04-06T01:30:00+10:30")),
            ("2025-04-06T01:59:59", Fold("2025-04-06T01:59:59+11:00", "2025-04-06T01:59:59+10:30")),
            ("2025-04-06T02:00:00", Is("2025-04-06T02:00:00+10:30")),
        ],
    );
}

// A step of two hours: the gap and the fold are twice as long.
#[test]
fn troll_moves_by_two_hours() {
    check(
        "Antarctica/Troll",
        &[
            ("2025-03-30T00:59:59", Is("2025-03-30T00:59:59+00:00")),
            ("2025-03-30T01:00:00", Gap("2025-03-30T03:00:00+02:00", "2025-03-29T23:00:00+00:00")),
            ("2025-03-30T02:59:59", Gap("2025-03-30T04:59:59+02:00", "2025-03-30T00:59:59+00:00")),
            ("2025-03-30T03:00:00", Is("2025-03-30T03:00:00+02:00")),
            ("2025-10-26T00:59:59", Is("2025-10-26T00:59:59+02:00")),
            ("2025-10-26T01:00:00", Fold("2025-10-26T01:00:00+02:00", "2025-10-26T01:00:00+00:00")),
            ("2025-10-26T02:59:59", Fold("2025-10-26T02:59:59+02:00", "2025-10-26T02:59:59+00:00")),
            ("2025-10-26T03:00:00", Is("2025-10-26T03:00:00+00:00")),
        ],
    );
}

// Its gap is at midnight: a day that begins at one o'clock, as a window "from midnight" finds out.
#[test]
fn havana_has_a_day_without_a_midnight() {
    check(
        "America/Havana",
        &[
            ("2025-03-08T23:59:59", Is("2025-03-08T23:59:59-05:00")),
            ("2025-03-09T00:00:00", Gap("2025-03-09T01:00:00-04:00", "2025-03-08T23:00:00-05:00")),
            ("2025-03-09T01:00:00", Is("2025-03-09T01:00:00-04:00")),
            ("2025-11-02T00:00:00", Fold("2025-11-02T00:00:00-04:00", "2025-11-02T00:00:00-05:00")),
        ],
    );
}

// An offset of three quarters of an hour, and none at all; neither ever changes.
#[test]
fn kathmandu_and_utc_have_no_awkward_hours() {
    check("Asia/Kathmandu", &[("2025-03-09T02:30:00", Is("2025-03-09T02:30:00+05:45"))]);
    check("UTC", &[("2025-03-30T02:30:00", Is("2025-03-30T02:30:00+00:00"))]);
}
