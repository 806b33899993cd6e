//! An explanation for programs. `docs/explain.md` describes the fields.

use answer::Retry;
use chrono::{DateTime, FixedOffset, TimeDelta};
use schedule::{Disposition, Form, Match, Overrun, Phase, Reason as Kind};
use serde::Serialize;

use super::{
    Explanation,
    answered::{Answered, Reason, Spoken},
    outcome::Outcome,
    place::Place,
    standing::Standing,
    words,
};
use crate::check::json::Service;

/// What becomes of a request. Every field is always there; what does not apply is null.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    request: Request<'a>,
    at: DateTime<FixedOffset>,
    service: Service<'a>,
    belongs: &'static str,
    channel: Option<Channel<'a>>,
    /// The route that always passes.
    always_open: Option<&'a str>,
    window: Option<Window<'a>>,
    next: Option<Window<'a>>,
    outcome: &'static str,
    passes: Option<Passes>,
    let_in_percent: Option<i64>,
    cause: Option<&'static str>,
    form: Option<Detected>,
    language: Option<Language<'a>>,
    retry: Option<Told>,
    answer: Option<Answer<'a>>,
    bypass: Option<&'a str>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Request<'a> {
    method: &'a str,
    url: String,
    host: &'a str,
    path: &'a str,
    query: &'a str,
}

#[derive(Serialize)]
struct Channel<'a> {
    id: &'a str,
    name: &'a str,
    disposition: Disposition,
    route: String,
    rule: Option<&'a Match>,
    leniently: bool,
}

#[derive(Serialize)]
struct Window<'a> {
    id: &'a str,
    reason: Kind,
    phase: Phase,
    summary: Option<&'a str>,
    starts: DateTime<FixedOffset>,
    ends: Option<DateTime<FixedOffset>>,
    overrun: Overrun,
    reopens: Option<DateTime<FixedOffset>>,
}

#[derive(Serialize)]
struct Passes {
    because: &'static str,
    sentence: &'static str,
}

#[derive(Serialize)]
struct Detected {
    name: Form,
    because: String,
    acknowledges: bool,
}

#[derive(Serialize)]
struct Language<'a> {
    tag: &'static str,
    because: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    texts: Option<&'a str>,
}

#[derive(Serialize)]
struct Told {
    seconds: u32,
    least_seconds: u32,
    most_seconds: u32,
    at: DateTime<FixedOffset>,
    by: &'static str,
}

#[derive(Serialize)]
struct Answer<'a> {
    status: u16,
    headers: Vec<Header<'a>>,
    body: &'a str,
}

#[derive(Serialize)]
struct Header<'a> {
    name: &'static str,
    value: &'a str,
}

impl<'a> Document<'a> {
    pub(super) fn of(explanation: &'a Explanation) -> Self {
        let Explanation { request, at, outcome, place, .. } = explanation;
        let (answered, passes) = match outcome {
            Outcome::Answered(answered) | Outcome::Turns { answered, .. } => (Some(answered), None),
            Outcome::Passes(why) => {
                (None, Some(Passes { because: words::why_code(*why), sentence: words::why(*why) }))
            }
            Outcome::Ours => (None, None),
        };
        let address = &request.address;
        Self {
            request: Request {
                method: &request.method,
                url: address.to_string(),
                host: &address.host,
                path: &address.path,
                query: &address.query,
            },
            at: *at,
            service: Service::of(&explanation.service),
            belongs: belongs(place),
            channel: channel(place),
            always_open: match place {
                Place::AlwaysOpen { route, .. } => Some(route),
                _ => None,
            },
            window: explanation.window.as_ref().map(Window::of),
            next: explanation.next.as_ref().map(Window::of),
            outcome: match outcome {
                Outcome::Passes(_) => "pass",
                Outcome::Ours => "ours",
                Outcome::Answered(_) => "answer",
                Outcome::Turns { .. } => "turn",
            },
            passes,
            let_in_percent: match outcome {
                Outcome::Turns { share, .. } => Some(*share),
                _ => None,
            },
            cause: answered.map(|answered| match answered.cause {
                Reason::Window => "window",
                Reason::Outage => "outage",
            }),
            form: answered.map(|answered| Detected {
                name: answered.form,
                because: answered.because.to_string(),
                acknowledges: answered.acknowledges,
            }),
            language: answered.map(|answered| language(answered)),
            retry: answered.and_then(|answered| told(answered, explanation)),
            answer: answered.map(|answered| Answer::of(answered)),
            bypass: explanation.bypass.as_deref(),
            notes: &explanation.notes,
        }
    }
}

fn belongs(place: &Place) -> &'static str {
    match place {
        Place::Channel { .. } => "channel",
        Place::AlwaysOpen { .. } => "always-open",
        Place::Ours { .. } => "ours",
        Place::Nowhere => "nowhere",
    }
}

fn channel(place: &Place) -> Option<Channel<'_>> {
    let Place::Channel { channel, way, .. } = place else { return None };
    Some(Channel {
        id: channel.id.as_str(),
        name: &channel.name,
        disposition: channel.disposition,
        route: way.route.to_string(),
        rule: way.rule.as_ref(),
        leniently: way.leniently,
    })
}

impl<'a> Window<'a> {
    fn of(standing: &'a Standing) -> Self {
        let occurrence = &standing.occurrence;
        Self {
            id: occurrence.window.as_str(),
            reason: occurrence.reason,
            phase: standing.phase,
            summary: occurrence.summary.as_deref(),
            starts: occurrence.start,
            ends: occurrence.end,
            overrun: occurrence.overrun,
            reopens: standing.reopens,
        }
    }
}

fn language(answered: &Answered) -> Language<'_> {
    Language {
        tag: answered.language.tag(),
        because: match answered.spoken {
            Spoken::Asked => "accept-language",
            Spoken::Silent => "no-accept-language",
            Spoken::Unknown => "none-spoken",
        },
        texts: answered.texts.as_deref(),
    }
}

fn told(answered: &Answered, explanation: &Explanation) -> Option<Told> {
    let told = answered.retry?;
    Some(Told {
        seconds: told.shown,
        least_seconds: told.least,
        most_seconds: told.most,
        at: explanation.zone.at(explanation.at + TimeDelta::seconds(told.shown.into())),
        by: match told.place {
            Retry::Event => "event",
            Retry::Header | Retry::Nowhere => "header",
        },
    })
}

impl<'a> Answer<'a> {
    fn of(answered: &'a Answered) -> Self {
        let answer = &answered.answer;
        let headers = answer.headers.iter().map(|(name, value)| Header { name, value });
        Self {
            status: answer.status,
            headers: headers.collect(),
            body: if answered.is_head { "" } else { &answer.body },
        }
    }
}
