//! Waiting until the edge follows.

use std::{
    io::{self, IsTerminal, Write as _},
    thread,
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::{clock, keeper::Client};

/// A change is in force everywhere within ten seconds; nobody waits for much longer.
const PATIENCE: TimeDelta = TimeDelta::seconds(15);

const PAUSE: Duration = Duration::from_millis(400);

/// Whether the edge location that serves this machine decides by a revision, and since when.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Followed {
    follows: bool,
    /// By which revision it decides.
    revision: Option<u64>,
    /// How long it took, or how long it was waited for.
    milliseconds: i64,
}

impl Followed {
    pub(super) fn told(&self) -> String {
        let seconds = format!("{:.1} s", self.seconds());
        match (self.follows, self.revision) {
            (true, _) => format!("the edge follows, after {seconds}\n"),
            (false, Some(revision)) => format!(
                "the edge still decides by revision {revision} after {seconds}: see `intermission \
                 watch`\n"
            ),
            (false, None) => format!(
                "the edge did not say after {seconds} by which revision it decides: see \
                 `intermission watch`\n"
            ),
        }
    }

    fn seconds(&self) -> f64 {
        Duration::from_millis(self.milliseconds.unsigned_abs()).as_secs_f64()
    }
}

/// Asks the edge until it decides by `wanted` or a newer revision, for fifteen seconds at most.
/// `since` is when the revision was made.
pub(super) fn follow(client: &Client, wanted: u64, since: DateTime<Utc>) -> Followed {
    let progress = io::stderr().is_terminal();
    loop {
        // Whether it cannot be reached or says nothing of use makes no difference here.
        let revision = client.health().ok().and_then(|health| health.revision);
        let waited = clock::now() - since;
        let follows = revision.is_some_and(|revision| revision >= wanted);
        if follows || waited >= PATIENCE {
            if progress {
                erase();
            }
            return Followed { follows, revision, milliseconds: waited.num_milliseconds() };
        }
        if progress {
            let _ = write!(io::stderr(), "\rwaiting for the edge … {} s", waited.num_seconds());
        }
        thread::sleep(PAUSE);
    }
}

fn erase() {
    let _ = io::stderr().write_all(b"\r\x1b[K");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_words() {
        let told = |follows, revision| Followed { follows, revision, milliseconds: 2140 }.told();
        assert_eq!(told(true, Some(8)), "the edge follows, after 2.1 s\n");
        assert!(
            told(false, Some(7)).starts_with("the edge still decides by revision 7 after 2.1 s")
        );
        assert!(told(false, None).starts_with("the edge did not say after 2.1 s"));
    }
}
