//! What becomes of a request, and why.

use answer::{Fate, Passes, Reply, Verdict, respond, respond_to_outage, retry_after};
use chrono::{DateTime, Utc};
use schedule::{Belongs, Disposition, Gate, Request as Asked};

use super::{
    Supposed,
    answered::{Answered, Shown},
    place::Place,
    standing::Standing,
};
use crate::request::Request;

/// What becomes of a request.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It goes to the origin.
    Passes(Why),
    /// Intermission itself answers it, in a window and outside.
    Ours,
    /// It is answered instead of passed on.
    Answered(Box<Answered>),
    /// The service opens step by step: it passes, or is answered, by the client's address.
    Turns {
        /// How many of a hundred machines are let in.
        share: i64,
        /// For the client whose turn comes last.
        answered: Box<Answered>,
    },
}

/// Why a request passes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Why {
    AlwaysOpen,
    NoChannel,
    NoWindow,
    Hold,
    Unaffected,
    /// The channel is read-only, and the method only reads.
    Reads,
    /// The service opens step by step, and people go first.
    Person,
    /// The service opens step by step, and it is this machine's turn.
    Turn,
}

pub(super) fn outcome(
    gate: &Gate,
    request: &Request,
    asked: &Asked<'_>,
    place: &Place,
    window: Option<&Standing>,
    now: DateTime<Utc>,
    supposed: Supposed<'_>,
) -> Outcome {
    let client = client(request, supposed);
    let mut passes = None;
    let mut refused = Vec::new();
    for key in keys(client.as_deref()) {
        let verdict = respond(gate.decide(asked, now), asked, now, |closing| {
            key.of(closing.occurrence().window.as_str())
        });
        match verdict {
            Verdict::Ours => return Outcome::Ours,
            Verdict::Pass(why) => passes = Some(why),
            Verdict::Refuse(reply) => refused.push(reply),
        }
    }
    let answered = |replies: &[Reply<'_>], shown: Shown| {
        Answered::of(replies, shown, request, asked, gate.timeline(), now).map(Box::new)
    };
    match passes {
        None => answered(&refused, Shown::Shortest)
            .map_or(Outcome::Passes(Why::NoWindow), Outcome::Answered),
        Some(passes) => {
            if let Some(answered) = answered(&refused, Shown::Longest) {
                return Outcome::Turns { share: share(window, now), answered };
            }
            if supposed.outage
                && let Some(replies) = outage(gate, asked, client.as_deref())
                && let Some(answered) = answered(&replies, Shown::Shortest)
            {
                return Outcome::Answered(answered);
            }
            Outcome::Passes(why(passes, place, window))
        }
    }
}

/// A place among the clients.
enum Key<'c> {
    Client(&'c str),
    Any(u64),
}

impl Key<'_> {
    fn of(&self, window: &str) -> u64 {
        match self {
            Self::Client(client) => retry_after::key(client, window),
            Self::Any(key) => *key,
        }
    }
}

/// The client's own key; or for one that is not known enough of them, evenly spread, to see what is
/// the least and the most that clients are told.
fn keys(client: Option<&str>) -> Vec<Key<'_>> {
    const STEPS: u64 = 1024;
    match client {
        Some(client) => vec![Key::Client(client)],
        None => (0..=STEPS).map(|step| Key::Any(u64::MAX / STEPS * step)).collect(),
    }
}

/// The client as the edge would tell it from others.
fn client(request: &Request, supposed: Supposed<'_>) -> Option<String> {
    let headers = &request.headers;
    let stated = || headers.value("cf-connecting-ip").or_else(|| headers.value("x-forwarded-for"));
    supposed.client.map(ToOwned::to_owned).or_else(stated)
}

/// The answers to the clients that this one may be, where the schedule has any.
fn outage<'g>(gate: &'g Gate, asked: &Asked<'_>, client: Option<&str>) -> Option<Vec<Reply<'g>>> {
    let timeline = gate.timeline();
    let settings = timeline.edge.outage.as_ref()?;
    let channel = match gate.belongs(asked) {
        Belongs::Channel(place, form) => Some((place, form)),
        Belongs::Nowhere => None,
        Belongs::ToUs | Belongs::AlwaysOpen => return None,
    };
    // As when the connection breaks: whether it arrived is then not known.
    let fate = Fate::Unknown;
    let reply = |key: Key<'_>| {
        respond_to_outage(timeline, channel, fate, asked, settings.retry_after, key.of("outage"))
    };
    Some(keys(client).into_iter().map(reply).collect())
}

fn why(passes: Passes, place: &Place, window: Option<&Standing>) -> Why {
    match (passes, place) {
        (Passes::Person, _) => Why::Person,
        (Passes::Turn, _) => Why::Turn,
        (Passes::Open, Place::AlwaysOpen { .. }) => Why::AlwaysOpen,
        (Passes::Open, Place::Nowhere | Place::Ours { .. }) => Why::NoChannel,
        (Passes::Open, Place::Channel { .. }) if window.is_none() => Why::NoWindow,
        (Passes::Open, Place::Channel { channel, .. }) => match channel.disposition {
            Disposition::Hold => Why::Hold,
            Disposition::Unaffected => Why::Unaffected,
            Disposition::ReadOnly | Disposition::Unavailable => Why::Reads,
        },
    }
}

/// How many of a hundred machines are let in.
fn share(window: Option<&Standing>, now: DateTime<Utc>) -> i64 {
    let stretch = window.and_then(|window| window.opening.zip(window.reopens));
    stretch.map_or(0, |(since, until)| {
        let whole = (until.to_utc() - since).num_milliseconds().max(1);
        (now - since).num_milliseconds() * 100 / whole
    })
}
