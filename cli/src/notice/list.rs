//! `intermission notice list`.

use serde::Serialize;

use super::{
    arguments::List,
    folder::{Draft, Folder, RECIPIENTS},
    journal::{Journal, Standing},
    manifest::Manifest,
    recipients,
};
use crate::{failure::Failure, page, said::Said, source::Source};

/// How far a notice is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
enum State {
    Draft,
    Approved {
        recipients: usize,
    },
    /// At least one mail went out, or was tried.
    Sending {
        recipients: usize,
        sent: usize,
        refused: usize,
        postponed: usize,
        uncertain: usize,
    },
    /// Everybody has it, or was refused for good.
    Sent {
        recipients: usize,
        sent: usize,
        refused: usize,
    },
}

#[derive(Serialize)]
struct Row<'a> {
    name: String,
    #[serde(flatten)]
    state: State,
    manifest: &'a Manifest,
}

#[derive(Serialize)]
struct Document<'a> {
    notices: Vec<Row<'a>>,
}

pub(super) fn run(options: &List) -> Result<Said, Failure> {
    let folder = Folder::open(&options.folder.folder)?;
    let notices = folder.drafts.iter().map(row).collect::<Result<Vec<_>, _>>()?;
    if options.json {
        return Ok(Said::json(&Document { notices }));
    }
    if notices.is_empty() {
        let aside = format!("there are no notices in {}\n", folder.path().display());
        return Ok(Said { text: String::new(), aside });
    }
    Ok(Said::text(notices.iter().map(told).collect()))
}

fn row(draft: &Draft) -> Result<Row<'_>, Failure> {
    Ok(Row { name: draft.name(), state: state(draft)?, manifest: &draft.manifest })
}

fn state(draft: &Draft) -> Result<State, Failure> {
    let Some(approval) = &draft.manifest.approved else { return Ok(State::Draft) };
    if !Journal::exists(&draft.path) {
        return Ok(State::Approved { recipients: approval.recipients });
    }
    let standings = Journal::read(&draft.path)?;
    let mailboxes = recipients::read(Source::read(&draft.path.join(RECIPIENTS))?)?;
    let (mut sent, mut refused, mut postponed, mut uncertain) = (0, 0, 0, 0);
    for mailbox in &mailboxes {
        match standings.get(&recipients::key(mailbox)) {
            Some(Standing::Sent) => sent += 1,
            Some(Standing::Refused { .. }) => refused += 1,
            Some(Standing::Postponed { .. }) => postponed += 1,
            Some(Standing::Uncertain) => uncertain += 1,
            None => {}
        }
    }
    let recipients = mailboxes.len();
    Ok(match sent + refused == recipients {
        true => State::Sent { recipients, sent, refused },
        false => State::Sending { recipients, sent, refused, postponed, uncertain },
    })
}

fn told(row: &Row<'_>) -> String {
    let manifest = row.manifest;
    let state = match row.state {
        State::Draft => format!("draft, by {}", manifest.drafted.by),
        State::Approved { recipients } => {
            format!(
                "approved for {}, by {}",
                super::approve::counted(recipients),
                approver(manifest)
            )
        }
        State::Sending { recipients, sent, refused, postponed, uncertain } => {
            let mut state = format!("sent to {sent} of {recipients}");
            for (count, words) in
                [(refused, "refused"), (postponed, "put off"), (uncertain, "perhaps sent")]
            {
                if count > 0 {
                    state += &format!(", {count} {words}");
                }
            }
            state
        }
        State::Sent { recipients, sent, refused: 0 } if sent == recipients => {
            format!("sent to all {recipients}")
        }
        State::Sent { recipients, sent, refused } => {
            format!("sent to {sent} of {recipients}, {refused} refused")
        }
    };
    let lines = format!("{}: {state}\n  {}\n", row.name, manifest.subject);
    page::plain(&lines).into_owned()
}

fn approver(manifest: &Manifest) -> &str {
    manifest.approved.as_ref().map_or("nobody", |approval| &approval.by)
}
