//! What is said of a form, in sentences.

use answer::{Because, Detected, Form};
use expect_test::expect;

use crate::{CHROME, JAVA, requests::Asked};

#[test]
fn every_form_has_a_sentence() {
    let rows: &[(&str, &[&str])] = &[
        ("OPTIONS", &["access-control-request-method: PUT"]),
        ("GET", &["upgrade: websocket"]),
        ("POST", &["content-type: application/grpc+proto"]),
        ("POST", &["content-type: application/grpc-web"]),
        ("POST", &["content-type: application/grpc-web-text"]),
        ("POST", &["content-type: application/soap+xml"]),
        ("POST", &["content-type: application/xop+xml"]),
        ("POST", &["content-type: text/xml"]),
        ("POST", &["content-type: multipart/related; type=\"text/xml\""]),
        ("POST", &["soapaction: \"\""]),
        ("POST", &["content-type: application/hl7-v2+er7"]),
        ("POST", &["content-type: application/fhir+xml"]),
        ("POST", &["content-type: application/fhir+xml", "accept: application/json"]),
        ("GET", &["accept: application/fhir+json"]),
        ("GET ?_format=application/fhir+json", &[]),
        ("GET ?_format=xml", &["accept: application/fhir+json"]),
        ("GET", &["accept: application/graphql-response+json"]),
        ("GET", &["accept: application/vnd.api+json"]),
        ("POST", &["content-type: application/json-rpc"]),
        ("GET", &["accept: text/event-stream"]),
        ("GET", &["sec-fetch-dest: document", CHROME]),
        ("GET", &[JAVA]),
        ("GET", &["sec-fetch-dest: image"]),
        ("GET", &["sec-fetch-dest: <script>"]),
        ("GET", &["accept: application/json"]),
        ("GET", &["accept: application/rss+xml"]),
        ("GET", &["accept: text/plain"]),
        ("POST", &["content-type: application/json"]),
        ("GET", &["accept: */*"]),
    ];
    let said: String = rows
        .iter()
        .map(|(asked, headers)| Asked::new(asked, headers).detect())
        .map(|Detected { form, because }| format!("{}: {because}\n", form.word()))
        .collect();
    expect![[r#"
        preflight: it is an OPTIONS with Access-Control-Request-Method, by which a browser asks whether a script may send the request itself
        web-socket: its Upgrade names websocket
        grpc: its Content-Type is one of gRPC
        grpc-web: its Content-Type is one of gRPC-Web
        grpc-web-text: its Content-Type is one of gRPC-Web in base64
        soap-1.2: its Content-Type is application/soap+xml
        soap-1.2: its Content-Type is application/xop+xml
        soap-1.1: its Content-Type is XML
        soap-1.1: its Content-Type is a package around XML
        soap-1.1: it has a SOAPAction header, which only SOAP 1.1 clients send
        hl7: its Content-Type is one of HL7 v2
        fhir-xml: its Content-Type is one of FHIR
        fhir-json: its Content-Type is one of FHIR, and its Accept says which
        fhir-json: its Accept names a type of FHIR
        fhir-json: the _format in its address is one of FHIR
        fhir-xml: its Accept names a type of FHIR, and the _format in its address says which
        graphql: its Accept begins with a type of GraphQL
        json-api: its Accept names application/vnd.api+json
        json-rpc: its Content-Type is a type of JSON-RPC
        event-stream: its Accept begins with text/event-stream
        html: its Sec-Fetch-Dest is document
        html: its Accept prefers text/html
        text: its Sec-Fetch-Dest is image
        text: its Sec-Fetch-Dest is neither a page nor a script's own request
        problem-json: its Accept prefers JSON
        problem-xml: its Accept prefers a kind of XML
        text: its Accept prefers text/plain
        problem-json: its Content-Type is JSON
        text: nothing in it says more, so it gets text
    "#]].assert_eq(&said);
    assert_eq!(Because::Schedule.to_string(), "the schedule names the form");
}

// Nothing of the request is in it, so that nothing of the request is shown, and nothing allocated.
#[test]
fn an_explanation_holds_nothing_of_the_client() {
    const fn is_copied<T: Copy + 'static>() {}
    is_copied::<Because>();
    is_copied::<Form>();
}
