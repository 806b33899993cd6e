//! An occurrence of a window in `timeline.json`.

use chrono::{DateTime, NaiveDateTime, Utc};
use schedule::{
    Amendment, AmendmentKind, Known, Occurrence, Overrun, Phase, Reason, Timeline, Translations,
    WindowTexts,
};
use serde::Serialize;

use crate::{instant::utc, page};

/// One occurrence of a window. Where channels were finished at different times there are several of
/// one window, each over channels of its own.
#[derive(Serialize)]
pub(super) struct Window<'a> {
    id: &'a str,
    /// For a window that recurs, the local start that names the occurrence.
    of: Option<NaiveDateTime>,
    phase: Phase,
    /// Inclusive.
    start: String,
    /// Exclusive.
    end: Option<String>,
    overrun: Overrun,
    /// When it opens by itself, as far as people may count on it.
    reopens: Option<String>,
    reason: Reason,
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    translations: &'a Translations<WindowTexts>,
    channels: Vec<&'a str>,
    changes: Vec<Change>,
    /// The one that changed it last; 0 when none did since it was announced.
    revision: u32,
    history: Vec<Amended>,
}

#[derive(Serialize)]
struct Change {
    phase: Phase,
    at: String,
}

/// What was changed since people could know of it.
#[derive(Serialize)]
struct Amended {
    kind: AmendmentKind,
    revision: u32,
    at: String,
    before: Option<Span>,
}

#[derive(Serialize)]
struct Span {
    start: String,
    end: Option<String>,
}

impl Amended {
    fn new(amendment: &Amendment) -> Self {
        Self {
            kind: amendment.kind,
            revision: amendment.revision,
            at: utc(amendment.at),
            before: amendment.before.as_ref().map(|plan| Span {
                start: utc(plan.start.to_utc()),
                end: plan.end.map(|end| utc(end.to_utc())),
            }),
        }
    }
}

impl<'a> Window<'a> {
    pub(super) fn new(
        timeline: &'a Timeline,
        occurrence: &'a Occurrence,
        known: &[Known<'_>],
        now: DateTime<Utc>,
    ) -> Self {
        let known = page::known_of(known, occurrence);
        let history = known.into_iter().flat_map(|known| &known.history);
        let channels = occurrence.channels.iter();
        let changes = changes(timeline, occurrence).into_iter();
        Self {
            id: occurrence.window.as_str(),
            of: occurrence.of,
            phase: timeline.phase(occurrence, now),
            start: utc(occurrence.start.to_utc()),
            end: occurrence.end.map(|end| utc(end.to_utc())),
            overrun: occurrence.overrun,
            reopens: occurrence.promises().map(|end| utc(end.to_utc())),
            reason: occurrence.reason,
            summary: occurrence.summary.as_deref(),
            translations: &occurrence.translations,
            channels: channels.map(|&place| timeline.channels[place].id.as_str()).collect(),
            changes: changes.map(|(phase, at)| Change { phase, at: utc(at) }).collect(),
            revision: known.map_or(0, Known::revision),
            history: history.map(|amendment| Amended::new(amendment)).collect(),
        }
    }
}

/// The phases that an occurrence comes to by itself, and when, in order: those that people may count
/// on. One that is cancelled comes to none.
pub(super) fn changes(timeline: &Timeline, occurrence: &Occurrence) -> Vec<(Phase, DateTime<Utc>)> {
    let start = occurrence.start.to_utc();
    let imminent = start - timeline.service.imminent.to_delta();
    let boundaries = [
        occurrence.announced.map(|at| at.to_utc()),
        Some(imminent),
        Some(start),
        occurrence.end.map(|at| at.to_utc()),
        occurrence.promises().map(|at| at.to_utc()),
    ];
    let mut boundaries: Vec<_> = boundaries.into_iter().flatten().collect();
    boundaries.sort_unstable();
    boundaries.dedup();
    let mut known = None;
    let phases = boundaries.into_iter().map(|at| (timeline.phase(occurrence, at), at));
    phases
        .filter(|(phase, _)| !matches!(phase, Phase::Scheduled | Phase::Cancelled))
        .filter(|(phase, _)| known.replace(*phase) != Some(*phase))
        .collect()
}
