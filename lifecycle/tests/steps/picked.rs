//! Which occurrence is meant where nothing is said.

use expect_test::expect;
use lifecycle::{Step, Until};

use crate::tried::{ONCE, PATCHES, document, instant, refusal, which};

/// The occurrence that a step was about.
#[track_caller]
fn check(windows: &str, window: &str, now: &str, expected: &str) {
    let step = Step::Extend(Until::By("10m".parse().expect("a length")));
    let taken = lifecycle::take(&document(windows), &which(window), &step, instant(now));
    let found = match taken {
        Ok(changed) => changed.of.map_or("the only one".to_owned(), |of| of.to_string()),
        Err(refused) => refused.to_string(),
    };
    assert_eq!(found, expected, "{window} at {now}");
}

#[test]
fn the_open_one_or_else_the_next_or_else_the_last() {
    check(ONCE, "deployment", "2025-02-06T10:00", "the only one");
    check(PATCHES, "patches", "2025-02-13T18:59", "2025-02-13 19:00:00");
    check(PATCHES, "patches", "2025-02-13T19:00", "2025-02-13 19:00:00");
    check(PATCHES, "patches", "2025-02-13T20:59", "2025-02-13 19:00:00");
    check(PATCHES, "patches", "2025-02-13T21:00", "2025-03-13 19:00:00");
    // One that is cancelled is passed over.
    let cancelled = format!("{PATCHES}\n[[window.change]]\nof = 2025-03-13\ncancelled = true\n");
    check(&cancelled, "patches", "2025-02-13T21:00", "2025-04-10 19:00:00");
    let over = PATCHES.replace("2TH", "2TH;COUNT=4");
    let last = "only a window that is scheduled, announced, imminent, active or in overrun can be \
                extended, but `patches` has ended";
    check(&over, "patches", "2025-06-01T12:00", last);
}

#[test]
fn one_that_is_named() {
    check(PATCHES, "patches 2025-05-08", "2025-02-13T18:59", "2025-05-08 19:00:00");
    check(PATCHES, "patches 2025-05-08T19:00", "2025-02-13T18:59", "2025-05-08 19:00:00");
    // By its rule, wherever it was moved.
    check(PATCHES, "patches 2025-04-10", "2025-02-13T18:59", "2025-04-10 19:00:00");
}

#[test]
fn names_of_nothing() {
    let step = Step::Cancel;
    let refused = |windows: &str, name: &str| {
        let now = instant("2025-02-05T12:00");
        let taken = lifecycle::take(&document(windows), &which(name), &step, now);
        refusal(&taken.expect_err("the rows are refused"))
    };
    let twice = PATCHES.replace("repeat =", "also = [2025-03-13T06:00:00]\nrepeat =");
    expect![[r#"
        no-such-window: there is no window `patchs`
        help: the windows are `patches`
        no-such-window: there is no window `patches`
        help: there are no windows: add one
        no-such-occurrence: `patches` does not start on Friday, March 14, 2025
        help: its nearest start is `2025-03-13T19:00:00`
        no-such-occurrence: `patches` does not start on Thursday, March 13, 2025, 8:00 p.m.
        help: its nearest start is `2025-03-13T19:00:00`
        no-such-occurrence: `deployment` comes once, but one of its occurrences was asked for
        help: leave the occurrence out
        several-occurrences: `patches` starts 2 times on `2025-03-13`
        help: name its start, one of `2025-03-13T06:00:00`, `2025-03-13T19:00:00`
    "#]]
    .assert_eq(
        &[
            refused(PATCHES, "patchs"),
            refused("", "patches"),
            refused(PATCHES, "patches 2025-03-14"),
            refused(PATCHES, "patches 2025-03-13T20:00"),
            refused(ONCE, "deployment 2025-02-06"),
            refused(&twice, "patches 2025-03-13"),
        ]
        .concat(),
    );
}
