//! Messages in a shape of the subscriber's own.

use chrono::{DateTime, Utc};
use schedule::Timeline;
use webhook::{Asked, Event, Kind, Message, Reach, Subscription, SubscriptionError};

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("the rows hold instants")
}

fn timeline() -> Timeline {
    let text = r#"
        [service]
        name = "Records"
        zone = "America/Chicago"
        label = "CT"
        url = "https://registry.example"
        [[channel]]
        id = "web"
        name = "the <web> application"
        routes = ["/*"]
        [[window]]
        id = "deployment"
        channels = ["web"]
        start = 2025-02-06T19:00:00
        end = 2025-02-06T21:00:00
        announce = 2025-02-05T09:00:00
        summary = '"Data" & {said} fixes.'
    "#;
    let now = at("2025-01-01T00:00:00Z");
    schedule::parse(text, now).schedule.expect("it is a schedule").timeline(now)
}

fn subscription(kind: &str, template: Option<&str>) -> Result<Subscription, SubscriptionError> {
    let asked = Asked {
        name: "chat",
        url: "https://chat.example/hook",
        kind: Some(kind),
        channels: &[],
        events: &[],
        authorization: None,
        destination: None,
        template,
    };
    Subscription::new(&asked, Reach::Public)
}

fn message(kind: &str, template: &str) -> String {
    let timeline = timeline();
    let started = Event::of_time(&timeline, at("2025-02-07T00:59:00Z"), at("2025-02-07T01:00:00Z"));
    let subscription = subscription(kind, Some(template)).expect("it is one");
    let service = &timeline.service;
    Message::of(&started[0], &subscription, service, "/_maintenance").expect("it is told").body
}

#[test]
fn texts_are_filled_and_nothing_else_is() {
    let template = r#"{"content": "{event}: {window} {start}/{end} {reason}", "n": 1, "{said}": [true, {"x": "{ {} {Y} {summary}"}]}"#;
    assert_eq!(
        message("json", template),
        r#"{"content":"started: deployment 2025-02-07T01:00:00Z/2025-02-07T03:00:00Z planned","n":1,"{said}":[true,{"x":"{ {} {Y} \"Data\" & {said} fixes."}]}"#
    );
}

#[test]
fn a_chat_gets_its_own_shape_with_what_it_takes_for_markup_as_text() {
    let template = r#"{"text": "{channels}: {summary} <{link}|More>", "username": "{service}"}"#;
    let text = "the &lt;web&gt; application: \\\"Data\\\" &amp; {said} fixes. <https://registry.example/_maintenance/windows/deployment|More>";
    assert_eq!(message("slack", template), format!(r#"{{"text":"{text}","username":"Records"}}"#));
    assert!(message("teams", r#"{"text": "{channels}"}"#).contains("the <web> application"));
}

#[test]
fn what_is_no_template_is_refused_with_what_is() {
    for (kind, template, expected) in [
        (
            "json",
            Some("{"),
            "at `template`: expected JSON, found none: EOF while parsing an object at line 1 column 1",
        ),
        ("json", Some("[]"), "at `template`: expected a JSON object, found another value"),
        (
            "json",
            Some(r#"{"a": "{said} {headline}"}"#),
            "at `template`: expected one of `{said}`, `{service}`, `{event}`, `{window}`, `{channels}`, `{reason}`, \
             `{summary}`, `{start}`, `{end}`, `{link}`, found `{headline}`",
        ),
        ("json", None, "at `template`: expected one for the kind `json`, found none"),
        (
            "cloudevents",
            Some("{}"),
            "at `template`: expected none for the kind `cloudevents`, found one",
        ),
        (
            "izgateway",
            Some("{}"),
            "at `destination`: expected the id of the destination at the gateway, in letters, digits, `-` and `_`, found none",
        ),
    ] {
        assert_eq!(subscription(kind, template).unwrap_err().to_string(), expected);
    }
    let many = |count| format!(r#"{{"a": "{}"}}"#, "{said}".repeat(count));
    assert!(subscription("json", Some(&many(50))).is_ok());
    assert_eq!(
        subscription("json", Some(&many(51))).unwrap_err().to_string(),
        "at `template`: expected 50 names in braces at most, found 51"
    );
    assert_eq!(subscription("json", Some("{}")).unwrap().kind, Kind::Json);
}
