//! What was understood, repeated back before it is done.

use admin::{Finding, Outcome, Window};
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use schedule::speech::{Language, Speech};
use serde::Serialize;

use super::{
    error::listed,
    spoken::{Spoken, Stretch},
};
use crate::{countdown, outlook, page};

/// A time that was written, and the instant that it was read as.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ReadTime {
    pub(super) written: String,
    pub(super) instant: DateTime<FixedOffset>,
}

/// What a change would do, in the words of everybody's clocks.
///
/// ```text
/// extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
/// When
///   - Thursday, February 6, 2025, 7:00 p.m. – 9:30 p.m. (CT)
///   - Friday, February 7, 2025, 2:00 a.m. – 4:30 a.m. (Europe/Berlin, where you are)
///   - Friday, February 7, 2025, 1:00 a.m. – 3:30 a.m. (UTC)
///   - active, for 40 minutes more; over `web`
/// ```
pub(super) fn text(
    outcome: &Outcome,
    read: &[ReadTime],
    spoken: Spoken<'_>,
    now: DateTime<Utc>,
) -> String {
    let mut text = page::fill(&format!("This would be on record: {}", outcome.summary), "", "  ");
    if !read.is_empty() {
        text += "You wrote\n";
        text.extend(read.iter().map(|read| page::item(&understood(read, spoken, now))));
    }
    if let Some(window) = &outcome.window
        && let Some(stretch) = stretch(window)
    {
        text += &format!("When is `{}`\n", window.id);
        text.extend(spoken.lines(stretch).iter().map(|line| page::item(line)));
        text += &page::item(&format!(
            "{}; over {}",
            standing(window, stretch, now),
            listed(&window.channels)
        ));
        text.extend(held(window, spoken).map(|held| page::item(&held)));
    }
    text += &outlook::of(outcome);
    text.extend(outcome.warnings.iter().map(warning));
    text
}

/// "`Thu 7pm` is Thursday, February 6, 2025, 7:00 p.m. (CT), in 19 minutes".
fn understood(read: &ReadTime, spoken: Spoken<'_>, now: DateTime<Utc>) -> String {
    let moment = spoken.moment(read.instant);
    let from_now = read.instant.to_utc() - now;
    match from_now < TimeDelta::zero() {
        true => format!("`{}` is {moment}, which is past", read.written),
        false => format!("`{}` is {moment}, {}", read.written, countdown::until(from_now)),
    }
}

/// The stretch that a window takes; `None` if its times cannot be read.
pub(super) fn stretch(window: &Window) -> Option<Stretch> {
    let read = |text: &String| DateTime::parse_from_rfc3339(text).ok();
    let end = match &window.end {
        Some(end) => Some(read(end)?),
        None => None,
    };
    Some(Stretch { start: read(&window.start)?, end })
}

/// "announced, starts in 19 minutes and takes 2 hours".
pub(super) fn standing(window: &Window, stretch: Stretch, now: DateTime<Utc>) -> String {
    let Stretch { start, end } = stretch;
    let to_start = start.to_utc() - now;
    let phase = &window.phase;
    match (&**phase, end) {
        ("active", Some(end)) => format!("{phase}, {}", countdown::still(end.to_utc() - now)),
        ("active", None) => format!("{phase}, {}", countdown::so_far(-to_start)),
        ("overrun", Some(end)) => format!("{phase}, {}", countdown::over(now - end.to_utc())),
        ("scheduled" | "announced" | "imminent", Some(end)) => format!(
            "{phase}, starts {} and takes {}",
            countdown::until(to_start),
            Speech::new(Language::English, "").length(end - start)
        ),
        ("scheduled" | "announced" | "imminent", None) => {
            format!("{phase}, starts {}", countdown::until(to_start))
        }
        _ => phase.clone(),
    }
}

fn held(window: &Window, spoken: Spoken<'_>) -> Option<String> {
    if window.overrun != "hold" || matches!(&*window.phase, "ended" | "cancelled") {
        return None;
    }
    let released = window.released.as_ref();
    let released = released.and_then(|at| DateTime::parse_from_rfc3339(at).ok());
    Some(match released {
        Some(at) => format!("then held until it is released, at the latest {}", spoken.moment(at)),
        None => "then held until it is released".to_owned(),
    })
}

fn warning(finding: &Finding) -> String {
    let help = finding.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
    page::fill(&format!("warning: {}{help}", finding.message), "", "  ")
}
