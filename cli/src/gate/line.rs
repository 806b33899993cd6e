//! A decision in one line.

use chrono::TimeDelta;
use schedule::{Disposition, Occurrence, Phase, speech::Speech};

use super::{
    decision::{Decision, Hold},
    plan::Plan,
};

/// "held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 9:00 p.m. (CT): `deployment` is going on".
pub(super) fn line(plan: &Plan, channel: usize, lead: TimeDelta, decision: Decision<'_>) -> String {
    let told = &plan.channels[channel];
    let whose = format!("`{}` of {}", told.id, plan.name);
    match decision {
        Decision::Held(hold) => {
            let (until, why) = (until(plan, &hold), why(plan, lead, &hold));
            format!("held: {whose} {until}: {why}")
        }
        Decision::Open(_) if told.disposition == Disposition::Unaffected => {
            format!("open: {whose}; no window holds it, because it is unaffected")
        }
        Decision::Open(Some(next)) => format!("open: {whose}; {}", comes(plan, lead, next)),
        Decision::Open(None) => format!("open: {whose}; nothing is announced"),
    }
}

/// "until Thursday, …"; of what nobody knows, who will.
pub(super) fn until(plan: &Plan, hold: &Hold<'_>) -> String {
    let speech = plan.told.speech();
    let Hold { occurrence, phase, resumes } = hold;
    match (resumes, occurrence.end) {
        (Some(resumes), _) => speech.until(occurrence.start, *resumes),
        (None, Some(end)) if *phase == Phase::Overrun => {
            let end = speech.end(occurrence.start, end);
            format!("until somebody releases it, which was to be {end}")
        }
        (None, Some(end)) => {
            let end = speech.end(occurrence.start, end);
            format!("until somebody releases it, not before {end}")
        }
        (None, None) => "until its end, which nobody knows yet".to_owned(),
    }
}

fn why(plan: &Plan, lead: TimeDelta, hold: &Hold<'_>) -> String {
    let (speech, id) = (plan.told.speech(), hold.occurrence.window.as_str());
    match hold.phase {
        Phase::Imminent => format!(
            "`{id}` starts {}, and nothing begins in the {} before it",
            speech.moment(hold.occurrence.start),
            speech.length(lead),
        ),
        Phase::Overrun => format!("`{id}` takes longer than planned"),
        _ => format!("`{id}` is going on"),
    }
}

/// "held from Thursday, … on, for `deployment`".
fn comes(plan: &Plan, lead: TimeDelta, next: &Occurrence) -> String {
    let speech: Speech<'_> = plan.told.speech();
    let from = speech.moment(plan.told.tell(next.start - lead));
    format!("held from {from} on, for `{}`", next.window.as_str())
}
