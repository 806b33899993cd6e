//! HL7 messages that are acknowledged: the one answer that has to wait for a body.

use answer::{
    Answer, Form, Verdict,
    acknowledgement::{Header, acknowledgement},
    respond,
};
use futures_util::StreamExt;
use schedule::{Decision, Request as Asked};
use wasm_bindgen::JsCast;
use worker::Request;

use crate::{address, clock, gate, held, request};

/// The acknowledgement that rejects the message in the body of a request that the gate refused; or
/// the answer to other messages, when what is in the body is none.
pub(crate) async fn answer(request: &mut Request) -> worker::Result<Answer> {
    let beginning = beginning(request).await?;
    let header = Header::read(&beginning);
    let inner: &request::Request = request.inner().unchecked_ref();
    let now = match clock::now(inner) {
        Ok(now) => now,
        Err(why) => return Ok(Answer::bad_request(&why)),
    };
    let (method, headers, url) = (inner.method(), inner.headers(), inner.url());
    let (target, query) = address::parts(&url);
    let value = |name: &str| headers.value(name);
    let asked = Asked::new(&method, target, query, &value);
    let answer = held::with(|held| {
        let decision = held.map_or(Decision::Pass, |held| held.gate.decide(&asked, now));
        let verdict = respond(decision, &asked, now, |closing| {
            gate::retry_key(&headers, closing.occurrence().window.as_str())
        });
        let Verdict::Refuse(reply) = verdict else { return None };
        let acknowledged = header.filter(|_| reply.refusal.form == Form::Hl7);
        let mut answer = match &acknowledged {
            Some(header) => acknowledgement(&reply.refusal, header, now),
            None => reply.refusal.answer(),
        };
        if acknowledged.is_none() {
            answer.headers.push(("Retry-After", reply.seconds.to_string()));
        }
        Some(answer)
    });
    // The window ended while the body came in. What was read of the body cannot be passed on, and
    // the sender has been told nothing yet: it sends again, and gets through.
    Ok(answer.unwrap_or_else(Answer::try_again))
}

/// More than any message has: images travel in them, in base64.
const LARGEST: usize = 32 * 1024 * 1024;

/// As much of the body as a header segment takes. The rest is read too, and dropped: a sender that
/// is still writing when the connection is closed may never see the answer.
async fn beginning(request: &mut Request) -> worker::Result<Vec<u8>> {
    let (mut beginning, mut length) = (Vec::new(), 0);
    let Ok(mut stream) = request.stream() else { return Ok(beginning) };
    while let Some(chunk) = stream.next().await {
        let chunk = chunk?;
        length += chunk.len();
        if beginning.len() < Header::ENOUGH {
            beginning.extend(chunk);
        }
        if length > LARGEST {
            break;
        }
    }
    Ok(beginning)
}
