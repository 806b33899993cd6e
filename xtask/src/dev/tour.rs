//! What to look at, printed when everything is ready.

use chrono::{DateTime, Local, SecondsFormat, TimeDelta, Utc};
use schedule::Timeline;

use crate::dev::moments::{Change, Moment};

/// The lines that a newcomer reads first.
pub fn of(timeline: &Timeline, moments: &[Moment], port: u16, origin: u16, token: &str) -> String {
    let edge = format!("http://localhost:{port}");
    let mut text = format!(
        "\n{} is served behind the edge; Ctrl-C stops it.\n\n  \
         look at      {edge}/\n  \
         without edge http://localhost:{origin}/\n\n",
        timeline.service.name
    );
    if !moments.is_empty() {
        text += "  on this machine's clock:\n";
    }
    for moment in moments.iter().take(4) {
        text += &format!("    {}\n", line(moment));
    }
    text += &format!(
        "\n  try, now and while the window is open:\n    \
         curl -i {edge}/\n    \
         curl -i -H 'Accept: text/html' {edge}/\n    \
         curl -i -X POST -H 'Content-Type: text/xml' --data '<x/>' {edge}/soap/iis\n"
    );
    text += &format!(
        "  change the plan, in another terminal:\n    \
         export INTERMISSION_URL={edge} INTERMISSION_TOKEN={token}\n    \
         cargo run -q -p intermission -- window list\n"
    );
    if let Some(inside) = inside(timeline) {
        let inside = inside.to_rfc3339_opts(SecondsFormat::Secs, true);
        text += &format!(
            "  travel into the window, which only a development build lets you do:\n    \
             curl -i -H 'Intermission-Now: {inside}' {edge}/\n"
        );
    }
    text
}

/// What happens at a moment, and when, on this machine's own clock.
pub fn line(moment: &Moment) -> String {
    let does = match moment.change {
        Change::Starts => "starts",
        Change::Ends => "ends",
    };
    format!("{}  window `{}` {does}", local(moment.instant), moment.window)
}

/// The time of day on this machine's clock, with the date when it is not today's business.
fn local(instant: DateTime<Utc>) -> String {
    let local = instant.with_timezone(&Local);
    let today = crate::clock::now().with_timezone(&Local).date_naive();
    let form = if local.date_naive() == today { "%H:%M:%S" } else { "%Y-%m-%d %H:%M:%S" };
    local.format(form).to_string()
}

/// An instant inside the last window of the timeline.
fn inside(timeline: &Timeline) -> Option<DateTime<Utc>> {
    let window = timeline.occurrences.iter().rev().find(|occurrence| !occurrence.cancelled)?;
    let length = window.end.map_or(TimeDelta::minutes(2), |end| end - window.start);
    Some(window.start.to_utc() + length / 2)
}
