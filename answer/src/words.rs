//! The sentences about a window that page and text share, so that they cannot disagree.

use schedule::{
    Closing, Occurrence, Phase, Reason,
    speech::{Language, Speech},
};

/// What it is: "Emergency maintenance".
pub(crate) fn kind(occurrence: &Occurrence) -> &'static str {
    match occurrence.reason {
        Reason::Emergency => "Emergency maintenance",
        Reason::Planned => "Scheduled maintenance",
    }
}

/// When it is: "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)".
pub(crate) fn when(occurrence: &Occurrence, label: &str) -> String {
    match occurrence.end {
        Some(end) => speech(label).span(occurrence.start, end),
        None => speech(label).open_span(occurrence.start),
    }
}

/// When it is over, as far as anybody knows, as a sentence.
pub(crate) fn outlook(closing: &Closing<'_>) -> String {
    let speech = speech(&closing.timeline().service.label);
    let kind = kind(closing.occurrence());
    let start = closing.occurrence().start;
    match (closing.phase, closing.reopens, closing.occurrence().end) {
        (_, Some(reopens), _) => format!("{kind} ends {}.", speech.end(start, reopens)),
        (Phase::Overrun, None, Some(end)) => {
            format!(
                "{kind} is taking longer than planned. It was to end {}.",
                speech.end(start, end)
            )
        }
        (_, None, Some(end)) => format!("{kind} is planned to end {}.", speech.end(start, end)),
        (_, None, None) => format!("{kind} is going on. Its end is not known yet."),
    }
}

/// English, whatever the service's own texts are in: a Spanish date in the middle of an English
/// sentence helps nobody.
fn speech(label: &str) -> Speech<'_> {
    Speech::new(Language::English, label)
}

/// The path, or the address when the service's is known, of one of our documents.
pub(crate) fn address(timeline: &schedule::Timeline, document: &str) -> String {
    let base = timeline.service.url.as_deref().unwrap_or_default();
    format!("{base}{}/{document}", timeline.edge.prefix)
}

/// The document about one window.
pub(crate) fn window_document(occurrence: &Occurrence) -> String {
    format!("windows/{}", occurrence.window.as_str())
}
