//! Where windows stand, and what may follow.

use chrono::{DateTime, Utc};
use schedule::{Occurrence, Overrun, Phase, Schedule, Timeline, Whole, Window};

use crate::{Verb, pick, read::recurs, voice::Voice};

/// Where a window stands: its occurrence that is open, or else the next, or else the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Over the channels that were not finished early.
    pub occurrence: Occurrence,
    pub phase: Phase,
    /// The steps that may follow now.
    pub verbs: Vec<Verb>,
    /// When it is, on one line, with weekday, date and zone.
    pub said: String,
}

/// Where every window stands, in the order of the document.
pub fn standings(schedule: &Schedule, now: DateTime<Utc>) -> Vec<Standing> {
    let timeline = schedule.timeline(now);
    let wholes = Whole::all(&timeline);
    let by_window = Whole::by_window(&wholes);
    let stands = |window: &Window| {
        let whole = pick::current(&timeline, by_window.get(window.id.as_str())?, now)?;
        Some(standing(schedule, &timeline, window, whole, now))
    };
    schedule.windows().iter().filter_map(stands).collect()
}

fn standing(
    schedule: &Schedule,
    timeline: &Timeline,
    window: &Window,
    whole: &Whole,
    now: DateTime<Utc>,
) -> Standing {
    let occurrence = whole.occurrence.clone();
    let phase = timeline.phase(&occurrence, now);
    let may = |verb: &Verb| verb.follows(phase) && fits(*verb, window, &occurrence, phase);
    let verbs = Verb::ALL.into_iter().filter(may).collect();
    let voice = Voice::of(schedule.service());
    let mut said = voice.span(occurrence.start, occurrence.end);
    match (phase, occurrence.released) {
        (Phase::Overrun, Some(opens)) => {
            said += &format!("; held until {} at most", voice.end(occurrence.start, opens));
        }
        (Phase::Overrun, None) => said += "; held until it is released",
        _ => {}
    }
    for (channel, at) in &whole.finished {
        if let Some(channel) = schedule.channels().get(*channel) {
            let at = voice.end(occurrence.start, *at);
            said += &format!("; `{}` finished {at}", channel.id.as_str());
        }
    }
    Standing { occurrence, phase, verbs, said }
}

/// Whether a step is possible for what the window is, besides its phase.
fn fits(verb: Verb, window: &Window, occurrence: &Occurrence, phase: Phase) -> bool {
    match verb {
        Verb::Announce => !recurs(window),
        Verb::Hold => !recurs(window) && occurrence.end.is_some(),
        Verb::Release => {
            phase == Phase::Overrun
                || (occurrence.overrun == Overrun::Hold
                    && occurrence.end.is_some()
                    && occurrence.reopens() != occurrence.end)
        }
        _ => true,
    }
}
