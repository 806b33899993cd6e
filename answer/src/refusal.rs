//! The answer to a request that is not passed on.

use catalogue::Language;
use schedule::{Closing, Form, Phase, Reader, Timeline};

use crate::{
    Answer, event_stream,
    facts::{Facts, pointing_at},
    fhir, graphql, grpc, html, json_api, json_rpc, problem, soap, text,
};

/// The answer to a request that is not passed on: everything that its bytes depend on, except for
/// `Retry-After`, which differs from one request to the next.
#[derive(Clone, Copy, Debug)]
pub struct Refusal<'a> {
    pub cause: Cause<'a>,
    pub form: Form,
    /// Who is told, and so in which languages: as [`crate::reader_for`] finds them, whose tags are
    /// those of the timeline's texts or our own.
    pub reader: Reader<'a>,
    pub sent: Sent,
    /// The place in the schedule's list of the origin whose script asks with cookies.
    pub origin: Option<usize>,
}

/// Why a request is not passed on.
#[derive(Clone, Copy, Debug)]
pub enum Cause<'a> {
    /// Its channel is closed, or opens step by step.
    Window(Closing<'a>),
    /// The origin cannot be reached.
    Outage {
        timeline: &'a Timeline,
        /// The place of the request's channel, if it belongs to one.
        channel: Option<usize>,
        fate: Fate,
    },
}

impl<'a> Cause<'a> {
    pub(crate) fn timeline(&self) -> &'a Timeline {
        match self {
            Self::Window(closing) => closing.timeline(),
            Self::Outage { timeline, .. } => timeline,
        }
    }
}

/// Whether a request may have reached the origin.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Fate {
    /// It did not.
    NotProcessed,
    /// It may have: the connection broke while the answer was awaited.
    Unknown,
}

/// Whether a request carried something that could be lost.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Sent {
    Nothing,
    Something,
}

impl Sent {
    /// Only `GET` and `HEAD` ask for nothing to be done.
    pub fn by(method: &str) -> Self {
        if matches!(method, "GET" | "HEAD") { Self::Nothing } else { Self::Something }
    }
}

/// What two refusals must share for their bytes to be the same.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct RefusalKey(Situation, Form, Told, Sent, Option<usize>);

/// The language of our own words, and the place of the schedule's among those that it has texts in:
/// `None` where they are looked up by the same tag as ours.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct Told(Language, Option<usize>);

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Situation {
    Window { channel: usize, occurrence: usize, phase: Phase },
    Outage { channel: Option<usize>, fate: Fate },
}

impl Refusal<'_> {
    /// Under which an answer may be kept and sent again, as long as the timeline is the same.
    pub fn key(&self) -> RefusalKey {
        let situation = match self.cause {
            Cause::Window(Closing { channel, occurrence, phase, .. }) => {
                Situation::Window { channel, occurrence, phase }
            }
            Cause::Outage { channel, fate, .. } => Situation::Outage { channel, fate },
        };
        let mut languages = self.cause.timeline().languages();
        let place = languages.position(|tag| tag.eq_ignore_ascii_case(self.reader.tag()));
        let told = Told(self.reader.language(), place);
        RefusalKey(situation, self.form, told, self.sent, self.origin)
    }

    /// The answer without its `Retry-After`; see [`Refusal::retry`] for where that goes.
    ///
    /// | header | why |
    /// | --- | --- |
    /// | `Cache-Control: no-store` | some CDNs keep a 503 for seconds to minutes unless told so |
    /// | `Vary` | the form depends on the request |
    /// | `Link` | `rel="status"` (RFC 8631) for machines, `rel="help"` for people |
    /// | `Access-Control-…` | without them a script sees a network error and no answer |
    /// | `Content-Security-Policy`, `Referrer-Policy` (HTML) | the page loads nothing and tells nobody |
    pub fn answer(&self) -> Answer {
        let facts = Facts::of(self);
        let (status, content_type, body) = match self.form {
            Form::Html => (503, "text/html; charset=utf-8", html::body(&facts, self)),
            Form::Text | Form::Hl7 | Form::WebSocket | Form::Preflight => {
                (503, "text/plain; charset=utf-8", text::body(&facts, self.form))
            }
            Form::ProblemJson => (503, "application/problem+json", problem::json(&facts)),
            Form::ProblemXml => (503, "application/problem+xml", problem::xml(&facts)),
            Form::JsonApi => (503, "application/vnd.api+json", json_api::body(&facts)),
            Form::JsonRpc => (503, "application/json", json_rpc::body(&facts)),
            Form::Soap11 => {
                (self.fault_status(), "text/xml; charset=utf-8", soap::version_1_1(&facts))
            }
            Form::Soap12 => (
                self.fault_status(),
                "application/soap+xml; charset=utf-8",
                soap::version_1_2(&facts),
            ),
            Form::FhirJson => (503, "application/fhir+json; charset=utf-8", fhir::json(&facts)),
            Form::FhirXml => (503, "application/fhir+xml; charset=utf-8", fhir::xml(&facts)),
            Form::Graphql => {
                (503, "application/graphql-response+json; charset=utf-8", graphql::body(&facts))
            }
            Form::Grpc => (200, "application/grpc", String::new()),
            Form::GrpcWeb => (200, "application/grpc-web+proto", String::new()),
            Form::GrpcWebText => (200, "application/grpc-web-text+proto", String::new()),
            Form::EventStream => {
                (200, "text/event-stream; charset=utf-8", event_stream::body(&facts))
            }
        };
        let mut answer = Answer { status, headers: self.headers(&facts, content_type), body };
        match self.form {
            Form::Html => answer.headers.extend(html::headers()),
            Form::Grpc | Form::GrpcWeb | Form::GrpcWebText => {
                answer.headers.extend(grpc::headers(&facts));
            }
            _ => {}
        }
        answer
    }

    /// Where this answer says when to come back.
    pub fn retry(&self) -> Retry {
        match self.form {
            // Of an answer by 200 no client reads the header.
            Form::Grpc | Form::GrpcWeb | Form::GrpcWebText => Retry::Nowhere,
            Form::EventStream => Retry::Event,
            _ => Retry::Header,
        }
    }

    /// 503 for any status but the one that a schedule may choose instead: a timeline that somebody
    /// edited must not turn a fault into a success, and a record into a lost one.
    fn fault_status(&self) -> u16 {
        let chosen = match self.cause {
            Cause::Window(closing) => closing.channel().soap_fault_status,
            Cause::Outage { timeline, channel, .. } => {
                channel.map_or(503, |place| timeline.channels[place].soap_fault_status)
            }
        };
        if chosen == 500 { 500 } else { 503 }
    }

    fn headers(&self, facts: &Facts<'_>, content_type: &str) -> Vec<(&'static str, String)> {
        let edge = &self.cause.timeline().edge;
        let mut link = pointing_at(&facts.status);
        // An outage has no page of its own.
        if facts.window.is_some() {
            link += &format!(", <{}>; rel=\"help\"; type=\"text/html\"", facts.help);
        }
        let vary = match edge.cors.origins.is_empty() {
            true => "Accept, Accept-Language, Content-Type, Sec-Fetch-Dest",
            false => "Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest",
        };
        let mut headers = vec![
            ("Content-Type", content_type.to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            ("Content-Language", facts.language.tag().to_owned()),
            ("Vary", vary.to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Link", link),
        ];
        match self.origin.and_then(|place| edge.cors.origins.get(place)) {
            Some(origin) => {
                headers.push(("Access-Control-Allow-Origin", origin.clone()));
                headers.push(("Access-Control-Allow-Credentials", "true".to_owned()));
            }
            None => headers.push(("Access-Control-Allow-Origin", "*".to_owned())),
        }
        headers.push(("Access-Control-Expose-Headers", grpc::exposed(self.form).to_owned()));
        if let Some(policy) = &edge.strict_transport_security {
            headers.push(("Strict-Transport-Security", policy.clone()));
        }
        headers
    }
}

/// Where an answer says when to come back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Retry {
    /// In `Retry-After`.
    Header,
    /// In a line before its events: see [`crate::event_stream::retry`].
    Event,
    /// It says it in a way of its own.
    Nowhere,
}
