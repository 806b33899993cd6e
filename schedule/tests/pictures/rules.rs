//! Rules that are none, that never fire, or that do not fit their start.

use expect_test::expect;

use crate::{LENGTH, SERVICE, START, WEB, WINDOW, check};

#[test]
fn a_rule_in_words() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"every Thursday\"\n"],
        &expect![[r#"
        error: expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `every Thursday`
          --> schedule.toml:14:10
           |
        14 | repeat = "every Thursday"
           |          ^^^^^^^^^^^^^^^^
           |
           = help: write it like `FREQ=WEEKLY;BYDAY=TH` or `FREQ=MONTHLY;BYDAY=2TU`"#]],
    );
}

#[test]
fn a_rule_as_cron_has_them() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"0 19 * * 4\"\n"],
        &expect![[r#"
        error: expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `0 19 * * 4`
          --> schedule.toml:14:10
           |
        14 | repeat = "0 19 * * 4"
           |          ^^^^^^^^^^^^
           |
           = help: write it like `FREQ=WEEKLY;BYDAY=TH` or `FREQ=MONTHLY;BYDAY=2TU`"#]],
    );
}

#[test]
fn a_rule_with_a_typing_error() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=WEEKLY;BYDAYS=TH\"\n"],
        &expect![[r#"
            error: a rule has no part `BYDAYS`
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=WEEKLY;BYDAYS=TH"
               |          ^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: did you mean `BYDAY`?"#]],
    );
}

#[test]
fn a_rule_with_a_number_out_of_range() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=MONTHLY;BYMONTHDAY=32\"\n"],
        &expect![[r#"
            error: expected 1 to 31 or -1 to -31 for `BYMONTHDAY`, but found `32`
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=MONTHLY;BYMONTHDAY=32"
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^"#]],
    );
}

#[test]
fn a_rule_of_times_of_day() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=DAILY;BYHOUR=19,23\"\n"],
        &expect![[r#"
            error: `BYHOUR` is not supported: a window recurs on dates, at the time of its start
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=DAILY;BYHOUR=19,23"
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: the `start` says the time of day; make it one window for each time"#]],
    );
}

#[test]
fn a_rule_that_comes_hourly() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=HOURLY\"\n"],
        &expect![[r#"
            error: `HOURLY` is too often: a window recurs at most daily
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=HOURLY"
               |          ^^^^^^^^^^^^^
               |
               = help: make it one longer window, such as `FREQ=DAILY`"#]],
    );
}

#[test]
fn a_rule_with_two_ends() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=DAILY;COUNT=3;UNTIL=20250301\"\n"],
        &expect![[r#"
            error: a rule stops after a `COUNT` or with an `UNTIL`, not both
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=DAILY;COUNT=3;UNTIL=20250301"
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: remove one of the two"#]],
    );
}

#[test]
fn a_weekly_rule_that_counts_weeks_of_a_month() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=WEEKLY;BYDAY=2TH\"\n"],
        &expect![[r#"
            error: `2TH` counts days in a month or a year, which this rule has none of
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=WEEKLY;BYDAY=2TH"
               |          ^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: write `FREQ=MONTHLY`, or the day without its number"#]],
    );
}

#[test]
fn a_rule_that_never_fires() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            "repeat = \"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"\n",
        ],
        &expect![[r#"
            error: the window never comes
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: check the rule's dates, its `UNTIL`, and `except`"#]],
    );
}

#[test]
fn a_rule_that_is_over_before_it_starts() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=WEEKLY;UNTIL=20240206\"\n"],
        &expect![[r#"
            error: the window never comes
              --> schedule.toml:14:10
               |
            14 | repeat = "FREQ=WEEKLY;UNTIL=20240206"
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: check the rule's dates, its `UNTIL`, and `except`"#]],
    );
}

#[test]
fn a_start_that_the_rule_does_not_have() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, "repeat = \"FREQ=MONTHLY;BYDAY=2TH\"\n"],
        &expect![[r#"
            error: the window starts on Thursday, February 6, 2025, which is not a date of its rule
              --> schedule.toml:12:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ^^^^^^^^^^^^^^^^^^^
            13 | length = "2h"
            14 | repeat = "FREQ=MONTHLY;BYDAY=2TH"
               |          ------------------------ the rule
               |
               = help: write its first date, `2025-02-13T19:00:00` for Thursday, February 13, 2025, or change the rule"#]],
    );
}
