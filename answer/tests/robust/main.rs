//! Whatever a client sends and whatever an operator writes, there is an answer, and it is a valid
//! document of its type. `PROPTEST_CASES=1000000 cargo test --release -p answer --test robust` tries
//! harder.

mod documents;
mod requests;

use answer::{
    Answer, Cause, Fate, Form, Language, Refusal, Reply, Sent, Verdict,
    acknowledgement::{Header, acknowledgement},
    detect, preflight, respond,
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Decision, Gate, Reader};

const TEMPLATE: &str = include_str!("schedule.toml");

fn start() -> DateTime<Utc> {
    "2025-02-07T01:00:00Z".parse().expect("a literal")
}

/// A gate whose operator wrote these texts.
fn gate(title: &str, message: &str, during: &str) -> Gate {
    let mut timeline: serde_json::Value =
        serde_json::from_str(&compiled().timeline().to_json()).expect("our own JSON");
    timeline["service"]["title"] = title.into();
    timeline["service"]["message"] = message.into();
    timeline["channels"][0]["instructions"]["during"] = during.into();
    timeline["channels"][0]["name"] = title.into();
    let text = timeline.to_string();
    Gate::new(schedule::Timeline::from_json(text.as_bytes()).expect("texts may be anything"))
}

fn compiled() -> Gate {
    let parsed = schedule::parse(TEMPLATE, start());
    let pictures = schedule::render(&parsed.diagnostics, TEMPLATE, "schedule.toml", false);
    Gate::new(parsed.schedule.expect(&pictures).timeline(start()))
}

thread_local! {
    static GATE: Gate = compiled();
}

/// What is sent for a reply, with what differs from one request to the next.
fn whole(reply: &Reply<'_>) -> Answer {
    let mut answer = reply.refusal.answer();
    match reply.refusal.retry() {
        answer::Retry::Header => answer.headers.push(("Retry-After", reply.seconds.to_string())),
        answer::Retry::Event => {
            answer.body = answer::event_stream::retry(reply.seconds) + &answer.body;
        }
        answer::Retry::Nowhere => {}
    }
    answer
}

proptest! {
    #[test]
    fn prop_every_request_has_an_answer(
        sender in requests::sender(),
        into in -10_000_i64..20_000,
        key in any::<u64>(),
    ) {
        let now = start() + TimeDelta::seconds(into);
        GATE.with(|gate| {
            let header = |name: &str| sender.header(name);
            let request = sender.request(&header);
            let open = gate.is_open(now);
            let verdict = respond(gate.decide(&request, now), &request, now, |_| key);
            match verdict {
                Verdict::Refuse(reply) => {
                    prop_assert!(!open);
                    prop_assert!(reply.seconds >= 1 && reply.seconds <= 3600 + 600);
                    let answer = match reply.refusal.form {
                        Form::Preflight => preflight(&request, &gate.timeline().edge),
                        _ => whole(&reply),
                    };
                    documents::is_valid(reply.refusal.form, &answer)?;
                    documents::reflects_nothing(&reply, &answer)?;
                    prop_assert!(answer.status == 204 || !answer.body.is_empty()
                        || matches!(reply.refusal.form, Form::Grpc | Form::GrpcWeb | Form::GrpcWebText));
                }
                Verdict::Pass(_) | Verdict::Ours => {}
            }
            Ok(())
        })?;
    }

    #[test]
    fn prop_detection_is_a_function(sender in requests::sender()) {
        let header = |name: &str| sender.header(name);
        let request = sender.request(&header);
        prop_assert_eq!(detect(&request).form, detect(&request).form);
    }

    #[test]
    fn prop_whatever_an_operator_writes_is_a_valid_document(
        title in "\\PC*|[\\s\\S]{0,40}",
        message in "[\\s\\S]{0,80}",
        during in "(<|>|&|\"|'|\\]\\]>|</script>|<!--|[\\s\\S]){0,20}",
        form in proptest::sample::select(&Form::ALL[..]),
        spanish in any::<bool>(),
        sent in any::<bool>(),
        outage in any::<bool>(),
    ) {
        let gate = gate(&title, &message, &during);
        let target = schedule::Target { host: "x", path: "/" };
        let request = schedule::Request::plain("GET", target);
        let inside = start() + TimeDelta::seconds(1);
        let Decision::Closed(closing) = gate.decide(&request, inside) else {
            return Err(TestCaseError::fail("the window is open"));
        };
        let timeline = gate.timeline();
        let cause = if outage {
            Cause::Outage { timeline, channel: Some(0), fate: Fate::Unknown }
        } else {
            Cause::Window(closing)
        };
        let language = if spanish { Language::Spanish } else { Language::English };
        let refusal = Refusal {
            cause,
            form,
            reader: Reader::of(language, &gate.timeline().service),
            sent: if sent { Sent::Something } else { Sent::Nothing },
            origin: None,
        };
        documents::is_valid(form, &refusal.answer())?;
    }

    #[test]
    fn prop_an_acknowledgement_keeps_its_segments(message in requests::message()) {
        let Some(header) = Header::read(&message) else { return Ok(()) };
        GATE.with(|gate| {
            let target = schedule::Target { host: "x", path: "/hl7" };
            let request = schedule::Request::plain("POST", target);
            let inside = start() + TimeDelta::seconds(1);
            let Decision::Closed(closing) = gate.decide(&request, inside) else {
                return Err(TestCaseError::fail("the window is open"));
            };
            let refusal = Refusal {
                cause: Cause::Window(closing),
                form: Form::Hl7,
                reader: Reader::of(Language::English, &gate.timeline().service),
                sent: Sent::Something,
                origin: None,
            };
            let answer = acknowledgement(&refusal, &header, inside);
            let segments: Vec<&str> = answer.body.split_terminator('\r').collect();
            prop_assert_eq!(segments.len(), 3, "{:?}", answer.body);
            prop_assert!(segments[0].starts_with("MSH"));
            prop_assert!(segments[1].starts_with("MSA"));
            prop_assert!(segments[1][4..].starts_with("AR"));
            prop_assert!(segments[2].starts_with("ERR"));
            prop_assert!(answer.body.bytes().all(|c| c == b'\r' || c >= b' '));
            prop_assert!(answer.body.len() < 4096);
            Ok(())
        })?;
    }
}
