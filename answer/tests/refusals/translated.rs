//! Answers in the words that an operator has for those who read another language.

use answer::{Cause, Fate, Form, Language, Refusal, Sent};
use expect_test::{Expect, expect};
use schedule::{Gate, Reader};

use super::{
    founding::{INSIDE, gate_with},
    refusal,
};

/// The founding notice with words of its own, in three languages; of the web services' channel,
/// nothing is in French but its name.
fn gate() -> Gate {
    gate_with(|text| {
        text.replace(
            "[service]\n",
            "[edge.outage]\nmessage = \"The registry cannot be reached.\"\n\
             translations.es.message = \"El registro no responde.\"\n\
             [service]\ntitle = \"Closed\"\nmessage = \"The registry is being mended.\"\n\
             translations.es.title = \"Cerrado\"\n\
             translations.es.message = \"El registro está en reparación.\"\n\
             translations.fr.message = \"Le registre est en réparation.\"\n",
        )
    })
}

#[track_caller]
fn check(form: Form, expected: &Expect) {
    let gate = gate();
    let reader = Reader::of(Language::Spanish, &gate.timeline().service);
    let answer = Refusal { reader, ..refusal(&gate, form, INSIDE) }.answer();
    let told = |name: &str| answer.headers.iter().find(|(known, _)| *known == name);
    let headers = [told("Content-Language"), told("grpc-message")].into_iter().flatten();
    let headers: String = headers.map(|(name, value)| format!("{name}: {value}\n")).collect();
    expected.assert_eq(&format!("{headers}\n{}\n", answer.body.replace('\r', "␍").trim_end()));
}

#[test]
fn text() {
    check(
        Form::Text,
        &expect![[r#"
        Content-Language: es

        503 Cerrado
        El registro está en reparación.
        Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.
        Mantenimiento de emergencia: termina el jueves, 6 de febrero de 2025, 9:00 p. m. (hora central).
        Período de mantenimiento: 2025-02-06-deployment
        Estado: /_maintenance/windows/2025-02-06-deployment
    "#]],
    );
}

#[test]
fn hl7() {
    check(
        Form::Hl7,
        &expect![[r#"
        Content-Language: es

        503 Cerrado␍
        El registro está en reparación.␍
        Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.␍
        Mantenimiento de emergencia: termina el jueves, 6 de febrero de 2025, 9:00 p. m. (hora central).␍
        Período de mantenimiento: 2025-02-06-deployment␍
        Estado: /_maintenance/windows/2025-02-06-deployment␍
    "#]],
    );
}

#[test]
fn problem_json() {
    check(
        Form::ProblemJson,
        &expect![[r#"
        Content-Language: es

        {"type":"/_maintenance/problems/maintenance","title":"Cerrado","status":503,"detail":"El registro está en reparación. Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.","instance":"/_maintenance/windows/2025-02-06-deployment","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","processed":false}
    "#]],
    );
}

#[test]
fn problem_xml() {
    check(
        Form::ProblemXml,
        &expect![[r#"
        Content-Language: es

        <?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807"><type>/_maintenance/problems/maintenance</type><title>Cerrado</title><status>503</status><detail>El registro está en reparación. Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.</detail><instance>/_maintenance/windows/2025-02-06-deployment</instance><window>2025-02-06-deployment</window><starts>2025-02-07T01:00:00Z</starts><ends>2025-02-07T03:00:00Z</ends></problem>
    "#]],
    );
}

#[test]
fn json_api() {
    check(
        Form::JsonApi,
        &expect![[r#"
        Content-Language: es

        {"errors":[{"id":"2025-02-06-deployment","links":{"about":"/_maintenance/windows/2025-02-06-deployment"},"status":"503","code":"scheduled_maintenance","title":"Cerrado","detail":"El registro está en reparación. Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.","meta":{"starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z"}}]}
    "#]],
    );
}

#[test]
fn json_rpc() {
    check(
        Form::JsonRpc,
        &expect![[r#"
        Content-Language: es

        {"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Cerrado. El registro está en reparación. Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.","data":{"status":503,"window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}}}
    "#]],
    );
}

#[test]
fn soap() {
    check(
        Form::Soap11,
        &expect![[r#"
        Content-Language: es

        <?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring xml:lang="es">Cerrado. El registro está en reparación. Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.</faultstring><detail><fault xmlns="urn:cdc:iisb:2011"><Code>503</Code><Reason>ServiceUnavailable</Reason><Detail>Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z. Período de mantenimiento: 2025-02-06-deployment. Estado: /_maintenance/windows/2025-02-06-deployment</Detail></fault><m:maintenance xmlns:m="urn:intermission:maintenance"><m:window>2025-02-06-deployment</m:window><m:starts>2025-02-07T01:00:00Z</m:starts><m:ends>2025-02-07T03:00:00Z</m:ends><m:status>/_maintenance/windows/2025-02-06-deployment</m:status></m:maintenance></detail></soap:Fault></soap:Body></soap:Envelope>
    "#]],
    );
    check(
        Form::Soap12,
        &expect![[r#"
        Content-Language: es

        <?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value><soap:Subcode><soap:Value xmlns:m="urn:intermission:maintenance">m:ServiceUnavailable</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang="es">Cerrado. El registro está en reparación. Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.</soap:Text></soap:Reason><soap:Detail><fault xmlns="urn:cdc:iisb:2011"><Code>503</Code><Reason>ServiceUnavailable</Reason><Detail>Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z. Período de mantenimiento: 2025-02-06-deployment. Estado: /_maintenance/windows/2025-02-06-deployment</Detail></fault><m:maintenance xmlns:m="urn:intermission:maintenance"><m:window>2025-02-06-deployment</m:window><m:starts>2025-02-07T01:00:00Z</m:starts><m:ends>2025-02-07T03:00:00Z</m:ends><m:status>/_maintenance/windows/2025-02-06-deployment</m:status></m:maintenance></soap:Detail></soap:Fault></soap:Body></soap:Envelope>
    "#]],
    );
}

#[test]
fn fhir() {
    check(
        Form::FhirJson,
        &expect![[r#"
        Content-Language: es

        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient","details":{"text":"Cerrado. El registro está en reparación."},"diagnostics":"Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z. Período de mantenimiento: 2025-02-06-deployment. Estado: /_maintenance/windows/2025-02-06-deployment"}]}
    "#]],
    );
}

#[test]
fn graphql() {
    check(
        Form::Graphql,
        &expect![[r#"
        Content-Language: es

        {"errors":[{"message":"Cerrado. El registro está en reparación. Este mensaje NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.","extensions":{"code":"SERVICE_UNAVAILABLE","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}}]}
    "#]],
    );
}

#[test]
fn grpc() {
    check(
        Form::Grpc,
        &expect![[r#"
        Content-Language: es
        grpc-message: Cerrado. El registro est%C3%A1 en reparaci%C3%B3n. Este mensaje NO se proces%C3%B3. Debe enviarse de nuevo despu%C3%A9s de 2025-02-07T03:00:00Z.


    "#]],
    );
}

#[test]
fn event_stream() {
    check(
        Form::EventStream,
        &expect![[r#"
        Content-Language: es

        event: maintenance
        data: {"title":"Cerrado","message":"El registro está en reparación.","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}
    "#]],
    );
}

#[test]
fn an_outage() {
    let gate = gate();
    let timeline = gate.timeline();
    let said = |language| {
        let cause = Cause::Outage { timeline, channel: Some(1), fate: Fate::NotProcessed };
        let reader = Reader::of(language, &timeline.service);
        let (form, sent) = (Form::Text, Sent::Something);
        Refusal { cause, form, reader, sent, origin: None }.answer().body
    };
    expect![[r#"
        503 Cerrado
        El registro no responde.
        Esta solicitud NO se procesó. Debe enviarse de nuevo más tarde.
        Estado: /_maintenance/timeline.json
    "#]]
    .assert_eq(&said(Language::Spanish));
    expect![[r#"
        503 Closed
        The registry cannot be reached.
        This request was NOT processed. Send it again later.
        Status: /_maintenance/timeline.json
    "#]]
    .assert_eq(&said(Language::English));
}

// French texts, and our own words in the language that the page is in.
#[test]
fn in_a_language_that_we_do_not_speak() {
    let gate = gate();
    let said = |ours| {
        let reader = Reader::new("fr", ours, &gate.timeline().service);
        Refusal { reader, ..refusal(&gate, Form::Text, INSIDE) }.answer().body
    };
    expect![[r#"
        503 Closed
        Le registre est en réparation.
        This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]]
    .assert_eq(&said(Language::English));
    // The heading is not in French, but in the page's language there is one.
    expect![[r#"
        503 Cerrado
        Le registre est en réparation.
        Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.
        Mantenimiento de emergencia: termina el jueves, 6 de febrero de 2025, 9:00 p. m. (hora central).
        Período de mantenimiento: 2025-02-06-deployment
        Estado: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&said(Language::Spanish));
}

// Or somebody would be sent what was prepared for another.
#[test]
fn readers_of_different_texts_share_no_answer() {
    let gate = gate();
    let service = &gate.timeline().service;
    let key = |tag, ours| {
        let reader = Reader::new(tag, ours, service);
        Refusal { reader, ..refusal(&gate, Form::Text, INSIDE) }.key()
    };
    let keys = [
        key("en", Language::English),
        key("es", Language::Spanish),
        key("fr", Language::English),
        key("fr", Language::Spanish),
    ];
    for (place, one) in keys.iter().enumerate() {
        assert!(keys[..place].iter().all(|other| one != other), "{place}: {one:?}");
    }
    assert_eq!(key("FR", Language::English), key("fr", Language::English));
}
