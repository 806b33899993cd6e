//! Which channel a request belongs to by what it is, and the form that its rule names.

use std::cell::Cell;

use schedule::{Belongs, Form, Gate, Request, Target};

fn gate(channels: &str) -> Gate {
    let source = format!("[service]\nname = \"x\"\nzone = \"UTC\"\n\n{channels}");
    let now = "2025-02-01T00:00:00Z".parse().expect("a literal");
    let parsed = schedule::parse(&source, now);
    let pictures = schedule::render(&parsed.diagnostics, &source, "schedule.toml", false);
    Gate::new(parsed.schedule.expect(&pictures).timeline(now))
}

/// `METHOD host/path`, then `name: value` a line.
fn belongs(gate: &Gate, request: &str) -> String {
    let mut lines = request.lines();
    let (method, address) = lines.next().and_then(|line| line.split_once(' ')).expect("a line");
    let (host, path) = address.split_at(address.find('/').expect("a path"));
    let headers: Vec<(&str, &str)> =
        lines.map(|line| line.split_once(": ").expect("a header")).collect();
    let header = |name: &str| {
        headers.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    match gate.belongs(&Request::new(method, Target { host, path }, "", &header)) {
        Belongs::ToUs => "ours".to_owned(),
        Belongs::AlwaysOpen => "always open".to_owned(),
        Belongs::Nowhere => "nowhere".to_owned(),
        Belongs::Channel(place, form) => {
            let id = gate.timeline().channels[place].id.as_str();
            form.map_or_else(|| id.to_owned(), |form| format!("{id} as {}", form.word()))
        }
    }
}

#[track_caller]
fn check(gate: &Gate, rows: &[(&str, &str)]) {
    for (request, expected) in rows {
        assert_eq!(belongs(gate, request), *expected, "{request}");
    }
}

const GATEWAY: &str = r#"
[edge]
pass = ["/webhooks/*"]

[[channel]]
id = "web"
name = "the portal"
routes = ["/*"]

[[channel]]
id = "hl7"
name = "messages"

[[channel.match]]
route = "/gateway/*"
methods = ["POST", "PUT"]
content-type = "application/x-www-form-urlencoded"
answer = "hl7"

[[channel]]
id = "fhir"
name = "FHIR"

[[channel.match]]
content-type = "application/fhir*"

[[channel.match]]
header = "X-Sender: smm*"
answer = "text"

[[channel.match]]
route = "*.example.org/*"
header = "X-Test"
answer = "soap-1.1"
"#;

#[test]
fn every_condition_must_hold() {
    check(
        &gate(GATEWAY),
        &[
            ("POST a/gateway/x\ncontent-type: application/x-www-form-urlencoded", "hl7 as hl7"),
            ("PUT a/gateway\ncontent-type: application/x-www-form-urlencoded", "hl7 as hl7"),
            ("GET a/gateway/x\ncontent-type: application/x-www-form-urlencoded", "web"),
            ("post a/gateway/x\ncontent-type: application/x-www-form-urlencoded", "web"),
            ("POST a/gateway/x\ncontent-type: application/json", "web"),
            ("POST a/gateway/x", "web"),
            ("POST a/other\ncontent-type: application/x-www-form-urlencoded", "web"),
        ],
    );
}

#[test]
fn media_types_are_compared_without_case_and_parameters() {
    check(
        &gate(GATEWAY),
        &[
            ("GET a/x\ncontent-type: application/fhir+json", "fhir"),
            ("GET a/x\ncontent-type: Application/FHIR+XML; charset=utf-8", "fhir"),
            ("GET a/x\ncontent-type: application/fhir+json, application/json", "fhir"),
            ("GET a/x\ncontent-type:  application/fhir", "fhir"),
            ("GET a/x\ncontent-type: application/json; profile=application/fhir", "web"),
            ("GET a/x\ncontent-type: ", "web"),
        ],
    );
}

#[test]
fn headers_are_there_or_have_a_value() {
    check(
        &gate(GATEWAY),
        &[
            ("GET a/x\nx-sender: smm/2.1", "fhir as text"),
            ("GET a/x\nx-sender:  smm", "fhir as text"),
            ("GET a/x\nx-sender: SMM", "web"),
            ("GET a/x\nx-sender: other smm", "web"),
            ("GET www.example.org/x\nx-test: ", "fhir as soap-1.1"),
            ("GET example.org/x\nx-test: 1", "web"),
        ],
    );
}

// A host before any host, a longer path before a shorter one, and then whoever asks for more.
#[test]
fn the_most_specific_wins() {
    check(
        &gate(GATEWAY),
        &[
            ("GET www.example.org/x\nx-test: 1\nx-sender: smm", "fhir as soap-1.1"),
            (
                "POST a/gateway/x\nx-sender: smm\ncontent-type: application/x-www-form-urlencoded",
                "hl7 as hl7",
            ),
            ("GET a/gateway/x\nx-sender: smm", "fhir as text"),
        ],
    );
    let more = gate(
        r#"
[[channel]]
id = "a"
name = "a"
[[channel.match]]
methods = ["POST"]
[[channel]]
id = "b"
name = "b"
[[channel.match]]
methods = ["POST"]
header = "x-b"
"#,
    );
    check(&more, &[("POST h/\nx-b: 1", "b"), ("POST h/", "a"), ("GET h/\nx-b: 1", "nowhere")]);
}

#[test]
fn what_is_always_open_and_what_is_ours_come_first() {
    check(
        &gate(GATEWAY),
        &[
            ("POST a/webhooks/x\nx-sender: smm", "always open"),
            ("GET a/robots.txt\nx-sender: smm", "always open"),
            ("GET a/_maintenance/health\nx-sender: smm", "ours"),
        ],
    );
}

// Each costs a call across the wasm border.
#[test]
fn a_header_is_asked_for_only_while_it_can_matter() {
    let gate = gate(GATEWAY);
    let reads = |method: &str, path: &str| {
        let reads = Cell::new(0);
        let header = |_: &str| {
            reads.set(reads.get() + 1);
            None
        };
        gate.belongs(&Request::new(method, Target { host: "a", path }, "", &header));
        reads.get()
    };
    assert_eq!(reads("GET", "/webhooks/x"), 0);
    // The two rules for every path; that of the gateway ends with its method.
    assert_eq!(reads("GET", "/gateway/x"), 2);
    assert_eq!(reads("POST", "/gateway/x"), 3);
}

#[test]
fn every_word_is_read_but_for_those_that_only_a_request_can_be() {
    for form in Form::ALL {
        let source = format!(
            "[service]\nname = \"x\"\nzone = \"UTC\"\n[[channel]]\nid = \"a\"\nname = \"a\"\n\
             [[channel.match]]\nanswer = \"{}\"\n",
            form.word()
        );
        let now = "2025-02-01T00:00:00Z".parse().expect("a literal");
        let chosen = !matches!(form, Form::WebSocket | Form::Preflight);
        assert_eq!(schedule::parse(&source, now).schedule.is_some(), chosen, "{form:?}");
    }
}
