//! What channels and windows say against each other.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset, Utc};

use super::{Sink, channel::Draft, table::Placed};
use crate::{Diagnostic, Match, Occurrence, Problem, Route, Schedule, When, Window};

/// Reports routes that two channels claim.
pub(super) fn routes(channels: &[Draft], sink: &mut Sink) {
    let mut claimed: HashMap<&Route, (&Placed<Route>, &str)> = HashMap::new();
    for channel in channels {
        let name = channel.id.as_ref().map_or("", |id| id.value.as_str());
        for route in &channel.routes {
            if let Some((first, channel)) = claimed.get(&route.value) {
                let problem = Problem::DuplicateRoute {
                    route: route.value.to_string(),
                    channel: (*channel).to_owned(),
                };
                sink.push(Diagnostic::against(problem, route.span.clone(), first.span.clone()));
            } else {
                claimed.insert(&route.value, (route, name));
            }
        }
    }
}

/// Reports rules that ask the same of a request: the second would never be heard.
pub(super) fn rules(channels: &[Draft], sink: &mut Sink) {
    let mut claimed: Vec<(&Placed<Match>, &str)> = Vec::new();
    for channel in channels {
        let name = channel.id.as_ref().map_or("", |id| id.value.as_str());
        for rule in &channel.matches {
            let first = claimed.iter().find(|(first, _)| first.value.asks_the_same(&rule.value));
            if let Some((first, channel)) = first {
                let channel = (*channel).to_owned();
                let problem = Problem::DuplicateMatch { channel };
                sink.push(Diagnostic::against(problem, rule.span.clone(), first.span.clone()));
            } else {
                claimed.push((rule, name));
            }
        }
    }
}

/// Where two windows overlap.
struct Met {
    channels: Vec<String>,
    first: DateTime<FixedOffset>,
}

/// Reports windows that overlap on a channel, by their planned ends. A window without an end, and
/// one that was cancelled, stands in nobody's way: refusing next month's window because tonight's
/// emergency has no end yet would help nobody. A channel that is finished early is free from then
/// on.
///
/// Recurring windows are held against each other as far ahead as they are compiled.
pub(super) fn overlaps(
    windows: &[Placed<Window>],
    channels: &[Draft],
    now: DateTime<Utc>,
    sink: &mut Sink,
) {
    let until = Schedule::horizon(now);
    let occurrences: Vec<(usize, Occurrence)> = windows
        .iter()
        .enumerate()
        .filter(|(_, window)| !matches!(window.value.when, When::Once { end: None, .. }))
        .flat_map(|(row, window)| {
            window.value.occurrences(until).into_iter().map(move |occurrence| (row, occurrence))
        })
        .filter(|(_, occurrence)| !occurrence.cancelled)
        .collect();
    // One problem for two windows, however many channels they share.
    let mut pairs: BTreeMap<(usize, usize), Met> = BTreeMap::new();
    for (place, channel) in channels.iter().enumerate() {
        let Some(id) = &channel.id else { continue };
        let mut planned: Vec<_> = occurrences
            .iter()
            .filter(|(_, occurrence)| occurrence.channels.contains(&place))
            .filter_map(|(row, occurrence)| Some((occurrence.start, occurrence.end?, *row)))
            .filter(|(start, end, _)| start < end)
            .collect();
        planned.sort_by_key(|(start, ..)| *start);
        // Beside its predecessor alone, a window inside a long one would go unnoticed.
        let mut longest: Option<(DateTime<FixedOffset>, usize)> = None;
        for (start, end, row) in planned {
            // What a recurring window does to itself is told where it stands.
            if let Some((until, other)) = longest
                && start < until
                && row != other
            {
                let met = pairs.entry((row.max(other), row.min(other)));
                let met = met.or_insert_with(|| Met { channels: Vec::new(), first: start });
                met.first = met.first.min(start);
                if met.channels.last().is_none_or(|last| last != id.value.as_str()) {
                    met.channels.push(id.value.as_str().to_owned());
                }
            }
            if longest.is_none_or(|(until, _)| end > until) {
                longest = Some((end, row));
            }
        }
    }
    for ((row, other), Met { channels, first }) in pairs {
        let (window, other) = (&windows[row], &windows[other]);
        let recurs = |window: &Window| matches!(window.when, When::Repeating(_));
        let first = (recurs(&window.value) || recurs(&other.value)).then_some(first);
        let other_id = other.value.id.as_str().to_owned();
        let problem = Problem::Overlap { channels, other: other_id, first };
        sink.push(Diagnostic::against(problem, window.span.clone(), other.span.clone()));
    }
}
