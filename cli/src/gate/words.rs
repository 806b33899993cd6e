//! What a channel's users are told while it is held, in the service's language: the same words as
//! everywhere else.

use catalogue::fill;
use schedule::{Phase, Reason};

use super::{decision::Hold, plan::Plan};

/// Some lines: what is going on until when, what that means for them, and whom to ask.
///
/// ```text
/// ImmTrac2, FTP-related data exchange: Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
/// Files may be submitted; they are not processed during the downtime.
/// File processing resumes automatically. There is no need to resubmit data.
/// Data Exchange: ImmTracMU@dshs.texas.gov
/// ```
pub(super) fn words(plan: &Plan, channel: usize, hold: &Hold<'_>) -> String {
    let told = &plan.channels[channel];
    let contact = told.contact.as_ref().map(|it| format!("{}: {}", it.topic, it.email));
    let lines = [
        Some(format!("{}, {}: {}", plan.name, told.name, outlook(plan, hold))),
        told.instructions.during.clone(),
        told.instructions.after.clone(),
        contact,
    ];
    lines.into_iter().flatten().map(|line| one_line(&line) + "\n").collect()
}

/// Until when, as far as anybody knows. Before the start both ends are said.
fn outlook(plan: &Plan, hold: &Hold<'_>) -> String {
    let (words, speech) = (plan.language.answer(), plan.told.speech_in(plan.language));
    let Hold { occurrence, phase, resumes } = hold;
    let kind = match occurrence.reason {
        Reason::Emergency => words.emergency,
        Reason::Planned => words.planned,
    };
    if *phase == Phase::Imminent {
        let span = match resumes.or(occurrence.end) {
            Some(end) => speech.span(occurrence.start, end),
            None => speech.open_span(occurrence.start),
        };
        return format!("{kind}, {span}");
    }
    let say = |pattern, end| {
        let end = speech.end(occurrence.start, end);
        fill(pattern, &[("kind", kind), ("end", &end)])
    };
    match (resumes, occurrence.end) {
        (Some(resumes), _) => say(words.ends, *resumes),
        (None, Some(end)) if *phase == Phase::Overrun => say(words.overrun, end),
        (None, Some(end)) => say(words.planned_to_end, end),
        (None, None) => fill(words.going_on, &[("kind", kind)]),
    }
}

/// A line break within a text would begin a line of the protocol in which it is sent.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).map(str::trim).collect::<Vec<_>>().join(" ")
}
