//! A change from what was asked to what the edge does.

use admin::{Kind, Outcome};
use serde::Serialize;

use super::{
    arguments::How,
    follow::{self, Followed},
    machine, meanwhile,
    repeated::{self, ReadTime},
    request::Request,
    situation::Situation,
    spoken::Spoken,
};
use crate::{
    agree::agree,
    clock,
    failure::Failure,
    keeper::{self, Base, Client, KeeperError, Write},
    page, said,
    said::Said,
};

/// What became of it, as a document.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    outcome: &'a Outcome,
    /// The times that were written, and as what they were read.
    read: &'a [ReadTime],
    /// Absent where nothing was done, or nobody was to wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<Followed>,
}

/// Does what `ask` makes of the situation: shows what it would do, asks, does it, and waits until
/// the edge follows. When somebody else changes the schedule in between, it says what, and begins
/// again.
pub(super) fn make(
    how: &How,
    ask: impl Fn(&Situation) -> Result<Request, Failure>,
) -> Result<Said, Failure> {
    let client = keeper::connect(&how.connection)?;
    loop {
        let situation = Situation::look(&client, clock::now())?;
        let request = ask(&situation)?;
        let write = Write::new(Base::Revision(situation.revision))?;
        let would = match request.send(&client, &write.rehearsed()) {
            Err(error) => {
                meanwhile::tell_or_fail(&client, error, situation.revision, how)?;
                continue;
            }
            Ok(would) => would,
        };
        if how.dry_run {
            return Ok(rehearsed(how, &situation, &request, &would));
        }
        // For a program, one document is all.
        if !(how.json && how.yes) {
            said::print("", &shown(&situation, &request, &would));
        }
        agree("Do this?", how.yes)?;
        match request.send(&client, &write) {
            Err(error) => meanwhile::tell_or_fail(&client, error, situation.revision, how)?,
            Ok(done) => return Ok(self::done(how, &client, &request, &done)),
        }
    }
}

fn shown(situation: &Situation, request: &Request, would: &Outcome) -> String {
    let mut text = String::new();
    if let Some(taken) = &request.taken {
        text +=
            &page::fill(&format!("no window was named, and only `{taken}` can be meant"), "", "");
    }
    let service = situation.schedule.service();
    let spoken = Spoken { zone: situation.zone, label: &service.label, machine: machine::zone() };
    let mut would = would.clone();
    // Of a window that recurs, the keeper tells the occurrence that is open or next.
    would.window = would.window.filter(|window| request.is_about(window));
    text + &repeated::text(&would, &request.read, spoken, situation.now)
}

fn rehearsed(how: &How, situation: &Situation, request: &Request, would: &Outcome) -> Said {
    match how.json {
        true => Said::json(&Document { outcome: would, read: &request.read, edge: None }),
        false => Said {
            text: shown(situation, request, would),
            aside: "nothing was changed: it was a dry run\n".to_owned(),
        },
    }
}

fn done(how: &How, client: &Client, request: &Request, done: &Outcome) -> Said {
    if !how.json {
        said::print(&told(done), "");
    }
    let wanted = done.revision.filter(|_| !how.no_wait);
    let edge = wanted.map(|revision| follow::follow(client, revision, clock::now()));
    match how.json {
        true => Said::json(&Document { outcome: done, read: &request.read, edge }),
        false => Said::text(edge.as_ref().map(Followed::told).unwrap_or_default()),
    }
}

fn told(done: &Outcome) -> String {
    match done.revision {
        Some(number) => page::fill(&format!("revision {number}: {}", done.summary), "", "  "),
        None => page::fill(&format!("nothing was changed: {}", done.summary), "", "  "),
    }
}

/// Whether somebody else changed the schedule in between.
pub(super) fn is_conflict(error: &KeeperError) -> bool {
    matches!(error, KeeperError::Refused(refusal) if refusal.kind == Some(Kind::RevisionConflict))
}
