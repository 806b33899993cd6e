//! Where a window stands, in words.

use chrono::{DateTime, FixedOffset};
use schedule::{Overrun, Phase, Reason, speech::Speech};

use super::standing::Standing;

/// "2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)"
pub(super) fn window(standing: &Standing, speech: Speech<'_>) -> String {
    let occurrence = &standing.occurrence;
    let reason = match occurrence.reason {
        Reason::Emergency => "emergency",
        Reason::Planned => "planned",
    };
    let span = match occurrence.end {
        Some(end) => speech.span(occurrence.start, end),
        None => speech.open_span(occurrence.start),
    };
    format!("{} ({reason}): {span}", occurrence.window.as_str())
}

/// "active: it ends in 1 hour 30 minutes"
pub(super) fn phase(standing: &Standing, at: DateTime<FixedOffset>, speech: Speech<'_>) -> String {
    let occurrence = &standing.occurrence;
    let until = |instant: DateTime<FixedOffset>| speech.length(instant - at);
    let since = |instant: DateTime<FixedOffset>| speech.length(at - instant);
    let starts = until(occurrence.start);
    let said = match standing.phase {
        Phase::Scheduled => match occurrence.announced {
            Some(announced) => {
                let moment = speech.moment(announced);
                format!("it starts in {starts}, and nobody is told before {moment}")
            }
            None => format!("it starts in {starts}"),
        },
        Phase::Announced | Phase::Imminent => format!("it starts in {starts}"),
        Phase::Active => active(standing, until, speech),
        Phase::Overrun => {
            let planned =
                occurrence.end.map(|end| format!("it was planned to end {} ago", since(end)));
            let opens = match standing.reopens {
                Some(reopens) => format!("it is released in {}", until(reopens)),
                None => "it stays closed until somebody releases it".to_owned(),
            };
            [planned, Some(opens)].into_iter().flatten().collect::<Vec<_>>().join(", and ")
        }
        Phase::Ended => match (standing.opening, standing.reopens) {
            (Some(over), Some(reopens)) => format!(
                "it was over {} ago; the channel opens step by step, and is open for everybody in {}",
                since(over.fixed_offset()),
                until(reopens)
            ),
            _ => "it is over".to_owned(),
        },
        Phase::Cancelled => "it does not take place".to_owned(),
    };
    format!("{}: {said}", standing.phase)
}

fn active(
    standing: &Standing,
    until: impl Fn(DateTime<FixedOffset>) -> String,
    speech: Speech<'_>,
) -> String {
    let end = standing.occurrence.end;
    match (end, standing.reopens) {
        (Some(end), Some(reopens)) if end == reopens => format!("it ends in {}", until(end)),
        (Some(end), Some(reopens)) => {
            format!("it ends in {}, and the channel opens {}", until(end), speech.moment(reopens))
        }
        (None, Some(reopens)) => format!("the channel opens in {}", until(reopens)),
        (Some(end), None) if standing.occurrence.overrun == Overrun::Hold => format!(
            "it is planned to end in {}, and stays closed until somebody releases it",
            until(end)
        ),
        (Some(end), None) => {
            format!("it ends in {}, and another window follows at once", until(end))
        }
        (None, None) => "nobody knows yet when it ends".to_owned(),
    }
}
