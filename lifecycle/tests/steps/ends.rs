//! Steps that move an end: extend and shorten.

use expect_test::expect;
use lifecycle::{Step, Until};

use crate::tried::{ONCE, PATCHES, check};

fn by(length: &str) -> Until {
    Until::By(length.parse().expect("the rows are lengths"))
}

fn at(moment: &str) -> Until {
    Until::At(moment.parse().expect("the rows are times"))
}

const HOLDS: &str = r#"
[[window]]
id = "deployment"
channels = ["web"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
overrun = "hold"
"#;

#[test]
fn extend_by() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:50",
        &Step::Extend(by("30m")),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00 # at the latest
        +end = 2025-02-06T21:30:00 # at the latest
    "#]],
    );
}

#[test]
fn extend_before_it_opens() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T10:00",
        &Step::Extend(by("30m")),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00 # at the latest
        +end = 2025-02-06T21:30:00 # at the latest
    "#]],
    );
}

#[test]
fn extend_until() {
    let step = Step::Extend(at("2025-02-07T00:00"));
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:50",
        &step,
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 12:00 midnight at the end of the day (CT) instead of Thursday, February 6, 2025, 9:00 p.m. (CT)
        -end = 2025-02-06T21:00:00 # at the latest
        +end = 2025-02-07T00:00:00 # at the latest
    "#]],
    );
}

#[test]
fn extend_until_the_next_day() {
    let step = Step::Extend(at("2025-02-07T08:15:30Z"));
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:50",
        &step,
        &expect![[r#"
        extended `deployment`: ends Friday, February 7, 2025, 2:15:30 a.m. (CT) instead of Thursday, February 6, 2025, 9:00 p.m. (CT)
        -end = 2025-02-06T21:00:00 # at the latest
        +end = 2025-02-07T02:15:30 # at the latest
    "#]],
    );
}

#[test]
fn extend_an_overrun_from_now() {
    let step = Step::Extend(by("30m"));
    check(
        HOLDS,
        "deployment",
        "2025-02-06T21:20:59.9-06:00",
        &step,
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:50:59 p.m. (CT) instead of 9:00 p.m.; counted from now, because the old end has passed
        -end = 2025-02-06T21:00:00
        +end = 2025-02-06T21:50:59
    "#]],
    );
}

#[test]
fn extend_an_overrun_until() {
    let step = Step::Extend(at("2025-02-06T22:00"));
    check(
        HOLDS,
        "deployment",
        "2025-02-06T21:20",
        &step,
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 10:00 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00
        +end = 2025-02-06T22:00:00
    "#]],
    );
}

#[test]
fn extend_a_length() {
    let length = ONCE.replace("end = 2025-02-06T21:00:00", "length = \"2h\"");
    check(
        &length,
        "deployment",
        "2025-02-06T20:50",
        &Step::Extend(by("30m")),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -length = "2h" # at the latest
        +end = 2025-02-06T21:30:00 # at the latest
    "#]],
    );
}

#[test]
fn extend_until_an_end_is_known() {
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    let step = Step::Extend(at("2025-02-06T23:00"));
    check(
        &open,
        "deployment",
        "2025-02-06T20:50",
        &step,
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 11:00 p.m. (CT); its end was not known
        +end = 2025-02-06T23:00:00
    "#]],
    );
}

#[test]
fn extend_into_the_hour_that_comes_twice() {
    let night =
        ONCE.replace("2025-02-06T19", "2025-11-01T23").replace("2025-02-06T21", "2025-11-02T00");
    check(
        &night,
        "deployment",
        "2025-11-02T04:30:00Z",
        &Step::Extend(by("2h30m")),
        &expect![[r#"
            extended `deployment`: ends Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−6) instead of Saturday, November 1, 2025, 12:00 midnight at the end of the day (CT)
            -end = 2025-11-02T00:00:00 # at the latest
            +end = 2025-11-02T01:30:00-06:00 # at the latest
        "#]],
    );
}

#[test]
fn extend_one_of_several() {
    check(
        PATCHES,
        "patches",
        "2025-02-13T20:50",
        &Step::Extend(by("30m")),
        &expect![[r#"
        extended `patches` of Thursday, February 13, 2025: ends Thursday, February 13, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        +
        +[[window.change]]
        +of = 2025-02-13T19:00:00
        +end = 2025-02-13T21:30:00
    "#]],
    );
}

#[test]
fn extend_one_that_is_changed_already() {
    check(
        PATCHES,
        "patches 2025-04-10",
        "2025-02-13T20:50",
        &Step::Extend(by("30m")),
        &expect![[r#"
        extended `patches` of Thursday, April 10, 2025: ends Friday, April 11, 2025, 10:30 p.m. (CT) instead of 10:00 p.m.
        +end = 2025-04-11T22:30:00
    "#]],
    );
}

#[test]
fn shorten_by() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T19:50",
        &Step::Shorten(by("30m")),
        &expect![[r#"
        shortened `deployment`: ends Thursday, February 6, 2025, 8:30 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00 # at the latest
        +end = 2025-02-06T20:30:00 # at the latest
    "#]],
    );
}

#[test]
fn shorten_until() {
    let step = Step::Shorten(at("2025-02-06T20:00"));
    check(
        ONCE,
        "deployment",
        "2025-02-06T19:50",
        &step,
        &expect![[r#"
        shortened `deployment`: ends Thursday, February 6, 2025, 8:00 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00 # at the latest
        +end = 2025-02-06T20:00:00 # at the latest
    "#]],
    );
}

#[test]
fn shorten_one_of_several() {
    check(
        PATCHES,
        "patches",
        "2025-02-13T19:50",
        &Step::Shorten(by("30m")),
        &expect![[r#"
        shortened `patches` of Thursday, February 13, 2025: ends Thursday, February 13, 2025, 8:30 p.m. (CT) instead of 9:00 p.m.
        +
        +[[window.change]]
        +of = 2025-02-13T19:00:00
        +end = 2025-02-13T20:30:00
    "#]],
    );
}
