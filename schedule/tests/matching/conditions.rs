//! What a rule can ask of a request.

use schedule::Form;

use crate::{GATEWAY, belongs, check, gate};

/// The channel `a` with one rule, which says this and names a form.
fn rule(conditions: &str) -> String {
    let channel = "[[channel]]\nid = \"a\"\nname = \"a\"\n\n[[channel.match]]\n";
    format!("{channel}{conditions}answer = \"hl7\"\n")
}

// Each set of conditions beside each set of what a request has of them: 256 rows.
#[test]
fn all_that_a_rule_asks_for_must_hold_and_nothing_else() {
    const CONDITIONS: [&str; 4] = [
        "route = \"/gateway/*\"\n",
        "methods = [\"POST\"]\n",
        "content-type = \"text/xml\"\n",
        "header = \"X-Sender: smm\"\n",
    ];
    let holds = |set: u8, condition: u8| set >> condition & 1 == 1;
    for asked in 0..16 {
        let conditions = (0..4).zip(CONDITIONS).filter(|(place, _)| holds(asked, *place));
        let gate = gate(&rule(&conditions.map(|(_, line)| line).collect::<String>()));
        for met in 0..16 {
            let either = |place, yes, no| if holds(met, place) { yes } else { no };
            let request = format!(
                "{} x{}\ncontent-type: {}\nx-sender: {}",
                either(1, "POST", "PUT"),
                either(0, "/gateway/x", "/other"),
                either(2, "text/xml", "text/html"),
                either(3, "smm", "someone"),
            );
            let expected = if asked & !met == 0 { "a as hl7" } else { "nowhere" };
            assert_eq!(belongs(&gate, &request), expected, "{asked:04b} of {request}");
        }
    }
}

#[test]
fn a_header_that_is_not_there_meets_no_condition() {
    for condition in ["content-type = \"text/*\"\n", "header = \"X-Sender\"\n"] {
        check(&gate(&rule(condition)), &[("POST x/", "nowhere")]);
    }
}

#[test]
fn a_rule_without_a_route_is_for_every_address() {
    check(
        &gate(&rule("methods = [\"POST\"]\n")),
        &[
            ("POST x/", "a as hl7"),
            ("POST api.example.org:8443/deep/er?", "a as hl7"),
            ("POST /", "a as hl7"),
            ("GET x/", "nowhere"),
        ],
    );
    // With nothing at all it is for every request, and says only the form.
    check(&gate(&rule("")), &[("GET x/", "a as hl7"), ("PROPFIND x/y", "a as hl7")]);
}

#[test]
fn a_route_of_a_rule_matches_as_any_other_does() {
    check(
        &gate(&rule("route = \"*.example.org/report*\"\n")),
        &[
            ("GET www.example.org/report", "a as hl7"),
            ("GET WWW.Example.org:443/reports/x", "a as hl7"),
            ("GET www.example.org/x/../r%65port", "a as hl7"),
            ("GET example.org/report", "nowhere"),
            ("GET www.example.org/x/report", "nowhere"),
        ],
    );
    check(
        &gate(&rule("route = \"api.example.org/soap\"\n")),
        &[("GET api.example.org/soap", "a as hl7"), ("GET api.example.org/soap/", "nowhere")],
    );
}

// RFC 9110, section 9.1: https://www.rfc-editor.org/rfc/rfc9110#section-9.1
#[test]
fn methods_are_told_apart_by_case() {
    check(
        &gate(&rule("methods = [\"POST\", \"M-SEARCH\"]\n")),
        &[
            ("POST x/", "a as hl7"),
            ("M-SEARCH x/", "a as hl7"),
            ("post x/", "nowhere"),
            ("POSTS x/", "nowhere"),
            ("POS x/", "nowhere"),
            (" x/", "nowhere"),
        ],
    );
}

#[test]
fn the_gateway_is_a_form_that_is_posted_to_it() {
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
    // The schedule's own capitals say nothing either.
    check(
        &gate(&rule("content-type = \"Text/XML\"\n")),
        &[
            ("POST x/\ncontent-type: text/xml", "a as hl7"),
            ("POST x/\ncontent-type: TEXT/XML;charset=UTF-8", "a as hl7"),
            ("POST x/\ncontent-type: text/xml ; charset=utf-8", "a as hl7"),
            ("POST x/\ncontent-type: text/xml-external-parsed-entity", "nowhere"),
            ("POST x/\ncontent-type: text/xm", "nowhere"),
            ("POST x/\ncontent-type: text / xml", "nowhere"),
            ("POST x/\ncontent-type: ;text/xml", "nowhere"),
        ],
    );
    check(
        &gate(&rule("content-type = \"text/*\"\n")),
        &[
            ("POST x/\ncontent-type: text/plain", "a as hl7"),
            ("POST x/\ncontent-type: Text/html;x=\"y\"", "a as hl7"),
            ("POST x/\ncontent-type: text", "nowhere"),
            ("POST x/\ncontent-type: application/text/", "nowhere"),
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
    check(
        &gate(&rule("header = \"X-Sender:smm 2:1\"\n")),
        &[
            ("GET x/\nx-sender: smm 2:1", "a as hl7"),
            ("GET x/\nx-sender: smm 2:1 ", "a as hl7"),
            ("GET x/\nx-sender: smm 2:10", "nowhere"),
            ("GET x/\nx-sender: smm", "nowhere"),
        ],
    );
    // Whatever it is, it is there.
    check(
        &gate(&rule("header = \"X-Sender: *\"\n")),
        &[("GET x/\nx-sender: ", "a as hl7"), ("GET x/\nx-sender: y", "a as hl7")],
    );
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
