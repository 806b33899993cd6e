//! Steps before a window opens: announce, start, reschedule, cancel.

use expect_test::expect;
use lifecycle::{Ending, Step};

use crate::tried::{ONCE, PATCHES, check};

const ANNOUNCED: &str = r#"
[[window]]
id = "deployment"
channels = ["web"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
announce = 2025-02-05T09:00:00 # after the board meets
"#;

#[test]
fn announce_says_it_now() {
    check(
        ANNOUNCED,
        "deployment",
        "2025-02-04T16:30",
        &Step::Announce,
        &expect![[r#"
        announced `deployment`: people are told from Tuesday, February 4, 2025, 4:30 p.m. (CT) on instead of Wednesday, February 5, 2025, 9:00 a.m. (CT)
        -announce = 2025-02-05T09:00:00 # after the board meets
        +announce = 2025-02-04T16:30:00 # after the board meets
    "#]],
    );
}

#[test]
fn announce_in_place_of_a_lead() {
    let lead = ANNOUNCED.replace("2025-02-05T09:00:00", "\"1d\"");
    check(
        &lead,
        "deployment",
        "2025-02-04T16:30",
        &Step::Announce,
        &expect![[r#"
        announced `deployment`: people are told from Tuesday, February 4, 2025, 4:30 p.m. (CT) on instead of Wednesday, February 5, 2025, 7:00 p.m. (CT)
        -announce = "1d" # after the board meets
        +announce = 2025-02-04T16:30:00 # after the board meets
    "#]],
    );
}

#[test]
fn start_keeps_the_end() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T18:40",
        &Step::Start,
        &expect![[r#"
        started `deployment`: begins Thursday, February 6, 2025, 6:40 p.m. (CT) instead of 7:00 p.m., ends Thursday, February 6, 2025, 9:00 p.m. (CT) as planned
        -start = 2025-02-06T19:00:00
        +start = 2025-02-06T18:40:00
    "#]],
    );
}

#[test]
fn start_writes_the_end_of_a_length() {
    let length = ONCE.replace("end = 2025-02-06T21:00:00", "length = \"2h\"");
    check(
        &length,
        "deployment",
        "2025-02-06T18:40",
        &Step::Start,
        &expect![[r#"
        started `deployment`: begins Thursday, February 6, 2025, 6:40 p.m. (CT) instead of 7:00 p.m., ends Thursday, February 6, 2025, 9:00 p.m. (CT) as planned
        -start = 2025-02-06T19:00:00
        -length = "2h" # at the latest
        +start = 2025-02-06T18:40:00
        +end = 2025-02-06T21:00:00 # at the latest
    "#]],
    );
}

#[test]
fn start_without_a_known_end() {
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    check(
        &open,
        "deployment",
        "2025-02-06T18:40:12.345-06:00",
        &Step::Start,
        &expect![[r#"
        started `deployment`: begins Thursday, February 6, 2025, 6:40:12 p.m. (CT) instead of 7:00 p.m., its end is not known yet
        -start = 2025-02-06T19:00:00
        +start = 2025-02-06T18:40:12
    "#]],
    );
}

#[test]
fn start_one_of_several() {
    check(
        PATCHES,
        "patches",
        "2025-02-13T18:40",
        &Step::Start,
        &expect![[r#"
        started `patches` of Thursday, February 13, 2025: begins Thursday, February 13, 2025, 6:40 p.m. (CT) instead of 7:00 p.m., ends Thursday, February 13, 2025, 9:00 p.m. (CT) as planned
        +
        +[[window.change]]
        +of = 2025-02-13T19:00:00
        +start = 2025-02-13T18:40:00
        +end = 2025-02-13T21:00:00
    "#]],
    );
}

#[test]
fn start_one_that_is_changed_already() {
    check(
        PATCHES,
        "patches 2025-04-10",
        "2025-04-11T18:00",
        &Step::Start,
        &expect![[r#"
        started `patches` of Thursday, April 10, 2025: begins Friday, April 11, 2025, 7:00 p.m. (CT) instead of 8:00 p.m., ends Friday, April 11, 2025, 10:00 p.m. (CT) as planned
        -start = 2025-04-11T20:00:00 # Easter
        +start = 2025-04-11T19:00:00 # Easter
        +end = 2025-04-11T22:00:00
    "#]],
    );
}

fn reschedule(start: &str, ending: Option<Ending>) -> Step {
    Step::Reschedule { start: start.parse().expect("the rows are times"), ending }
}

#[test]
fn reschedule_for_as_long_as_before() {
    let step = reschedule("2025-02-07T20:00", None);
    check(
        ONCE,
        "deployment",
        "2025-02-06T12:00",
        &step,
        &expect![[r#"
        rescheduled `deployment`: Friday, February 7, 2025, 8:00 p.m. – 10:00 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        -start = 2025-02-06T19:00:00
        -end = 2025-02-06T21:00:00 # at the latest
        +start = 2025-02-07T20:00:00
        +end = 2025-02-07T22:00:00 # at the latest
    "#]],
    );
}

#[test]
fn reschedule_to_another_length() {
    let ending = Some(Ending::After("45m".parse().expect("a length")));
    let step = reschedule("2025-02-06T22:00", ending);
    check(
        ONCE,
        "deployment",
        "2025-02-06T12:00",
        &step,
        &expect![[r#"
        rescheduled `deployment`: Thursday, February 6, 2025, 10:00 p.m. – 10:45 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        -start = 2025-02-06T19:00:00
        -end = 2025-02-06T21:00:00 # at the latest
        +start = 2025-02-06T22:00:00
        +end = 2025-02-06T22:45:00 # at the latest
    "#]],
    );
}

#[test]
fn reschedule_to_an_end_that_nobody_knows() {
    let step = reschedule("2025-02-06T22:00", Some(Ending::Unknown));
    check(
        ONCE,
        "deployment",
        "2025-02-06T12:00",
        &step,
        &expect![[r#"
            rescheduled `deployment`: from Thursday, February 6, 2025, 10:00 p.m. (CT) on; the end is not known yet; before, it was Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            -start = 2025-02-06T19:00:00
            -end = 2025-02-06T21:00:00 # at the latest
            +start = 2025-02-06T22:00:00
            +# at the latest
        "#]],
    );
}

#[test]
fn reschedule_into_the_night_in_which_clocks_are_put_back() {
    let ending = Some(Ending::At("2025-11-02T01:30:00-06:00".parse().expect("an instant")));
    let step = reschedule("2025-11-02T01:30:00-05:00", ending);
    check(
        ONCE,
        "deployment",
        "2025-02-06T12:00",
        &step,
        &expect![[r#"
        rescheduled `deployment`: Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−5) – 1:30 a.m. (CT, UTC−6) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        -start = 2025-02-06T19:00:00
        -end = 2025-02-06T21:00:00 # at the latest
        +start = 2025-11-02T01:30:00-05:00
        +end = 2025-11-02T01:30:00-06:00 # at the latest
    "#]],
    );
}

#[test]
fn reschedule_one_of_several() {
    let step = reschedule("2025-03-14T20:00", None);
    check(
        PATCHES,
        "patches 2025-03-13",
        "2025-02-13T12:00",
        &step,
        &expect![[r#"
        rescheduled `patches` of Thursday, March 13, 2025: Friday, March 14, 2025, 8:00 p.m. – 10:00 p.m. (CT) instead of Thursday, March 13, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +
        +[[window.change]]
        +of = 2025-03-13T19:00:00
        +start = 2025-03-14T20:00:00
        +end = 2025-03-14T22:00:00
    "#]],
    );
}

#[test]
fn reschedule_one_that_is_changed_already() {
    let step = reschedule("2025-04-12T20:00", None);
    check(
        PATCHES,
        "patches 2025-04-10T19:00",
        "2025-02-13T12:00",
        &step,
        &expect![[r#"
        rescheduled `patches` of Thursday, April 10, 2025: Saturday, April 12, 2025, 8:00 p.m. – 10:00 p.m. (CT) instead of Friday, April 11, 2025, 8:00 p.m. – 10:00 p.m. (CT)
        -start = 2025-04-11T20:00:00 # Easter
        +start = 2025-04-12T20:00:00 # Easter
        +end = 2025-04-12T22:00:00
    "#]],
    );
}

#[test]
fn cancel_it() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T12:00",
        &Step::Cancel,
        &expect![[r#"
        cancelled `deployment`: it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +cancelled = true
    "#]],
    );
}

#[test]
fn cancel_writes_over_what_is_said_already() {
    let said = format!("{ONCE}cancelled = false # yet\n");
    check(
        &said,
        "deployment",
        "2025-02-06T12:00",
        &Step::Cancel,
        &expect![[r#"
        cancelled `deployment`: it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        -cancelled = false # yet
        +cancelled = true # yet
    "#]],
    );
}

#[test]
fn cancel_one_of_several() {
    check(
        PATCHES,
        "patches 2025-03-13",
        "2025-02-13T12:00",
        &Step::Cancel,
        &expect![[r#"
        cancelled `patches` of Thursday, March 13, 2025: it was planned for Thursday, March 13, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +
        +[[window.change]]
        +of = 2025-03-13T19:00:00
        +cancelled = true
    "#]],
    );
}

#[test]
fn cancel_all_of_several() {
    check(
        PATCHES,
        "patches",
        "2025-02-13T12:00",
        &Step::Cancel,
        &expect![[r#"
        cancelled `patches` for good: none of it takes place; next was Thursday, February 13, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +cancelled = true
    "#]],
    );
}
