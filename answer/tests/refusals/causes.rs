//! What is said of an end that is not known, a write, an outage, and in another language.

use answer::{Cause, Fate, Form, Language, Refusal, Sent};
use expect_test::expect;
use schedule::{Gate, Reader};

use super::{
    founding::{self, INSIDE, gate, gate_with},
    refusal,
};

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

fn spanish(gate: &Gate) -> Reader<'_> {
    Reader::of(Language::Spanish, &gate.timeline().service)
}

#[test]
fn in_spanish() {
    let gate = gate();
    let refusal = Refusal { reader: spanish(&gate), ..refusal(&gate, Form::Text, INSIDE) };
    let answer = refusal.answer();
    assert!(answer.headers.contains(&("Content-Language", "es".to_owned())), "{answer:?}");
    expect![[r#"
        503 Servicio no disponible
        El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. Por favor, inténtelo de nuevo más tarde.
        Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-02-07T03:00:00Z.
        Mantenimiento de emergencia: termina el jueves, 6 de febrero de 2025, 9:00 p. m. (hora central).
        Período de mantenimiento: 2025-02-06-deployment
        Estado: /_maintenance/windows/2025-02-06-deployment
    "#]].assert_eq(&answer.body);
}

// The founding notice's words are in every catalogue; an operator's own stay as they are.
#[test]
fn an_operators_own_words_are_not_translated() {
    let gate =
        gate_with(|text| text.replace("[service]", "[service]\nmessage = \"Gone fishing.\""));
    let refusal = Refusal { reader: spanish(&gate), ..refusal(&gate, Form::Text, INSIDE) };
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
    let (reader, sent) = (Reader::of(Language::English, &gate.timeline().service), Sent::Something);
    let cause = Cause::Window(closing);
    let refusal = Refusal { cause, form: Form::Text, reader, sent, origin: None };
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
    let reader = Reader::of(Language::English, &timeline.service);
    Refusal { cause, form, reader, sent, origin: None }.answer().body
}

#[test]
fn an_outage_does_not_claim_to_know() {
    expect![[r#"
        503 Service Unavailable
        The service cannot be reached at the moment. This was not planned, and we are working on it.
        Whether this request was processed is not known: look before you send it again.
        Status: /_maintenance/timeline.json
    "#]]
    .assert_eq(&outage("", Fate::Unknown, Form::Text));
}

#[test]
fn an_outage_in_an_operators_words() {
    let own = "title = \"Out of order\"\nmessage = \"We know.\"";
    expect![[r#"{"type":"/_maintenance/problems/outage","title":"Out of order","status":503,"detail":"We know. This request was NOT processed. Send it again later.","instance":"/_maintenance/timeline.json","processed":false}"#]].assert_eq(&outage(own, Fate::NotProcessed, Form::ProblemJson));
}
