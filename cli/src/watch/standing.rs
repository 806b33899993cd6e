//! Where a channel or a window stands, with its countdown.

use chrono::{DateTime, Utc};
use schedule::{
    Disposition, Phase,
    speech::{Language, Speech},
};

use super::seen::{Channel, Seen, Service, Window};
use crate::countdown;

/// "unavailable, for 1 hour 12 minutes more (`deployment`)"; "open".
pub(super) fn channel(channel: &Channel, seen: &Seen) -> String {
    let now = seen.now;
    let (Some(phase), Some(window)) = (channel.phase, seen.window_of(channel)) else {
        return "open".to_owned();
    };
    let countdown = countdown(phase, window, now);
    let id = &window.id;
    match (phase.is_closed(), channel.disposition) {
        (true, Disposition::Unaffected) => format!("open, unaffected by `{id}`"),
        (true, disposition) => format!("{}, {countdown} (`{id}`)", word(disposition)),
        (false, _) => format!("open; `{id}` {countdown}"),
    }
}

/// "active, for 1 hour 12 minutes more: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)".
pub(super) fn window(window: &Window, service: &Service, now: DateTime<Utc>) -> String {
    let countdown = countdown(window.phase, window, now);
    format!("{}, {countdown}: {}", window.phase, when(window, service))
}

pub(super) fn when(window: &Window, service: &Service) -> String {
    let speech = Speech::new(Language::English, service.label());
    let start = service.at(window.start);
    match window.end {
        Some(end) => speech.span(start, service.at(end)),
        None => speech.open_span(start),
    }
}

fn countdown(phase: Phase, window: &Window, now: DateTime<Utc>) -> String {
    match (phase, window.end) {
        (Phase::Active, Some(end)) => countdown::still(end - now),
        (Phase::Active, None) => countdown::so_far(now - window.start),
        (Phase::Overrun, Some(end)) => countdown::over(now - end),
        _ => format!("starts {}", countdown::until(window.start - now)),
    }
}

fn word(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::Unavailable => "unavailable",
        Disposition::ReadOnly => "read-only",
        Disposition::Hold => "accepted and held",
        Disposition::Unaffected => "unaffected",
    }
}
