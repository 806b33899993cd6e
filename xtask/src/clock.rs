//! The only place of xtask that reads a clock.

use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Utc};

/// What time it is.
#[allow(clippy::disallowed_methods, reason = "the one clock of xtask")]
pub fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

/// How long something has taken so far, untouched by anybody who sets the machine's clock.
#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    #[allow(clippy::disallowed_methods, reason = "the one clock of xtask")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}
