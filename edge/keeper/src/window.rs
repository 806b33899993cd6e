//! Where a window stands, as the API writes it.

use admin::Window;
use chrono::{DateTime, FixedOffset, SecondsFormat};
use lifecycle::{Of, Standing};
use schedule::{Overrun, Reason, Schedule};

/// Where a window of `schedule` stands.
pub(crate) fn window(schedule: &Schedule, standing: Standing) -> Window {
    let Standing { occurrence, phase, verbs, said } = standing;
    let channels = schedule.channels();
    let ids = occurrence.channels.iter().filter_map(|&place| channels.get(place));
    Window {
        id: occurrence.window.as_str().to_owned(),
        of: occurrence.of.map(|start| Of::Start(start).to_string()),
        phase: phase.as_str().to_owned(),
        start: written(occurrence.start),
        end: occurrence.end.map(written),
        released: occurrence.released.map(written),
        channels: ids.map(|channel| channel.id.as_str().to_owned()).collect(),
        reason: match occurrence.reason {
            Reason::Emergency => "emergency",
            Reason::Planned => "planned",
        }
        .to_owned(),
        overrun: match occurrence.overrun {
            Overrun::Hold => "hold",
            Overrun::Reopen => "reopen",
        }
        .to_owned(),
        summary: occurrence.summary,
        steps: verbs.iter().map(|verb| verb.as_str().to_owned()).collect(),
        said,
    }
}

/// An instant at the offset that the service's zone has then.
fn written(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}
