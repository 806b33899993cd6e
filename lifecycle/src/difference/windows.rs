//! Which windows there are, and in which order they are told.

use chrono::{DateTime, FixedOffset, Utc};
use schedule::{Phase, Whole, Window};

use super::{Difference, Side, occurrence, series, window, words};
use crate::{pick, read::recurs, voice::listed};

pub(super) fn windows(
    before: Option<&Side<'_>>,
    after: &Side<'_>,
    now: DateTime<Utc>,
) -> Vec<Difference> {
    let old = before.into_iter().flat_map(|before| before.schedule.windows());
    let gone = old.filter(|window| after.window(window.id.as_str()).is_none());
    let mut ids: Vec<&str> =
        after.schedule.windows().iter().chain(gone).map(|window| window.id.as_str()).collect();
    ids.sort_by_cached_key(|id| place(before, after, id, now));
    ids.into_iter()
        .flat_map(|id| {
            let said = one(before, after, id, now);
            said.into_iter().map(|said| Difference { window: Some(id.to_owned()), said })
        })
        .collect()
}

/// Open ones first, then those to come, the next first, then those that are over.
fn place(
    before: Option<&Side<'_>>,
    after: &Side<'_>,
    id: &str,
    now: DateTime<Utc>,
) -> (usize, Option<DateTime<FixedOffset>>) {
    let stands = |side: &Side<'_>| {
        let whole = current(side, id, now)?;
        let phase = side.phase(whole, now);
        let over = matches!(phase, Phase::Ended | Phase::Cancelled);
        let class = if phase.is_closed() { 0 } else { 1 + usize::from(over) };
        Some((class, Some(whole.occurrence.start)))
    };
    let sides = before.into_iter().chain([after]);
    sides.filter_map(stands).min().unwrap_or((3, None))
}

fn one(before: Option<&Side<'_>>, after: &Side<'_>, id: &str, now: DateTime<Utc>) -> Vec<String> {
    let old = before.and_then(|before| Some((before, before.window(id)?)));
    match (old, after.window(id)) {
        (Some((before, old)), Some(new)) => changed(before, old, after, new, now),
        (None, Some(new)) => vec![added(after, new, now)],
        (Some((before, old)), None) => {
            vec![format!("`{id}` is removed: {}", span(before, old, now))]
        }
        (None, None) => Vec::new(),
    }
}

fn changed(
    before: &Side<'_>,
    old: &Window,
    after: &Side<'_>,
    new: &Window,
    now: DateTime<Utc>,
) -> Vec<String> {
    let id = new.id.as_str();
    let mut said: Vec<String> = window::common(before, old, after, new)
        .into_iter()
        .map(|words| format!("`{id}` {words}"))
        .collect();
    let pair = occurrence::Pair { before, old, after, new, now };
    match (recurs(old), recurs(new)) {
        (true, true) => said.extend(series::series(&pair)),
        (false, false) => {
            let (olds, news) = (before.of_window(id), after.of_window(id));
            let both = olds.into_iter().zip(news);
            said.extend(both.flat_map(|(old, new)| pair.said(old, new)));
        }
        (_, true) => said.push(format!("`{id}` recurs now: {}", span(after, new, now))),
        (_, false) => said.push(format!("`{id}` comes once now: {}", span(after, new, now))),
    }
    if said.is_empty() && series::differs_later(&pair) {
        said.push(format!("`{id}` is written differently, and comes to the same so far"));
    }
    said
}

fn added(after: &Side<'_>, new: &Window, now: DateTime<Utc>) -> String {
    let id = new.id.as_str();
    let mut said = format!(
        "`{id}` is new, on {}: {}",
        listed(&after.ids(&new.channels)),
        span(after, new, now)
    );
    for words in window::remarkable(after, new) {
        said += &format!("; it {words}");
    }
    if let Some(summary) = &new.summary {
        said += &format!("; {}", words::quoted(summary));
    }
    for (tag, texts) in new.translations.iter() {
        if let Some(summary) = &texts.summary {
            said += &format!("; in `{tag}` {}", words::quoted(summary));
        }
    }
    said
}

fn current<'s>(side: &'s Side<'_>, id: &str, now: DateTime<Utc>) -> Option<&'s Whole> {
    pick::current(&side.timeline, &side.of_window(id), now)
}

/// When it is; for a recurring one its rule and the occurrence that is open or next.
fn span(side: &Side<'_>, window: &Window, now: DateTime<Utc>) -> String {
    let Some(whole) = current(side, window.id.as_str(), now) else {
        return "not within the years that are compiled".to_owned();
    };
    let span = side.voice().span(whole.occurrence.start, whole.occurrence.end);
    let which = match side.phase(whole, now) {
        Phase::Active | Phase::Overrun => "now",
        Phase::Ended | Phase::Cancelled => "last",
        Phase::Scheduled | Phase::Announced | Phase::Imminent => "next",
    };
    match series::rule(window) {
        Some(rule) => format!("by {rule}, {which} {span}"),
        None => span,
    }
}
