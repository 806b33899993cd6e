//! Which channel a request belongs to by what it is, and the form that its rule names.

mod conditions;
mod decisions;
mod order;
mod reads;

use schedule::{Belongs, Gate, Request, Target};

/// A service at UTC with these channels, and windows where there are some.
fn gate(channels: &str) -> Gate {
    let source = format!("[service]\nname = \"x\"\nzone = \"UTC\"\n\n{channels}");
    let now = "2025-02-01T00:00:00Z".parse().expect("a literal");
    let parsed = schedule::parse(&source, now);
    let pictures = schedule::render(&parsed.diagnostics, &source, "schedule.toml", false);
    Gate::new(parsed.schedule.expect(&pictures).timeline(now))
}

/// Asks something about a request that is written as `METHOD host/path`, then `name: value` a line.
fn ask<T>(request: &str, question: impl FnOnce(&Request<'_>) -> T) -> T {
    let mut lines = request.lines();
    let (method, address) = lines.next().and_then(|line| line.split_once(' ')).expect("a line");
    let (host, path) = address.split_at(address.find('/').expect("a path"));
    let headers: Vec<(&str, &str)> =
        lines.map(|line| line.split_once(": ").expect("a header")).collect();
    let header = |name: &str| {
        headers.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    question(&Request::new(method, Target { host, path }, "", &header))
}

fn belongs(gate: &Gate, request: &str) -> String {
    match ask(request, |request| gate.belongs(request)) {
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
