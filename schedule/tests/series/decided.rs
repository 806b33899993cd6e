//! What is told about clocks.

use chrono::TimeDelta;
use schedule::Decided;

use crate::{at, instances, local};

/// Each row: the start of a daily window of Berlin and its end, and what is decided about its second
/// instance.
#[track_caller]
fn check_decided(start: &str, end: &str, expected: &[Decided]) {
    let window = format!("start = {start}:00\n{end}\nrepeat = \"FREQ=DAILY\"");
    let instances = instances("Europe/Berlin", &window);
    assert_eq!(instances[0].decisions, [], "the day before is an ordinary one: {window}");
    assert_eq!(instances[1].decisions, expected, "{window}");
    assert_eq!(instances[2].decisions, [], "and so is the day after: {window}");
}

#[test]
fn every_decision_about_clocks_is_told() {
    let hours = TimeDelta::hours;
    let minutes = TimeDelta::minutes;
    check_decided("2026-03-28T12:00", "length = \"1h\"", &[]);
    check_decided(
        "2026-03-28T02:30",
        "length = \"1h\"",
        &[Decided::StartShifted {
            asked: local("2026-03-29T02:30:00"),
            taken: at("2026-03-29T03:30:00+02:00"),
        }],
    );
    let repeats = Decided::StartRepeats {
        taken: at("2026-10-25T02:30:00+02:00"),
        second: at("2026-10-25T02:30:00+01:00"),
    };
    check_decided("2026-10-24T02:30", "length = \"15m\"", &[repeats]);
    // An hour that clocks show as none.
    let change = Decided::ClocksChange { elapsed: hours(1), shown: hours(0) };
    check_decided("2026-10-24T02:30", "length = \"1h\"", &[repeats, change]);
    // And half an hour after which clocks show less than at the start.
    let change = Decided::ClocksChange { elapsed: minutes(40), shown: minutes(-20) };
    check_decided("2026-10-24T02:30", "length = \"40m\"", &[repeats, change]);

    let shifted = Decided::EndShifted {
        asked: local("2026-03-29T02:30:00"),
        taken: at("2026-03-29T03:30:00+02:00"),
    };
    let change = Decided::ClocksChange { elapsed: minutes(90), shown: minutes(150) };
    check_decided("2026-03-28T01:00", "end = 2026-03-28T02:30:00", &[shifted, change]);
    let repeats = Decided::EndRepeats {
        taken: at("2026-10-25T02:30:00+02:00"),
        second: at("2026-10-25T02:30:00+01:00"),
    };
    check_decided("2026-10-24T01:00", "end = 2026-10-24T02:30:00", &[repeats]);
    check_decided(
        "2026-03-28T02:30",
        "end = 2026-03-28T03:15:00",
        &[
            Decided::StartShifted {
                asked: local("2026-03-29T02:30:00"),
                taken: at("2026-03-29T03:30:00+02:00"),
            },
            Decided::EndByLength {
                asked: local("2026-03-29T03:15:00"),
                taken: at("2026-03-29T04:15:00+02:00"),
            },
        ],
    );
    // The same hours on clocks, and another number of them.
    let change = Decided::ClocksChange { elapsed: hours(7), shown: hours(8) };
    check_decided("2026-03-27T22:00", "end = 2026-03-28T06:00:00", &[change]);
    let change = Decided::ClocksChange { elapsed: hours(9), shown: hours(8) };
    check_decided("2026-10-23T22:00", "end = 2026-10-24T06:00:00", &[change]);
    let change = Decided::ClocksChange { elapsed: hours(8), shown: hours(9) };
    check_decided("2026-03-27T22:00", "length = \"8h\"", &[change]);
}
