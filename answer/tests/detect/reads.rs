//! Which headers are read, in which order: at the edge each costs a call out of wasm.

use crate::{CHROME, JAVA, requests::Asked};

#[track_caller]
fn check(client: &str, asked: &str, headers: &[&str], expected: &[&str]) {
    let asked = Asked::new(asked, headers);
    asked.detect();
    assert_eq!(asked.read(), expected, "{client}");
}

#[test]
fn no_header_is_read_that_can_no_longer_matter() {
    let document = "sec-fetch-dest: document";
    check("a page", "GET", &[document, CHROME], &["sec-fetch-dest", "accept"]);
    check("a page, HEAD", "HEAD", &[document, CHROME], &["sec-fetch-dest", "accept"]);
    check("an image", "GET", &["sec-fetch-dest: image"], &["sec-fetch-dest"]);
    let preflight = "access-control-request-method: PUT";
    check("a preflight", "OPTIONS", &[preflight], &["access-control-request-method"]);
    let upgrade = ["sec-fetch-dest", "upgrade"];
    check("a WebSocket", "GET", &["upgrade: websocket"], &upgrade);
    check("gRPC", "POST", &["content-type: application/grpc"], &["content-type"]);
    check("SOAP 1.2", "POST", &["content-type: application/soap+xml", JAVA], &["content-type"]);
    check("SOAP 1.1", "POST", &["content-type: text/xml", JAVA], &["content-type"]);
    let action = ["content-type", "soapaction"];
    check("an action", "POST", &["soapaction: \"\"", JAVA], &action);
    check("HL7", "POST", &["content-type: application/hl7-v2+er7"], &action);
    let format = "POST ?_format=json";
    check("FHIR", format, &["content-type: application/fhir+json"], &action);
    let sent = ["content-type", "soapaction", "accept", "sec-fetch-dest"];
    check("a form", "POST", &[document, CHROME], &sent);
    check("JSON", "POST", &["content-type: application/json", JAVA], &sent);
    let all = ["sec-fetch-dest", "upgrade", "content-type", "soapaction", "accept"];
    check("curl", "GET", &["accept: */*"], &all);
}

// What a browser sends of its own is not asked for what only programs send. Of these pairs there
// are none outside this table: scripts cannot set `Sec-Fetch-Dest`, and pages can set nothing.
#[test]
fn a_browsers_word_is_taken_before_what_a_browser_cannot_send() {
    for impossible in ["upgrade: websocket", "soapaction: \"\"", "content-type: text/xml"] {
        let document = ["sec-fetch-dest: document", CHROME, impossible];
        check(impossible, "GET", &document, &["sec-fetch-dest", "accept"]);
    }
}
