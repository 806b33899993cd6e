//! Whole answers, to the byte: every form of the founding notice, then what else changes one.

#[cfg(test)]
mod founding;

use answer::{Answer, Cause, Fate, Form, Language, Refusal, Sent};
use expect_test::{Expect, expect};
use founding::{INSIDE, closing, gate, gate_with};
use schedule::Gate;

/// A refusal of the web services' channel at an instant, in English.
fn refusal<'a>(gate: &'a Gate, form: Form, now: &str) -> Refusal<'a> {
    Refusal {
        cause: Cause::Window(closing(gate, "/soap/iis", now)),
        form,
        language: Language::English,
        sent: Sent::Nothing,
        origin: None,
    }
}

fn written(answer: &Answer) -> String {
    let headers: String =
        answer.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    format!("{}\n{headers}\n{}", answer.status, answer.body)
}

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

/// The body as text, of a gate after an edit of the notice.
fn text_of(gate: &Gate, now: &str) -> String {
    refusal(gate, Form::Text, now).answer().body
}

#[test]
fn with_the_address_of_the_service_links_are_whole() {
    let url = "label = \"CT\"\nurl = \"https://registry.example\"";
    let gate = gate_with(|text| text.replace("label = \"CT\"", url));
    expect![[r#"
        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: https://registry.example/_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&text_of(&gate, INSIDE));
}

#[test]
fn when_the_end_is_not_known() {
    let gate = gate_with(|text| text.replace("end = 2025-02-06T21:00:00", ""));
    expect![[r#"
        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again later.
        Emergency maintenance is going on. Its end is not known yet.
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&text_of(&gate, INSIDE));
}

#[test]
fn when_it_takes_longer_than_planned() {
    let gate = gate_with(|text| text + "overrun = \"hold\"\n");
    expect![[r#"
        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again later.
        Emergency maintenance is taking longer than planned. It was to end Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&text_of(&gate, "2025-02-07T03:00:00Z"));
}

#[test]
fn before_the_end_of_a_window_that_holds() {
    let gate = gate_with(|text| text + "overrun = \"hold\"\n");
    expect![[r#"
        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again later.
        Emergency maintenance is planned to end Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&text_of(&gate, INSIDE));
}

#[test]
fn in_spanish() {
    let gate = gate();
    let refusal = Refusal { language: Language::Spanish, ..refusal(&gate, Form::Text, INSIDE) };
    let answer = refusal.answer();
    assert!(answer.headers.contains(&("Content-Language", "es".to_owned())), "{answer:?}");
    expect![[r#"
        503 Servicio no disponible
        El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. Por favor, inténtelo de nuevo más tarde.
        Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.
        Mantenimiento de emergencia: termina el jueves, 6 de febrero de 2025, 9:00 p. m. (CT).
        Período de mantenimiento: 2025-02-06-deployment
        Estado: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&answer.body);
}

// The founding notice's words are in every catalogue; an operator's own stay as they are.
#[test]
fn an_operators_own_words_are_not_translated() {
    let gate =
        gate_with(|text| text.replace("[service]", "[service]\nmessage = \"Gone fishing.\""));
    let refusal = Refusal { language: Language::Spanish, ..refusal(&gate, Form::Text, INSIDE) };
    assert!(refusal.answer().body.contains("\nGone fishing.\n"));
}

#[test]
fn a_write_is_told_that_reading_works() {
    let gate = gate_with(|text| {
        text.replace(
            "afterwards = \"resend\"",
            "afterwards = \"resend\"\ndisposition = \"read-only\"",
        )
    });
    let target = schedule::Target { host: "registry.example", path: "/api/records" };
    let request = schedule::Request::plain("POST", target);
    let schedule::Decision::Closed(closing) = gate.decide(&request, founding::at(INSIDE)) else {
        unreachable!("writes are refused");
    };
    let (language, sent) = (Language::English, Sent::Something);
    let cause = Cause::Window(closing);
    let refusal = Refusal { cause, form: Form::Text, language, sent, origin: None };
    expect![[r#"
        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        Only reading works during this maintenance. This request would change something, so it was refused.
        Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&refusal.answer().body);
}

/// An outage of the notice's web services, as it is told to a request that was sent.
fn outage(own: &str, fate: Fate, form: Form) -> String {
    let gate = gate_with(|text| text + "\n[edge.outage]\n" + own);
    let timeline = gate.timeline();
    let cause = Cause::Outage { timeline, channel: Some(1), fate };
    let sent = Sent::Something;
    Refusal { cause, form, language: Language::English, sent, origin: None }.answer().body
}

#[test]
fn an_outage_does_not_claim_to_know() {
    expect![[r#"
        503 Service Unavailable
        The service cannot be reached at the moment. This was not planned, and we are working on it.
        Whether this request was processed is not known: look before you send it again. Send it again later.
        Status: /_maintenance/timeline.json
    "#]].assert_eq(&outage("", Fate::Unknown, Form::Text));
}

#[test]
fn an_outage_in_an_operators_words() {
    let own = "title = \"Out of order\"\nmessage = \"We know.\"";
    expect![[r#"{"type":"/_maintenance/problems/outage","title":"Out of order","status":503,"detail":"We know. This request was NOT processed. Send it again later.","instance":"/_maintenance/timeline.json","processed":false}"#]].assert_eq(&outage(own, Fate::NotProcessed, Form::ProblemJson));
}

#[test]
fn a_fault_by_status_500_for_who_needs_it() {
    let gate = gate_with(|text| {
        text.replace("afterwards = \"resend\"", "afterwards = \"resend\"\nsoap-fault-status = 500")
    });
    for (form, status) in [(Form::Soap11, 500), (Form::Soap12, 500), (Form::Text, 503)] {
        assert_eq!(refusal(&gate, form, INSIDE).answer().status, status, "{form:?}");
    }
}

#[test]
fn a_script_of_a_listed_site_may_have_asked_with_cookies() {
    let gate = gate_with(|text| {
        text + "\n[edge]\nstrict-transport-security = \"max-age=1\"\n\
                cors.origins = [\"https://app.example.org\"]\n"
    });
    let of = |origin| {
        let refusal = Refusal { origin, ..refusal(&gate, Form::Text, INSIDE) };
        let kept = [
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Vary",
            "Strict-Transport-Security",
        ];
        let headers = refusal.answer().headers.into_iter();
        headers
            .filter(|(name, _)| kept.contains(name))
            .map(|(name, value)| format!("{name}: {value}\n"))
            .collect::<String>()
    };
    expect![[r#"
        Vary: Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest
        Access-Control-Allow-Origin: https://app.example.org
        Access-Control-Allow-Credentials: true
        Strict-Transport-Security: max-age=1

        Vary: Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest
        Access-Control-Allow-Origin: *
        Strict-Transport-Security: max-age=1
    "#]]
    .assert_eq(&format!("{}\n{}", of(Some(0)), of(None)));
}

#[test]
fn no_header_can_be_broken_by_the_schedule() {
    let gate = gate_with(|text| {
        text.replace(
            "name = \"ImmTrac2\"",
            "name = \"a\\r\\nSet-Cookie: b\"\ntitle = \"c\\r\\nd\"\nmessage = \"e\\ne\"",
        )
    });
    for form in Form::ALL {
        for (name, value) in refusal(&gate, form, INSIDE).answer().headers {
            assert!(!value.contains(['\r', '\n']), "{name}: {value:?}");
        }
    }
}
