//! Which of several rules and routes has a request: a host before any host, a longer path before a
//! shorter one, and then whoever asks for more.

use crate::{GATEWAY, check, gate};

/// Channels of one line each, with every order that turning them round makes.
#[track_caller]
fn check_in_any_order(channels: &[(&str, &str)], rows: &[(&str, &str)]) {
    let mut channels: Vec<String> = channels
        .iter()
        .map(|(id, says)| format!("[[channel]]\nid = \"{id}\"\nname = \"{id}\"\n{says}\n\n"))
        .collect();
    for _ in 0..channels.len() {
        channels.rotate_left(1);
        check(&gate(&channels.concat()), rows);
    }
}

#[test]
fn a_host_counts_before_a_path_and_a_path_before_conditions() {
    check_in_any_order(
        &[
            (
                "all",
                "[[channel.match]]\nmethods = [\"POST\"]\ncontent-type = \"text/*\"\nheader = \"x-a\"",
            ),
            ("folder", "[[channel.match]]\nroute = \"/soap/*\"\nmethods = [\"POST\"]"),
            ("deeper", "[[channel.match]]\nroute = \"/soap/v2/*\"\nmethods = [\"POST\"]"),
            ("path", "[[channel.match]]\nroute = \"/soap/v2/status\"\nmethods = [\"POST\"]"),
            ("below", "[[channel.match]]\nroute = \"*.example.org/*\"\nmethods = [\"POST\"]"),
            ("nearer", "[[channel.match]]\nroute = \"*.eu.example.org/*\"\nmethods = [\"POST\"]"),
            ("host", "[[channel.match]]\nroute = \"api.eu.example.org/*\"\nmethods = [\"POST\"]"),
        ],
        &[
            ("POST x/\ncontent-type: text/xml\nx-a: 1", "all"),
            ("POST x/soap\ncontent-type: text/xml\nx-a: 1", "folder"),
            ("POST x/soap/v2/x\ncontent-type: text/xml\nx-a: 1", "deeper"),
            ("POST x/soap/v2/status\ncontent-type: text/xml\nx-a: 1", "path"),
            ("POST www.example.org/soap/v2/status\ncontent-type: text/xml\nx-a: 1", "below"),
            ("POST de.eu.example.org/soap/v2/status", "nearer"),
            ("POST api.eu.example.org/soap/v2/status", "host"),
            // Whoever does not agree is passed over, not the end of the search.
            ("GET api.eu.example.org/soap\ncontent-type: text/xml\nx-a: 1", "nowhere"),
        ],
    );
}

#[test]
fn a_plain_route_that_is_more_specific_wins_over_a_rule() {
    check_in_any_order(
        &[
            ("rule", "[[channel.match]]\nmethods = [\"POST\"]\nheader = \"x-a\""),
            ("route", "routes = [\"/soap/*\", \"api.example.org/*\"]"),
        ],
        &[
            ("POST x/other\nx-a: 1", "rule"),
            ("POST x/soap/x\nx-a: 1", "route"),
            ("POST api.example.org/other\nx-a: 1", "route"),
        ],
    );
}

#[test]
fn of_a_route_and_a_rule_with_the_same_route_the_rule_wins() {
    check_in_any_order(
        &[
            ("route", "routes = [\"/soap/*\"]"),
            ("rule", "[[channel.match]]\nroute = \"/soap/*\"\ncontent-type = \"text/xml\""),
        ],
        &[("POST x/soap\ncontent-type: text/xml", "rule"), ("POST x/soap", "route")],
    );
    // One that asks for nothing else too.
    check_in_any_order(
        &[
            ("route", "routes = [\"/soap/*\"]"),
            ("rule", "[[channel.match]]\nroute = \"/soap/*\"\nanswer = \"soap-1.2\""),
        ],
        &[("POST x/soap", "rule as soap-1.2")],
    );
}

#[test]
fn of_two_rules_the_one_that_asks_for_more_wins() {
    check_in_any_order(
        &[
            ("none", "[[channel.match]]\nanswer = \"text\""),
            ("one", "[[channel.match]]\nmethods = [\"POST\"]"),
            ("two", "[[channel.match]]\nmethods = [\"POST\"]\nheader = \"x-b\""),
            (
                "three",
                "[[channel.match]]\nmethods = [\"POST\"]\nheader = \"x-b\"\ncontent-type = \"text/*\"",
            ),
        ],
        &[
            ("GET x/\nx-b: 1", "none as text"),
            ("POST x/", "one"),
            ("POST x/\ncontent-type: text/xml", "one"),
            ("POST x/\nx-b: 1", "two"),
            ("POST x/\nx-b: 1\ncontent-type: text/xml", "three"),
        ],
    );
}

// How many methods a condition names, or how much of a value, says nothing.
#[test]
fn of_two_rules_that_ask_for_as_much_the_first_in_the_document_wins() {
    let by_method = "[[channel]]\nid = \"a\"\nname = \"a\"\n\n[[channel.match]]\n\
        methods = [\"POST\", \"PUT\"]\n\n";
    let by_header = "[[channel]]\nid = \"b\"\nname = \"b\"\n\n[[channel.match]]\n\
        header = \"X-B: 1\"\nanswer = \"text\"\n\n";
    let again = "[[channel.match]]\nheader = \"X-B\"\nanswer = \"hl7\"\n\n";
    let alone = [("PUT x/", "a"), ("GET x/\nx-b: 1", "b as text"), ("GET x/\nx-b: 2", "b as hl7")];
    let method_first = gate(&[by_method, by_header, again].concat());
    check(&method_first, &alone);
    check(&method_first, &[("POST x/\nx-b: 1", "a")]);
    let header_first = gate(&[by_header, again, by_method].concat());
    check(&header_first, &alone);
    check(&header_first, &[("POST x/\nx-b: 1", "b as text")]);
}

#[test]
fn the_gateways_rules_among_each_other() {
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
}

#[test]
fn what_is_always_open_and_what_is_ours_come_first() {
    check(
        &gate(GATEWAY),
        &[
            ("POST a/webhooks/x\nx-sender: smm", "always open"),
            ("POST www.example.org/webhooks/x\nx-test: 1", "always open"),
            ("GET a/robots.txt\nx-sender: smm", "always open"),
            ("GET a/.well-known/security.txt\nx-sender: smm", "always open"),
            ("GET a/.well-known/acme-challenge/token\nx-sender: smm", "always open"),
            ("GET a/_maintenance/health\nx-sender: smm", "ours"),
            ("POST a/_maintenance\ncontent-type: application/fhir+json", "ours"),
        ],
    );
}
