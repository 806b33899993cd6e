//! A step that is taken for the document.

use chrono::{DateTime, Utc};
use lifecycle::{Changed, Refused, Step, Which};

const HEAD: &str = r#"[service]
name = "Registry"
zone = "America/Chicago"
label = "CT"

[[channel]]
id = "web"
name = "the web application"

[[channel]]
id = "soap"
name = "web services"

"#;

pub(crate) const ONCE: &str = r#"[[window]]
id = "deployment"
channels = ["web", "soap"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00 # at the latest
"#;

pub(crate) const PATCHES: &str = r#"[[window]]
id = "patches"
channels = ["web"]
start = 2025-01-09T22:00:00
length = "2h"
repeat = "FREQ=MONTHLY;BYDAY=2TH"
"#;

/// With keys of its own behind the end.
pub(crate) fn once_with(keys: &str) -> String {
    format!("{ONCE}{keys}")
}

/// An instant by the clocks of Chicago in winter.
fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(&format!("{text}:00-06:00"))
        .expect("the examples are instants")
        .to_utc()
}

pub(crate) fn take(window: &str, now: &str, step: &Step) -> Result<Changed, Refused> {
    let id = if window.contains("patches") { "patches" } else { "deployment" };
    lifecycle::take(&document(window), &Which::window(id), step, instant(now))
}

fn document(window: &str) -> String {
    format!("{HEAD}{window}")
}

/// What a step says, and which lines it writes.
pub(crate) fn done(window: &str, now: &str, step: &Step) -> String {
    let changed = take(window, now, step).expect("the examples are possible");
    let (before, after) = (document(window), changed.document);
    let kept = |text: &str, line: &str| text.lines().any(|known| known == line);
    let taken = before.lines().filter(|line| !kept(&after, line)).map(|line| format!("-{line}\n"));
    let put = after.lines().filter(|line| !kept(&before, line)).map(|line| format!("+{line}\n"));
    let lines: String = taken.chain(put).collect();
    format!("> {}\n\n```diff\n{lines}```\n", changed.said)
}

/// Why a step is refused, with the way out.
pub(crate) fn refusal(window: &str, now: &str, step: &Step) -> String {
    let refused = take(window, now, step).expect_err("the examples are impossible");
    let help = refused.help().map_or_else(String::new, |help| format!("; {help}"));
    format!("* `{}`: {refused}{help}\n", refused.code())
}
