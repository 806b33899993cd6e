//! `[[window]]`.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, Utc};

use super::{
    Sink,
    channel::{self, Draft},
    instant::{instant, written},
    once, series,
    table::{Placed, Table},
    translations::{Text, translations},
};
use crate::{
    Announce, LanguageTag, Length, Overrun, Problem, Reason, Window, WindowId, WindowTexts, Zone,
};

const REASONS: [(&str, Reason); 2] =
    [("planned", Reason::Planned), ("emergency", Reason::Emergency)];

const OVERRUNS: [(&str, Overrun); 2] = [("reopen", Overrun::Reopen), ("hold", Overrun::Hold)];

/// A reading of a window with the place of its start, which overlaps point at.
pub(super) fn windows(
    tables: Vec<Table<'_>>,
    zone: Option<Zone>,
    own: Option<&LanguageTag>,
    channels: &[Draft],
    now: DateTime<Utc>,
    sink: &mut Sink,
) -> Vec<Placed<Window>> {
    let mut seen = HashMap::new();
    tables
        .into_iter()
        .filter_map(|mut table| {
            let id = channel::id(&mut table, "window", "id = \"deployment\"", &mut seen, sink);
            window(table, id, (zone, own), channels, now, sink)
        })
        .collect()
}

fn window(
    mut table: Table<'_>,
    id: Option<Placed<String>>,
    (zone, own): (Option<Zone>, Option<&LanguageTag>),
    channels: &[Draft],
    now: DateTime<Utc>,
    sink: &mut Sink,
) -> Option<Placed<Window>> {
    let over = table.required("channels", "channels = [\"web\"]", sink, |table, sink| {
        over(table, channels, sink)
    });
    let announce = announce(&mut table, zone, sink);
    let reason = table.word("reason", &REASONS, sink).unwrap_or_default();
    let overrun = table.word("overrun", &OVERRUNS, sink).unwrap_or_default();
    let hold_limit = table.placed_length("hold-limit", sink);
    if let Some(limit) = hold_limit.as_ref().filter(|_| overrun == Overrun::Reopen) {
        sink.report(Problem::HoldLimitWithoutHold, limit.span.clone());
    }
    let summary = table.text("summary", sink).map(|text| text.value);
    let texts = [Text::same("summary")];
    let translations = translations(&mut table, own, &texts, sink, |text| WindowTexts {
        summary: text("summary"),
    });
    let cancelled = table.truth("cancelled", sink).unwrap_or(false);
    let about = About {
        zone,
        channels,
        over: over.as_deref(),
        announce: announce.as_ref(),
        overrun,
        hold_limit: hold_limit.as_ref(),
        cancelled,
        now,
    };
    let when = if series::repeats(&table) {
        series::when(&mut table, &about, sink)
    } else {
        once::when(&mut table, &about, sink)
    };
    table.finish(sink);

    let when = when?;
    let window = Window {
        id: WindowId(id?.value),
        channels: over?,
        when: when.value,
        announce: announce.map_or(Announce::AtOnce, |announce| announce.value),
        reason,
        overrun,
        hold_limit: hold_limit.map(|limit| limit.value),
        summary,
        translations,
        cancelled,
    };
    Some(Placed { value: window, span: when.span })
}

/// What the "when" of a window is held against.
pub(super) struct About<'a> {
    pub(super) zone: Option<Zone>,
    pub(super) channels: &'a [Draft],
    /// The places of those that it is over, where they can be read.
    pub(super) over: Option<&'a [usize]>,
    pub(super) announce: Option<&'a Placed<Announce>>,
    pub(super) overrun: Overrun,
    pub(super) hold_limit: Option<&'a Placed<Length>>,
    pub(super) cancelled: bool,
    pub(super) now: DateTime<Utc>,
}

impl About<'_> {
    /// The place of the channel of this name.
    pub(super) fn channel(&self, name: &str) -> Option<usize> {
        place(self.channels, name)
    }

    /// The name of the channel at a place; empty where it has none that can be read.
    pub(super) fn id(&self, place: usize) -> String {
        let id = self.channels.get(place).and_then(|channel| channel.id.as_ref());
        id.map_or_else(String::new, |id| id.value.0.clone())
    }

    /// The names of all channels.
    pub(super) fn known(&self) -> Vec<String> {
        known(self.channels)
    }

    /// When a window that holds opens by itself, for one that ends at `end`.
    pub(super) fn limit(&self, end: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let limit = end + self.hold_limit?.value.to_delta();
        Some(self.zone.map_or(limit, |zone| zone.at(limit)))
    }
}

fn place(channels: &[Draft], name: &str) -> Option<usize> {
    channels.iter().position(|channel| channel.id.as_ref().is_some_and(|id| id.value.0 == name))
}

fn known(channels: &[Draft]) -> Vec<String> {
    channels.iter().flat_map(|channel| &channel.id).map(|id| id.value.0.clone()).collect()
}

/// A date and time, or how long before each start.
fn announce(
    table: &mut Table<'_>,
    zone: Option<Zone>,
    sink: &mut Sink,
) -> Option<Placed<Announce>> {
    let value = table.value("announce")?;
    if value.get_ref().is_str() {
        let lead = table.length("announce", sink)?;
        return Some(Placed { value: Announce::Before(lead), span: value.span() });
    }
    let written = written(table, "announce", sink)?;
    let at = instant(written, zone, sink)?;
    Some(Placed { value: Announce::At(at.value), span: at.span })
}

/// The places of the channels that the window is over, ascending.
pub(super) fn over(
    table: &mut Table<'_>,
    channels: &[Draft],
    sink: &mut Sink,
) -> Option<Vec<usize>> {
    let names = table.texts("channels", "write a list such as `[\"web\"]`", sink)?;
    if names.value.is_empty() {
        sink.report(Problem::EmptyList { key: "channels" }, names.span);
        return None;
    }
    let mut places: Vec<usize> = Vec::new();
    for name in names.value {
        match place(channels, &name.value) {
            Some(place) if places.contains(&place) => {
                sink.report(Problem::RepeatedChannel { id: name.value }, name.span);
            }
            Some(place) => places.push(place),
            None => {
                let known = known(channels);
                sink.report(Problem::UnknownChannel { id: name.value, known }, name.span);
            }
        }
    }
    places.sort_unstable();
    Some(places)
}
