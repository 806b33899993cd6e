//! The answer that a request gets in place of the origin's.

use answer::{
    Answer, Because, Cause, Form, Language, Reply, Retry, Sent,
    acknowledgement::{Header, acknowledgement},
    event_stream, preflight,
};
use chrono::{DateTime, Utc};
use schedule::{Reader, Request as Asked, Timeline};

use crate::request::{Body, Request};

/// An answer, and why it is this one.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) cause: Reason,
    pub(crate) form: Form,
    pub(crate) because: Because,
    /// Whether it is an HL7 acknowledgement.
    pub(crate) acknowledges: bool,
    pub(crate) language: Language,
    pub(crate) spoken: Spoken,
    /// The tag by which the schedule's texts are looked up, where that is of another language.
    pub(crate) texts: Option<String>,
    /// `None` where an answer is only allowed to say something else.
    pub(crate) retry: Option<Told>,
    /// As it is sent, with `Content-Length` and, where it belongs, `Retry-After`.
    pub(crate) answer: Answer,
    /// Whether the body is left out, because a `HEAD` has none.
    pub(crate) is_head: bool,
    /// Whether something was sent that could be lost.
    pub(crate) sent: Sent,
}

/// Why a request is answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reason {
    Window,
    Outage,
}

/// Why an answer is in its language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Spoken {
    /// The request asks for it.
    Asked,
    /// The request asks for none that we speak.
    Unknown,
    /// The request asks for none.
    Silent,
}

/// In how many seconds clients are told to come back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Told {
    /// As this answer says it.
    pub(crate) shown: u32,
    /// What the clients are told among whom this one may be; both the same when it is known.
    pub(crate) least: u32,
    pub(crate) most: u32,
    pub(crate) place: Retry,
}

/// Which of the answers to several clients is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shown {
    /// That of the client which waits the shortest time.
    Shortest,
    Longest,
}

impl Answered {
    /// One of the `replies` to the clients that this one may be; `None` when there are none.
    pub(super) fn of(
        replies: &[Reply<'_>],
        shown: Shown,
        request: &Request,
        asked: &Asked<'_>,
        timeline: &Timeline,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let shortest = replies.iter().min_by_key(|reply| reply.seconds)?;
        let longest = replies.iter().max_by_key(|reply| reply.seconds)?;
        let reply = match shown {
            Shown::Shortest => shortest,
            Shown::Longest => longest,
        };
        let header = reply.wants_acknowledgement().then(|| message_header(request)).flatten();
        let refusal = &reply.refusal;
        let (mut answer, place) = match (&header, refusal.form) {
            (Some(header), _) => (acknowledgement(refusal, header, now), Retry::Nowhere),
            (None, Form::Preflight) => (preflight(asked, &timeline.edge), Retry::Nowhere),
            (None, _) => (refusal.answer(), refusal.retry()),
        };
        if place == Retry::Event {
            answer.body = event_stream::retry(reply.seconds) + &answer.body;
        }
        // As the edge sends it: a 204 states no length.
        if answer.status != 204 {
            answer.headers.push(("Content-Length", answer.body.len().to_string()));
        }
        if place == Retry::Header {
            answer.headers.push(("Retry-After", reply.seconds.to_string()));
        }
        Some(Self {
            cause: match refusal.cause {
                Cause::Window(_) => Reason::Window,
                Cause::Outage { .. } => Reason::Outage,
            },
            form: refusal.form,
            because: reply.because,
            acknowledges: header.is_some(),
            language: refusal.reader.language(),
            spoken: spoken(asked.header("accept-language").as_deref()),
            texts: texts(refusal.reader),
            retry: (place != Retry::Nowhere).then_some(Told {
                shown: reply.seconds,
                least: shortest.seconds,
                most: longest.seconds,
                place,
            }),
            is_head: asked.method == "HEAD",
            sent: refusal.sent,
            answer,
        })
    }
}

/// The header of the HL7 message that a request carries.
fn message_header(request: &Request) -> Option<Header> {
    match &request.body {
        Body::Text(text) => Header::read(text.as_bytes()),
        Body::Nothing | Body::File(_) | Body::Parts => None,
    }
}

fn texts(reader: Reader<'_>) -> Option<String> {
    let differs = Language::known(reader.tag()) != Some(reader.language());
    differs.then(|| reader.tag().to_owned())
}

fn spoken(accepted: Option<&str>) -> Spoken {
    match accepted.map(|accepted| answer::language(accepted, Language::TAGS)) {
        None => Spoken::Silent,
        Some(None) => Spoken::Unknown,
        Some(Some(_)) => Spoken::Asked,
    }
}
