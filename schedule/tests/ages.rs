//! Timelines of two ages: of before channels had rules and the edge had ramps, outages and the rest,
//! and one with every such key.

use chrono::DateTime;
use expect_test::expect;
use schedule::{Decision, EdgeSettings, Gate, Outage, Request, Target, Timeline};
use serde_json::{Value, json};

// Workers and timelines are deployed one after the other, so either may be the older.
const OLD: &str = r#"{
  "format": 1,
  "zones": "2026f",
  "service": {
    "name": "x",
    "zone": "UTC",
    "label": "UTC",
    "language": "en",
    "title": "t",
    "message": "m",
    "imminent": 1800
  },
  "edge": {
    "prefix": "/_maintenance",
    "pass": ["/health"],
    "retry_after": { "cap": 3600, "spread": 300, "overrun": 120 }
  },
  "channels": [
    {
      "id": "web",
      "name": "the portal",
      "disposition": "unavailable",
      "routes": ["/*"],
      "afterwards": "nothing",
      "instructions": {}
    }
  ],
  "occurrences": [
    {
      "window": "w",
      "start": "2025-02-06T19:00:00Z",
      "end": "2025-02-06T21:00:00Z",
      "announced": null,
      "released": null,
      "channels": [0],
      "reason": "planned",
      "overrun": "reopen",
      "summary": null,
      "cancelled": false
    }
  ]
}"#;

#[test]
fn a_timeline_of_before_there_were_rules_and_ramps_is_read() {
    let timeline = Timeline::read(OLD.as_bytes()).expect("it was ours");
    let channel = &timeline.channels[0];
    assert!(channel.matches.is_empty() && !channel.hl7_acknowledge);
    assert_eq!(channel.soap_fault_status, 503);
    let pass = vec!["/health".parse().expect("a route")];
    assert_eq!(timeline.edge, EdgeSettings { pass, ..EdgeSettings::default() });
    let edge = &timeline.edge;
    assert!(edge.ramp.is_none() && edge.outage.is_none() && edge.cors.origins.is_empty());
    assert!(edge.strict_transport_security.is_none());
    // What is not used is not written either, so that an older worker reads a newer timeline.
    let old: Value = serde_json::from_str(OLD).expect("it is JSON");
    assert_eq!(serde_json::to_value(&timeline).expect("a timeline is JSON"), old);
    let packed = Timeline::read(&timeline.to_bytes()).expect("what we wrote");
    assert_eq!(packed, timeline);

    let gate = Gate::new(timeline);
    let request = Request::plain("POST", Target { host: "x", path: "/a" });
    for (now, closed) in [("2025-02-06T20:59:59Z", true), ("2025-02-06T21:00:00Z", false)] {
        let decision = gate.decide(&request, now.parse().expect("a literal"));
        let as_it_was = match decision {
            Decision::Closed(closing) => closed && closing.form.is_none(),
            Decision::Pass => !closed,
            Decision::Ours | Decision::Reopening { .. } => false,
        };
        assert!(as_it_was, "{now}");
    }
}

const EVERYTHING: &str = r#"
[service]
name = "x"
zone = "UTC"

[edge]
ramp = "10m"
cors.origins = ["https://app.example.org", "http://localhost:3000", "https://[2001:db8::1]:8443"]
bypass.addresses = ["192.0.2.0/24"]
outage = { title = "t", message = "m", retry-after = "45s", timeout = "20s" }
strict-transport-security = "max-age=31536000; includeSubDomains"

[[channel]]
id = "hl7"
name = "messages"
soap-fault-status = 500
hl7-acknowledge = true

[[channel.match]]
route = "/gateway/*"
methods = ["POST", "PUT"]
content-type = "Application/X-WWW-Form-URLEncoded"
header = "X-Sender: smm*"
answer = "hl7"

[[channel.match]]
header = "X-Test"
answer = "soap-1.1"
"#;

#[test]
fn every_key_of_rules_and_of_the_edge_as_json() {
    let now = DateTime::UNIX_EPOCH;
    let timeline = schedule::parse(EVERYTHING, now).schedule.expect("it is valid").timeline(now);
    let json = serde_json::to_value(&timeline).expect("a timeline is JSON");
    let shown = json!({ "edge": json["edge"], "channel": json["channels"][0] });
    expect![[r#"
        {
          "channel": {
            "afterwards": "nothing",
            "disposition": "unavailable",
            "hl7_acknowledge": true,
            "id": "hl7",
            "instructions": {},
            "match": [
              {
                "answer": "hl7",
                "content_type": "application/x-www-form-urlencoded",
                "header": {
                  "name": "x-sender",
                  "value": "smm*"
                },
                "methods": [
                  "POST",
                  "PUT"
                ],
                "route": "/gateway/*"
              },
              {
                "answer": "soap-1.1",
                "header": {
                  "name": "x-test"
                },
                "route": "/*"
              }
            ],
            "name": "messages",
            "routes": [],
            "soap_fault_status": 500
          },
          "edge": {
            "bypass": {
              "addresses": [
                "192.0.2.0/24"
              ]
            },
            "cors": {
              "origins": [
                "https://app.example.org",
                "http://localhost:3000",
                "https://[2001:db8::1]:8443"
              ]
            },
            "outage": {
              "message": "m",
              "retry_after": 45,
              "timeout": 20,
              "title": "t"
            },
            "pass": [],
            "prefix": "/_maintenance",
            "ramp": 600,
            "retry_after": {
              "cap": 3600,
              "overrun": 120,
              "spread": 300
            },
            "strict_transport_security": "max-age=31536000; includeSubDomains"
          }
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&shown).expect("as above"));
    for bytes in [timeline.to_json().into_bytes(), timeline.to_bytes()] {
        assert_eq!(Timeline::read(&bytes).expect("what we wrote"), timeline);
    }
    // An outage needs nothing but its table.
    let bare = EVERYTHING.replace(
        "{ title = \"t\", message = \"m\", retry-after = \"45s\", timeout = \"20s\" }",
        "{}",
    );
    let timeline = schedule::parse(&bare, now).schedule.expect("it is valid").timeline(now);
    let outage = timeline.edge.outage.expect("it is switched on");
    assert_eq!(outage.retry_after, Outage::DEFAULT_RETRY_AFTER);
    assert_eq!((outage.title, outage.message, outage.timeout), (None, None, None));
}
