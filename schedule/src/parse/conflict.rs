//! What channels and windows say against each other.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset};

use super::{Sink, channel::Draft, table::Placed};
use crate::{Diagnostic, Problem, Route, Window};

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

/// Reports windows that overlap on a channel, by their planned ends. A window without an end, and
/// one that was cancelled, stands in nobody's way: refusing next month's window because tonight's
/// emergency has no end yet would help nobody.
pub(super) fn overlaps(windows: &[Placed<Window>], channels: &[Draft], sink: &mut Sink) {
    // One problem for two windows, however many channels they share.
    let mut pairs: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for (place, channel) in channels.iter().enumerate() {
        let Some(id) = &channel.id else { continue };
        let mut planned: Vec<_> = windows
            .iter()
            .map(|window| &window.value)
            .enumerate()
            .filter(|(_, window)| window.channels.contains(&place) && !window.cancelled)
            .filter_map(|(row, window)| Some((window.start, window.end?, row)))
            .filter(|(start, end, _)| start < end)
            .collect();
        planned.sort_by_key(|(start, ..)| *start);
        // Beside its predecessor alone, a window inside a long one would go unnoticed.
        let mut longest: Option<(DateTime<FixedOffset>, usize)> = None;
        for (start, end, row) in planned {
            if let Some((until, other)) = longest
                && start < until
            {
                pairs.entry((row, other)).or_default().push(id.value.as_str().to_owned());
            }
            if longest.is_none_or(|(until, _)| end > until) {
                longest = Some((end, row));
            }
        }
    }
    for ((row, other), channels) in pairs {
        let (window, other) = (&windows[row], &windows[other]);
        let problem = Problem::Overlap { channels, other: other.value.id.as_str().to_owned() };
        sink.push(Diagnostic::against(problem, window.span.clone(), other.span.clone()));
    }
}
