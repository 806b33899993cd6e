//! Steps about what happens at the end: hold and release.

use expect_test::expect;
use lifecycle::Step;

use crate::tried::{ONCE, PATCHES, check};

fn hold(limit: &str) -> Step {
    Step::Hold { limit: limit.parse().expect("the rows are lengths") }
}

const HELD: &str = r#"
[[window]]
id = "deployment"
channels = ["web", "soap"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
overrun = "hold" # somebody looks
# Nobody is there after one.
hold-limit = "4h" # as agreed
"#;

#[test]
fn hold_with_a_limit() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:10",
        &hold("4h"),
        &expect![[r#"
            held `deployment`: after its end, Thursday, February 6, 2025, 9:00 p.m. (CT), it stays closed until it is released, at most 4 hours longer, until Friday, February 7, 2025, 1:00 a.m. (CT)
            +overrun = "hold"
            +hold-limit = "4h"
        "#]],
    );
}

#[test]
fn hold_for_longer() {
    check(
        HELD,
        "deployment",
        "2025-02-06T20:10",
        &hold("6h"),
        &expect![[r#"
            held `deployment`: after its end, Thursday, February 6, 2025, 9:00 p.m. (CT), it stays closed until it is released, at most 6 hours longer, until Friday, February 7, 2025, 3:00 a.m. (CT)
            -hold-limit = "4h" # as agreed
            +hold-limit = "6h" # as agreed
        "#]],
    );
}

#[test]
fn hold_for_as_long() {
    check(
        HELD,
        "deployment",
        "2025-02-06T20:10",
        &hold("4h"),
        &expect![[r#"
            impossible-step: `deployment` holds for as long already
            help: give another limit, or `release` it
        "#]],
    );
}

#[test]
fn hold_without_an_end() {
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    check(
        &open,
        "deployment",
        "2025-02-06T20:10",
        &hold("4h"),
        &expect![[r#"
        unknown-end: `deployment` has no end that it could hold beyond
        help: `extend` it until a time first; until then it stays closed anyway
    "#]],
    );
}

#[test]
fn hold_one_of_several() {
    check(
        PATCHES,
        "patches",
        "2025-02-13T20:10",
        &hold("4h"),
        &expect![[r#"
        impossible-step: `patches` recurs, and whether it holds is the same for all of its occurrences
        help: extend this occurrence instead, or write `overrun = "hold"` into the window
    "#]],
    );
}

#[test]
fn release_before_the_end() {
    check(
        HELD,
        "deployment",
        "2025-02-06T20:10",
        &Step::Release,
        &expect![[r#"
            released `deployment`: opens by itself Thursday, February 6, 2025, 9:00 p.m. (CT)
            -overrun = "hold" # somebody looks
            +overrun = "reopen" # somebody looks
            -hold-limit = "4h" # as agreed
            +# as agreed
        "#]],
    );
}

#[test]
fn release_past_the_end() {
    check(
        HELD,
        "deployment",
        "2025-02-06T21:10:05-06:00",
        &Step::Release,
        &expect![[r#"
            released `deployment`: opens Thursday, February 6, 2025, 9:10:05 p.m. (CT) instead of Friday, February 7, 2025, 1:00 a.m. (CT)
            +released = 2025-02-06T21:10:05
        "#]],
    );
}

#[test]
fn release_past_the_limit() {
    check(
        HELD,
        "deployment",
        "2025-02-07T01:00",
        &Step::Release,
        &expect![[r#"
            impossible-step: only a window that is active or in overrun can be released, but `deployment` has ended
            help: add a new window
        "#]],
    );
}

#[test]
fn release_what_does_not_hold() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:10",
        &Step::Release,
        &expect![[r#"
        impossible-step: `deployment` does not hold: it opens by itself at its end
        help: to open it now, `finish` it
    "#]],
    );
}

#[test]
fn release_one_of_several() {
    let held = PATCHES.replace("\n[[window.change", "overrun = \"hold\"\n\n[[window.change");
    check(
        &held,
        "patches",
        "2025-02-13T21:10",
        &Step::Release,
        &expect![[r#"
        released `patches` of Thursday, February 13, 2025: opens Thursday, February 13, 2025, 9:10 p.m. (CT)
        +
        +[[window.change]]
        +of = 2025-02-13T19:00:00
        +released = 2025-02-13T21:10:00
    "#]],
    );
    check(
        &held,
        "patches",
        "2025-02-13T20:10",
        &Step::Release,
        &expect![[r#"
        released `patches` of Thursday, February 13, 2025: opens by itself Thursday, February 13, 2025, 9:00 p.m. (CT)
        +
        +[[window.change]]
        +of = 2025-02-13T19:00:00
        +released = 2025-02-13T21:00:00
    "#]],
    );
}
