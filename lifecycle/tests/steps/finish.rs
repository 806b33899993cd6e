//! A window that is over now: on all of its channels, or on some.

use expect_test::expect;
use lifecycle::Step;

use crate::tried::{ONCE, PATCHES, check};

fn finish(channels: &[&str]) -> Step {
    Step::Finish { channels: channels.iter().map(|channel| (*channel).to_owned()).collect() }
}

const HOLDS: &str = r#"
[[window]]
id = "deployment"
channels = ["web", "soap"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
overrun = "hold"
"#;

#[test]
fn all_of_it() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:10:30.5-06:00",
        &finish(&[]),
        &expect![[r#"
            finished `deployment`: ends Thursday, February 6, 2025, 8:10:30 p.m. (CT) instead of 9:00 p.m.
            -end = 2025-02-06T21:00:00 # at the latest
            +end = 2025-02-06T20:10:30 # at the latest
        "#]],
    );
}

#[test]
fn in_the_second_in_which_it_starts() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T19:00",
        &finish(&[]),
        &expect![[r#"
        finished `deployment`: ends Thursday, February 6, 2025, 7:00:01 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00 # at the latest
        +end = 2025-02-06T19:00:01 # at the latest
    "#]],
    );
}

#[test]
fn all_of_it_by_name() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:10",
        &finish(&["soap", "web"]),
        &expect![[r#"
            finished `deployment`: ends Thursday, February 6, 2025, 8:10 p.m. (CT) instead of 9:00 p.m.
            -end = 2025-02-06T21:00:00 # at the latest
            +end = 2025-02-06T20:10:00 # at the latest
        "#]],
    );
}

#[test]
fn what_holds_is_released_too() {
    check(
        HOLDS,
        "deployment",
        "2025-02-06T20:10",
        &finish(&[]),
        &expect![[r#"
            finished `deployment`: ends Thursday, February 6, 2025, 8:10 p.m. (CT) instead of 9:00 p.m.
            -end = 2025-02-06T21:00:00
            +end = 2025-02-06T20:10:00
            +released = 2025-02-06T20:10:00
        "#]],
    );
}

#[test]
fn what_is_past_its_end_is_released() {
    check(
        HOLDS,
        "deployment",
        "2025-02-06T21:10",
        &finish(&[]),
        &expect![[r#"
            finished `deployment`: opens Thursday, February 6, 2025, 9:10 p.m. (CT)
            +released = 2025-02-06T21:10:00
        "#]],
    );
}

#[test]
fn without_a_known_end() {
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    check(
        &open,
        "deployment",
        "2025-02-06T20:10",
        &finish(&[]),
        &expect![[r#"
            finished `deployment`: ends Thursday, February 6, 2025, 8:10 p.m. (CT)
            +end = 2025-02-06T20:10:00
        "#]],
    );
}

#[test]
fn one_of_several() {
    check(
        PATCHES,
        "patches",
        "2025-02-13T20:10",
        &finish(&[]),
        &expect![[r#"
        finished `patches` of Thursday, February 13, 2025: ends Thursday, February 13, 2025, 8:10 p.m. (CT) instead of 9:00 p.m.
        +
        +[[window.change]]
        +of = 2025-02-13T19:00:00
        +end = 2025-02-13T20:10:00
    "#]],
    );
}

#[test]
fn some_channels() {
    check(
        ONCE,
        "deployment",
        "2025-02-06T20:10",
        &finish(&["web"]),
        &expect![[r#"
            finished `web` of `deployment`: opens Thursday, February 6, 2025, 8:10 p.m. (CT), while `soap` stays closed until Thursday, February 6, 2025, 9:00 p.m. (CT)
            +finished = { web = 2025-02-06T20:10:00 }
        "#]],
    );
}

#[test]
fn the_other_channel_afterwards() {
    let some = format!("{ONCE}finished = {{ web = 2025-02-06T20:10:00 }}\n");
    check(
        &some,
        "deployment",
        "2025-02-06T20:20",
        &finish(&["soap"]),
        &expect![[r#"
            finished `deployment`: ends Thursday, February 6, 2025, 8:20 p.m. (CT) instead of 9:00 p.m.
            -end = 2025-02-06T21:00:00 # at the latest
            +end = 2025-02-06T20:20:00 # at the latest
        "#]],
    );
}

#[test]
fn a_channel_under_a_header() {
    let some = format!(
        "{}\n[window.finished] # early\nweb = 2025-02-06T20:10:00 # by phone\n",
        ONCE.replace("\"web\", \"soap\"", "\"web\", \"soap\", \"ftp\"")
    );
    check(
        &some,
        "deployment",
        "2025-02-06T20:20",
        &finish(&["ftp"]),
        &expect![[r#"
            finished `ftp` of `deployment`: opens Thursday, February 6, 2025, 8:20 p.m. (CT), while `soap` stays closed until Thursday, February 6, 2025, 9:00 p.m. (CT)
            +ftp = 2025-02-06T20:20:00
        "#]],
    );
}

#[test]
fn all_of_it_before_a_channel_that_was_to_be_finished() {
    let some = format!("{ONCE}finished = {{ web = 2025-02-06T20:45:00 }}\n");
    check(
        &some,
        "deployment",
        "2025-02-06T20:20",
        &finish(&[]),
        &expect![[r#"
            finished `deployment`: ends Thursday, February 6, 2025, 8:20 p.m. (CT) instead of 9:00 p.m.
            -end = 2025-02-06T21:00:00 # at the latest
            +end = 2025-02-06T20:20:00 # at the latest
            -finished = { web = 2025-02-06T20:45:00 }
        "#]],
    );
}

#[test]
fn some_channels_without_a_known_end() {
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    check(
        &open,
        "deployment",
        "2025-02-06T20:10",
        &finish(&["web"]),
        &expect![[r#"
            finished `web` of `deployment`: opens Thursday, February 6, 2025, 8:10 p.m. (CT), while `soap` stays closed until an end that is not known yet
            +finished = { web = 2025-02-06T20:10:00 }
        "#]],
    );
}

#[test]
fn some_channels_of_one_of_several() {
    check(
        PATCHES,
        "patches",
        "2025-02-13T20:10",
        &finish(&["web"]),
        &expect![[r#"
            finished `web` of `patches` of Thursday, February 13, 2025: opens Thursday, February 13, 2025, 8:10 p.m. (CT), while `soap` stays closed until Thursday, February 13, 2025, 9:00 p.m. (CT)
            +
            +[[window.change]]
            +of = 2025-02-13T19:00:00
            +finished = { web = 2025-02-13T20:10:00 }
        "#]],
    );
}

#[test]
fn one_without_an_end_that_has_run_into_another() {
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    let both = format!("{}{ONCE}", open.replace("deployment", "emergency").replace("T19", "T18"));
    check(
        &both,
        "emergency",
        "2025-02-06T20:10",
        &finish(&[]),
        &expect![[r#"
        finished `emergency`: ends Thursday, February 6, 2025, 8:10 p.m. (CT)
        +finished = { web = 2025-02-06T20:10:00, soap = 2025-02-06T20:10:00 }
    "#]],
    );
}

#[test]
fn some_channels_past_the_end() {
    check(
        HOLDS,
        "deployment",
        "2025-02-06T21:10",
        &finish(&["web"]),
        &expect![[r#"
        impossible-step: `deployment` is past its end, Thursday, February 6, 2025, 9:00 p.m. (CT): channels are finished one by one before it
        help: `extend` it first, and then finish the channels; or `release` all of it
    "#]],
    );
}
