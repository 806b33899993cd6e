//! `intermission status`.

mod channel;

use admin::{Revision, RevisionWithDocument, Session};
use schedule::Schedule;
use serde::Serialize;

use crate::{
    arguments, clock,
    edge::Edge,
    failure::Failure,
    keeper::{self, Client},
    page,
    revision::headline,
    said::Said,
    token,
    told::Told,
};
use channel::Channel;

#[derive(Serialize)]
struct Document<'a> {
    url: String,
    session: Session,
    revision: u64,
    published: Option<&'a Revision>,
    channels: Vec<Channel>,
    edge: Edge,
}

/// What is in force and since when, what is open and comes next, and whether the edge follows.
pub(crate) fn run(options: &arguments::Status) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let now = clock::now();
    let session = client.session()?;
    let newest = newest(&client)?;
    let number = newest.as_ref().map_or(0, |newest| newest.revision.number);
    let edge = Edge::ask(&client, number);
    let schedule = newest.as_ref().map(schedule).transpose()?;
    let channels = schedule.as_ref().map(|schedule| Channel::all(schedule, now));
    let channels = channels.unwrap_or_default();
    if options.json {
        let published = newest.as_ref().map(|newest| &newest.revision);
        let url = client.address().to_string();
        return Ok(Said::json(&Document {
            url,
            session,
            revision: number,
            published,
            channels,
            edge,
        }));
    }
    let host = client.address().host();
    let mut text = match (&newest, &schedule) {
        (Some(newest), Some(schedule)) => in_force(newest, schedule, host),
        _ => format!("nothing was ever published at {host}\n"),
    };
    text.extend(channels.iter().map(Channel::told));
    text += &page::fill(&format!("the edge {}", edge.told(number)), "", "  ");
    text += &page::fill(&format!("you are {}", known_as(&session)), "", "  ");
    Ok(Said::text(text))
}

/// "rita@example.org, and may read and write"
fn known_as(session: &Session) -> String {
    format!("{}, and may {}", session.author, token::all(&session.scopes))
}

fn newest(client: &Client) -> Result<Option<RevisionWithDocument>, Failure> {
    let page = client.revisions(None, 1)?;
    match page.revisions.first() {
        Some(newest) => Ok(Some(client.revision(newest.number)?)),
        None => Ok(None),
    }
}

fn schedule(newest: &RevisionWithDocument) -> Result<Schedule, Failure> {
    let parsed = schedule::parse(&newest.document, clock::now());
    parsed.schedule.ok_or(Failure::Foreign { revision: newest.revision.number })
}

fn in_force(newest: &RevisionWithDocument, schedule: &Schedule, host: &str) -> String {
    let told = Told::of(schedule);
    let name = &schedule.service().name;
    let mut text = page::fill(&format!("{name} at {host}"), "", "");
    let head = format!("revision {}", headline(&newest.revision, &told));
    text += &page::fill(&head, "  ", "    ");
    if let Some(why) = &newest.revision.why {
        text += &page::fill(&format!("\"{why}\""), "    ", "    ");
    }
    text
}
