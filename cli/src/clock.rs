//! The one clock of the command.

use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Utc};

#[expect(clippy::disallowed_methods, reason = "this is the one clock of the command")]
pub(crate) fn now() -> DateTime<Utc> {
    set().unwrap_or_else(|| SystemTime::now().into())
}

/// What the clock is set to, by a file that `INTERMISSION_CLOCK` names: as the header
/// `Intermission-Now` does for the edge. It is read each time, so that a test lets time pass.
#[cfg(debug_assertions)]
pub(crate) fn set() -> Option<DateTime<Utc>> {
    let file = std::env::var_os("INTERMISSION_CLOCK")?;
    let text =
        std::fs::read_to_string(file).expect("a test wrote it, and renames a new one over it");
    Some(text.trim().parse().expect("a test wrote an instant into it"))
}

/// Nothing that lies around in an environment sets the clock of what is in use.
#[cfg(not(debug_assertions))]
pub(crate) fn set() -> Option<DateTime<Utc>> {
    None
}

/// How long something has taken so far, untouched by anybody who sets the machine's clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "this is the one clock of the command")]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}
