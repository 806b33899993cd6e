//! An occurrence of a window, and what happened to it.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Utc};
use schedule::{Known, Phase, Plan, speech::Speech};
use serde::Serialize;

use super::{
    at,
    component::{self, Component, component_id},
    id::id,
    page::page_id,
};
use crate::{
    Site,
    event::{Event, What, When, last_instant},
    facts,
};

/// All that Statuspage knows.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Scheduled,
    InProgress,
    Verifying,
    Completed,
}

impl State {
    pub(super) fn of(known: &Known<'_>) -> Self {
        match known.phase {
            Phase::Scheduled | Phase::Announced | Phase::Imminent => Self::Scheduled,
            Phase::Active => Self::InProgress,
            Phase::Overrun => Self::Verifying,
            Phase::Ended | Phase::Cancelled => Self::Completed,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Maintenance<'a> {
    id: String,
    name: String,
    status: State,
    created_at: String,
    updated_at: String,
    monitoring_at: Option<String>,
    resolved_at: Option<String>,
    impact: &'static str,
    shortlink: String,
    started_at: Option<String>,
    page_id: String,
    /// Newest first.
    incident_updates: Vec<Update<'a>>,
    components: Vec<Component<'a>>,
    scheduled_for: String,
    scheduled_until: String,
}

#[derive(Serialize)]
struct Update<'a> {
    id: String,
    status: State,
    body: String,
    incident_id: String,
    created_at: String,
    updated_at: String,
    display_at: String,
    affected_components: Vec<Affected<'a>>,
    deliver_notifications: bool,
    custom_tweet: Option<&'a str>,
    tweet_id: Option<&'a str>,
}

#[derive(Serialize)]
struct Affected<'a> {
    code: String,
    name: &'a str,
    old_status: &'static str,
    new_status: &'static str,
}

impl<'a> Maintenance<'a> {
    pub(super) fn new(
        site: Site<'a>,
        known: &Known<'_>,
        all: &[Known<'_>],
        now: DateTime<Utc>,
    ) -> Self {
        let (timeline, occurrence) = (site.timeline, &known.whole.occurrence);
        let speech = Speech::of(&timeline.service);
        let kind = facts::kind(occurrence, speech.language);
        let offset = *occurrence.start.offset();
        let local = |instant: DateTime<Utc>| at(instant.with_timezone(&offset));
        let events = Event::all(timeline, known, now);
        let id = maintenance_id(known.whole.window(), occurrence.of);
        let latest = |what: fn(&What<'_>) -> bool| {
            let found = events.iter().rev().find(|event| what(&event.what));
            found.map(|event| local(event.at))
        };
        let completed = State::of(known) == State::Completed;
        let resolved = events.last().filter(|_| completed).map(|event| local(event.at));
        let mut updates: Vec<Update<'a>> =
            events.iter().map(|event| update(site, known, &id, event, speech)).collect();
        updates.reverse();
        let plan = Plan::of(&known.whole, timeline);
        // Statuspage has no unknown end.
        let end = last_instant(&plan).unwrap_or(occurrence.start + TimeDelta::hours(1));
        Self {
            name: match &occurrence.summary {
                Some(summary) => format!("{kind}: {summary}"),
                None => kind.to_owned(),
            },
            status: State::of(known),
            created_at: local(known.since),
            updated_at: local(events.last().map_or(known.since, |event| event.at)),
            monitoring_at: latest(|what| *what == What::Overran),
            resolved_at: resolved,
            impact: "maintenance",
            shortlink: site.address(&facts::window_document(occurrence)),
            started_at: latest(|what| *what == What::Started),
            page_id: page_id(site),
            incident_updates: updates,
            components: known
                .whole
                .channels()
                .into_iter()
                .map(|place| Component::new(site, place, all, now))
                .collect(),
            scheduled_for: at(occurrence.start),
            scheduled_until: at(end),
            id,
        }
    }
}

fn update<'a>(
    site: Site<'a>,
    known: &Known<'_>,
    incident: &str,
    event: &Event<'_>,
    speech: Speech<'_>,
) -> Update<'a> {
    let timeline = site.timeline;
    let said = event.said(&speech);
    let when = speech.when(&event.plan);
    // The sentence about a change has the times already.
    let body = if event.is_amendment() { said } else { format!("{said} {when}") };
    let local = at(event.at.with_timezone(occurrence_offset(known)));
    let is_open = matches!(event.what, What::Started | What::Overran);
    let was_open = matches!(event.what, What::Over | What::Overran);
    Update {
        id: id(&["update", incident, &event.name()]),
        status: state_after(event),
        body,
        incident_id: incident.to_owned(),
        created_at: local.clone(),
        updated_at: local.clone(),
        display_at: local,
        affected_components: known
            .whole
            .channels()
            .into_iter()
            .map(|place| Affected {
                code: component_id(timeline, place),
                name: &timeline.channels[place].name,
                old_status: component::status(was_open),
                new_status: component::status(is_open),
            })
            .collect(),
        deliver_notifications: true,
        custom_tweet: None,
        tweet_id: None,
    }
}

fn occurrence_offset<'k>(known: &'k Known<'_>) -> &'k FixedOffset {
    known.whole.occurrence.start.offset()
}

/// Where it stood once this had happened.
fn state_after(event: &Event<'_>) -> State {
    let plan = &event.plan;
    let is_open = plan.start <= event.at;
    match event.what {
        What::Over => State::Completed,
        What::Overran => State::Verifying,
        _ if plan.cancelled || event.takes_back() => State::Completed,
        _ if is_open && plan.reopens().is_some_and(|over| over <= event.at) => State::Completed,
        _ if is_open && plan.end.is_some_and(|end| end <= event.at) => State::Verifying,
        What::Started => State::InProgress,
        _ if is_open => State::InProgress,
        _ => State::Scheduled,
    }
}

fn maintenance_id(window: &str, of: Option<NaiveDateTime>) -> String {
    let of = of.map(|of| of.to_string()).unwrap_or_default();
    id(&["maintenance", window, &of])
}
