//! `[[window]]`.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, Utc};

use super::{
    Sink,
    channel::{self, Draft},
    instant::instant,
    table::{Placed, Table},
};
use crate::{Diagnostic, Overrun, Problem, Reason, Window, WindowId, Zone};

const REASONS: [(&str, Reason); 2] =
    [("planned", Reason::Planned), ("emergency", Reason::Emergency)];

const OVERRUNS: [(&str, Overrun); 2] = [("reopen", Overrun::Reopen), ("hold", Overrun::Hold)];

/// Search engines begin to drop pages that answer 503 for longer than this.
const LONG_DAYS: i64 = 3;

/// A reading of a window with the place of its start, which overlaps point at.
pub(super) fn windows(
    tables: Vec<Table<'_>>,
    zone: Option<Zone>,
    channels: &[Draft],
    now: DateTime<Utc>,
    sink: &mut Sink,
) -> Vec<Placed<Window>> {
    let mut seen = HashMap::new();
    tables
        .into_iter()
        .filter_map(|mut table| {
            let id = channel::id(&mut table, "window", "id = \"deployment\"", &mut seen, sink);
            window(table, id, zone, channels, now, sink)
        })
        .collect()
}

fn window(
    mut table: Table<'_>,
    id: Option<Placed<String>>,
    zone: Option<Zone>,
    channels: &[Draft],
    now: DateTime<Utc>,
    sink: &mut Sink,
) -> Option<Placed<Window>> {
    let over = table.required("channels", "channels = [\"web\"]", sink, |table, sink| {
        over(table, channels, sink)
    });
    let start = table.required("start", "start = 2025-02-06T19:00:00", sink, |table, sink| {
        instant(table, "start", zone, sink)
    });
    let end = instant(&mut table, "end", zone, sink);
    let announce = instant(&mut table, "announce", zone, sink);
    let released = instant(&mut table, "released", zone, sink);
    let reason = table.word("reason", &REASONS, sink).unwrap_or_default();
    let overrun = table.word("overrun", &OVERRUNS, sink).unwrap_or_default();
    let summary = table.text("summary", sink).map(|text| text.value);
    let cancelled = table.truth("cancelled", sink).unwrap_or(false);
    table.finish(sink);

    let start = start?;
    judge(&start, end.as_ref(), announce.as_ref(), released.as_ref(), overrun, sink);
    let over_at = match overrun {
        Overrun::Reopen => end.as_ref(),
        Overrun::Hold => released.as_ref(),
    };
    if let Some(end) = over_at.filter(|end| end.value <= now && !cancelled) {
        sink.report(Problem::Past { end: end.value }, end.span.clone());
    }
    let window = Window {
        id: WindowId(id?.value),
        channels: over?,
        start: start.value,
        end: end.map(|end| end.value),
        announce: announce.map(|announce| announce.value),
        released: released.map(|released| released.value),
        reason,
        overrun,
        summary,
        cancelled,
    };
    Some(Placed { value: window, span: start.span })
}

/// The places of the channels that the window is over, ascending.
fn over(table: &mut Table<'_>, channels: &[Draft], sink: &mut Sink) -> Option<Vec<usize>> {
    let names = table.texts("channels", "write a list such as `[\"web\"]`", sink)?;
    if names.value.is_empty() {
        sink.report(Problem::EmptyList { key: "channels" }, names.span);
        return None;
    }
    let known = || channels.iter().flat_map(|channel| &channel.id).map(|id| &id.value.0);
    let mut places: Vec<usize> = Vec::new();
    for name in names.value {
        let is_meant =
            |channel: &Draft| channel.id.as_ref().is_some_and(|id| id.value.0 == name.value);
        match channels.iter().position(is_meant) {
            Some(place) if places.contains(&place) => {
                sink.report(Problem::RepeatedChannel { id: name.value }, name.span);
            }
            Some(place) => places.push(place),
            None => {
                let known = known().cloned().collect();
                sink.report(Problem::UnknownChannel { id: name.value, known }, name.span);
            }
        }
    }
    places.sort_unstable();
    Some(places)
}

/// Reports what the instants of a window say against each other.
fn judge(
    start: &Placed<DateTime<FixedOffset>>,
    end: Option<&Placed<DateTime<FixedOffset>>>,
    announce: Option<&Placed<DateTime<FixedOffset>>>,
    released: Option<&Placed<DateTime<FixedOffset>>>,
    overrun: Overrun,
    sink: &mut Sink,
) {
    let mut against = |problem, placed: &Placed<_>, other: &Placed<_>| {
        sink.push(Diagnostic::against(problem, placed.span.clone(), other.span.clone()));
    };
    if let Some(end) = end.filter(|end| end.value <= start.value) {
        let problem = Problem::EndNotAfterStart { start: start.value, end: end.value };
        against(problem, end, start);
    }
    if let Some(announce) = announce.filter(|announce| announce.value > start.value) {
        let problem = Problem::AnnouncedAfterStart { announce: announce.value, start: start.value };
        against(problem, announce, start);
    }
    if let (Some(released), Some(end)) = (released, end)
        && released.value < end.value
    {
        let problem = Problem::ReleasedBeforeEnd { released: released.value, end: end.value };
        against(problem, released, end);
    }
    if let Some(released) = released {
        match (overrun, end) {
            (Overrun::Reopen, _) => {
                sink.report(Problem::ReleasedWithoutHold, released.span.clone());
            }
            (Overrun::Hold, None) => {
                sink.report(Problem::ReleasedWithoutEnd, released.span.clone());
            }
            (Overrun::Hold, Some(_)) => {}
        }
    }
    if let Some(end) = end {
        let days = (end.value - start.value).num_days();
        if days >= LONG_DAYS {
            sink.report(Problem::Long { days }, end.span.clone());
        }
    }
}
