//! Windows that recur: what is wrong with their start and their end.

use expect_test::expect;

use crate::{LENGTH, SERVICE, START, WEB, WEEKLY, WINDOW, check};

#[test]
fn an_end_and_a_length() {
    check(
        &[SERVICE, WEB, WINDOW, START, "end = 2025-02-06T21:00:00\n", LENGTH, WEEKLY],
        &expect![[r#"
            error: the window has both an `end` and a `length`
              --> schedule.toml:14:10
               |
            13 | end = 2025-02-06T21:00:00
               |       ------------------- the end
            14 | length = "2h"
               |          ^^^^
               |
               = help: keep the `end` for what clocks show then, or the `length` for how long it takes"#]],
    );
}

#[test]
fn an_end_and_a_length_of_a_window_that_comes_once() {
    check(
        &[SERVICE, WEB, WINDOW, START, "end = 2025-02-06T21:00:00\n", LENGTH],
        &expect![[r#"
            error: the window has both an `end` and a `length`
              --> schedule.toml:14:10
               |
            13 | end = 2025-02-06T21:00:00
               |       ------------------- the end
            14 | length = "2h"
               |          ^^^^
               |
               = help: keep the `end` for what clocks show then, or the `length` for how long it takes"#]],
    );
}

#[test]
fn no_end() {
    check(
        &[SERVICE, WEB, WINDOW, START, WEEKLY],
        &expect![[r#"
        error: the window recurs, but says neither when nor after how long it ends
         --> schedule.toml:9:1
          |
        9 | [[window]]
          | ^^^^^^^^^^
          |
          = help: add `length = "2h"` for how long it takes, or an `end` for what clocks show then"#]],
    );
}

#[test]
fn an_end_by_the_clock_before_the_start() {
    check(
        &[SERVICE, WEB, WINDOW, START, "end = 2025-02-06T02:00:00\n", WEEKLY],
        &expect![[r#"
            error: the window ends before it starts: Thursday, February 6, 2025, 2:00 a.m. is before Thursday, February 6, 2025, 7:00 p.m.
              --> schedule.toml:13:7
               |
            12 | start = 2025-02-06T19:00:00
               |         ------------------- the start
            13 | end = 2025-02-06T02:00:00
               |       ^^^^^^^^^^^^^^^^^^^
               |
               = help: write the end of the first occurrence; mind the date when it ends after midnight"#]],
    );
}

#[test]
fn an_end_by_the_clock_at_the_start() {
    check(
        &[SERVICE, WEB, WINDOW, START, "end = 2025-02-06T19:00:00\n", WEEKLY],
        &expect![[r#"
            error: the window ends when it starts, at Thursday, February 6, 2025, 7:00 p.m.
              --> schedule.toml:13:7
               |
            12 | start = 2025-02-06T19:00:00
               |         ------------------- the start
            13 | end = 2025-02-06T19:00:00
               |       ^^^^^^^^^^^^^^^^^^^
               |
               = help: write the end of the first occurrence; mind the date when it ends after midnight"#]],
    );
}

#[test]
fn no_start() {
    check(
        &[SERVICE, WEB, WINDOW, LENGTH, WEEKLY],
        &expect![[r#"
        error: `[[window]]` has no `start`
         --> schedule.toml:9:1
          |
        9 | [[window]]
          | ^^^^^^^^^^
          |
          = help: add a line such as `start = 2026-01-08T19:00:00`"#]],
    );
}

#[test]
fn a_window_of_which_nothing_is_left() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            "repeat = \"FREQ=WEEKLY;COUNT=1\"\nexcept = [2025-02-06]\n",
        ],
        &expect![[r#"
            error: the window never comes
              --> schedule.toml:12:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: check the rule's dates, its `UNTIL`, and `except`"#]],
    );
}

#[test]
fn a_window_that_begins_again_before_it_ends() {
    check(
        &[SERVICE, WEB, WINDOW, START, "length = \"24h1s\"\n", "repeat = \"FREQ=DAILY\"\n"],
        &expect![[r#"
            error: the window overlaps itself: it starts again on Friday, February 7, 2025, 7:00 p.m. (UTC−6), before it ends on Friday, February 7, 2025, 7:00:01 p.m. (UTC−6)
              --> schedule.toml:12:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: make it shorter, let it come less often, or move it elsewhere; an `end` instead of a `length` keeps clear of the next when clocks change"#]],
    );
}

// The day on which clocks go forward has 23 hours.
#[test]
fn a_window_that_takes_all_day_every_day() {
    check(
        &[SERVICE, WEB, WINDOW, START, "length = \"24h\"\n", "repeat = \"FREQ=DAILY\"\n"],
        &expect![[r#"
            error: the window overlaps itself: it starts again on Sunday, March 9, 2025, 7:00 p.m. (UTC−5), before it ends on Sunday, March 9, 2025, 8:00 p.m. (UTC−5)
              --> schedule.toml:12:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: make it shorter, let it come less often, or move it elsewhere; an `end` instead of a `length` keeps clear of the next when clocks change"#]],
    );
}

#[test]
fn a_window_that_comes_once_upon_one_that_recurs() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window]]\nid = \"emergency\"\nchannels = [\"web\"]\n\
             start = 2025-03-13T20:00:00\nend = 2025-03-13T22:00:00\n",
        ],
        &expect![[r#"
            error: the window overlaps window `deployment` on channel `web`, first on Thursday, March 13, 2025, 8:00 p.m. (UTC−5)
              --> schedule.toml:19:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ------------------- the other window
            ...
            19 | start = 2025-03-13T20:00:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: let one begin when the other ends, or leave that occurrence out with `except`"#]],
    );
}

#[test]
fn two_windows_that_recur_upon_each_other() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window]]\nid = \"monthly\"\nchannels = [\"web\"]\nstart = 2025-02-13T20:00:00\n\
             length = \"1h\"\nrepeat = \"FREQ=MONTHLY\"\n",
        ],
        &expect![[r#"
            error: the window overlaps window `deployment` on channel `web`, first on Thursday, February 13, 2025, 8:00 p.m. (UTC−6)
              --> schedule.toml:19:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ------------------- the other window
            ...
            19 | start = 2025-02-13T20:00:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: let one begin when the other ends, or leave that occurrence out with `except`"#]],
    );
}

#[test]
fn a_window_that_is_over() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            "start = 2024-02-08T19:00:00\n",
            LENGTH,
            "repeat = \"FREQ=WEEKLY;COUNT=3\"\n",
        ],
        &expect![[r#"
            warning: the window was over on Thursday, February 22, 2024, 9:00 p.m. (UTC−6)
              --> schedule.toml:12:9
               |
            12 | start = 2024-02-08T19:00:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: it has no effect; it may stay for the record"#]],
    );
}

#[test]
fn a_window_that_is_announced_after_its_first_start() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY, "announce = 2025-02-07T00:00:00\n"],
        &expect![[r#"
            warning: the window is announced after it starts: Friday, February 7, 2025, 12:00 midnight at the start of the day (UTC−6) is after Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
              --> schedule.toml:15:12
               |
            12 | start = 2025-02-06T19:00:00
               |         ------------------- the start
            ...
            15 | announce = 2025-02-07T00:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: nobody is warned; announce it before it starts, or leave `announce` out"#]],
    );
}

#[test]
fn a_window_that_takes_days() {
    check(
        &[SERVICE, WEB, WINDOW, START, "length = \"3d\"\n", "repeat = \"FREQ=MONTHLY\"\n"],
        &expect![[r#"
            warning: the window is 3 days long
              --> schedule.toml:13:10
               |
            13 | length = "3d"
               |          ^^^^
               |
               = help: search engines drop pages that answer 503 for days; consider `read-only`, or several shorter windows"#]],
    );
}
