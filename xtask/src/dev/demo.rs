//! The demo's schedule: a window that is about to open, whenever somebody looks.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

use crate::bundle::timeline::{self, Compiled};
use crate::checkout::Checkout;
use crate::clock;
use crate::failure::{AboutFile, Failure};

const TEMPLATE: &str = "examples/demo/schedule.toml.in";

/// Long enough to sign in and to begin a form.
const UNTIL_START: TimeDelta = TimeDelta::minutes(2);
/// Short enough to wait for.
const LENGTH: TimeDelta = TimeDelta::minutes(2);

/// Where the schedule is that the demo ran with, for those who want to look at it.
pub fn path(checkout: &Checkout) -> PathBuf {
    checkout.path("build/dev/schedule.toml")
}

/// The demo's schedule, beginning now, as TOML.
pub fn write(checkout: &Checkout) -> Result<String, Failure> {
    let template = checkout.path(TEMPLATE);
    let text = fs::read_to_string(&template).about("read the demo's schedule", &template)?;
    Ok(filled(&text, clock::now()))
}

/// Compiles the demo's schedule; its mistakes are those of the template.
pub fn compile(text: &str) -> Result<Compiled, Failure> {
    timeline::compile_text(text, TEMPLATE)
}

/// The template with its two instants put in, in whole seconds.
fn filled(template: &str, now: DateTime<Utc>) -> String {
    let instant = |instant: DateTime<Utc>| instant.to_rfc3339_opts(SecondsFormat::Secs, true);
    let start = now + UNTIL_START;
    template.replace("{start}", &instant(start)).replace("{end}", &instant(start + LENGTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_opens_in_two_minutes_for_two_minutes() {
        let now = "2026-11-22T23:57:30.987Z".parse().expect("an instant");
        assert_eq!(
            filled("start = {start}\nend = {end}\n", now),
            "start = 2026-11-22T23:59:30Z\nend = 2026-11-23T00:01:30Z\n"
        );
    }
}
