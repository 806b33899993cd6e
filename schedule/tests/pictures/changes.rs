//! Exceptions and changes of windows that recur.

use expect_test::expect;

use crate::{LENGTH, SERVICE, START, WEB, WEEKLY, WINDOW, check};

#[test]
fn a_change_that_moves_an_occurrence_upon_the_next() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\nstart = 2025-02-20T18:00:00\n",
        ],
        &expect![[r#"
            error: the window overlaps itself: it starts again on Thursday, February 20, 2025, 7:00 p.m. (UTC−6), before it ends on Thursday, February 20, 2025, 8:00 p.m. (UTC−6)
              --> schedule.toml:12:9
               |
            12 | start = 2025-02-06T19:00:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: make it shorter, let it come less often, or move it elsewhere; an `end` instead of a `length` keeps clear of the next when clocks change"#]],
    );
}

#[test]
fn an_exception_for_a_day_on_which_nothing_comes() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY, "except = [2025-02-14]\n"],
        &expect![[r#"
            error: the window does not start on Friday, February 14, 2025, 7:00 p.m.
              --> schedule.toml:15:11
               |
            15 | except = [2025-02-14]
               |           ^^^^^^^^^^
               |
               = help: its nearest start is `2025-02-13T19:00:00`"#]],
    );
}

#[test]
fn an_exception_at_another_time_of_the_day() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY, "except = [2025-02-13T07:00:00]\n"],
        &expect![[r#"
            error: the window does not start on Thursday, February 13, 2025, 7:00 a.m.
              --> schedule.toml:15:11
               |
            15 | except = [2025-02-13T07:00:00]
               |           ^^^^^^^^^^^^^^^^^^^
               |
               = help: its nearest start is `2025-02-13T19:00:00`"#]],
    );
}

#[test]
fn a_change_of_what_does_not_come() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-12T19:00:00\ncancelled = true\n",
        ],
        &expect![[r#"
            error: the window does not start on Wednesday, February 12, 2025, 7:00 p.m.
              --> schedule.toml:17:6
               |
            17 | of = 2025-02-12T19:00:00
               |      ^^^^^^^^^^^^^^^^^^^
               |
               = help: its nearest start is `2025-02-13T19:00:00`"#]],
    );
}

#[test]
fn a_change_of_what_is_left_out() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "except = [2025-02-13]\n\n[[window.change]]\nof = 2025-02-13\ncancelled = true\n",
        ],
        &expect![[r#"
            error: the window does not start on Thursday, February 13, 2025, 7:00 p.m.
              --> schedule.toml:18:6
               |
            18 | of = 2025-02-13
               |      ^^^^^^^^^^
               |
               = help: its nearest start is `2025-02-06T19:00:00`"#]],
    );
}

#[test]
fn two_changes_of_one_occurrence() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\nend = 2025-02-13T20:00:00\n\
             \n[[window.change]]\nof = 2025-02-13T19:00:00\nchannels = [\"web\"]\n",
        ],
        &expect![[r#"
            error: the occurrence of Thursday, February 13, 2025, 7:00 p.m. is changed twice
              --> schedule.toml:21:6
               |
            17 | of = 2025-02-13
               |      ---------- first here
            ...
            21 | of = 2025-02-13T19:00:00
               |      ^^^^^^^^^^^^^^^^^^^
               |
               = help: make it one change"#]],
    );
}

#[test]
fn a_change_without_anything_to_change() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY, "\n[[window.change]]\nof = 2025-02-13\n"],
        &expect![[r#"
            error: the change says nothing that is different
              --> schedule.toml:16:1
               |
            16 | [[window.change]]
               | ^^^^^^^^^^^^^^^^^
               |
               = help: add a `start`, an `end`, `channels`, or `cancelled = true`"#]],
    );
}

#[test]
fn a_change_that_cancels_nothing() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\ncancelled = false\n",
        ],
        &expect![[r#"
            error: the change says nothing that is different
              --> schedule.toml:16:1
               |
            16 | [[window.change]]
               | ^^^^^^^^^^^^^^^^^
               |
               = help: add a `start`, an `end`, `channels`, or `cancelled = true`"#]],
    );
}

#[test]
fn a_change_without_an_occurrence() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY, "\n[[window.change]]\ncancelled = true\n"],
        &expect![[r#"
            error: `[[window.change]]` has no `of`
              --> schedule.toml:16:1
               |
            16 | [[window.change]]
               | ^^^^^^^^^^^^^^^^^
               |
               = help: add a line such as `of = 2026-02-12T19:00:00`"#]],
    );
}

// One problem and not two: it does say something.
#[test]
fn a_change_into_an_hour_that_is_not() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-03-06\nstart = 2025-03-09T02:30:00\n",
        ],
        &expect![[r#"
            error: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
              --> schedule.toml:18:9
               |
            18 | start = 2025-03-09T02:30:00
               |         ^^^^^^^^^^^^^^^^^^^
               |
               = help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)"#]],
    );
}

#[test]
fn a_change_whose_end_is_before_its_start() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\nend = 2025-02-13T18:00:00\n",
        ],
        &expect![[r#"
            error: the window ends before it starts: Thursday, February 13, 2025, 6:00 p.m. (UTC−6) is before Thursday, February 13, 2025, 7:00 p.m. (UTC−6)
              --> schedule.toml:18:7
               |
            18 | end = 2025-02-13T18:00:00
               |       ^^^^^^^^^^^^^^^^^^^
               |
               = help: mind the date when a window ends after midnight, and a.m. and p.m."#]],
    );
}

#[test]
fn a_change_with_a_typing_error() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\ncanceled = true\nend = 2025-02-13T20:00:00\n",
        ],
        &expect![[r#"
            error: unknown key `canceled` in `[[window.change]]`
              --> schedule.toml:18:1
               |
            18 | canceled = true
               | ^^^^^^^^
               |
               = help: did you mean `cancelled`?"#]],
    );
}

#[test]
fn a_release_of_one_occurrence_that_reopens_by_itself() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\nreleased = 2025-02-13T22:00:00\n",
        ],
        &expect![[r#"
            error: only a window with `overrun = "hold"` is released
              --> schedule.toml:18:12
               |
            18 | released = 2025-02-13T22:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: this window reopens by itself at its `end`: write that, or add `overrun = "hold"`"#]],
    );
}

#[test]
fn a_release_of_one_occurrence_before_its_end() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "overrun = \"hold\"\n",
            "\n[[window.change]]\nof = 2025-02-13\nreleased = 2025-02-13T20:00:00\n",
        ],
        &expect![[r#"
            error: the window is released before its end: Thursday, February 13, 2025, 8:00 p.m. (UTC−6) is before Thursday, February 13, 2025, 9:00 p.m. (UTC−6)
              --> schedule.toml:19:12
               |
            19 | released = 2025-02-13T20:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: to finish early, write this time as the `end` too"#]],
    );
}

#[test]
fn a_release_of_all_occurrences() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "overrun = \"hold\"\nreleased = 2025-02-06T22:00:00\n",
        ],
        &expect![[r#"
            error: a recurring window cannot be released as a whole
              --> schedule.toml:16:12
               |
            16 | released = 2025-02-06T22:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: release one occurrence: add `[[window.change]]` with its `of` and `released`"#]],
    );
}

#[test]
fn a_list_that_is_none() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY, "except = 2025-02-13\n"],
        &expect![[r#"
        error: expected a list of dates for `except`, but found a date or time
          --> schedule.toml:15:10
           |
        15 | except = 2025-02-13
           |          ^^^^^^^^^^
           |
           = help: write a list such as `[2025-12-24T19:00:00]` or `[2025-12-24]`"#]],
    );
}

#[test]
fn a_list_with_a_date_in_quotes() {
    check(
        &[SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY, "also = [\"2025-02-15\"]\n"],
        &expect![[r#"
            error: expected only dates for `also`, but found a text
              --> schedule.toml:15:9
               |
            15 | also = ["2025-02-15"]
               |         ^^^^^^^^^^^^
               |
               = help: write a list such as `[2025-12-24T19:00:00]` or `[2025-12-24]`"#]],
    );
}
