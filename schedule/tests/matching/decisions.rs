//! What becomes of requests that belong by a rule while a window is open.

use std::cell::Cell;

use schedule::{Decision, Gate, Request, Target};

use crate::{ask, gate};

/// Two channels by rules, of which the window is over the first, and a portal that stays open.
const SITE: &str = r#"
[edge]
pass = ["/webhooks/*"]

[[channel]]
id = "web"
name = "the portal"
routes = ["/*"]
disposition = "unaffected"

[[channel]]
id = "soap"
name = "web services"

[[channel.match]]
route = "/soap/*"
methods = ["POST"]
answer = "soap-1.1"

[[channel.match]]
header = "X-Sender: smm*"
answer = "hl7"

[[channel]]
id = "files"
name = "uploads"
disposition = "hold"

[[channel.match]]
route = "/soap/*"
methods = ["POST"]
header = "X-Upload"

[[window]]
id = "w"
channels = ["web", "soap", "files"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
"#;

fn decision(gate: &Gate, request: &str) -> String {
    let now = "2025-02-06T20:00:00Z".parse().expect("a literal");
    ask(request, |request| match gate.decide(request, now) {
        Decision::Pass => "pass".to_owned(),
        Decision::Ours => "ours".to_owned(),
        Decision::Reopening { .. } => "reopening".to_owned(),
        Decision::Closed(closing) => {
            let form = closing.form.map_or("whatever it asks for", schedule::Form::word);
            format!("{} as {form}", closing.channel().id.as_str())
        }
    })
}

#[track_caller]
fn check(gate: &Gate, rows: &[(&str, &str)]) {
    for (request, expected) in rows {
        assert_eq!(decision(gate, request), *expected, "{request}");
    }
}

#[test]
fn a_closing_has_the_form_that_the_rule_names() {
    check(
        &gate(SITE),
        &[
            ("POST x/soap/iis", "soap as soap-1.1"),
            ("GET x/any\nx-sender: smm", "soap as hl7"),
            ("GET x/soap/iis", "pass"),
            ("GET x/any", "pass"),
        ],
    );
    let plain = SITE.replace("answer = \"soap-1.1\"\n", "");
    check(&gate(&plain), &[("POST x/soap/iis", "soap as whatever it asks for")]);
}

// The order of decisions: ours, what always passes, the channel. No spelling leads round a rule.
#[test]
fn no_spelling_of_a_path_leads_round_a_rule() {
    check(
        &gate(SITE),
        &[
            // As RFC 3986 reads them.
            ("POST x/s%6Fap/iis", "soap as soap-1.1"),
            ("POST x/a/../soap", "soap as soap-1.1"),
            // As the most lenient origin does.
            ("POST x/SOAP//x", "soap as soap-1.1"),
            ("POST x//soap/x", "soap as soap-1.1"),
            ("POST x/soap;v=1/x", "soap as soap-1.1"),
            ("POST x/a\\..\\soap", "soap as soap-1.1"),
            ("POST x/webhooks/..%2fSoap/x", "soap as soap-1.1"),
            // The other conditions must hold all the same.
            ("GET x/SOAP//x", "pass"),
            ("GET x/SOAP//x\nx-sender: smm", "soap as hl7"),
            ("POST x/SOAPBOX//x", "pass"),
        ],
    );
    // Nor does a plain one, where it is the schedule that has the capitals.
    let capitals = SITE.replace(
        "route = \"/soap/*\"\nmethods = [\"POST\"]\nanswer",
        "route = \"/SOAP/*\"\nmethods = [\"POST\"]\nanswer",
    );
    check(&gate(&capitals), &[("POST x/soap/iis", "soap as soap-1.1"), ("GET x/soap/iis", "pass")]);
}

#[test]
fn what_always_passes_passes_whatever_rules_say() {
    check(
        &gate(SITE),
        &[
            ("POST x/webhooks/x\nx-sender: smm", "pass"),
            ("POST x/webhooks\nx-sender: smm", "pass"),
            ("POST x/robots.txt\nx-sender: smm", "pass"),
            ("GET x/.well-known/acme-challenge/Token_1\nx-sender: smm", "pass"),
            ("POST x/_maintenance/health\nx-sender: smm", "ours"),
            ("POST x/webhooksx\nx-sender: smm", "soap as hl7"),
        ],
    );
}

// Whoever sends what a rule asks for belongs to its channel, and to no other: a rule of a channel
// that stays open is a way past one that is closed, and docs/schedule.md says so.
#[test]
fn a_rule_of_a_channel_that_stays_open_lets_its_requests_pass() {
    check(
        &gate(SITE),
        &[("POST x/soap/iis\nx-upload: 1", "pass"), ("GET x/soap\nx-upload: 1", "pass")],
    );
}

#[test]
fn outside_every_window_no_header_is_asked_for() {
    let gate = gate(SITE);
    let reads = Cell::new(0);
    let header = |_: &str| {
        reads.set(reads.get() + 1);
        None
    };
    let request = Request::new("POST", Target { host: "x", path: "/soap/x" }, "", &header);
    for now in ["2025-02-06T18:59:59.999Z", "2025-02-06T21:00:00Z"] {
        assert!(matches!(gate.decide(&request, now.parse().expect("a literal")), Decision::Pass));
    }
    assert_eq!(reads.get(), 0);
    gate.decide(&request, "2025-02-06T20:00:00Z".parse().expect("a literal"));
    assert_eq!(reads.get(), 1, "`X-Upload`; the rule with fewer conditions needs none");
}
