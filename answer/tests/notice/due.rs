//! Which notice is due at the edge, by what was changed since people could know of the window.

use answer::notice::{window_markdown, window_text};
use expect_test::{Expect, expect};
use schedule::Timeline;

use crate::{
    WINDOW, changed, first_lines,
    founding::at,
    night::{after, reader},
};

/// The subject and the rows with the times.
#[track_caller]
fn check(timeline: &Timeline, now: &str, expected: &Expect) {
    let text = window_text(timeline, WINDOW, reader(timeline), at(now)).body;
    let (subject, rest) = text.split_once("\n\n").expect("a subject stands above the rest");
    let first = first_lines(rest);
    let beside = first.split_once("------------\n\n").map_or("", |(_, rows)| rows);
    let beside = beside.split_once("When:").map_or("", |(beside, _)| beside);
    expected.assert_eq(&format!("{subject}\n{}", beside.trim_end()));
}

#[test]
fn before_any_change_it_is_an_announcement() {
    check(
        &after(1),
        "2025-02-05T14:00:00Z",
        &expect![[r#"
            ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00
            p.m. (CT)
        "#]],
    );
}

#[test]
fn moved_until_it_starts() {
    let moved = after(2);
    check(
        &moved,
        "2025-02-05T15:00:00Z",
        &expect![[r#"
        Moved – ImmTrac2: Emergency maintenance, now Thursday, February 6, 2025, 7:30
        p.m. – 9:00 p.m. (CT)
        Before: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        Now:    Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT)"#]],
    );
    // Within half an hour before it, too.
    check(
        &moved,
        "2025-02-07T01:29:59Z",
        &expect![[r#"
        Moved – ImmTrac2: Emergency maintenance, now Thursday, February 6, 2025, 7:30
        p.m. – 9:00 p.m. (CT)
        Before: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        Now:    Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT)"#]],
    );
    check(
        &moved,
        "2025-02-07T01:30:00Z",
        &expect![[r#"
        Started – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:30
        p.m. – 9:00 p.m. (CT)
    "#]],
    );
    let markdown = window_markdown(&moved, WINDOW, reader(&moved), at("2025-02-05T15:00:00Z")).body;
    expect!["| **Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)** | **Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT)** |"].assert_eq(markdown.lines().find(|line| line.starts_with("| **")).unwrap_or(""));
}

#[test]
fn extended_while_it_is_open() {
    check(
        &after(3),
        "2025-02-07T02:45:00Z",
        &expect![[r#"
        Extended – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:30
        p.m. – 10:00 p.m. (CT)
        Before: Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT)
        Now:    Thursday, February 6, 2025, 7:30 p.m. – 10:00 p.m. (CT)"#]],
    );
}

#[test]
fn over() {
    check(
        &after(4),
        "2025-02-07T03:45:10Z",
        &expect![[r#"
        Over – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:30 p.m.
        – 9:45:10 p.m. (CT)
    "#]],
    );
}

#[test]
fn cancelled() {
    let cancelled = changed("reason =", "cancelled = true\nreason =");
    let instant = "2025-02-06T15:00:00Z";
    let timeline = cancelled.timeline().clone().amended(Some(&after(2)), 3, at(instant));
    check(
        &timeline,
        instant,
        &expect![[r#"
        Cancelled – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00
        p.m. – 9:00 p.m. (CT)
    "#]],
    );
}

#[test]
fn what_was_taken_out_of_the_schedule_is_cancelled() {
    let instant = "2025-02-06T15:00:00Z";
    let mut timeline = after(2);
    timeline.occurrences = Vec::new().into();
    let timeline = timeline.amended(Some(&after(2)), 3, at(instant));
    check(
        &timeline,
        instant,
        &expect![[r#"
        Cancelled – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:30
        p.m. – 9:00 p.m. (CT)
    "#]],
    );
}

#[test]
fn what_was_cancelled_before_it_was_announced_is_nobody_s_business() {
    let secret = |more: &str| {
        let gate = changed("reason =", &format!("announce = 2025-02-06T12:00:00\n{more}reason ="));
        gate.timeline().clone()
    };
    let instant = at("2025-02-05T15:00:00Z");
    let timeline = secret("cancelled = true\n").amended(Some(&secret("")), 2, instant);
    for page in [window_text, window_markdown] {
        let status = page(&timeline, WINDOW, reader(&timeline), at("2025-02-06T19:00:00Z")).status;
        assert_eq!(status, 404);
    }
}
