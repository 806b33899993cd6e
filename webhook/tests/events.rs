//! What is told of a schedule: by revisions, by time, and never before an announcement.

use chrono::{DateTime, TimeDelta, Utc};
use expect_test::expect;
use schedule::Timeline;
use webhook::{Asked, Event, Filter, Maintenance, Message, Reach, Subscription};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

const SERVICE: &str = r#"
    [service]
    name = "ImmTrac2"
    zone = "America/Chicago"
    label = "CT"
    url = "https://registry.example"
    [[channel]]
    id = "web"
    name = "the web application"
    routes = ["/*"]
    [[channel]]
    id = "ftp"
    name = "file transfer"
"#;

fn timeline(windows: &str) -> Timeline {
    let (document, now) = (format!("{SERVICE}{windows}"), at("2025-02-01T00:00:00Z"));
    let parsed = schedule::parse(&document, now);
    assert!(parsed.schedule.is_some(), "{document}: {:?}", parsed.diagnostics);
    parsed.schedule.expect("it was looked at just now").timeline(now)
}

fn window(end: &str, more: &str) -> Timeline {
    timeline(&format!(
        "[[window]]\nid = \"deployment\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\n\
         end = 2025-02-06T{end}\n{more}"
    ))
}

const NINE: &str = "21:00:00";
const HALF_PAST: &str = "21:30:00";
const SECRET: &str = "announce = 2025-02-06T18:00:00";

fn ids(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| &*event.id).collect()
}

#[track_caller]
fn told(before: Option<&Timeline>, after: Timeline, instant: &str, expected: &[&str]) {
    let instant = at(instant);
    let after = after.amended(before, 2, instant);
    assert_eq!(ids(&Event::of_revision(before, &after, 2, instant)), expected);
}

const DAY_BEFORE: &str = "2025-02-05T12:00:00Z";

#[test]
fn what_revisions_tell() {
    let (planned, none) = (window(NINE, ""), timeline(""));
    told(None, planned.clone(), DAY_BEFORE, &["deployment_announced_r2"]);
    told(Some(&none), planned.clone(), DAY_BEFORE, &["deployment_announced_r2"]);
    told(Some(&planned), none, DAY_BEFORE, &["deployment_removed_r2"]);
    told(Some(&planned), planned.clone(), DAY_BEFORE, &[]);
    told(Some(&planned), window(HALF_PAST, ""), DAY_BEFORE, &["deployment_extended_r2"]);
    let cancelled = window(NINE, "cancelled = true");
    told(Some(&planned), cancelled, DAY_BEFORE, &["deployment_cancelled_r2"]);
}

#[test]
fn a_revision_tells_the_phase_that_it_leads_to_at_once() {
    let (none, planned) = (timeline(""), window(NINE, ""));
    let added = |phase| ["deployment_announced_r2", phase];
    told(Some(&none), planned.clone(), "2025-02-07T00:45:00Z", &added("deployment_imminent_r2"));
    let inside = "2025-02-07T01:30:00Z";
    told(Some(&none), planned.clone(), inside, &added("deployment_started_r2"));
    let over = window("19:30:00", "");
    told(Some(&planned), over, inside, &["deployment_finished_r2", "deployment_ended_r2"]);
}

#[test]
fn what_is_not_announced_is_told_nobody() {
    let planned = window(NINE, SECRET);
    told(None, planned.clone(), DAY_BEFORE, &[]);
    told(Some(&planned), window(HALF_PAST, SECRET), DAY_BEFORE, &[]);
    let cancelled = window(NINE, &format!("{SECRET}\ncancelled = true"));
    told(Some(&planned), cancelled, DAY_BEFORE, &[]);
}

#[test]
fn what_time_tells_in_order_and_each_once() {
    let timeline = window(NINE, SECRET);
    let (from, to) = (at("2025-02-06T00:00:00Z"), at("2025-02-08T00:00:00Z"));
    let all = Event::of_time(&timeline, from, to);
    let expected = [
        "deployment_announced_20250207T000000Z",
        "deployment_imminent_20250207T003000Z",
        "deployment_started_20250207T010000Z",
        "deployment_ended_20250207T030000Z",
    ];
    assert_eq!(ids(&all), expected);
    // However time is cut: an instant belongs to the stretch that ends with it.
    for minutes in [1, 7, 30, 60, 1000] {
        let (mut found, mut since) = (Vec::new(), from);
        while since < to {
            let until = (since + TimeDelta::minutes(minutes)).min(to);
            found.extend(Event::of_time(&timeline, since, until));
            since = until;
        }
        assert_eq!(found, all, "every {minutes} minutes");
    }
}

#[test]
fn a_message_as_a_cloud_event() {
    let (before, instant) = (window(NINE, ""), at(DAY_BEFORE));
    let after = window(HALF_PAST, "").amended(Some(&before), 2, instant);
    let events = Event::of_revision(Some(&before), &after, 2, instant);
    let asked = Asked {
        name: "EHR",
        url: "https://ehr.example/",
        kind: None,
        channels: &[],
        events: &[],
        authorization: None,
        destination: None,
        template: None,
    };
    let subscription = Subscription::new(&asked, Reach::Public).expect("it is one");
    let message = Message::of(&events[0], &subscription, &after.service, &after.edge.prefix);
    let body = message.expect("a message").body;
    let body: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    expect![[r#"
        {
          "data": {
            "before": {
              "end": "2025-02-07T03:00:00Z",
              "start": "2025-02-07T01:00:00Z"
            },
            "channels": [
              {
                "id": "web",
                "name": "the web application"
              }
            ],
            "end": "2025-02-07T03:30:00Z",
            "link": "https://registry.example/_maintenance/windows/deployment",
            "reason": "planned",
            "revision": 2,
            "said": "ImmTrac2: `deployment` was extended: Thursday, February 6, 2025, 7:00 p.m. – 9:30 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT), over the web application.",
            "service": "ImmTrac2",
            "start": "2025-02-07T01:00:00Z",
            "window": "deployment"
          },
          "datacontenttype": "application/json",
          "id": "deployment_extended_r2",
          "source": "https://registry.example/_maintenance",
          "specversion": "1.0",
          "subject": "deployment",
          "time": "2025-02-05T12:00:00Z",
          "type": "intermission.window.extended"
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&body).expect("JSON"));
}

#[test]
fn filters() {
    let timeline = window(NINE, "");
    let events = Event::of_time(&timeline, at("2025-02-07T00:45:00Z"), at("2025-02-07T01:00:00Z"));
    let takes = |channels: &[&str], words: &[&str]| {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        Filter::new(&texts(channels), &texts(words)).expect("a filter").takes(&events[0])
    };
    assert!(takes(&[], &[]) && takes(&["ftp", "web"], &["started"]));
    assert!(!takes(&["ftp"], &[]) && !takes(&[], &["ended"]));
    let wrong = Filter::new(&[], &["extnded".to_owned()]).expect_err("no such word").to_string();
    assert!(wrong.contains("found `extnded`"), "{wrong}");
}

#[test]
fn a_gateway_is_told_what_is_open_or_next() {
    let timeline = window(NINE, "");
    let next = |filter: &Filter, now| Maintenance::next(&timeline, filter, at(now));
    let all = Filter::default();
    let end = next(&all, DAY_BEFORE).and_then(|next| next.end);
    assert_eq!(end, Some(at("2025-02-07T03:00:00Z")));
    assert!(next(&all, "2025-02-07T02:59:59Z").is_some());
    assert_eq!(next(&all, "2025-02-07T03:00:00Z"), None);
    let ftp = Filter::new(&["ftp".to_owned()], &[]).expect("a filter");
    assert_eq!(next(&ftp, DAY_BEFORE), None);
}
