//! `intermission watch`: what the edge says, as it changes.
//!
//! | file | what |
//! | --- | --- |
//! | `arguments` | the words of the command |
//! | `seen` | what the edge says at an instant |
//! | `standing` | where a channel or a window stands, with its countdown |
//! | `change` | what differs from what was seen before |
//! | `lines` | all of it in lines |
//! | `screen` | a terminal, on which lines are drawn again in place |
//! | `output` | where it goes: a terminal, a pipe, a program |

mod arguments;
mod change;
mod lines;
mod output;
mod screen;
mod seen;
mod standing;
#[cfg(test)]
mod tests;

use std::thread;

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    clock,
    failure::Failure,
    keeper::{self, Client},
    said::Said,
};
pub(crate) use arguments::Arguments;
use output::{Output, Update};
use seen::Seen;

/// How long an isolate of the edge may be behind another one, and be asked in between.
const BEHIND: TimeDelta = TimeDelta::seconds(15);

/// Says what the edge says until it is interrupted, nobody listens any more, or the edge decides by
/// the revision that was waited for.
pub(crate) fn run(arguments: &Arguments) -> Result<Said, Failure> {
    let client = keeper::connect_publicly(&arguments.connection)?;
    let mut output = Output::new(arguments.json);
    let mut before: Option<Seen> = None;
    let mut newest = Newest::default();
    loop {
        match Seen::look(&client, clock::now()) {
            // At the very beginning, the address is wrong rather than the edge gone.
            Err(error) if before.is_none() => return Err(error.into()),
            Err(error) => {
                if output.lost(&error, clock::now()).is_err() {
                    break;
                }
            }
            Ok(seen) if newest.is_overtaken(&seen, clock::now()) => {}
            Ok(seen) => {
                let said = sentences(&client, before.as_ref(), &seen);
                let update = Update { before: before.as_ref(), seen: &seen, said: &said };
                if output.update(&update).is_err() {
                    break;
                }
                if arguments.until.is_some_and(|wanted| seen.revision() >= Some(wanted)) {
                    break;
                }
                before = Some(seen);
            }
        }
        thread::sleep(arguments.every());
    }
    Ok(Said::text(String::new()))
}

/// The newest revision that was seen, and when.
#[derive(Debug, Default)]
struct Newest {
    revision: Option<u64>,
    at: DateTime<Utc>,
}

impl Newest {
    /// Whether another isolate of the edge knew better a moment ago.
    fn is_overtaken(&mut self, seen: &Seen, now: DateTime<Utc>) -> bool {
        if seen.revision() < self.revision && now - self.at < BEHIND {
            return true;
        }
        if seen.revision() != self.revision {
            (self.revision, self.at) = (seen.revision(), now);
        }
        false
    }
}

/// What a new revision changes, in the keeper's words, where there is a token.
fn sentences(client: &Client, before: Option<&Seen>, seen: &Seen) -> Vec<String> {
    let old = before.and_then(Seen::revision).filter(|revision| *revision > 0);
    match (old, seen.revision()) {
        (Some(old), Some(new)) if old < new && client.has_credentials() => {
            client.difference(Some(old), new).map(|difference| difference.said).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
