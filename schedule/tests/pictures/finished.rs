//! Limits of windows that hold, and channels that were finished early.

use expect_test::expect;

use crate::{LENGTH, SERVICE, START, WEB, WEEKLY, WINDOW, check};

const FTP: &str = "[[channel]]\nid = \"ftp\"\nname = \"uploads\"\n\n";
const END: &str = "end = 2025-02-06T21:00:00\n";

#[test]
fn a_limit_of_a_window_that_does_not_hold() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, "end = 2025-02-06T21:00:00\nhold-limit = \"4h\"\n"],
        &expect![[r#"
        error: only a window with `overrun = "hold"` has a `hold-limit`
          --> schedule.toml:18:14
           |
        18 | hold-limit = "4h"
           |              ^^^^
           |
           = help: add `overrun = "hold"`, or leave it out: this window reopens by itself at its `end`"#]],
    );
}

#[test]
fn a_limit_of_a_window_without_an_end() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, "overrun = \"hold\"\nhold-limit = \"4h\"\n"],
        &expect![[r#"
        error: the window has a `hold-limit`, but no `end` from which it counts
          --> schedule.toml:18:14
           |
        18 | hold-limit = "4h"
           |              ^^^^
           |
           = help: add the `end` that is planned, or leave the limit out"#]],
    );
}

#[test]
fn a_limit_that_is_a_number() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            "end = 2025-02-06T21:00:00\noverrun = \"hold\"\nhold-limit = 4\n",
        ],
        &expect![[r#"
        error: expected a length for `hold-limit`, but found a number
          --> schedule.toml:19:14
           |
        19 | hold-limit = 4
           |              ^
           |
           = help: write a length in quotes, such as `"30m"`"#]],
    );
}

#[test]
fn a_limit_beyond_the_years() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            "start = 2099-12-31T15:00:00\nend = 2099-12-31T17:00:00\noverrun = \"hold\"\nhold-limit = \"4h\"\n",
        ],
        &expect![[r#"
            error: expected a year from 2020 to 2099, but found `2099-12-31T21:00:00-06:00`
              --> schedule.toml:19:14
               |
            19 | hold-limit = "4h"
               |              ^^^^
               |
               = help: check the year"#]],
    );
}

#[test]
fn a_limit_for_one_occurrence() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "overrun = \"hold\"\n\n[[window.change]]\nof = 2025-02-13\nhold-limit = \"4h\"\n",
        ],
        &expect![[r#"
        error: unknown key `hold-limit` in `[[window.change]]`
          --> schedule.toml:23:1
           |
        23 | hold-limit = "4h"
           | ^^^^^^^^^^
           |
           = help: it may hold `of`, `start`, `end`, `released`, `finished`, `cancelled`"#]],
    );
}

#[test]
fn a_finished_channel_that_there_is_not() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, END, "finished = { wep = 2025-02-06T20:10:00 }\n"],
        &expect![[r#"
        error: there is no channel `wep`
          --> schedule.toml:18:14
           |
        18 | finished = { wep = 2025-02-06T20:10:00 }
           |              ^^^
           |
           = help: did you mean `web`?"#]],
    );
}

#[test]
fn a_finished_channel_that_the_window_is_not_over() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            END,
            "\n[window.finished]\nweb = 2025-02-06T20:10:00\nftp = 2025-02-06T20:10:00\n",
        ],
        &expect![[r#"
        error: channel `ftp` is finished, but the window is not over it
          --> schedule.toml:21:1
           |
        21 | ftp = 2025-02-06T20:10:00
           | ^^^
           |
           = help: it is over `web`; leave the others out"#]],
    );
}

#[test]
fn finished_before_the_start() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            END,
            "\n[window.finished]\nweb = 2025-02-06T08:10:00\n",
        ],
        &expect![[r#"
        error: the channel is finished before the window starts: Thursday, February 6, 2025, 8:10 a.m. (UTC−6) is before Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:20:7
           |
        16 | start = 2025-02-06T19:00:00
           |         ------------------- the start
        ...
        20 | web = 2025-02-06T08:10:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: a channel is finished while the window is open: check the date and the time, or take it out of `channels`"#]],
    );
}

#[test]
fn finished_at_the_start() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, "finished.web = 2025-02-06T19:00:00\n"],
        &expect![[r#"
        error: the channel is finished when the window starts, at Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:17:16
           |
        16 | start = 2025-02-06T19:00:00
           |         ------------------- the start
        17 | finished.web = 2025-02-06T19:00:00
           |                ^^^^^^^^^^^^^^^^^^^
           |
           = help: a channel is finished while the window is open: check the date and the time, or take it out of `channels`"#]],
    );
}

#[test]
fn finished_after_the_end() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            END,
            "\n[window.finished]\nweb = 2025-02-06T21:10:00\n",
        ],
        &expect![[r#"
        error: the channel is finished after the window ends: Thursday, February 6, 2025, 9:10 p.m. (UTC−6) is after Thursday, February 6, 2025, 9:00 p.m. (UTC−6)
          --> schedule.toml:20:7
           |
        17 | end = 2025-02-06T21:00:00
           |       ------------------- the planned end
        ...
        20 | web = 2025-02-06T21:10:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: leave it out: only what is finished early stands here"#]],
    );
}

#[test]
fn finished_at_the_end() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, LENGTH, "finished.web = 2025-02-07T03:00:00Z\n"],
        &expect![[r#"
        error: the channel is finished when the window ends, at Thursday, February 6, 2025, 9:00 p.m. (UTC−6)
          --> schedule.toml:18:16
           |
        17 | length = "2h"
           |          ---- the planned end
        18 | finished.web = 2025-02-07T03:00:00Z
           |                ^^^^^^^^^^^^^^^^^^^^
           |
           = help: leave it out: only what is finished early stands here"#]],
    );
}

#[test]
fn finished_in_an_hour_that_is_skipped() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            "start = 2025-03-08T22:00:00\nend = 2025-03-09T06:00:00\nfinished.web = 2025-03-09T02:30:00\n",
        ],
        &expect![[r#"
        error: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
          --> schedule.toml:18:16
           |
        18 | finished.web = 2025-03-09T02:30:00
           |                ^^^^^^^^^^^^^^^^^^^
           |
           = help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)"#]],
    );
}

#[test]
fn finished_at_an_hour_without_a_date() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, END, "finished.web = 20:10:00\n"],
        &expect![[r#"
        error: expected a date and a time, but `20:10:00` has no date
          --> schedule.toml:18:16
           |
        18 | finished.web = 20:10:00
           |                ^^^^^^^^
           |
           = help: write a local date and time such as `2025-02-06T19:00:00`"#]],
    );
}

#[test]
fn finished_that_is_a_text() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, END, "finished.web = \"8:10 p.m.\"\n"],
        &expect![[r#"
        error: expected a date and time for `finished`, but found a text
          --> schedule.toml:18:16
           |
        18 | finished.web = "8:10 p.m."
           |                ^^^^^^^^^^^
           |
           = help: write it without quotes, such as `2025-02-06T19:00:00` for a time in the service's zone"#]],
    );
}

#[test]
fn finished_that_is_no_table() {
    check(
        &[SERVICE, WEB, FTP, WINDOW, START, END, "finished = 2025-02-06T20:10:00\n"],
        &expect![[r#"
        error: expected one table for `finished`, but found a date or time
          --> schedule.toml:18:12
           |
        18 | finished = 2025-02-06T20:10:00
           |            ^^^^^^^^^^^^^^^^^^^
           |
           = help: write it like `finished = { web = 2025-02-06T20:10:00 }`"#]],
    );
}

#[test]
fn a_recurring_window_that_is_finished_as_a_whole() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "finished = { web = 2025-02-06T20:10:00 }\n",
        ],
        &expect![[r#"
        error: a recurring window cannot be finished as a whole
          --> schedule.toml:19:12
           |
        19 | finished = { web = 2025-02-06T20:10:00 }
           |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           |
           = help: finish one occurrence: add `[[window.change]]` with its `of` and `finished`"#]],
    );
}

#[test]
fn an_occurrence_finished_before_it_was_moved_to() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\nstart = 2025-02-14T19:00:00\nfinished.web = 2025-02-13T20:10:00\n",
        ],
        &expect![[r#"
        error: the channel is finished before the window starts: Thursday, February 13, 2025, 8:10 p.m. (UTC−6) is before Friday, February 14, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:23:16
           |
        22 | start = 2025-02-14T19:00:00
           |         ------------------- the start
        23 | finished.web = 2025-02-13T20:10:00
           |                ^^^^^^^^^^^^^^^^^^^
           |
           = help: a channel is finished while the window is open: check the date and the time, or take it out of `channels`"#]],
    );
}

#[test]
fn an_occurrence_finished_after_its_end() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\nfinished.web = 2025-02-13T21:10:00\n",
        ],
        &expect![[r#"
        error: the channel is finished after the window ends: Thursday, February 13, 2025, 9:10 p.m. (UTC−6) is after Thursday, February 13, 2025, 9:00 p.m. (UTC−6)
          --> schedule.toml:22:16
           |
        22 | finished.web = 2025-02-13T21:10:00
           |                ^^^^^^^^^^^^^^^^^^^
           |
           = help: leave it out: only what is finished early stands here"#]],
    );
}

#[test]
fn an_occurrence_finished_on_a_channel_that_it_is_not_over() {
    check(
        &[
            SERVICE,
            WEB,
            FTP,
            WINDOW,
            START,
            LENGTH,
            WEEKLY,
            "\n[[window.change]]\nof = 2025-02-13\nchannels = [\"ftp\"]\nfinished.web = 2025-02-13T20:10:00\n",
        ],
        &expect![[r#"
        error: channel `web` is finished, but the window is not over it
          --> schedule.toml:23:10
           |
        23 | finished.web = 2025-02-13T20:10:00
           |          ^^^
           |
           = help: it is over `ftp`; leave the others out"#]],
    );
}
