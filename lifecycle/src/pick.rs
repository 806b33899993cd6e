//! Which occurrence of a window is meant where nothing is said.

use chrono::{DateTime, Utc};
use schedule::{Phase, Timeline, Whole};

use crate::{Of, Refused};

/// The occurrence that is open, or else the next to come, or else the last.
///
/// Of several that are open the last to start speaks, as at the gate. One that is cancelled is
/// passed over as long as there is another.
pub(crate) fn current<'w>(
    timeline: &Timeline,
    wholes: &[&'w Whole],
    now: DateTime<Utc>,
) -> Option<&'w Whole> {
    let phase = |whole: &&&Whole| timeline.phase(&whole.occurrence, now);
    let is_to_come = |whole: &&&Whole| {
        matches!(phase(whole), Phase::Scheduled | Phase::Announced | Phase::Imminent)
    };
    let open = wholes.iter().rfind(|whole| phase(whole).is_closed());
    let next = || wholes.iter().find(is_to_come);
    let last = || wholes.iter().rfind(|whole| phase(whole) == Phase::Ended);
    open.or_else(next).or_else(last).or_else(|| wholes.last()).copied()
}

/// The occurrence that is named.
pub(crate) fn named<'w>(window: &str, wholes: &[&'w Whole], of: Of) -> Result<&'w Whole, Refused> {
    let starts = || wholes.iter().filter_map(|whole| Some((whole.occurrence.of?, *whole)));
    let found: Vec<_> = starts().filter(|(start, _)| of.is(*start)).collect();
    let window = window.to_owned();
    match found.as_slice() {
        [(_, whole)] => Ok(whole),
        [] if starts().next().is_none() && !wholes.is_empty() => Err(Refused::ComesOnce { window }),
        [] => {
            let asked = match of {
                Of::Date(date) => date.and_time(chrono::NaiveTime::MIN),
                Of::Start(start) => start,
            };
            let distance = |start: &chrono::NaiveDateTime| (*start - asked).abs();
            let nearest = starts().map(|(start, _)| start).min_by_key(distance);
            Err(Refused::NoSuchOccurrence { window, of, nearest })
        }
        several => {
            let starts = several.iter().map(|(start, _)| *start).collect();
            Err(Refused::SeveralOccurrences { window, of, starts })
        }
    }
}
