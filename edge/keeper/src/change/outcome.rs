//! What is said about a change.

use admin::{Audience, Outcome};
use chrono::{DateTime, Utc};
use lifecycle::Standing;
use schedule::Schedule;

use super::{made::Made, wish::What};
use crate::{findings, window::window};

/// Sentences on record about one change, at most: a document may have tens of thousands of windows.
const SENTENCES: usize = 500;

/// What a change would do to the schedule before it.
pub(super) fn outcome(
    what: &What,
    base: u64,
    before: Option<&Schedule>,
    made: &Made,
    now: DateTime<Utc>,
) -> Outcome {
    let after = &made.schedule;
    let differences = lifecycle::difference(before, after, now);
    let count = differences.len();
    let said = sentences(differences.into_iter().map(|difference| difference.said));
    let audiences = lifecycle::audiences(before, after, now)
        .into_iter()
        .map(|audience| Audience { channel: audience.channel, said: audience.said })
        .collect();
    let summary = match (&made.said, what) {
        (Some(said), _) => said.clone(),
        (None, What::Rollback { number }) => {
            format!("went back to revision {number}: {}", summed_up(&said, count))
        }
        (None, _) if base == 0 => {
            let count = after.windows().len();
            let windows = if count == 1 { "window" } else { "windows" };
            format!("published the first schedule of {}, {count} {windows}", after.service().name)
        }
        (None, _) => format!("published a schedule: {}", summed_up(&said, count)),
    };
    let standing = made.window.as_deref().and_then(|id| standing(after, id, now));
    Outcome {
        revision: None,
        base,
        summary,
        said,
        audiences,
        warnings: made.warnings.iter().take(findings::MOST).cloned().collect(),
        window: standing.map(|standing| window(after, standing)),
    }
}

/// A change that is none.
pub(super) fn nothing(base: u64) -> Outcome {
    Outcome {
        revision: None,
        base,
        summary: format!("nothing changed: revision {base} is the same document"),
        said: Vec::new(),
        audiences: Vec::new(),
        warnings: Vec::new(),
        window: None,
    }
}

fn standing(schedule: &Schedule, id: &str, now: DateTime<Utc>) -> Option<Standing> {
    let mut standings = lifecycle::standings(schedule, now).into_iter();
    standings.find(|standing| standing.occurrence.window.as_str() == id)
}

fn sentences(all: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let more = all.len().saturating_sub(SENTENCES);
    let mut sentences: Vec<String> = all.take(SENTENCES).collect();
    if more > 0 {
        sentences.push(format!("and {more} more changes"));
    }
    sentences
}

/// The first of `count` sentences, and how many there are besides.
fn summed_up(said: &[String], count: usize) -> String {
    match said.first() {
        None => "it means the same, only its text differs".to_owned(),
        Some(one) if count == 1 => one.clone(),
        Some(first) => format!("{first}, and {} more", count - 1),
    }
}
