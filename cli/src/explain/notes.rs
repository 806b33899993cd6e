//! What else whoever asks should know.

use answer::{Form, Sent};
use chrono::{DateTime, Utc};
use schedule::{Request as Asked, Timeline};

use super::{
    Supposed,
    answered::{Answered, Reason},
    near,
    outcome::Outcome,
    place::Place,
};
use crate::request::{Body, Request};

pub(super) fn notes(
    timeline: &Timeline,
    request: &Request,
    place: &Place,
    outcome: &Outcome,
    now: DateTime<Utc>,
    supposed: Supposed<'_>,
) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(request.ask(|asked: &Asked<'_>| match place {
        Place::Nowhere => near::misses(timeline, asked),
        Place::Channel { place, way, .. } => near::overruled(timeline, *place, way, asked),
        Place::Ours { .. } | Place::AlwaysOpen { .. } => Vec::new(),
    }));
    notes.extend(cancelled(timeline, place, now));
    if supposed.outage {
        notes.extend(outage(timeline, place, outcome));
    }
    if let Outcome::Answered(answered) | Outcome::Turns { answered, .. } = outcome {
        notes.extend(unread(timeline, request, place, answered));
    }
    notes
}

/// A window that would be open.
fn cancelled(timeline: &Timeline, place: &Place, now: DateTime<Utc>) -> Option<String> {
    let channel = place.channel()?;
    let would_be = |occurrence: &&schedule::Occurrence| {
        occurrence.cancelled
            && occurrence.channels.contains(&channel)
            && occurrence.start <= now
            && occurrence.end.is_none_or(|end| now < end)
    };
    let window = timeline.occurrences.iter().find(would_be)?.window.as_str();
    Some(format!("window {window} would be open, but is cancelled"))
}

fn outage(timeline: &Timeline, place: &Place, outcome: &Outcome) -> Option<String> {
    let note = match outcome {
        Outcome::Answered(answered) if answered.cause == Reason::Outage => {
            if answered.sent == Sent::Nothing {
                return None;
            }
            "this is what is said when the connection breaks; where the platform states that the \
             request never arrived, the answer says that it was not processed"
        }
        Outcome::Answered(_) | Outcome::Turns { .. } => {
            "while the window answers, the origin is not asked, so an outage changes nothing"
        }
        Outcome::Ours => "Intermission's own documents do not come from the origin",
        Outcome::Passes(_) if matches!(place, Place::AlwaysOpen { .. }) => {
            "what always passes meets the origin's outage as it is"
        }
        Outcome::Passes(_) if timeline.edge.outage.is_none() => {
            "the schedule has no `[edge.outage]`: while the origin cannot be reached, the client \
             gets the platform's own error page"
        }
        Outcome::Passes(_) => return None,
    };
    Some(note.to_owned())
}

/// Why a channel that acknowledges messages did not.
fn unread(
    timeline: &Timeline,
    request: &Request,
    place: &Place,
    answered: &Answered,
) -> Option<String> {
    let acknowledges = timeline.channels[place.channel()?].hl7_acknowledge;
    let is_message = answered.form == Form::Hl7 && answered.cause == Reason::Window;
    if !acknowledges || !is_message || answered.acknowledges || answered.sent == Sent::Nothing {
        return None;
    }
    let body = match &request.body {
        Body::Nothing => "it carries no message".to_owned(),
        Body::File(name) => {
            format!(
                "its message is in the file `{}`, which is not read",
                crate::request::shown(name)
            )
        }
        Body::Text(_) | Body::Parts => "what it carries is no HL7 message".to_owned(),
    };
    Some(format!("the channel acknowledges messages (`AR`), but {body}, so this is the text"))
}

/// Who passes nevertheless, as a sentence.
pub(super) fn bypass(
    timeline: &Timeline,
    request: &Request,
    outcome: &Outcome,
    supposed: Supposed<'_>,
) -> Option<String> {
    match outcome {
        Outcome::Answered(answered) if answered.cause == Reason::Window => {}
        Outcome::Turns { .. } => {}
        _ => return None,
    }
    let addresses = &timeline.edge.bypass.addresses;
    let named = "where INTERMISSION_ADDRESS_HEADER names the header that states it";
    if let Some(client) = supposed.client.filter(|client| addresses.contains(client)) {
        return Some(format!("from {client} it passes, {named}"));
    }
    if request.headers.has("intermission-bypass") {
        return Some("it carries a token, and passes if that is the edge's".to_owned());
    }
    let cookies = request.headers.value("cookie").unwrap_or_default();
    if cookies.contains(bypass::cookie::NAME) {
        let said = "it carries the cookie of a signed link, and passes while that holds";
        return Some(said.to_owned());
    }
    let secrets = "with a signed link or a token it passes, where the edge has secrets for them";
    let blocks: Vec<String> = addresses.blocks().iter().map(ToString::to_string).collect();
    Some(match blocks.is_empty() {
        true => secrets.to_owned(),
        false => format!("{secrets}; from {} too, {named}", blocks.join(", ")),
    })
}
