//! What was changed about a window, told from the revisions of its document.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use expect_test::{Expect, expect};
use schedule::{AmendmentKind, Plan, Timeline};

const SERVICE: &str = "[service]\nname = \"x\"\nzone = \"America/Chicago\"\n\
    [[channel]]\nid = \"web\"\nname = \"web\"\nroutes = [\"/*\"]\n\
    [[channel]]\nid = \"soap\"\nname = \"soap\"\nroutes = [\"/soap/*\"]\n";

/// Thursday evening, announced on Monday at noon.
const WINDOW: &str = "channels = [\"web\", \"soap\"]\nstart = 2025-02-06T19:00:00\n\
    end = 2025-02-06T21:00:00\nannounce = 2025-02-03T12:00:00\n";

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("the rows are instants")
}

/// A document with one window `w` that says these lines, or with none.
fn timeline(window: &str, now: DateTime<Utc>) -> Timeline {
    let window = match window {
        "" => String::new(),
        lines => format!("[[window]]\nid = \"w\"\n{lines}"),
    };
    let parsed = schedule::parse(&format!("{SERVICE}{window}"), now);
    parsed.schedule.expect("the rows are schedules").timeline(now)
}

/// The timeline after these revisions, each a window's lines and when it comes into force.
fn after(revisions: &[(&str, &str)]) -> Timeline {
    let mut last: Option<Timeline> = None;
    for (number, (window, instant)) in (1..).zip(revisions) {
        let timeline = timeline(window, at(instant));
        last = Some(timeline.amended(last.as_ref(), number, at(instant)));
    }
    last.expect("there is one revision at least")
}

fn with(from: &str, to: &str) -> String {
    assert!(WINDOW.contains(from), "{from}");
    WINDOW.replace(from, to)
}

/// What is known at an instant, as a table.
#[track_caller]
fn check(revisions: &[(&str, &str)], now: &str, expected: &Expect) {
    let timeline = after(revisions);
    let mut seen = String::new();
    for known in timeline.known(at(now)) {
        let since = known.since.format("%a %H:%M");
        let _ = writeln!(seen, "{} {}, known since {since}", known.whole.window(), known.phase);
        for amendment in known.history {
            let time = amendment.at.format("%a %H:%M");
            let (before, after) = (amendment.before.as_ref(), amendment.after.as_ref());
            let said = format!("{} → {}", said(before), said(after));
            let kind = amendment.kind.as_str();
            let _ = writeln!(seen, "  {} {time} {kind}: {said}", amendment.revision);
        }
    }
    expected.assert_eq(&seen);
}

fn said(plan: Option<&Plan>) -> String {
    let Some(plan) = plan else { return "nothing".to_owned() };
    let start = plan.start.format("%a %H:%M");
    let end = plan.end.map_or_else(|| "?".to_owned(), |end| end.format("%H:%M").to_string());
    format!("{start}–{end}")
}

#[test]
fn an_evening_that_was_moved_and_took_longer() {
    let moved = with("02-06T19:00", "02-06T20:00");
    let extended = moved.replace("02-06T21:00", "02-06T22:30");
    check(
        &[
            (WINDOW, "2025-02-02T12:00:00Z"),
            (&moved, "2025-02-05T12:00:00Z"),
            (&extended, "2025-02-07T02:40:00Z"),
        ],
        "2025-02-07T03:00:00Z",
        &expect![[r#"
            w active, known since Mon 18:00
              2 Wed 12:00 moved: Thu 19:00–21:00 → Thu 20:00–21:00
              3 Fri 02:40 extended: Thu 20:00–21:00 → Thu 20:00–22:30
        "#]],
    );
}

#[test]
fn nobody_is_told_what_was_changed_before_the_announcement() {
    let moved = with("02-06T19:00", "02-06T20:00");
    let revisions = [(WINDOW, "2025-02-01T12:00:00Z"), (&*moved, "2025-02-02T12:00:00Z")];
    check(&revisions, "2025-02-03T17:59:59Z", &expect![""]);
    check(
        &revisions,
        "2025-02-03T18:00:00Z",
        &expect![[r#"
            w announced, known since Mon 18:00
        "#]],
    );
}

#[test]
fn what_is_added_after_its_announcement_is_known_from_then_on() {
    check(
        &[("", "2025-02-01T12:00:00Z"), (WINDOW, "2025-02-05T12:00:00Z")],
        "2025-02-05T12:00:00Z",
        &expect![[r#"
            w announced, known since Wed 12:00
              2 Wed 12:00 added: nothing → Thu 19:00–21:00
        "#]],
    );
}

#[test]
fn what_was_taken_out_is_known_as_cancelled() {
    let revisions = [(WINDOW, "2025-02-01T12:00:00Z"), ("", "2025-02-05T12:00:00Z")];
    check(
        &revisions,
        "2025-02-05T12:00:00Z",
        &expect![[r#"
            w cancelled, known since Mon 18:00
              2 Wed 12:00 removed: Thu 19:00–21:00 → nothing
        "#]],
    );
    // Only for as long as anything is remembered.
    check(&revisions, "2025-06-01T00:00:00Z", &expect![""]);
}

#[test]
fn what_was_taken_out_before_its_announcement_was_never_there() {
    check(
        &[(WINDOW, "2025-02-01T12:00:00Z"), ("", "2025-02-02T12:00:00Z")],
        "2025-02-05T12:00:00Z",
        &expect![""],
    );
}

#[test]
fn what_was_cancelled_before_its_announcement_is_nobody_s_business() {
    let cancelled = format!("{WINDOW}cancelled = true\n");
    let early = [(WINDOW, "2025-02-01T12:00:00Z"), (&*cancelled, "2025-02-02T12:00:00Z")];
    check(&early, "2025-02-05T12:00:00Z", &expect![""]);
    // But people hear of it when it takes place after all.
    let restored = [&early[..], &[(WINDOW, "2025-02-05T12:00:00Z")]].concat();
    check(
        &restored,
        "2025-02-05T12:00:00Z",
        &expect![[r#"
            w announced, known since Mon 18:00
              3 Wed 12:00 restored: Thu 19:00–21:00 → Thu 19:00–21:00
        "#]],
    );
    let late = [(WINDOW, "2025-02-01T12:00:00Z"), (&*cancelled, "2025-02-04T12:00:00Z")];
    check(
        &late,
        "2025-02-05T12:00:00Z",
        &expect![[r#"
            w cancelled, known since Mon 18:00
              2 Tue 12:00 cancelled: Thu 19:00–21:00 → Thu 19:00–21:00
        "#]],
    );
}

#[test]
fn housekeeping_is_no_news() {
    check(
        &[(WINDOW, "2025-02-01T12:00:00Z"), ("", "2025-02-08T12:00:00Z")],
        "2025-02-08T12:00:00Z",
        &expect![[r#"
            w ended, known since Mon 18:00
        "#]],
    );
}

#[test]
fn of_a_window_that_recurs_each_is_known_when_it_is_near() {
    let monthly = "channels = [\"web\"]\nstart = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n\
        repeat = \"FREQ=MONTHLY\"\n";
    check(
        &[("", "2025-02-01T12:00:00Z"), (monthly, "2025-02-01T18:00:00Z")],
        "2025-02-10T00:00:00Z",
        &expect![[r#"
            w ended, known since Sat 18:00
              2 Sat 18:00 added: nothing → Thu 19:00–21:00
            w announced, known since Sat 18:00
              2 Sat 18:00 added: nothing → Thu 19:00–21:00
            w announced, known since Sat 18:00
              2 Sat 18:00 added: nothing → Sun 19:00–21:00
            w announced, known since Tue 00:00
        "#]],
    );
}

#[test]
fn every_kind_has_its_cause() {
    #[track_caller]
    fn check(lines: &str, at: &str, expected: AmendmentKind) {
        let timeline = after(&[(WINDOW, "2025-02-05T12:00:00Z"), (lines, at)]);
        let kinds: Vec<AmendmentKind> =
            timeline.history.iter().map(|amendment| amendment.kind).collect();
        assert_eq!(kinds, [expected], "{lines}");
    }
    use AmendmentKind as Kind;
    let (noon, during) = ("2025-02-05T18:00:00Z", "2025-02-07T02:00:00Z");
    let and = |line: &str| format!("{WINDOW}{line}\n");
    check("", noon, Kind::Removed);
    check(&with("02-03T12", "02-06T12"), noon, Kind::Removed);
    check(&and("cancelled = true"), noon, Kind::Cancelled);
    check(&with("06T19:00", "06T18:00"), noon, Kind::Moved);
    check(&with("06T21:00", "06T21:30"), noon, Kind::Extended);
    check(&with("end = 2025-02-06T21:00:00\n", ""), noon, Kind::Extended);
    check(&with("06T21:00", "06T20:30"), noon, Kind::Shortened);
    check(&with("06T21:00:00", "06T20:00:00"), during, Kind::Finished);
    check(&and("finished.web = 2025-02-06T19:30:00"), during, Kind::Finished);
    check(&and("overrun = \"hold\""), noon, Kind::Held);
    check(&and("overrun = \"hold\"\nhold-limit = \"1h\""), noon, Kind::Held);
    check(&with("\"web\", \"soap\"", "\"web\""), noon, Kind::Rescoped);
    check(&and("summary = \"a database\""), noon, Kind::Reworded);
    check(&and("reason = \"emergency\""), noon, Kind::Reworded);
}

#[test]
fn a_window_that_holds_is_released() {
    let held = format!("{WINDOW}overrun = \"hold\"\n");
    let released = format!("{held}released = 2025-02-06T21:30:00\n");
    let timeline = after(&[(&held, "2025-02-05T12:00:00Z"), (&released, "2025-02-07T03:30:00Z")]);
    assert_eq!(timeline.history[0].kind, AmendmentKind::Released);
}

#[test]
fn a_history_that_another_build_wrote_never_fails_a_gate() {
    let moved = with("02-06T19:00", "02-06T20:00");
    let timeline = after(&[(WINDOW, "2025-02-05T12:00:00Z"), (&moved, "2025-02-05T18:00:00Z")]);
    #[track_caller]
    fn check(timeline: &Timeline, from: &str, to: &str) {
        let json = timeline.to_json();
        assert!(json.contains(from), "{json}");
        let read = Timeline::from_json(json.replace(from, to).as_bytes());
        assert_eq!(read.expect("it is still a timeline").history, []);
    }
    check(&timeline, "\"moved\"", "\"teleported\"");
    check(&timeline, "\"revision\":2", "\"revision\":-2");
    check(&timeline, "\"at\":\"2025", "\"at\":\"1025");
    check(&timeline, "\"history\":[", "\"history\":[null],\"none\":[");
}

#[test]
fn a_history_is_bounded() {
    let later = with("06T21:00", "06T21:30");
    let mut timeline = timeline(WINDOW, at("2025-02-05T12:00:00Z"));
    for number in 2..=u32::try_from(Timeline::AMENDMENTS + 10).expect("a few hundred") {
        let lines = if number % 2 == 0 { &later } else { WINDOW };
        let now = at("2025-02-05T12:00:00Z");
        timeline = self::timeline(lines, now).amended(Some(&timeline), number, now);
    }
    assert_eq!(timeline.history.len(), Timeline::AMENDMENTS);
    let later = at("2025-05-08T03:30:00Z");
    assert_eq!(timeline.clone().amended(Some(&timeline), 999, later).history, []);
}
