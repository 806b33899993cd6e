//! Whether an answer is a valid document of its type.

use answer::{Answer, Form, Reply};
use proptest::prelude::*;
use quick_xml::{Reader, events::Event};

use super::requests::MARK;

type Checked = Result<(), TestCaseError>;

/// Parses the answer back.
pub(crate) fn is_valid(form: Form, answer: &Answer) -> Checked {
    for (name, value) in &answer.headers {
        let fits = |c: u8| (b' '..=b'~').contains(&c);
        prop_assert!(value.bytes().all(fits), "{name}: {value:?}");
        prop_assert!(
            answer.headers.iter().filter(|(other, _)| other == name).count() == 1,
            "{name}"
        );
    }
    match form {
        Form::ProblemJson | Form::JsonApi | Form::JsonRpc | Form::FhirJson | Form::Graphql => {
            let parsed = serde_json::from_str::<serde_json::Value>(&answer.body);
            prop_assert!(parsed.is_ok_and(|document| document.is_object()), "{}", answer.body);
        }
        Form::ProblemXml | Form::Soap11 | Form::Soap12 | Form::FhirXml => is_xml(&answer.body)?,
        Form::EventStream => is_event_stream(&answer.body)?,
        Form::Grpc | Form::GrpcWeb | Form::GrpcWebText | Form::Preflight => {
            prop_assert!(answer.body.is_empty() || form == Form::Preflight);
        }
        Form::Html => {
            prop_assert!(is_xml(&answer.body).is_err(), "a page that is well-formed XML");
            let opened = answer.body.matches("<script").count();
            prop_assert_eq!(opened, answer.body.matches("</script>").count());
            prop_assert!(answer.body.ends_with("</html>"));
        }
        Form::Text | Form::Hl7 | Form::WebSocket => prop_assert!(answer.body.starts_with("503 ")),
    }
    Ok(())
}

/// Well-formed, and of characters that XML allows.
fn is_xml(body: &str) -> Checked {
    let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    prop_assert!(body.chars().all(legal), "{body:?}");
    let mut reader = Reader::from_str(body);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                for attribute in start.attributes() {
                    prop_assert!(attribute.is_ok(), "{body}");
                }
                depth += 1;
            }
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(TestCaseError::fail(format!("{error} in {body}"))),
        }
    }
    prop_assert_eq!(depth, 0, "{}", body);
    Ok(())
}

/// Lines of known fields, and a blank one at the end: without it no event is dispatched.
fn is_event_stream(body: &str) -> Checked {
    let event = body.strip_suffix("\n\n");
    prop_assert!(event.is_some(), "{body}");
    for line in event.unwrap_or_default().split('\n') {
        let known = ["retry: ", "event: ", "data: "].iter().any(|field| line.starts_with(field));
        prop_assert!(known && !line.contains('\r'), "{body}");
    }
    Ok(())
}

/// Nothing of the request comes back, but for what a preflight asks leave for.
pub(crate) fn reflects_nothing(reply: &Reply<'_>, answer: &Answer) -> Checked {
    prop_assert!(!answer.body.contains(MARK), "{}", answer.body);
    for (name, value) in &answer.headers {
        let asked = reply.refusal.form == Form::Preflight
            && matches!(*name, "Access-Control-Allow-Headers" | "Access-Control-Allow-Methods");
        prop_assert!(asked || !value.contains(MARK), "{name}: {value}");
    }
    Ok(())
}
