//! The gate: one synchronous call per request.

use answer::{
    Answer, Fate, Form, Reply, Verdict, preflight, respond, respond_to_outage, retry_after,
};
use chrono::{DateTime, Utc};
use schedule::{Belongs, Decision, EdgeSettings, Gate, Request as Asked};
use wasm_bindgen::JsValue;

use crate::{
    address, banner, clock,
    held::{self, Held},
    keeper,
    prepared::Prepared,
    request::{Headers, Request},
    response::Template,
};

/// See [`crate::gate`]. While nothing is closed, all it asks of the request is its address.
pub(crate) fn gate(request: &Request) -> JsValue {
    held::with(|held| {
        // Within, so that a drill leaves behind what a real panic would: what is held, still lent.
        #[cfg(feature = "development")]
        crate::drill::at("gate", request);

        let Some(held) = held else { return without_timeline(request) };
        let url = request.url();
        let (target, query) = address::parts(&url);
        if held.gate.is_ours(target.path) {
            let prefix = &held.gate.timeline().edge.prefix;
            return if keeper::is_asked(target.path, prefix) {
                JsValue::FALSE
            } else if banner::is_file(target.path, prefix) {
                JsValue::from(0)
            } else {
                JsValue::NULL
            };
        }
        let now = match clock::now(request) {
            Ok(now) => now,
            Err(why) => return refuse_plainly(&Answer::bad_request(&why), request),
        };
        let (tells, is_open) = (held.gate.may_tell(now), held.gate.is_open(now));
        if is_open && !tells {
            return JsValue::UNDEFINED;
        }
        let (method, headers) = (request.method(), request.headers());
        let header = |name: &str| headers.value(name);
        let asked = Asked::new(&method, target, query, &header);
        if !is_open {
            let verdict = decide(held, &asked, &headers, now);
            if !verdict.is_undefined() || !tells {
                return verdict;
            }
        }
        passed(&held.gate, &asked)
    })
}

/// What becomes of a request that passes while something is announced.
fn passed(gate: &Gate, asked: &Asked<'_>) -> JsValue {
    if gate.warns(asked).is_some() {
        JsValue::TRUE
    } else if gate.points(asked).is_some() {
        JsValue::from(1)
    } else {
        JsValue::UNDEFINED
    }
}

/// See [`crate::status_link`].
pub(crate) fn status_link(request: &Request) -> Option<String> {
    held::with(|held| {
        let gate = &held?.gate;
        let url = request.url();
        let (target, query) = address::parts(&url);
        let (method, headers) = (request.method(), request.headers());
        let header = |name: &str| headers.value(name);
        let channel = gate.points(&Asked::new(&method, target, query, &header))?;
        Some(answer::status_link(gate.timeline(), channel))
    })
}

fn decide(held: &mut Held, asked: &Asked<'_>, headers: &Headers, now: DateTime<Utc>) -> JsValue {
    let Held { gate, prepared, .. } = held;
    let decision = gate.decide(asked, now);
    if let Decision::Closed(_) | Decision::Reopening { .. } = decision {
        let addresses = &gate.timeline().edge.bypass.addresses;
        if let Some(by) = held::with_bypass(|bypass| bypass.lets_pass(asked, addresses, now)) {
            return JsValue::from(by.as_str());
        }
    }
    let verdict = respond(decision, asked, now, |closing| {
        retry_key(headers, closing.occurrence().window.as_str())
    });
    match verdict {
        Verdict::Pass(_) => JsValue::UNDEFINED,
        Verdict::Ours => JsValue::NULL,
        Verdict::Refuse(reply) if reply.wants_acknowledgement() => JsValue::NULL,
        Verdict::Refuse(reply) => send(&reply, asked, &gate.timeline().edge, prepared),
    }
}

/// See [`crate::patience`].
pub(crate) fn patience() -> Option<f64> {
    held::with(|held| {
        let outage = held?.gate.timeline().edge.outage.as_ref()?;
        Some(outage.timeout.map_or(0.0, |timeout| f64::from(timeout.as_secs()) * 1000.0))
    })
}

/// See [`crate::outage`].
pub(crate) fn outage(request: &Request, fate: Fate) -> JsValue {
    held::with(|held| {
        let Some(Held { gate, prepared, .. }) = held else { return JsValue::UNDEFINED };
        let timeline = gate.timeline();
        let Some(settings) = &timeline.edge.outage else { return JsValue::UNDEFINED };
        let url = request.url();
        let (target, query) = address::parts(&url);
        let (method, headers) = (request.method(), request.headers());
        let header = |name: &str| headers.value(name);
        let asked = Asked::new(&method, target, query, &header);
        let channel = match gate.belongs(&asked) {
            Belongs::Channel(place, form) => Some((place, form)),
            Belongs::Nowhere => None,
            Belongs::ToUs | Belongs::AlwaysOpen => return JsValue::UNDEFINED,
        };
        let key = retry_key(&headers, "outage");
        let reply = respond_to_outage(timeline, channel, fate, &asked, settings.retry_after, key);
        send(&reply, &asked, &timeline.edge, prepared)
    })
}

fn send(
    reply: &Reply<'_>,
    asked: &Asked<'_>,
    edge: &EdgeSettings,
    prepared: &mut Prepared,
) -> JsValue {
    if reply.refusal.form == Form::Preflight {
        return Template::plain(&preflight(asked, edge)).send(asked.method, 0);
    }
    prepared.template(&reply.refusal).send(asked.method, reply.seconds)
}

fn refuse_plainly(answer: &Answer, request: &Request) -> JsValue {
    Template::plain(answer).send(&request.method(), 0)
}

/// Without a timeline everything passes, but `health` still says so, and operators reach the keeper.
fn without_timeline(request: &Request) -> JsValue {
    let url = request.url();
    let path = address::parts(&url).0.path;
    if path.strip_prefix(EdgeSettings::DEFAULT_PREFIX) == Some("/health") {
        JsValue::NULL
    } else if keeper::is_asked(path, EdgeSettings::DEFAULT_PREFIX) {
        JsValue::FALSE
    } else {
        JsValue::UNDEFINED
    }
}

/// Spreads clients by their address. A client may claim any address it likes: all that it changes
/// is how long it is told to wait itself. Where no address is known, chance spreads the requests,
/// because one key for everybody would call everybody back at once.
pub(crate) fn retry_key(headers: &Headers, window: &str) -> u64 {
    match headers.client() {
        Some(client) => retry_after::key(&client, window),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a float that is too large becomes the largest key, which is one too"
        )]
        None => (js_sys::Math::random() * 18_446_744_073_709_551_616.0) as u64,
    }
}
