//! How times are read.

mod laws;
mod refused;
mod table;

use chrono::{DateTime, Utc};

use super::{Clocks, Read, WhenError, read};

/// Thursday, February 6, 2025, 6:40:23 p.m. in Chicago: the founding notice is twenty minutes off.
const NOW: &str = "2025-02-07T00:40:23.456Z";

fn now() -> DateTime<Utc> {
    NOW.parse().expect("it is an instant")
}

fn chicago() -> Clocks<'static> {
    Clocks { zone: "America/Chicago".parse().expect("it is a zone"), label: "CT" }
}

fn at(text: &str, now: &str) -> Result<Read, WhenError> {
    read(text, chicago(), now.parse().expect("it is an instant"))
}
