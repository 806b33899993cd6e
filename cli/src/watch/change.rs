//! What differs from what was seen before.

use schedule::Phase;

use super::{
    seen::{Channel, Seen, Window},
    standing,
};

/// A sentence for each difference; for what is seen first, one for whatever there is.
pub(super) fn changes(before: Option<&Seen>, seen: &Seen) -> Vec<String> {
    let mut changes = Vec::new();
    changes.extend(revision(before, seen));
    let old = before.map(|before| before.timeline.windows.as_slice()).unwrap_or_default();
    let new = &seen.timeline.windows;
    for window in new {
        let known = old.iter().find(|old| is_same(old, window));
        if known.is_none_or(|known| differs(known, window)) {
            let standing = standing::window(window, &seen.timeline.service, seen.now);
            changes.push(format!("`{}` is {standing}{}", window.id, over(known, window)));
        }
    }
    for gone in old.iter().filter(|old| !new.iter().any(|new| is_same(old, new))) {
        changes.push(match gone.phase.is_closed() {
            true => format!("`{}` is over", gone.id),
            false => format!("`{}` is no longer announced", gone.id),
        });
    }
    for channel in &seen.timeline.channels {
        let known = before.and_then(|before| {
            before.timeline.channels.iter().find(|known| known.id == channel.id)
        });
        if known.map_or(is_closed(channel), |known| is_closed(known) != is_closed(channel)) {
            changes.push(format!("{}: {}", channel.id, standing::channel(channel, seen)));
        }
    }
    if before.is_none() && new.is_empty() {
        changes.push("nothing is announced".to_owned());
    }
    changes
}

fn revision(before: Option<&Seen>, seen: &Seen) -> Option<String> {
    let new = seen.revision();
    match before.map(Seen::revision) {
        Some(old) if old == new => None,
        Some(old) => Some(format!("the edge decides by {}, before by {}", named(new), named(old))),
        None => Some(format!("the edge decides by {}", named(new))),
    }
}

/// "revision 7".
pub(super) fn named(revision: Option<u64>) -> String {
    match revision {
        None => "no timeline: every request passes".to_owned(),
        Some(0) => "the timeline that was deployed".to_owned(),
        Some(revision) => format!("revision {revision}"),
    }
}

/// Whether it is the same occurrence, perhaps at another time.
fn is_same(old: &Window, new: &Window) -> bool {
    old.id == new.id && (old.start == new.start || !is_over(old, new))
}

/// Of a window that recurs, the next occurrence is another one.
fn is_over(old: &Window, new: &Window) -> bool {
    old.end.is_some_and(|end| end <= new.start)
}

fn differs(old: &Window, new: &Window) -> bool {
    (old.phase, old.start, old.end) != (new.phase, new.start, new.end)
        || old.channels != new.channels
}

/// ", over `ftp`", where that was not so before.
fn over(old: Option<&Window>, new: &Window) -> String {
    if old.is_none_or(|old| old.channels == new.channels) {
        return String::new();
    }
    let ids: Vec<String> = new.channels.iter().map(|id| format!("`{id}`")).collect();
    format!(", over {}", ids.join(", "))
}

fn is_closed(channel: &Channel) -> bool {
    channel.phase.is_some_and(Phase::is_closed)
}
