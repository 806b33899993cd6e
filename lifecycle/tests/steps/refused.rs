//! Steps that are not possible: why, and what to do instead.

use expect_test::expect;
use lifecycle::{Ending, Step, Until, Verb};

use crate::tried::{ONCE, PATCHES, document, instant, refusal, which};

/// Some step of each verb.
fn step(verb: Verb) -> Step {
    let length = |text: &str| text.parse().expect("a length");
    match verb {
        Verb::Announce => Step::Announce,
        Verb::Start => Step::Start,
        Verb::Extend => Step::Extend(Until::By(length("30m"))),
        Verb::Shorten => Step::Shorten(Until::By(length("30m"))),
        Verb::Reschedule => reschedule("2025-03-06T20:00", None),
        Verb::Finish => Step::Finish { channels: Vec::new() },
        Verb::Hold => Step::Hold { limit: length("4h") },
        Verb::Release => Step::Release,
        Verb::Cancel => Step::Cancel,
    }
}

fn reschedule(start: &str, ending: Option<Ending>) -> Step {
    Step::Reschedule { start: start.parse().expect("the rows are times"), ending }
}

fn tried(windows: &str, window: &str, now: &str, step: &Step) -> String {
    match lifecycle::take(&document(windows), &which(window), step, instant(now)) {
        Ok(changed) => format!("{}\n", changed.said),
        Err(refused) => refusal(&refused),
    }
}

#[test]
fn every_step_in_every_phase() {
    let held = format!("{ONCE}announce = 2025-02-05T09:00:00\noverrun = \"hold\"\n");
    let cancelled = format!("{ONCE}cancelled = true\n");
    let phases = [
        ("scheduled", &held, "2025-02-04T12:00"),
        ("announced", &held, "2025-02-05T12:00"),
        ("imminent", &held, "2025-02-06T18:45"),
        ("active", &held, "2025-02-06T19:45"),
        ("overrun", &held, "2025-02-06T21:45"),
        ("ended", &ONCE.to_owned(), "2025-02-06T21:45"),
        ("cancelled", &cancelled, "2025-02-06T12:00"),
    ];
    let mut said = String::new();
    for (phase, windows, now) in phases {
        said += &format!("# {phase}\n");
        for verb in Verb::ALL {
            said += &format!("{verb}: {}", tried(windows, "deployment", now, &step(verb)));
        }
    }
    expect![[r#"
        # scheduled
        announce: announced `deployment`: people are told from Tuesday, February 4, 2025, 12:00 noon (CT) on instead of Wednesday, February 5, 2025, 9:00 a.m. (CT)
        start: started `deployment`: begins Tuesday, February 4, 2025, 12:00 noon (CT) instead of Thursday, February 6, 2025, 7:00 p.m. (CT), ends Thursday, February 6, 2025, 9:00 p.m. (CT) as planned
        extend: extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        shorten: shortened `deployment`: ends Thursday, February 6, 2025, 8:30 p.m. (CT) instead of 9:00 p.m.
        reschedule: rescheduled `deployment`: Thursday, March 6, 2025, 8:00 p.m. – 10:00 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        finish: impossible-step: only a window that is active or in overrun can be finished, but `deployment` is scheduled
        help: `cancel` it: what is not open yet is cancelled, not finished
        hold: held `deployment`: after its end, Thursday, February 6, 2025, 9:00 p.m. (CT), it stays closed until it is released, at most 4 hours longer, until Friday, February 7, 2025, 1:00 a.m. (CT)
        release: impossible-step: only a window that is active or in overrun can be released, but `deployment` is scheduled
        help: `cancel` or `reschedule` it: what is not open yet needs no release
        cancel: cancelled `deployment`: it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        # announced
        announce: impossible-step: only a window that is scheduled can be announced, but `deployment` is announced
        start: started `deployment`: begins Wednesday, February 5, 2025, 12:00 noon (CT) instead of Thursday, February 6, 2025, 7:00 p.m. (CT), ends Thursday, February 6, 2025, 9:00 p.m. (CT) as planned
        extend: extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        shorten: shortened `deployment`: ends Thursday, February 6, 2025, 8:30 p.m. (CT) instead of 9:00 p.m.
        reschedule: rescheduled `deployment`: Thursday, March 6, 2025, 8:00 p.m. – 10:00 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        finish: impossible-step: only a window that is active or in overrun can be finished, but `deployment` is announced
        help: `cancel` it: what is not open yet is cancelled, not finished
        hold: held `deployment`: after its end, Thursday, February 6, 2025, 9:00 p.m. (CT), it stays closed until it is released, at most 4 hours longer, until Friday, February 7, 2025, 1:00 a.m. (CT)
        release: impossible-step: only a window that is active or in overrun can be released, but `deployment` is announced
        help: `cancel` or `reschedule` it: what is not open yet needs no release
        cancel: cancelled `deployment`: it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        # imminent
        announce: impossible-step: only a window that is scheduled can be announced, but `deployment` is imminent
        start: started `deployment`: begins Thursday, February 6, 2025, 6:45 p.m. (CT) instead of 7:00 p.m., ends Thursday, February 6, 2025, 9:00 p.m. (CT) as planned
        extend: extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        shorten: shortened `deployment`: ends Thursday, February 6, 2025, 8:30 p.m. (CT) instead of 9:00 p.m.
        reschedule: rescheduled `deployment`: Thursday, March 6, 2025, 8:00 p.m. – 10:00 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        finish: impossible-step: only a window that is active or in overrun can be finished, but `deployment` is imminent
        help: `cancel` it: what is not open yet is cancelled, not finished
        hold: held `deployment`: after its end, Thursday, February 6, 2025, 9:00 p.m. (CT), it stays closed until it is released, at most 4 hours longer, until Friday, February 7, 2025, 1:00 a.m. (CT)
        release: impossible-step: only a window that is active or in overrun can be released, but `deployment` is imminent
        help: `cancel` or `reschedule` it: what is not open yet needs no release
        cancel: cancelled `deployment`: it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        # active
        announce: impossible-step: only a window that is scheduled can be announced, but `deployment` is active
        start: impossible-step: only a window that is scheduled, announced or imminent can be started, but `deployment` is active
        extend: extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        shorten: shortened `deployment`: ends Thursday, February 6, 2025, 8:30 p.m. (CT) instead of 9:00 p.m.
        reschedule: impossible-step: only a window that is scheduled, announced or imminent can be rescheduled, but `deployment` is active
        help: `extend` or `shorten` it, or `finish` it and add a new window
        finish: finished `deployment`: ends Thursday, February 6, 2025, 7:45 p.m. (CT) instead of 9:00 p.m.
        hold: held `deployment`: after its end, Thursday, February 6, 2025, 9:00 p.m. (CT), it stays closed until it is released, at most 4 hours longer, until Friday, February 7, 2025, 1:00 a.m. (CT)
        release: released `deployment`: opens by itself Thursday, February 6, 2025, 9:00 p.m. (CT)
        cancel: impossible-step: only a window that is scheduled, announced or imminent can be cancelled, but `deployment` is active
        help: `finish` it: what is open is finished, not cancelled
        # overrun
        announce: impossible-step: only a window that is scheduled can be announced, but `deployment` is in overrun
        start: impossible-step: only a window that is scheduled, announced or imminent can be started, but `deployment` is in overrun
        help: `extend` it if it takes longer
        extend: extended `deployment`: ends Thursday, February 6, 2025, 10:15 p.m. (CT) instead of 9:00 p.m.; counted from now, because the old end has passed
        shorten: impossible-step: only a window that is scheduled, announced, imminent or active can be shortened, but `deployment` is in overrun
        help: `finish` or `release` it to open it now
        reschedule: impossible-step: only a window that is scheduled, announced or imminent can be rescheduled, but `deployment` is in overrun
        help: `extend` it, or `finish` it and add a new window
        finish: finished `deployment`: opens Thursday, February 6, 2025, 9:45 p.m. (CT)
        hold: impossible-step: only a window that is scheduled, announced, imminent or active can be held, but `deployment` is in overrun
        help: `extend` it if it takes longer
        release: released `deployment`: opens Thursday, February 6, 2025, 9:45 p.m. (CT)
        cancel: impossible-step: only a window that is scheduled, announced or imminent can be cancelled, but `deployment` is in overrun
        help: `finish` it: what is open is finished, not cancelled
        # ended
        announce: impossible-step: only a window that is scheduled can be announced, but `deployment` has ended
        help: add a new window
        start: impossible-step: only a window that is scheduled, announced or imminent can be started, but `deployment` has ended
        help: add a new window
        extend: impossible-step: only a window that is scheduled, announced, imminent, active or in overrun can be extended, but `deployment` has ended
        help: add a new window
        shorten: impossible-step: only a window that is scheduled, announced, imminent or active can be shortened, but `deployment` has ended
        help: add a new window
        reschedule: impossible-step: only a window that is scheduled, announced or imminent can be rescheduled, but `deployment` has ended
        help: add a new window
        finish: impossible-step: only a window that is active or in overrun can be finished, but `deployment` has ended
        help: add a new window
        hold: impossible-step: only a window that is scheduled, announced, imminent or active can be held, but `deployment` has ended
        help: add a new window
        release: impossible-step: only a window that is active or in overrun can be released, but `deployment` has ended
        help: add a new window
        cancel: impossible-step: only a window that is scheduled, announced or imminent can be cancelled, but `deployment` has ended
        help: add a new window
        # cancelled
        announce: impossible-step: only a window that is scheduled can be announced, but `deployment` is cancelled
        help: add a new window
        start: impossible-step: only a window that is scheduled, announced or imminent can be started, but `deployment` is cancelled
        help: add a new window
        extend: impossible-step: only a window that is scheduled, announced, imminent, active or in overrun can be extended, but `deployment` is cancelled
        help: add a new window
        shorten: impossible-step: only a window that is scheduled, announced, imminent or active can be shortened, but `deployment` is cancelled
        help: add a new window
        reschedule: impossible-step: only a window that is scheduled, announced or imminent can be rescheduled, but `deployment` is cancelled
        help: add a new window
        finish: impossible-step: only a window that is active or in overrun can be finished, but `deployment` is cancelled
        help: add a new window
        hold: impossible-step: only a window that is scheduled, announced, imminent or active can be held, but `deployment` is cancelled
        help: add a new window
        release: impossible-step: only a window that is active or in overrun can be released, but `deployment` is cancelled
        help: add a new window
        cancel: impossible-step: only a window that is scheduled, announced or imminent can be cancelled, but `deployment` is cancelled
        help: add a new window
    "#]].assert_eq(&said);
}

#[test]
fn times_that_contradict_each_other() {
    let at = |text: &str| Until::At(text.parse().expect("the rows are times"));
    let by = |text: &str| Until::By(text.parse().expect("the rows are lengths"));
    let now = "2025-02-06T20:00";
    let early = "2025-02-06T12:00";
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    expect![[r#"
        out-of-order: expected an end later than Thursday, February 6, 2025, 9:00 p.m. (CT), found Thursday, February 6, 2025, 8:30 p.m. (CT)
        help: to end it earlier, `shorten` it
        out-of-order: expected an end later than Thursday, February 6, 2025, 9:00 p.m. (CT), found Thursday, February 6, 2025, 9:00 p.m. (CT)
        help: to end it earlier, `shorten` it
        out-of-order: expected an end earlier than Thursday, February 6, 2025, 9:00 p.m. (CT), found Thursday, February 6, 2025, 9:00 p.m. (CT)
        help: to end it later, `extend` it
        out-of-order: expected an end after now, Thursday, February 6, 2025, 8:00 p.m. (CT), found Thursday, February 6, 2025, 8:00 p.m. (CT)
        help: to end it now, `finish` it
        out-of-order: expected an end after now, Thursday, February 6, 2025, 8:00 p.m. (CT), found Thursday, February 6, 2025, 7:00 p.m. (CT)
        help: to end it now, `finish` it
        out-of-order: expected an end after the start, Thursday, February 6, 2025, 7:00 p.m. (CT), found Thursday, February 6, 2025, 7:00 p.m. (CT)
        help: mind the date when a window ends after midnight, and a.m. and p.m.
        unknown-end: nobody knows the end of `deployment`, so it cannot move by a length
        help: say until when
        unknown-end: nobody knows the end of `deployment`, so it cannot move by a length
        help: say until when
        out-of-order: expected a start after now, Thursday, February 6, 2025, 12:00 noon (CT), found Thursday, February 6, 2025, 12:00 noon (CT)
        help: to begin at once, `start` it
        changes-nothing: `deployment` would be rescheduled to what it is already
        out-of-order: expected an end after the start, Thursday, February 6, 2025, 7:00 p.m. (CT), found Thursday, February 6, 2025, 7:00 a.m. (CT)
        help: mind the date when a window ends after midnight, and a.m. and p.m.
        unknown-end: `patches` recurs, and so has an end that is known
        help: give an end or a length
    "#]].assert_eq(&[
        tried(ONCE, "deployment", now, &Step::Extend(at("2025-02-06T20:30"))),
        tried(ONCE, "deployment", now, &Step::Extend(at("2025-02-06T21:00"))),
        tried(ONCE, "deployment", now, &Step::Shorten(at("2025-02-06T21:00"))),
        tried(ONCE, "deployment", now, &Step::Shorten(at("2025-02-06T20:00"))),
        tried(ONCE, "deployment", now, &Step::Shorten(by("2h"))),
        tried(ONCE, "deployment", early, &Step::Shorten(by("2h"))),
        tried(&open, "deployment", now, &Step::Extend(by("30m"))),
        tried(&open, "deployment", now, &Step::Shorten(by("30m"))),
        tried(ONCE, "deployment", early, &reschedule("2025-02-06T12:00", None)),
        tried(ONCE, "deployment", early, &reschedule("2025-02-06T19:00", None)),
        tried(
            ONCE,
            "deployment",
            early,
            &reschedule("2025-02-06T19:00", Some(Ending::At("2025-02-06T07:00".parse().expect("")))),
        ),
        tried(
            PATCHES,
            "patches",
            early,
            &reschedule("2025-02-14T19:00", Some(Ending::Unknown)),
        ),
    ].concat());
}

#[test]
fn hours_that_clocks_skip_or_repeat() {
    let at = |text: &str| Until::At(text.parse().expect("the rows are times"));
    let now = "2025-02-06T20:00";
    expect![[r#"
        skipped-hour: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
        help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)
        repeated-hour: Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: clocks are put back
        help: write `2025-11-02T01:30:00-05:00` for the first, or `2025-11-02T01:30:00-06:00` for the second, 60 minutes later
        skipped-hour: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
        help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)
        out-of-range: expected a year from 2020 to 2099, found `2100-01-01T00:00:00-06:00`
        help: check the year
    "#]].assert_eq(&[
        tried(ONCE, "deployment", now, &Step::Extend(at("2025-03-09T02:30"))),
        tried(ONCE, "deployment", now, &Step::Extend(at("2025-11-02T01:30"))),
        tried(ONCE, "deployment", "2025-02-06T12:00", &reschedule("2025-03-09T02:30", None)),
        tried(ONCE, "deployment", now, &Step::Extend(at("2100-01-01T00:00"))),
    ].concat());
}

#[test]
fn channels_that_it_is_not_over() {
    let finish = |channels: &[&str]| Step::Finish {
        channels: channels.iter().map(|channel| (*channel).to_owned()).collect(),
    };
    let now = "2025-02-06T20:00";
    expect![[r#"
        no-such-channel: `deployment` is not over channel `ftp`, or no longer
        help: it is over `web`, `soap`
        no-such-channel: there is no channel `ftq`
        help: the channels are `web`, `soap`, `ftp`
    "#]]
    .assert_eq(
        &[
            tried(ONCE, "deployment", now, &finish(&["ftp"])),
            tried(ONCE, "deployment", now, &finish(&["web", "ftq"])),
        ]
        .concat(),
    );
}

#[test]
fn what_is_the_same_for_all_of_several() {
    let now = "2025-02-13T19:30";
    let later = PATCHES.replace("repeat =", "announce = \"1d\"\nrepeat =");
    expect![[r#"
        impossible-step: `patches` recurs, and whether it holds is the same for all of its occurrences
        help: extend this occurrence instead, or write `overrun = "hold"` into the window
        impossible-step: `patches` recurs, and is announced the same way for all of its occurrences
        help: change `announce` of the window in the document
        impossible-step: only a window that is scheduled, announced or imminent can be cancelled, but `patches` is active
        help: `finish` it: what is open is finished, not cancelled
    "#]].assert_eq(&[
        tried(PATCHES, "patches", now, &step(Verb::Hold)),
        tried(&later, "patches", "2025-02-10T12:00", &Step::Announce),
        tried(PATCHES, "patches", now, &Step::Cancel),
    ].concat());
}

#[test]
fn documents_with_mistakes() {
    let overlapping = format!(
        "{ONCE}{}",
        ONCE.replace("deployment", "other").replace("T19", "T22").replace("T21", "T23")
    );
    let now = "2025-02-06T20:00";
    expect![[r#"
        invalid-schedule: the schedule would have a mistake: the window overlaps window `deployment` on channels `web`, `soap`
        help: make them one window, or let one begin when the other ends
        invalid-schedule: the schedule has mistakes already: `[[window]]` has no `channels`
        help: mend the document first
    "#]].assert_eq(&[
        tried(&overlapping, "deployment", now, &Step::Extend(Until::By("2h".parse().expect("")))),
        tried("[[window]]\nid = 7\n", "deployment", now, &Step::Cancel),
    ].concat());
}
