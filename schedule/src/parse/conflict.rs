//! What channels and windows say against each other.

use std::collections::HashMap;

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
    for (place, channel) in channels.iter().enumerate() {
        let Some(id) = &channel.id else { continue };
        let mut planned: Vec<_> = windows
            .iter()
            .filter(|window| window.value.channels.contains(&place) && !window.value.cancelled)
            .filter_map(|window| Some((window.value.start, window.value.end?, window)))
            .filter(|(start, end, _)| start < end)
            .collect();
        planned.sort_by_key(|(start, ..)| *start);
        // Beside its predecessor alone, a window inside a long one would go unnoticed.
        let mut longest: Option<&(_, _, &Placed<Window>)> = None;
        for candidate in &planned {
            let (start, end, window) = candidate;
            if let Some((_, until, other)) = longest
                && start < until
            {
                let problem = Problem::Overlap {
                    channel: id.value.as_str().to_owned(),
                    other: other.value.id.as_str().to_owned(),
                };
                sink.push(Diagnostic::against(problem, window.span.clone(), other.span.clone()));
            }
            if longest.is_none_or(|(_, until, _)| end > until) {
                longest = Some(candidate);
            }
        }
    }
}
