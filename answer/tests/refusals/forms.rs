//! Every form.

use answer::Form;
use expect_test::{Expect, expect};

use super::{
    founding::{INSIDE, gate},
    refusal, written,
};

/// What is the same in every answer is looked at once, in `text`.
#[track_caller]
fn check(form: Form, expected: &Expect) {
    const SAME: [&str; 8] = [
        "Cache-Control",
        "Content-Language",
        "Vary",
        "X-Content-Type-Options",
        "Link",
        "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers",
        "Strict-Transport-Security",
    ];
    let gate = gate();
    let mut answer = refusal(&gate, form, INSIDE).answer();
    answer.headers.retain(|(name, _)| !SAME.contains(name));
    expected.assert_eq(&written(&answer).replace('\r', "␍"));
}

#[test]
fn text() {
    let gate = gate();
    let answer = refusal(&gate, Form::Text, INSIDE).answer();
    expect![[r#"
        503
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        Content-Language: en
        Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
        X-Content-Type-Options: nosniff
        Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
        Access-Control-Allow-Origin: *
        Access-Control-Expose-Headers: Retry-After, Link

        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&written(&answer));
}

#[test]
fn problem_json() {
    check(
        Form::ProblemJson,
        &expect![[r#"
        503
        Content-Type: application/problem+json

        {"type":"/_maintenance/problems/maintenance","title":"Service Unavailable","status":503,"detail":"The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.","instance":"/_maintenance/windows/2025-02-06-deployment","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","processed":false}"#]],
    );
}

#[test]
fn problem_xml() {
    check(
        Form::ProblemXml,
        &expect![[r#"
        503
        Content-Type: application/problem+xml

        <?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807"><type>/_maintenance/problems/maintenance</type><title>Service Unavailable</title><status>503</status><detail>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.</detail><instance>/_maintenance/windows/2025-02-06-deployment</instance><window>2025-02-06-deployment</window><starts>2025-02-07T01:00:00Z</starts><ends>2025-02-07T03:00:00Z</ends></problem>"#]],
    );
}

#[test]
fn json_api() {
    check(
        Form::JsonApi,
        &expect![[r#"
            503
            Content-Type: application/vnd.api+json

            {"errors":[{"id":"2025-02-06-deployment","links":{"about":"/_maintenance/windows/2025-02-06-deployment"},"status":"503","code":"scheduled_maintenance","title":"Service Unavailable","detail":"The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.","meta":{"starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z"}}]}"#]],
    );
}

#[test]
fn json_rpc() {
    check(
        Form::JsonRpc,
        &expect![[r#"
            503
            Content-Type: application/json

            {"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.","data":{"status":503,"window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}}}"#]],
    );
}

#[test]
fn soap_1_1() {
    check(
        Form::Soap11,
        &expect![[r#"
        503
        Content-Type: text/xml; charset=utf-8

        <?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring xml:lang="en">Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.</faultstring><detail><fault xmlns="urn:cdc:iisb:2011"><Code>503</Code><Reason>ServiceUnavailable</Reason><Detail>This message was NOT processed. Send it again after 2025-02-07T03:00:00Z. Window: 2025-02-06-deployment. Status: /_maintenance/windows/2025-02-06-deployment</Detail></fault><m:maintenance xmlns:m="urn:intermission:maintenance"><m:window>2025-02-06-deployment</m:window><m:starts>2025-02-07T01:00:00Z</m:starts><m:ends>2025-02-07T03:00:00Z</m:ends><m:status>/_maintenance/windows/2025-02-06-deployment</m:status></m:maintenance></detail></soap:Fault></soap:Body></soap:Envelope>"#]],
    );
}

#[test]
fn soap_1_2() {
    check(
        Form::Soap12,
        &expect![[r#"
        503
        Content-Type: application/soap+xml; charset=utf-8

        <?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value><soap:Subcode><soap:Value xmlns:m="urn:intermission:maintenance">m:ServiceUnavailable</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang="en">Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.</soap:Text></soap:Reason><soap:Detail><fault xmlns="urn:cdc:iisb:2011"><Code>503</Code><Reason>ServiceUnavailable</Reason><Detail>This message was NOT processed. Send it again after 2025-02-07T03:00:00Z. Window: 2025-02-06-deployment. Status: /_maintenance/windows/2025-02-06-deployment</Detail></fault><m:maintenance xmlns:m="urn:intermission:maintenance"><m:window>2025-02-06-deployment</m:window><m:starts>2025-02-07T01:00:00Z</m:starts><m:ends>2025-02-07T03:00:00Z</m:ends><m:status>/_maintenance/windows/2025-02-06-deployment</m:status></m:maintenance></soap:Detail></soap:Fault></soap:Body></soap:Envelope>"#]],
    );
}

#[test]
fn hl7() {
    check(
        Form::Hl7,
        &expect![[r#"
        503
        Content-Type: text/plain; charset=utf-8

        503 Service Unavailable␍
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.␍
        This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.␍
        Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).␍
        Window: 2025-02-06-deployment␍
        Status: /_maintenance/windows/2025-02-06-deployment␍
    "#]],
    );
}

#[test]
fn fhir_json() {
    check(
        Form::FhirJson,
        &expect![[r#"
            503
            Content-Type: application/fhir+json; charset=utf-8

            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient","details":{"text":"Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later."},"diagnostics":"This message was NOT processed. Send it again after 2025-02-07T03:00:00Z. Window: 2025-02-06-deployment. Status: /_maintenance/windows/2025-02-06-deployment"}]}"#]],
    );
}

#[test]
fn fhir_xml() {
    check(
        Form::FhirXml,
        &expect![[r#"
        503
        Content-Type: application/fhir+xml; charset=utf-8

        <?xml version="1.0" encoding="UTF-8"?><OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/><code value="transient"/><details><text value="Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later."/></details><diagnostics value="This message was NOT processed. Send it again after 2025-02-07T03:00:00Z. Window: 2025-02-06-deployment. Status: /_maintenance/windows/2025-02-06-deployment"/></issue></OperationOutcome>"#]],
    );
}

#[test]
fn graphql() {
    check(
        Form::Graphql,
        &expect![[r#"
            503
            Content-Type: application/graphql-response+json; charset=utf-8

            {"errors":[{"message":"Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.","extensions":{"code":"SERVICE_UNAVAILABLE","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}}]}"#]],
    );
}

#[test]
fn grpc() {
    check(
        Form::Grpc,
        &expect![[r#"
        200
        Content-Type: application/grpc
        grpc-status: 14
        grpc-message: Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        grpc-retry-pushback-ms: -1

    "#]],
    );
}

#[test]
fn grpc_web() {
    check(
        Form::GrpcWeb,
        &expect![[r#"
        200
        Content-Type: application/grpc-web+proto
        grpc-status: 14
        grpc-message: Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        grpc-retry-pushback-ms: -1

    "#]],
    );
}

#[test]
fn event_stream() {
    check(
        Form::EventStream,
        &expect![[r#"
            200
            Content-Type: text/event-stream; charset=utf-8

            event: maintenance
            data: {"title":"Service Unavailable","message":"The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}

        "#]],
    );
}
