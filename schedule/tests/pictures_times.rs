//! What an operator sees for each problem of a window's times. Every row is the smallest document
//! with that problem and no other.

use expect_test::{Expect, expect};

const SERVICE: &str = "[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\n\n";
const WEB: &str = "[[channel]]\nid = \"web\"\nname = \"the portal\"\n\n";
const WINDOW: &str = "[[window]]\nid = \"deployment\"\nchannels = [\"web\"]\n";

/// Renders the one problem of a document whose only window has the lines `times`.
#[track_caller]
fn check(times: &str, picture: Expect) {
    let source = [SERVICE, WEB, WINDOW, times].concat();
    let now = "2025-02-01T00:00:00Z".parse().unwrap();
    let parsed = schedule::parse(&source, now);
    picture.assert_eq(&schedule::render(&parsed.diagnostics, &source, "schedule.toml", false));
    assert_eq!(parsed.diagnostics.len(), 1, "one problem is told once:\n{source}");
}

#[test]
fn a_time_in_quotes() {
    check("start = \"2025-02-06T19:00:00\"\n", expect![[r#"
        error: expected a date and time without quotes, such as `2025-02-06T19:00:00` in the service's zone for `start`, but found a text
          --> schedule.toml:12:9
           |
        12 | start = "2025-02-06T19:00:00"
           |         ^^^^^^^^^^^^^^^^^^^^^
           |
           = help: write a date and time without quotes, such as `2025-02-06T19:00:00` in the service's zone"#]]);
}

#[test]
fn a_time_without_a_date() {
    check("start = 19:00:00\n", expect![[r#"
        error: expected a date and a time, but `19:00:00` has no date
          --> schedule.toml:12:9
           |
        12 | start = 19:00:00
           |         ^^^^^^^^
           |
           = help: write a local date and time such as `2025-02-06T19:00:00`"#]]);
}

#[test]
fn a_date_without_a_time() {
    check("start = 2025-02-06\n", expect![[r#"
        error: expected a date and a time, but `2025-02-06` has no time
          --> schedule.toml:12:9
           |
        12 | start = 2025-02-06
           |         ^^^^^^^^^^
           |
           = help: write a local date and time such as `2025-02-06T19:00:00`"#]]);
}

#[test]
fn a_date_that_is_in_no_calendar() {
    check("start = 2025-02-30T19:00:00\n", expect![[r#"
        error: invalid date, expected day between 01 and 28
          --> schedule.toml:12:9
           |
        12 | start = 2025-02-30T19:00:00
           |         ^^^^^^^^^^^^^^^^^^^

        error: expected a date and a time, but `` has no date
          --> schedule.toml:12:9
           |
        12 | start = 2025-02-30T19:00:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: write a local date and time such as `2025-02-06T19:00:00`"#]]);
}

#[test]
fn a_leap_second() {
    check("start = 2016-12-31T23:59:60Z\n", expect![[r#"
        error: `2016-12-31T23:59:60Z` is not in the calendar
          --> schedule.toml:12:9
           |
        12 | start = 2016-12-31T23:59:60Z
           |         ^^^^^^^^^^^^^^^^^^^^
           |
           = help: write a local date and time such as `2025-02-06T19:00:00`"#]]);
}

#[test]
fn a_year_with_a_typing_error() {
    check("start = 2205-02-06T19:00:00\n", expect![[r#"
        error: expected a year from 1970 to 2099, but found `2205-02-06T19:00:00`
          --> schedule.toml:12:9
           |
        12 | start = 2205-02-06T19:00:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: check the year"#]]);
}

#[test]
fn an_hour_that_clocks_jump_over() {
    check("start = 2025-03-09T02:30:00\n", expect![[r#"
        error: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
          --> schedule.toml:12:9
           |
        12 | start = 2025-03-09T02:30:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)"#]]);
}

#[test]
fn an_hour_that_comes_twice() {
    check("start = 2025-11-02T01:30:00\n", expect![[r#"
        error: Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: clocks are put back
          --> schedule.toml:12:9
           |
        12 | start = 2025-11-02T01:30:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: write `2025-11-02T01:30:00-05:00` for the first, or `2025-11-02T01:30:00-06:00` for the second, an hour of clocks later"#]]);
}

#[test]
fn an_end_before_the_start() {
    check("start = 2025-02-06T19:00:00\nend = 2025-02-06T09:00:00\n", expect![[r#"
        error: the window ends before it starts: Thursday, February 6, 2025, 9:00 a.m. (UTC−6) is before Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:13:7
           |
        12 | start = 2025-02-06T19:00:00
           |         ------------------- the start
        13 | end = 2025-02-06T09:00:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: mind the date when a window ends after midnight, and a.m. and p.m."#]]);
}

#[test]
fn an_end_at_the_start() {
    check("start = 2025-02-06T19:00:00\nend = 2025-02-07T01:00:00Z\n", expect![[r#"
        error: the window ends when it starts, at Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:13:7
           |
        12 | start = 2025-02-06T19:00:00
           |         ------------------- the start
        13 | end = 2025-02-07T01:00:00Z
           |       ^^^^^^^^^^^^^^^^^^^^
           |
           = help: mind the date when a window ends after midnight, and a.m. and p.m."#]]);
}

#[test]
fn a_release_of_a_window_that_reopens_by_itself() {
    check(
        "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\nreleased = 2025-02-06T22:00:00\n",
        expect![[r#"
            error: only a window with an `end` and `overrun = "hold"` is released
              --> schedule.toml:14:12
               |
            14 | released = 2025-02-06T22:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: a window that reopens ends at its `end`: change that, or write `overrun = "hold"`"#]],
    );
}

#[test]
fn a_release_of_a_window_without_an_end() {
    check(
        "start = 2025-02-06T19:00:00\noverrun = \"hold\"\nreleased = 2025-02-06T22:00:00\n",
        expect![[r#"
            error: only a window with an `end` and `overrun = "hold"` is released
              --> schedule.toml:14:12
               |
            14 | released = 2025-02-06T22:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: a window that reopens ends at its `end`: change that, or write `overrun = "hold"`"#]],
    );
}

#[test]
fn a_release_before_the_end() {
    check(
        "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\noverrun = \"hold\"\n\
         released = 2025-02-06T20:00:00\n",
        expect![[r#"
            error: the window is released before its end: Thursday, February 6, 2025, 8:00 p.m. (UTC−6) is before Thursday, February 6, 2025, 9:00 p.m. (UTC−6)
              --> schedule.toml:15:12
               |
            13 | end = 2025-02-06T21:00:00
               |       ------------------- the planned end
            14 | overrun = "hold"
            15 | released = 2025-02-06T20:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: to finish early, move the `end` forward instead"#]],
    );
}

#[test]
fn two_windows_at_once_on_one_channel() {
    check(
        "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n\n[[window]]\nid = \"second\"\n\
         channels = [\"web\"]\nstart = 2025-02-06T20:59:59\nend = 2025-02-06T22:00:00\n",
        expect![[r#"
            error: the window overlaps window `deployment` on channel `web`
              --> schedule.toml:18:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ------------------- the other window
            ...
            18 | start = 2025-02-06T20:59:59
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: make them one window, or let one begin when the other ends"#]],
    );
}

#[test]
fn a_window_that_is_over() {
    check("start = 2025-01-09T19:00:00\nend = 2025-01-09T21:00:00\n", expect![[r#"
        warning: the window was over on Thursday, January 9, 2025, 9:00 p.m. (UTC−6)
          --> schedule.toml:13:7
           |
        13 | end = 2025-01-09T21:00:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: it has no effect; it may stay for the record"#]]);
}

#[test]
fn a_window_that_was_held_and_let_go() {
    check(
        "start = 2025-01-09T19:00:00\nend = 2025-01-09T21:00:00\noverrun = \"hold\"\n\
         released = 2025-01-09T23:00:00\n",
        expect![[r#"
            warning: the window was over on Thursday, January 9, 2025, 11:00 p.m. (UTC−6)
              --> schedule.toml:15:12
               |
            15 | released = 2025-01-09T23:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: it has no effect; it may stay for the record"#]],
    );
}

#[test]
fn a_window_of_a_long_weekend() {
    check("start = 2025-02-07T19:00:00\nend = 2025-02-10T19:00:00\n", expect![[r#"
        warning: the window is 3 days long
          --> schedule.toml:13:7
           |
        13 | end = 2025-02-10T19:00:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: search engines drop pages that answer 503 for days; consider `read-only`, or several shorter windows"#]]);
}

#[test]
fn an_announcement_after_the_start() {
    check(
        "announce = 2025-02-06T19:00:01\nstart = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n",
        expect![[r#"
            warning: the window is announced after it starts: Thursday, February 6, 2025, 7:00:01 p.m. (UTC−6) is after Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
              --> schedule.toml:12:12
               |
            12 | announce = 2025-02-06T19:00:01
               |            ^^^^^^^^^^^^^^^^^^^
            13 | start = 2025-02-06T19:00:00
               |         ------------------- the start
               |
               = help: nobody is warned; announce it before it starts, or leave `announce` out"#]],
    );
}
