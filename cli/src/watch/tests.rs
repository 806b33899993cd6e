//! What is said of what the edge says.

use expect_test::{Expect, expect};

use super::{
    change::changes,
    lines::lines,
    seen::{Seen, Timeline},
};
use crate::keeper::Health;

fn seen(revision: u64, now: &str, json: &str) -> Seen {
    let health = format!(r#"{{"status":"pass","revision":{revision},"age":3}}"#);
    let health: Health = serde_json::from_str(&health).expect("it is JSON");
    let timeline: Timeline = serde_json::from_str(json).expect("it is JSON");
    Seen { health, timeline, now: now.parse().expect("it is an instant") }
}

/// As the edge writes it, at an instant.
fn at(now: &str, phase: &str, end: &str) -> Seen {
    let (channel, windows) = match phase {
        "ended" => (r#""phase":null,"window":null"#.to_owned(), String::new()),
        phase => (
            format!(r#""phase":"{phase}","window":"deployment""#),
            format!(
                r#"{{"id":"deployment","phase":"{phase}","start":"2025-02-07T01:00:00Z",
                "end":{end},"reason":"emergency","summary":null,"channels":["web","ftp"]}}"#
            ),
        ),
    };
    let json = format!(
        r#"{{"service":{{"name":"ImmTrac2","zone":"America/Chicago","label":"CT"}},
        "revision":7,"channels":[
        {{"id":"web","name":"the web","disposition":"unavailable","afterwards":"nothing",{channel}}},
        {{"id":"ftp","name":"uploads","disposition":"hold","afterwards":"nothing",{channel}}}],
        "windows":[{windows}]}}"#
    );
    seen(7, now, &json)
}

const NINE: &str = "\"2025-02-07T03:00:00Z\"";

fn text(seen: &Seen) -> String {
    lines(seen).into_iter().map(|line| line.text + "\n").collect()
}

#[test]
fn from_the_announcement_to_the_end() {
    #[track_caller]
    fn check(seen: &Seen, expected: &Expect) {
        expected.assert_eq(&text(seen));
    }
    check(
        &at("2025-02-07T00:40:20Z", "imminent", NINE),
        &expect![[r#"
        ImmTrac2, Thursday, February 6, 2025, 6:40:20 p.m. (CT)
        the edge decides by revision 7, confirmed 3 seconds ago

        web  open; `deployment` starts in 19 minutes
        ftp  open; `deployment` starts in 19 minutes

        deployment, imminent, starts in 19 minutes: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]],
    );
    check(
        &at("2025-02-07T01:48:00Z", "active", NINE),
        &expect![[r#"
        ImmTrac2, Thursday, February 6, 2025, 7:48 p.m. (CT)
        the edge decides by revision 7, confirmed 3 seconds ago

        web  unavailable, for 1 hour 12 minutes more (`deployment`)
        ftp  accepted and held, for 1 hour 12 minutes more (`deployment`)

        deployment, active, for 1 hour 12 minutes more: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]],
    );
    check(
        &at("2025-02-07T01:48:00Z", "active", "null"),
        &expect![[r#"
        ImmTrac2, Thursday, February 6, 2025, 7:48 p.m. (CT)
        the edge decides by revision 7, confirmed 3 seconds ago

        web  unavailable, for 48 minutes so far (`deployment`)
        ftp  accepted and held, for 48 minutes so far (`deployment`)

        deployment, active, for 48 minutes so far: from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet
    "#]],
    );
    check(
        &at("2025-02-07T03:26:00Z", "overrun", NINE),
        &expect![[r#"
        ImmTrac2, Thursday, February 6, 2025, 9:26 p.m. (CT)
        the edge decides by revision 7, confirmed 3 seconds ago

        web  unavailable, 26 minutes over (`deployment`)
        ftp  accepted and held, 26 minutes over (`deployment`)

        deployment, overrun, 26 minutes over: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]],
    );
    check(
        &at("2025-02-07T03:26:00Z", "ended", NINE),
        &expect![[r#"
        ImmTrac2, Thursday, February 6, 2025, 9:26 p.m. (CT)
        the edge decides by revision 7, confirmed 3 seconds ago

        web  open
        ftp  open

        nothing is announced
    "#]],
    );
}

#[test]
fn a_line_for_each_change() {
    let stages = [
        at("2025-02-06T12:00:00Z", "ended", NINE),
        at("2025-02-07T00:40:20Z", "imminent", NINE),
        at("2025-02-07T00:40:22Z", "imminent", NINE),
        at("2025-02-07T01:00:00Z", "active", NINE),
        at("2025-02-07T02:50:00Z", "active", "\"2025-02-07T03:30:00Z\""),
        at("2025-02-07T03:30:00Z", "ended", NINE),
    ];
    let mut said = changes(None, &stages[0]).join("\n") + "\n";
    for pair in stages.windows(2) {
        said +=
            &changes(Some(&pair[0]), &pair[1]).iter().map(|c| format!("{c}\n")).collect::<String>();
        said += "--\n";
    }
    expect![[r#"
        the edge decides by revision 7
        nothing is announced
        `deployment` is imminent, starts in 19 minutes: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        --
        --
        `deployment` is active, for 2 hours more: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        web: unavailable, for 2 hours more (`deployment`)
        ftp: accepted and held, for 2 hours more (`deployment`)
        --
        `deployment` is active, for 40 minutes more: Thursday, February 6, 2025, 7:00 p.m. – 9:30 p.m. (CT)
        --
        `deployment` is over
        web: open
        ftp: open
        --
    "#]].assert_eq(&said);
}

#[test]
fn a_change_of_revision() {
    let before = at("2025-02-07T00:40:20Z", "imminent", NINE);
    let mut after = before.clone();
    after.timeline.revision = Some(8);
    expect!["the edge decides by revision 8, before by revision 7"]
        .assert_eq(&changes(Some(&before), &after).join("\n"));
    (after.timeline.revision, after.health.revision) = (None, None);
    expect!["the edge decides by no timeline: every request passes, before by revision 7"]
        .assert_eq(&changes(Some(&before), &after).join("\n"));
}

// Channels that are finished early are told of apart from the rest of their window.
#[test]
fn one_channel_is_finished_early() {
    let mut seen = at("2025-02-07T01:48:00Z", "active", NINE);
    let before = seen.clone();
    seen.timeline.windows[0].channels = vec!["ftp".to_owned()];
    seen.timeline.channels[0].phase = None;
    seen.timeline.channels[0].window = None;
    expect![[r#"
        `deployment` is active, for 1 hour 12 minutes more: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT), over `ftp`
        web: open"#]].assert_eq(&changes(Some(&before), &seen).join("\n"));
    expect![[r#"
        ImmTrac2, Thursday, February 6, 2025, 7:48 p.m. (CT)
        the edge decides by revision 7, confirmed 3 seconds ago

        web  open
        ftp  accepted and held, for 1 hour 12 minutes more (`deployment`)

        deployment, active, for 1 hour 12 minutes more: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]].assert_eq(&text(&seen));
}

#[test]
fn an_isolate_that_is_behind_is_passed_over_for_a_while() {
    let now = "2025-02-07T01:00:00Z".parse().expect("an instant");
    let mut old = at("2025-02-07T01:00:00Z", "active", NINE);
    let new = old.clone();
    old.timeline.revision = Some(6);
    let mut newest = super::Newest::default();
    assert!(!newest.is_overtaken(&new, now));
    assert!(newest.is_overtaken(&old, now + chrono::TimeDelta::seconds(5)));
    assert!(!newest.is_overtaken(&old, now + chrono::TimeDelta::seconds(15)));
    assert!(!newest.is_overtaken(&new, now + chrono::TimeDelta::seconds(16)));
}

#[test]
fn of_a_window_that_recurs_one_occurrence_is_told() {
    let window = |start: &str, phase: &str| {
        format!(
            r#"{{"id":"patches","phase":"{phase}","start":"{start}","end":null,"reason":"planned",
            "summary":null,"channels":["web"]}}"#
        )
    };
    let starts = |windows: &[String]| -> Vec<String> {
        let json = format!(
            r#"{{"service":{{"name":"ImmTrac2","zone":"America/Chicago","label":"CT"}},
            "now":"2025-02-07T01:30:00Z","revision":7,"channels":[],"windows":[{}]}}"#,
            windows.join(",")
        );
        let timeline: Timeline = serde_json::from_str(&json).expect("it is JSON");
        let windows = timeline.current().windows;
        windows.iter().map(|window| window.start.format("%m-%d").to_string()).collect()
    };
    let next = window("2025-02-14T01:00:00Z", "announced");
    let after = window("2025-02-21T01:00:00Z", "announced");
    let open = window("2025-02-07T01:00:00Z", "active");
    assert_eq!(starts(&[after.clone(), next.clone()]), ["02-14"]);
    assert_eq!(starts(&[next, after, open]), ["02-07"]);
}
