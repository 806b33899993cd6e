//! What is asked of a request: each header costs a call across the wasm border.

use std::cell::RefCell;

use schedule::{Gate, Request, Target};

use crate::{GATEWAY, gate};

const POSTED: &str = "application/x-www-form-urlencoded";

/// The names of the headers that are asked for, in order; the request has a `content-type` alone.
fn asked(gate: &Gate, method: &str, path: &str) -> Vec<String> {
    let names = RefCell::new(Vec::new());
    let header = |name: &str| {
        names.borrow_mut().push(name.to_owned());
        (name == "content-type").then(|| POSTED.to_owned())
    };
    gate.belongs(&Request::new(method, Target { host: "a", path }, "", &header));
    names.into_inner()
}

#[test]
fn a_header_is_asked_for_only_while_it_can_matter() {
    let gate = gate(GATEWAY);
    let nothing: [&str; 0] = [];
    assert_eq!(asked(&gate, "GET", "/webhooks/x"), nothing);
    assert_eq!(asked(&gate, "GET", "/_maintenance/health"), nothing);
    // The two rules for every path; that of the gateway ends with its method, and that of another
    // host before it begins.
    assert_eq!(asked(&gate, "GET", "/gateway/x"), ["content-type", "x-sender"]);
    // And it ends the search when it agrees.
    assert_eq!(asked(&gate, "POST", "/gateway/x"), ["content-type"]);
}

#[test]
fn what_costs_nothing_is_looked_at_first() {
    let gate = gate(
        "[[channel]]\nid = \"a\"\nname = \"a\"\n\n[[channel.match]]\nroute = \"/in/*\"\n\
         methods = [\"POST\"]\ncontent-type = \"text/xml\"\nheader = \"X-Sender\"\n",
    );
    let nothing: [&str; 0] = [];
    assert_eq!(asked(&gate, "POST", "/out"), nothing, "its route disagrees");
    assert_eq!(asked(&gate, "GET", "/in/x"), nothing, "its method disagrees");
    assert_eq!(asked(&gate, "POST", "/in/x"), ["content-type"], "its media type disagrees");
}

// Names are asked for in small letters, however the schedule spells them: that is how a request's
// headers are kept.
#[test]
fn names_are_asked_for_in_small_letters() {
    let rule = |header: &str| {
        let channel = "[[channel]]\nid = \"a\"\nname = \"a\"\n\n[[channel.match]]\n";
        gate(&format!("{channel}header = \"{header}\"\n"))
    };
    for header in ["X-Sender", "x-sender", "X-SENDER : y", " x-Sender"] {
        assert_eq!(asked(&rule(header), "GET", "/"), ["x-sender"], "{header}");
    }
}

#[test]
fn a_site_without_rules_is_never_asked_for_headers() {
    let gate = gate("[[channel]]\nid = \"a\"\nname = \"a\"\nroutes = [\"/soap/*\"]\n");
    let nothing: [&str; 0] = [];
    for path in ["/", "/soap/x", "/SOAP//x"] {
        assert_eq!(asked(&gate, "POST", path), nothing, "{path}");
    }
}
