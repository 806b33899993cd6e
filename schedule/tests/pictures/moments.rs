//! Times that name no instant, or two.

use expect_test::expect;

use crate::{SERVICE, WEB, WINDOW, check};

#[test]
fn a_time_in_quotes() {
    check(
        &[SERVICE, WEB, WINDOW, "start = \"2025-02-06T19:00:00\"\n"],
        &expect![[r#"
            error: expected a date and time for `start`, but found a text
              --> schedule.toml:12:9
               |
            12 | start = "2025-02-06T19:00:00"
               |         ^^^^^^^^^^^^^^^^^^^^^
               |
               = help: write it without quotes, such as `2025-02-06T19:00:00` for a time in the service's zone"#]],
    );
}

#[test]
fn a_time_without_a_date() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 19:00:00\n"],
        &expect![[r#"
        error: expected a date and a time, but `19:00:00` has no date
          --> schedule.toml:12:9
           |
        12 | start = 19:00:00
           |         ^^^^^^^^
           |
           = help: write a local date and time such as `2025-02-06T19:00:00`"#]],
    );
}

#[test]
fn a_date_without_a_time() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-02-06\n"],
        &expect![[r#"
        error: expected a date and a time, but `2025-02-06` has no time
          --> schedule.toml:12:9
           |
        12 | start = 2025-02-06
           |         ^^^^^^^^^^
           |
           = help: write a local date and time such as `2025-02-06T19:00:00`"#]],
    );
}

#[test]
fn a_leap_second() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2016-12-31T23:59:60Z\n"],
        &expect![[r#"
            error: `2016-12-31T23:59:60Z` is a leap second, which clocks do not show
              --> schedule.toml:12:9
               |
            12 | start = 2016-12-31T23:59:60Z
               |         ^^^^^^^^^^^^^^^^^^^^
               |
               = help: write the second before it, or the one after"#]],
    );
}

#[test]
fn a_year_with_a_typing_error() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2205-02-06T19:00:00\n"],
        &expect![[r#"
        error: expected a year from 2020 to 2099, but found `2205-02-06T19:00:00`
          --> schedule.toml:12:9
           |
        12 | start = 2205-02-06T19:00:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: check the year"#]],
    );
}

#[test]
fn an_hour_that_clocks_jump_over() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-03-09T02:30:00\n"],
        &expect![[r#"
        error: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
          --> schedule.toml:12:9
           |
        12 | start = 2025-03-09T02:30:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)"#]],
    );
}

#[test]
fn an_hour_that_comes_twice() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-11-02T01:30:00\n"],
        &expect![[r#"
            error: Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: clocks are put back
              --> schedule.toml:12:9
               |
            12 | start = 2025-11-02T01:30:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: write `2025-11-02T01:30:00-05:00` for the first, or `2025-11-02T01:30:00-06:00` for the second, 60 minutes later"#]],
    );
}
