//! `intermission gate wait`.

use std::{thread, time::Duration};

use schedule::Length;

use super::{arguments::Wait, error::GateError, guard::Guard};
use crate::{clock::Stopwatch, said::Said};

/// How often the copy is looked at: the clock may jump, and the window may be moved.
const PAUSE: Duration = Duration::from_secs(1);

/// Waits until a batch may start. What is not known is waited for as well: the edge may come back.
pub(super) fn run(options: &Wait) -> Result<Said, GateError> {
    let guard = Guard::new(&options.options)?;
    let waited = Stopwatch::start();
    let mut told = None;
    let mut later = None;
    loop {
        let answer = guard.ask(&options.hooks);
        // What is not known is said once, and not with each second that the copy gets older.
        let (is_open, key, said) = match &answer {
            Ok(answer) => (answer.is_open, Some(answer.line.clone()), answer.line.clone()),
            Err(GateError::Unknown(unknown)) => (false, None, format!("not known: {unknown}")),
            Err(_) => return answer.map(|_| Said::text(String::new())),
        };
        // Once chosen it stands, and whoever is held again meanwhile chooses anew.
        later =
            is_open.then(|| later.unwrap_or_else(|| waited.elapsed() + by_chance(options.jitter)));
        if told.as_ref() != Some(&key) {
            guard.say(&said);
            told = Some(key);
        }
        if later.is_some_and(|later| waited.elapsed() >= later) {
            return Ok(Said::text(String::new()));
        }
        if options.timeout.is_some_and(|most| waited.elapsed() >= seconds(most)) {
            return answer.and(Err(GateError::NotNow));
        }
        thread::sleep(PAUSE);
    }
}

/// Up to the length, and nothing where chance fails.
fn by_chance(most: Option<Length>) -> Duration {
    let Some(most) = most else { return Duration::ZERO };
    let share = getrandom::u32().map_or(0.0, |drawn| f64::from(drawn) / f64::from(u32::MAX));
    seconds(most).mul_f64(share)
}

fn seconds(length: Length) -> Duration {
    Duration::from_secs(length.as_secs().into())
}
