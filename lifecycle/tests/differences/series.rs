//! Recurring windows: the next occurrences that differ, the others counted.

use expect_test::expect;

use crate::compared::{DOCUMENT, differences, with};

const NOON: &str = "2025-02-06T12:00";

const LENGTH: &str = "length = \"2h\"\n";
const RULE: &str = "repeat = \"FREQ=WEEKLY\"\n";

fn change(keys: &str) -> String {
    format!("{DOCUMENT}\n[[window.change]]\nof = 2025-02-13\n{keys}\n")
}

#[test]
fn one_occurrence() {
    expect![[r#"
        `patches` of Thursday, February 13, 2025 is at another time: Friday, February 14, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) instead of Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)

        `patches` of Thursday, February 13, 2025 is extended: ends Friday, February 14, 2025, 1:00 a.m. (CT) instead of Thursday, February 13, 2025, 12:00 midnight at the end of the day (CT)

        `patches` of Thursday, February 13, 2025 is cancelled; it was planned for Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)

        `patches` of Thursday, February 13, 2025 takes place after all: Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)

        `patches` of Thursday, February 13, 2025 is over `ftp` too
        `patches` of Thursday, February 13, 2025 is no longer over `web`
    "#]].assert_eq(&[
        differences(DOCUMENT, &change("start = 2025-02-14T22:00:00"), NOON),
        differences(DOCUMENT, &change("end = 2025-02-14T01:00:00"), NOON),
        differences(DOCUMENT, &change("cancelled = true"), NOON),
        differences(&change("cancelled = true"), DOCUMENT, NOON),
        differences(DOCUMENT, &change("channels = [\"ftp\"]"), NOON),
    ].join("\n"));
    let hold = DOCUMENT.replace(RULE, "repeat = \"FREQ=WEEKLY\"\noverrun = \"hold\"\n");
    let released =
        format!("{hold}\n[[window.change]]\nof = 2025-01-09\nreleased = 2025-01-10T01:00:00\n");
    expect![[r#"
        `patches` of Thursday, January 9, 2025 opens Friday, January 10, 2025, 1:00 a.m. (CT) instead of when it is released
    "#]].assert_eq(&differences(&hold, &released, NOON));
}

#[test]
fn all_of_them() {
    expect![[r#"
        `patches` of Thursday, February 6, 2025 is extended: ends Friday, February 7, 2025, 1:00 a.m. (CT) instead of Thursday, February 6, 2025, 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, February 13, 2025 is extended: ends Friday, February 14, 2025, 1:00 a.m. (CT) instead of Thursday, February 13, 2025, 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, February 20, 2025 is extended: ends Friday, February 21, 2025, 1:00 a.m. (CT) instead of Thursday, February 20, 2025, 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, February 27, 2025 is extended: ends Friday, February 28, 2025, 1:00 a.m. (CT) instead of Thursday, February 27, 2025, 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, March 6, 2025 is extended: ends Friday, March 7, 2025, 1:00 a.m. (CT) instead of Thursday, March 6, 2025, 12:00 midnight at the end of the day (CT)
        `patches`: 260 more occurrences differ

        `patches` of Thursday, February 6, 2025 is at another time: Thursday, February 6, 2025, 11:00 p.m. – Friday, February 7, 1:00 a.m. (CT) instead of Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, February 13, 2025 is at another time: Thursday, February 13, 2025, 11:00 p.m. – Friday, February 14, 1:00 a.m. (CT) instead of Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, February 20, 2025 is at another time: Thursday, February 20, 2025, 11:00 p.m. – Friday, February 21, 1:00 a.m. (CT) instead of Thursday, February 20, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, February 27, 2025 is at another time: Thursday, February 27, 2025, 11:00 p.m. – Friday, February 28, 1:00 a.m. (CT) instead of Thursday, February 27, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` of Thursday, March 6, 2025 is at another time: Thursday, March 6, 2025, 11:00 p.m. – Friday, March 7, 1:00 a.m. (CT) instead of Thursday, March 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches`: 260 more occurrences differ

        `patches` recurs by `FREQ=WEEKLY;INTERVAL=2` instead of `FREQ=WEEKLY`
        `patches` no longer comes: Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` no longer comes: Thursday, February 27, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` no longer comes: Thursday, March 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` no longer comes: Thursday, March 27, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches` no longer comes: Thursday, April 10, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        `patches`: 127 more occurrences differ

        `patches` no longer comes: Thursday, March 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)

        `patches` comes besides: Wednesday, March 5, 2025, 6:00 a.m. – 8:00 a.m. (CT)

        `patches` is cancelled: none of it takes place

        `patches` says “New.” instead of nothing

        `patches` is announced 1 day before it starts instead of at once

        `patches` stays closed after its end until it is released, at most 1 hour; so far it opens by itself at its end

        `patches` is over `ftp` too
    "#]].assert_eq(
        &[
            differences(DOCUMENT, &with(LENGTH, "length = \"3h\"\n"), NOON),
            differences(DOCUMENT, &with("2025-01-09T22", "2025-01-09T23"), NOON),
            differences(DOCUMENT, &with(RULE, "repeat = \"FREQ=WEEKLY;INTERVAL=2\"\n"), NOON),
            differences(
                DOCUMENT,
                &with(RULE, "repeat = \"FREQ=WEEKLY\"\nexcept = [2025-03-06]\n"),
                NOON,
            ),
            differences(
                DOCUMENT,
                &with(RULE, "repeat = \"FREQ=WEEKLY\"\nalso = [2025-03-05T06:00:00]\n"),
                NOON,
            ),
            differences(
                DOCUMENT,
                &with(RULE, "repeat = \"FREQ=WEEKLY\"\ncancelled = true\n"),
                NOON,
            ),
            differences(
                DOCUMENT,
                &with(RULE, "repeat = \"FREQ=WEEKLY\"\nsummary = \"New.\"\n"),
                NOON,
            ),
            differences(
                DOCUMENT,
                &with(RULE, "repeat = \"FREQ=WEEKLY\"\nannounce = \"1d\"\n"),
                NOON,
            ),
            differences(
                DOCUMENT,
                &with(RULE, "repeat = \"FREQ=WEEKLY\"\noverrun = \"hold\"\nhold-limit = \"1h\"\n"),
                NOON,
            ),
            differences(
                DOCUMENT,
                &with("channels = [\"web\"]", "channels = [\"web\", \"ftp\"]"),
                NOON,
            ),
        ]
        .join("\n"),
    );
}

#[test]
fn what_differs_beyond_what_is_compiled() {
    expect![[r#"
        `patches` recurs by `FREQ=WEEKLY;UNTIL=20401231` instead of `FREQ=WEEKLY`

        `patches` is written differently, and comes to the same so far
    "#]]
    .assert_eq(
        &[
            differences(DOCUMENT, &with(RULE, "repeat = \"FREQ=WEEKLY;UNTIL=20401231\"\n"), NOON),
            // By the clock, ends differ only in nights in which clocks change.
            differences(
                &DOCUMENT.replace("FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=4"),
                &DOCUMENT
                    .replace("FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=4")
                    .replace(LENGTH, "end = 2025-01-10T00:00:00\n"),
                NOON,
            ),
        ]
        .join("\n"),
    );
}

#[test]
fn one_that_comes_once_now() {
    let once = with(RULE, "");
    expect![[r#"
        `patches` comes once now: Thursday, January 9, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)

        `patches` recurs now: by `FREQ=WEEKLY`, next Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
    "#]].assert_eq(&[
        differences(DOCUMENT, &once, NOON),
        differences(&once, DOCUMENT, NOON),
    ].join("\n"));
}
