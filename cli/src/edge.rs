//! Whether the edge follows the keeper.

use std::{thread, time::Duration};

use chrono::TimeDelta;
use schedule::speech::{Language, Speech};
use serde::Serialize;

use crate::keeper::{Client, Health, Progress};

/// An edge location asks the keeper every few seconds. Older news than this, in seconds, means
/// that it does not reach it.
const FRESH: u64 = 60;

/// An edge location follows within ten seconds: it is asked this often, with a pause in between.
const TIMES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(500);

/// What the edge location that serves this machine says of itself.
#[derive(Debug, Serialize)]
pub(crate) struct Edge {
    /// Whether it decides by the revision in force, or by one that is seconds old.
    follows: bool,
    #[serde(flatten)]
    heard: Option<Health>,
    /// Why nothing was heard.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl Edge {
    pub(crate) fn ask(client: &Client, in_force: u64) -> Self {
        match client.health() {
            Ok(health) => Self::heard(health, in_force),
            Err(error) => Self { follows: false, heard: None, error: Some(error.to_string()) },
        }
    }

    /// Waits until the edge decides by `revision` or a newer one, ten seconds at most.
    pub(crate) fn wait_for(client: &Client, revision: u64) -> Self {
        let _progress = Progress::of("the edge");
        let mut edge = Self::ask(client, revision);
        for _ in 1..TIMES {
            if edge.follows || edge.heard.is_none() {
                break;
            }
            thread::sleep(PAUSE);
            edge = Self::ask(client, revision);
        }
        edge
    }

    fn heard(health: Health, in_force: u64) -> Self {
        let fresh = health.age.is_some_and(|age| age <= FRESH);
        // Somebody may have made a newer one meanwhile.
        let follows = fresh && health.revision.is_some_and(|revision| revision >= in_force);
        Self { follows, heard: Some(health), error: None }
    }

    pub(crate) fn told(&self, in_force: u64) -> String {
        let Some(health) = &self.heard else {
            let error = self.error.as_deref().unwrap_or("no answer");
            return format!("cannot be asked: {error}");
        };
        let Some(revision) = health.revision else {
            let output = health.output.as_deref().unwrap_or("it decides nothing");
            return format!("does not follow: {output}");
        };
        let has = match revision {
            0 => "the schedule that was deployed with it".to_owned(),
            number => format!("revision {number}"),
        };
        let Some(age) = health.age else {
            return format!("does not follow: it has {has}, and never heard of the keeper");
        };
        let ago = ago(age);
        if age > FRESH {
            format!("does not follow: it has {has}, and last heard of the keeper {ago}")
        } else if revision >= in_force {
            format!("follows: it has {has}, and last heard of the keeper {ago}")
        } else {
            format!(
                "has {has} yet, and last heard of the keeper {ago}: it has revision {in_force} \
                 within 10 seconds"
            )
        }
    }
}

fn ago(seconds: u64) -> String {
    let length = TimeDelta::seconds(i64::try_from(seconds).unwrap_or(i64::MAX / 1_000));
    match seconds {
        0 => "just now".to_owned(),
        _ => format!("{} ago", Speech::new(Language::English, "UTC").length(length)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn health(revision: Option<u64>, age: Option<u64>) -> Health {
        Health { status: "pass".to_owned(), output: None, revision, age }
    }

    #[test]
    fn whether_it_follows() {
        let table = [
            (
                health(Some(7), Some(3)),
                true,
                "follows: it has revision 7, and last heard of the keeper 3 seconds ago",
            ),
            (
                health(Some(7), Some(0)),
                true,
                "follows: it has revision 7, and last heard of the keeper just now",
            ),
            (
                health(Some(7), Some(61)),
                false,
                "does not follow: it has revision 7, and last heard of the keeper 1 minute 1 second ago",
            ),
            (
                health(Some(6), Some(3)),
                false,
                "has revision 6 yet, and last heard of the keeper 3 seconds ago: it has revision 7 within 10 seconds",
            ),
            (
                health(Some(0), None),
                false,
                "does not follow: it has the schedule that was deployed with it, and never heard of the keeper",
            ),
            (health(None, None), false, "does not follow: it decides nothing"),
            (
                health(Some(7), Some(u64::MAX)),
                false,
                "does not follow: it has revision 7, and last heard of the keeper ",
            ),
        ];
        for (health, follows, told) in table {
            let edge = Edge::heard(health.clone(), 7);
            assert_eq!(edge.follows, follows, "{health:?}");
            assert!(edge.told(7).starts_with(told), "{health:?}: {}", edge.told(7));
        }
    }
}
