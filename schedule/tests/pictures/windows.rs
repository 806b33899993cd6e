//! What the times of windows say against each other, and what only deserves a warning.

use expect_test::expect;

use crate::{SERVICE, WEB, WINDOW, check};

#[test]
fn an_end_before_the_start() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-02-06T19:00:00\nend = 2025-02-06T09:00:00\n"],
        &expect![[r#"
        error: the window ends before it starts: Thursday, February 6, 2025, 9:00 a.m. (UTC−6) is before Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:13:7
           |
        12 | start = 2025-02-06T19:00:00
           |         ------------------- the start
        13 | end = 2025-02-06T09:00:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: mind the date when a window ends after midnight, and a.m. and p.m."#]],
    );
}

#[test]
fn an_end_at_the_start() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-02-06T19:00:00\nend = 2025-02-07T01:00:00Z\n"],
        &expect![[r#"
        error: the window ends when it starts, at Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:13:7
           |
        12 | start = 2025-02-06T19:00:00
           |         ------------------- the start
        13 | end = 2025-02-07T01:00:00Z
           |       ^^^^^^^^^^^^^^^^^^^^
           |
           = help: mind the date when a window ends after midnight, and a.m. and p.m."#]],
    );
}

#[test]
fn a_release_of_a_window_that_reopens_by_itself() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\nreleased = 2025-02-06T22:00:00\n",
        ],
        &expect![[r#"
            error: only a window with `overrun = "hold"` is released
              --> schedule.toml:14:12
               |
            14 | released = 2025-02-06T22:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: this window reopens by itself at its `end`: write that, or add `overrun = "hold"`"#]],
    );
}

#[test]
fn a_release_of_a_window_without_an_end() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            "start = 2025-02-06T19:00:00\noverrun = \"hold\"\nreleased = 2025-02-06T22:00:00\n",
        ],
        &expect![[r#"
            error: the window is released, but has no `end`
              --> schedule.toml:14:12
               |
            14 | released = 2025-02-06T22:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: add its `end`; it may be the time of the release"#]],
    );
}

#[test]
fn a_release_before_the_end() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\noverrun = \"hold\"\n\
         released = 2025-02-06T20:00:00\n",
        ],
        &expect![[r#"
            error: the window is released before its end: Thursday, February 6, 2025, 8:00 p.m. (UTC−6) is before Thursday, February 6, 2025, 9:00 p.m. (UTC−6)
              --> schedule.toml:15:12
               |
            13 | end = 2025-02-06T21:00:00
               |       ------------------- the planned end
            14 | overrun = "hold"
            15 | released = 2025-02-06T20:00:00
               |            ^^^^^^^^^^^^^^^^^^^
               |
               = help: to finish early, write this time as the `end` too"#]],
    );
}

#[test]
fn two_windows_at_once_on_one_channel() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n\n[[window]]\nid = \"second\"\n\
         channels = [\"web\"]\nstart = 2025-02-06T20:59:59\nend = 2025-02-06T22:00:00\n",
        ],
        &expect![[r#"
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
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-01-09T19:00:00\nend = 2025-01-09T21:00:00\n"],
        &expect![[r#"
        warning: the window was over on Thursday, January 9, 2025, 9:00 p.m. (UTC−6)
          --> schedule.toml:13:7
           |
        13 | end = 2025-01-09T21:00:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: it has no effect; it may stay for the record"#]],
    );
}

#[test]
fn a_window_that_was_held_and_let_go() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            "start = 2025-01-09T19:00:00\nend = 2025-01-09T21:00:00\noverrun = \"hold\"\n\
         released = 2025-01-09T23:00:00\n",
        ],
        &expect![[r#"
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
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-02-07T19:00:00\nend = 2025-02-10T19:00:00\n"],
        &expect![[r#"
        warning: the window is 3 days long
          --> schedule.toml:13:7
           |
        13 | end = 2025-02-10T19:00:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: search engines drop pages that answer 503 for days; consider `read-only`, or several shorter windows"#]],
    );
}

#[test]
fn an_announcement_after_the_start() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            "announce = 2025-02-06T19:00:01\nstart = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n",
        ],
        &expect![[r#"
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

#[test]
fn two_windows_at_once_on_several_channels_are_told_once() {
    let channels =
        "[[channel]]\nid = \"web\"\nname = \"a\"\n[[channel]]\nid = \"api\"\nname = \"b\"\n";
    let window = |id| {
        format!(
            "\n[[window]]\nid = \"{id}\"\nchannels = [\"web\", \"api\"]\n\
             start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n"
        )
    };
    check(
        &[SERVICE, channels, &window("first"), &window("second")],
        &expect![[r#"
        error: the window overlaps window `first` on channels `web`, `api`
          --> schedule.toml:21:9
           |
        15 | start = 2025-02-06T19:00:00
           |         ------------------- the other window
        ...
        21 | start = 2025-02-06T19:00:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: make them one window, or let one begin when the other ends"#]],
    );
}
