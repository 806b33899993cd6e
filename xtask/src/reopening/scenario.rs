//! The ways of reopening that are compared, each as a schedule.

use chrono::{DateTime, TimeDelta, Utc};

/// The window of the founding notice, 7 to 9 p.m. in Chicago.
pub const START: DateTime<Utc> = DateTime::from_timestamp_secs(1_738_890_000).expect("in range");
/// The first instant at which the service is open again.
pub const END: DateTime<Utc> = DateTime::from_timestamp_secs(1_738_897_200).expect("in range");
/// How long machines are let in step by step, where there is a ramp.
pub const RAMP: TimeDelta = TimeDelta::minutes(10);

/// A way of reopening.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scenario {
    /// Everybody is told the rest of the window to the second, and let in at its end.
    Exact,
    /// Everybody is told a time of their own behind the end: what the product does by default.
    Jitter,
    /// Everybody is told the rest of the window to the second; at its end machines are let in by
    /// their turn. No schedule does this; it is here to show what the ramp does by itself.
    Ramp,
    /// Machines are told their turn, and let in by it.
    JitterAndRamp,
}

impl Scenario {
    pub const ALL: [Self; 4] = [Self::Exact, Self::Jitter, Self::Ramp, Self::JitterAndRamp];

    /// What a table or a picture calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "neither",
            Self::Jitter => "jitter",
            Self::Ramp => "ramp alone",
            Self::JitterAndRamp => "jitter and ramp",
        }
    }

    /// What a picture says of it, in half a line.
    pub fn explained(self) -> &'static str {
        match self {
            Self::Exact => "everybody is told the end to the second, and let in at once",
            Self::Jitter => {
                "everybody is told a time of their own after the end, and let in at once"
            }
            Self::Ramp => "everybody is told the end to the second; machines are let in by turns",
            Self::JitterAndRamp => {
                "everybody is told a time of their own; machines are let in by turns"
            }
        }
    }

    /// Whether clients are told different seconds while the window is open.
    pub fn has_jitter(self) -> bool {
        matches!(self, Self::Jitter | Self::JitterAndRamp)
    }

    pub fn has_ramp(self) -> bool {
        matches!(self, Self::Ramp | Self::JitterAndRamp)
    }

    /// The schedule: the defaults of `retry-after`, written out, and the ramp.
    pub fn schedule(self) -> String {
        let ramp = RAMP.num_minutes();
        let ramp = if self.has_ramp() { format!("ramp = \"{ramp}m\"\n") } else { String::new() };
        format!(
            r#"
[service]
name = "the service"
zone = "America/Chicago"

[edge]
{ramp}retry-after.cap = "1h"
retry-after.spread = "5m"

[[channel]]
id = "all"
name = "the whole site"
routes = ["/*"]

[[window]]
id = "deployment"
channels = ["all"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
"#
        )
    }
}
