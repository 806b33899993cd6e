//! New windows.

use expect_test::expect;
use lifecycle::{Announcement, Ending, NewWindow};
use schedule::{Overrun, Reason};

use crate::tried::{ONCE, PATCHES, check_add};

fn window(start: &str, end: &str) -> NewWindow {
    NewWindow {
        id: None,
        channels: vec!["web".to_owned()],
        start: start.parse().expect("the rows are times"),
        ending: Ending::At(end.parse().expect("the rows are times")),
        reason: Reason::Planned,
        summary: None,
        announce: None,
        overrun: Overrun::Reopen,
        hold_limit: None,
    }
}

#[test]
fn an_emergency_in_a_hurry() {
    let window = NewWindow {
        channels: vec!["web".to_owned(), "soap".to_owned()],
        reason: Reason::Emergency,
        ..window("2025-02-06T19:00", "2025-02-06T21:00")
    };
    check_add(
        "",
        "2025-02-06T18:40",
        &window,
        &expect![[r#"
            added `emergency-2025-02-06` on `web`, `soap`: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            +
            +[[window]]
            +id = "emergency-2025-02-06"
            +channels = ["web", "soap"]
            +start = 2025-02-06T19:00:00
            +end = 2025-02-06T21:00:00
            +reason = "emergency"
        "#]],
    );
}

#[test]
fn with_everything_said() {
    let length = |text: &str| text.parse().expect("a length");
    let window = NewWindow {
        id: Some("migration".to_owned()),
        ending: Ending::After(length("90m")),
        summary: Some("The \"big\" move.".to_owned()),
        announce: Some(Announcement::Before(length("3d"))),
        overrun: Overrun::Hold,
        hold_limit: Some(length("4h")),
        ..window("2025-02-06T19:00", "2025-02-06T21:00")
    };
    check_add(
        PATCHES,
        "2025-01-20T18:40",
        &window,
        &expect![[r#"
            added `migration` on `web`: Thursday, February 6, 2025, 7:00 p.m. – 8:30 p.m. (CT)
            +
            +[[window]]
            +id = "migration"
            +channels = ["web"]
            +start = 2025-02-06T19:00:00
            +end = 2025-02-06T20:30:00
            +summary = 'The "big" move.'
            +announce = "3d"
            +overrun = "hold"
            +hold-limit = "4h"
        "#]],
    );
}

#[test]
fn without_a_known_end_and_announced_later() {
    let window = NewWindow {
        ending: Ending::Unknown,
        announce: Some(Announcement::At("2025-02-05T09:00".parse().expect("a time"))),
        ..window("2025-02-06T19:00", "2025-02-06T21:00")
    };
    check_add(
        "",
        "2025-02-04T18:40",
        &window,
        &expect![[r#"
            added `planned-2025-02-06` on `web`: from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet
            +
            +[[window]]
            +id = "planned-2025-02-06"
            +channels = ["web"]
            +start = 2025-02-06T19:00:00
            +announce = 2025-02-05T09:00:00
        "#]],
    );
}

#[test]
fn ids_that_are_taken_are_numbered() {
    let taken = ONCE.replace("\"deployment\"", "\"planned-2025-02-06\"")
        + &ONCE
            .replace("\"deployment\"", "\"planned-2025-02-06-2\"")
            .replace("T19:", "T22:")
            .replace("T21:", "T23:");
    let window = window("2025-02-06T21:00", "2025-02-06T22:00");
    check_add(
        &taken,
        "2025-02-06T18:40",
        &window,
        &expect![[r#"
            added `planned-2025-02-06-3` on `web`: Thursday, February 6, 2025, 9:00 p.m. – 10:00 p.m. (CT)
            +
            +[[window]]
            +id = "planned-2025-02-06-3"
            +channels = ["web"]
            +start = 2025-02-06T21:00:00
            +end = 2025-02-06T22:00:00
        "#]],
    );
}

#[test]
fn behind_a_comment_at_the_end() {
    let commented = format!("{ONCE}# The vendor said nine.\n\n# That is all.");
    let window = window("2025-02-08T21:00", "2025-02-08T22:00");
    check_add(
        &commented,
        "2025-02-06T18:40",
        &window,
        &expect![[r#"
            added `planned-2025-02-08` on `web`: Saturday, February 8, 2025, 9:00 p.m. – 10:00 p.m. (CT)
            -# That is all.
            +# That is all.
            +
            +[[window]]
            +id = "planned-2025-02-08"
            +channels = ["web"]
            +start = 2025-02-08T21:00:00
            +end = 2025-02-08T22:00:00
        "#]],
    );
}

#[test]
fn behind_the_last_window_and_before_other_tables() {
    let document = format!("{ONCE}\n# Links move.\n[edge]\nprefix = \"/_m\"\n");
    let window = window("2025-02-08T21:00", "2025-02-08T22:00");
    check_add(
        &document,
        "2025-02-06T18:40",
        &window,
        &expect![[r#"
            added `planned-2025-02-08` on `web`: Saturday, February 8, 2025, 9:00 p.m. – 10:00 p.m. (CT)
            +[[window]]
            +id = "planned-2025-02-08"
            +channels = ["web"]
            +start = 2025-02-08T21:00:00
            +end = 2025-02-08T22:00:00
            +
        "#]],
    );
}

#[test]
fn in_braces_where_the_others_are() {
    let window = window("2025-02-08T21:00", "2025-02-08T22:00");
    let document = format!(
        "window = [\n    {{ id = \"a\", channels = [\"web\"], start = 2025-02-06T19:00:00, end = 2025-02-06T20:00:00 }}, # first\n]\n{}",
        crate::tried::document("")
    );
    let taken = lifecycle::add(&document, &window, crate::tried::instant("2025-02-06T18:40"));
    expect![[r#"
        added `planned-2025-02-08` on `web`: Saturday, February 8, 2025, 9:00 p.m. – 10:00 p.m. (CT)
        +    { id = "planned-2025-02-08", channels = ["web"], start = 2025-02-08T21:00:00, end = 2025-02-08T22:00:00 },
    "#]].assert_eq(&crate::tried::told(&document, taken));
}

#[test]
fn what_is_not_possible() {
    let unknown = NewWindow {
        channels: vec!["wbe".to_owned()],
        ..window("2025-02-06T19:00", "2025-02-06T21:00")
    };
    check_add(
        "",
        "2025-02-06T18:40",
        &unknown,
        &expect![[r#"
        no-such-channel: there is no channel `wbe`
        help: the channels are `web`, `soap`, `ftp`
    "#]],
    );
    let none = NewWindow { channels: Vec::new(), ..window("2025-02-06T19:00", "2025-02-06T21:00") };
    check_add(
        "",
        "2025-02-06T18:40",
        &none,
        &expect![[r#"
        invalid-schedule: the schedule would have a mistake: expected at least one entry in `channels`, but it is empty
        help: name at least one
    "#]],
    );
    let taken = NewWindow {
        id: Some("deployment".to_owned()),
        ..window("2025-02-07T19:00", "2025-02-07T21:00")
    };
    check_add(
        ONCE,
        "2025-02-06T18:40",
        &taken,
        &expect![[r#"
        taken-id: there is a window `deployment` already
        help: give it another id, or none, and one is made from its date
    "#]],
    );
    let overlapping = window("2025-02-06T20:00", "2025-02-06T22:00");
    check_add(
        ONCE,
        "2025-02-06T18:40",
        &overlapping,
        &expect![[r#"
        invalid-schedule: the schedule would have a mistake: the window overlaps window `deployment` on channel `web`
        help: make them one window, or let one begin when the other ends
    "#]],
    );
    let malformed = NewWindow {
        id: Some("Big Move".to_owned()),
        ..window("2025-02-06T19:00", "2025-02-06T21:00")
    };
    check_add(
        "",
        "2025-02-06T18:40",
        &malformed,
        &expect![[r#"
        invalid-schedule: the schedule would have a mistake: `Big Move` cannot be an id
        help: use lower-case letters, digits and hyphens, at most 64, such as `web-services`
    "#]],
    );
    let backwards = window("2025-02-06T19:00", "2025-02-06T07:00");
    check_add(
        "",
        "2025-02-06T18:40",
        &backwards,
        &expect![[r#"
        out-of-order: expected an end after the start, Thursday, February 6, 2025, 7:00 p.m. (CT), found Thursday, February 6, 2025, 7:00 a.m. (CT)
        help: mind the date when a window ends after midnight, and a.m. and p.m.
    "#]],
    );
    let limit = NewWindow {
        hold_limit: Some("4h".parse().expect("a length")),
        ..window("2025-02-06T19:00", "2025-02-06T21:00")
    };
    check_add(
        "",
        "2025-02-06T18:40",
        &limit,
        &expect![[r#"
            invalid-schedule: the schedule would have a mistake: only a window with `overrun = "hold"` has a `hold-limit`
            help: add `overrun = "hold"`, or leave it out: this window reopens by itself at its `end`
        "#]],
    );
    let skipped = window("2025-03-09T02:30", "2025-03-09T04:00");
    check_add(
        "",
        "2025-02-06T18:40",
        &skipped,
        &expect![[r#"
        skipped-hour: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
        help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)
    "#]],
    );
    let repeated = window("2025-11-02T00:30", "2025-11-02T01:30");
    check_add(
        "",
        "2025-02-06T18:40",
        &repeated,
        &expect![[r#"
        repeated-hour: Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: clocks are put back
        help: write `2025-11-02T01:30:00-05:00` for the first, or `2025-11-02T01:30:00-06:00` for the second, 60 minutes later
    "#]],
    );
    let late = window("2100-02-06T19:00", "2100-02-06T21:00");
    check_add(
        "",
        "2025-02-06T18:40",
        &late,
        &expect![[r#"
        out-of-range: expected a year from 2020 to 2099, found `2100-02-06T19:00:00-06:00`
        help: check the year
    "#]],
    );
}

#[test]
fn what_may_not_be_meant_is_a_warning() {
    let window = window("2025-02-05T19:00", "2025-02-05T21:00");
    check_add(
        "",
        "2025-02-06T18:40",
        &window,
        &expect![[r#"
            added `planned-2025-02-05` on `web`: Wednesday, February 5, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            warning: the window was over on Wednesday, February 5, 2025, 9:00 p.m. (UTC−6)
            +
            +[[window]]
            +id = "planned-2025-02-05"
            +channels = ["web"]
            +start = 2025-02-05T19:00:00
            +end = 2025-02-05T21:00:00
        "#]],
    );
}
