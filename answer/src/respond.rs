//! From a decision to what is sent: which form, in which language, and when to come back.

use catalogue::Language;
use chrono::{DateTime, Utc};
use schedule::{Closing, Decision, EdgeSettings, Form, Length, Reader, Request, Timeline};

use crate::{
    Because, Cause, Detected, Fate, Refusal, Sent, detect, language, origin, ramp, retry_after,
};

/// What becomes of a request, and why.
#[derive(Debug)]
pub enum Verdict<'a> {
    Pass(Passes),
    /// It is for Intermission itself.
    Ours,
    Refuse(Reply<'a>),
}

/// Why a request passes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Passes {
    /// Nothing refuses it at this instant.
    Open,
    /// The service opens step by step, and people go first.
    Person,
    /// The service opens step by step, and it is this machine's turn.
    Turn,
}

/// An answer, and what is different about it from one request to the next.
#[derive(Debug)]
pub struct Reply<'a> {
    pub refusal: Refusal<'a>,
    /// What said which form.
    pub because: Because,
    /// In how many seconds to come back.
    pub seconds: u32,
}

impl Reply<'_> {
    /// Whether the answer is an acknowledgement, which is made of the message's own header.
    pub fn wants_acknowledgement(&self) -> bool {
        let Cause::Window(closing) = self.refusal.cause else { return false };
        self.refusal.form == Form::Hl7
            && self.refusal.sent == Sent::Something
            && closing.channel().hl7_acknowledge
    }
}

/// What becomes of a request after the gate's decision.
///
/// `key` is asked for only when something depends on which client it is; see
/// [`retry_after::key`].
#[expect(clippy::needless_pass_by_value, reason = "a decision is made to be used up")]
pub fn respond<'a>(
    decision: Decision<'a>,
    request: &Request<'_>,
    now: DateTime<Utc>,
    key: impl FnOnce(&Closing<'_>) -> u64,
) -> Verdict<'a> {
    match decision {
        Decision::Pass => Verdict::Pass(Passes::Open),
        Decision::Ours => Verdict::Ours,
        Decision::Closed(closing) => {
            let key = key(&closing);
            let EdgeSettings { retry_after: policy, ramp, .. } = &closing.timeline().edge;
            let seconds = retry_after::seconds(policy, *ramp, closing.reopens, now, key);
            Verdict::Refuse(reply(Cause::Window(closing), closing.form, request, seconds))
        }
        Decision::Reopening { closing, since } => {
            let until = closing.reopens.map_or(since, |reopens| reopens.to_utc());
            let detected = named(closing.form, request);
            if is_person(detected.form, request) {
                return Verdict::Pass(Passes::Person);
            }
            match ramp::turn(since, until, now, key(&closing)) {
                None => Verdict::Pass(Passes::Turn),
                Some(seconds) => {
                    Verdict::Refuse(reply(Cause::Window(closing), closing.form, request, seconds))
                }
            }
        }
    }
}

/// The answer while the origin cannot be reached.
pub fn respond_to_outage<'a>(
    timeline: &'a Timeline,
    channel: Option<(usize, Option<Form>)>,
    fate: Fate,
    request: &Request<'_>,
    retry_after: Length,
    key: u64,
) -> Reply<'a> {
    let (channel, form) = channel.unzip();
    let seconds = retry_after::outage_seconds(retry_after, key);
    reply(Cause::Outage { timeline, channel, fate }, form.flatten(), request, seconds)
}

fn reply<'a>(
    cause: Cause<'a>,
    form: Option<Form>,
    request: &Request<'_>,
    seconds: u32,
) -> Reply<'a> {
    let Detected { form, because } = named(form, request);
    let timeline = cause.timeline();
    let refusal = Refusal {
        cause,
        form,
        reader: reader_for(request.header("accept-language").as_deref(), timeline),
        sent: Sent::by(request.method),
        origin: origin::place(request, &timeline.edge),
    };
    Reply { refusal, because, seconds }
}

/// What the schedule names comes before what the request says; only a preflight stays one, because
/// no browser takes another answer to it.
fn named(form: Option<Form>, request: &Request<'_>) -> Detected {
    match form {
        Some(form) if !is_preflight(request) => Detected { form, because: Because::Schedule },
        _ => detect(request),
    }
}

fn is_preflight(request: &Request<'_>) -> bool {
    request.method == "OPTIONS" && detect(request).form == Form::Preflight
}

/// Browsers send `Sec-Fetch-Mode` with whatever they ask for, a page's scripts and images too;
/// older ones at least ask for pages as people do.
fn is_person(form: Form, request: &Request<'_>) -> bool {
    form == Form::Html || form == Form::Preflight || request.header("sec-fetch-mode").is_some()
}

/// The reader who sent this `Accept-Language`.
///
/// The texts of the schedule are looked up by the best tag of those that the schedule has texts in
/// and those that we speak, or by the service's own where the reader asks for none of them. Our own
/// words are in the same language. Where we do not speak that one, they are in the best of those
/// that we do: what the reader asks for besides, or else the service's, or else English. Who reads
/// French alone, of a schedule in English with French texts, is told these in French, and our own
/// sentences around them in English.
pub fn reader_for<'a>(accepted: Option<&str>, timeline: &'a Timeline) -> Reader<'a> {
    let service = &timeline.service;
    let best = |tags: &[&'a str]| accepted.and_then(|accepted| language(accepted, tags));
    let tags: Vec<&str> = timeline.languages().chain(Language::TAGS.iter().copied()).collect();
    let tag = best(&tags).unwrap_or(&service.language);
    let ours = Language::known(tag)
        .or_else(|| best(Language::TAGS).and_then(Language::known))
        .unwrap_or_else(|| Language::from_tag(&service.language));
    Reader::new(tag, ours, service)
}

/// The language of our own words for the reader who sent this `Accept-Language`: see
/// [`reader_for`].
pub fn language_for(accepted: Option<&str>, timeline: &Timeline) -> Language {
    reader_for(accepted, timeline).language()
}
