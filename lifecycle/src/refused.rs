//! Why a step is not taken.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use schedule::{Diagnostic, Phase, speech};

use crate::{Of, Order, Verb, voice::listed};

/// Why a step is not taken. The document stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// The document has errors as it is.
    InvalidBefore { diagnostics: Vec<Diagnostic> },
    /// The document would have errors; their places are those of `document`.
    InvalidSchedule { diagnostics: Vec<Diagnostic>, document: String },
    /// There is no such window.
    NoSuchWindow { id: String, known: Vec<String> },
    /// A recurring window does not start then.
    NoSuchOccurrence { window: String, of: Of, nearest: Option<NaiveDateTime> },
    /// An occurrence was asked for of a window that comes once.
    ComesOnce { window: String },
    /// More than one occurrence starts on that date.
    SeveralOccurrences { window: String, of: Of, starts: Vec<NaiveDateTime> },
    /// There is no such channel.
    NoSuchChannel { id: String, known: Vec<String> },
    /// The window is not over that channel, or no longer.
    NotOver { window: String, channel: String, over: Vec<String> },
    /// Another window has the id.
    TakenId { id: String },
    /// The step does not follow the phase.
    ImpossibleStep { window: String, verb: Verb, phase: Phase },
    /// All occurrences of a recurring window have it in common.
    InCommon { window: String, verb: Verb },
    /// The window opens by itself already.
    ReopensAlready { window: String },
    /// The window holds for as long already.
    HoldsAlready { window: String },
    /// An end that nobody knows cannot be moved by a length, nor held beyond.
    UnknownEnd { window: String, verb: Verb },
    /// A recurring window says how long it takes.
    EndRequired { window: String },
    /// Only some channels were to be finished, and its end has passed.
    PastEnd { window: String, end: DateTime<FixedOffset>, label: String },
    /// Clocks jump over the local time.
    SkippedHour {
        local: NaiveDateTime,
        zone: &'static str,
        before: DateTime<FixedOffset>,
        after: DateTime<FixedOffset>,
    },
    /// The local time comes twice.
    RepeatedHour {
        local: NaiveDateTime,
        zone: &'static str,
        first: DateTime<FixedOffset>,
        second: DateTime<FixedOffset>,
    },
    /// Outside [`schedule::Timeline::YEARS`].
    OutOfRange { found: String },
    /// A time is on the wrong side of another.
    OutOfOrder {
        order: Order,
        bound: DateTime<FixedOffset>,
        found: DateTime<FixedOffset>,
        label: String,
    },
    /// Nothing would differ.
    ChangesNothing { window: String, verb: Verb },
    /// The document is written in a way that cannot be edited.
    UnknownLayout { what: String },
    /// Something else would have changed as well; a fault of ours, which is kept from the schedule.
    ChangesOthers { window: String },
}

impl Refused {
    /// The reason in one word, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidBefore { .. } | Self::InvalidSchedule { .. } => "invalid-schedule",
            Self::NoSuchWindow { .. } => "no-such-window",
            Self::NoSuchOccurrence { .. } | Self::ComesOnce { .. } => "no-such-occurrence",
            Self::SeveralOccurrences { .. } => "several-occurrences",
            Self::NoSuchChannel { .. } | Self::NotOver { .. } => "no-such-channel",
            Self::TakenId { .. } => "taken-id",
            Self::ImpossibleStep { .. }
            | Self::InCommon { .. }
            | Self::ReopensAlready { .. }
            | Self::HoldsAlready { .. }
            | Self::PastEnd { .. } => "impossible-step",
            Self::UnknownEnd { .. } | Self::EndRequired { .. } => "unknown-end",
            Self::SkippedHour { .. } => "skipped-hour",
            Self::RepeatedHour { .. } => "repeated-hour",
            Self::OutOfRange { .. } => "out-of-range",
            Self::OutOfOrder { .. } => "out-of-order",
            Self::ChangesNothing { .. } => "changes-nothing",
            Self::UnknownLayout { .. } => "unknown-layout",
            Self::ChangesOthers { .. } => "fault",
        }
    }

    /// What is wrong with the document, or would be.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::InvalidBefore { diagnostics } | Self::InvalidSchedule { diagnostics, .. } => {
                diagnostics
            }
            _ => &[],
        }
    }

    /// The document that the places of [`Refused::diagnostics`] are in, where it is not the one
    /// that was given.
    pub fn document(&self) -> Option<&str> {
        match self {
            Self::InvalidSchedule { document, .. } => Some(document),
            _ => None,
        }
    }

    /// The way out, as a sentence.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::InvalidBefore { .. } => "mend the document first".to_owned(),
            Self::InvalidSchedule { diagnostics, .. } => {
                return diagnostics.first().and_then(|diagnostic| diagnostic.problem.help());
            }
            Self::NoSuchWindow { known, .. } if known.is_empty() => {
                "there are no windows: add one".to_owned()
            }
            Self::NoSuchWindow { known, .. } => format!("the windows are {}", listed(known)),
            Self::NoSuchOccurrence { nearest, .. } => {
                let nearest = (*nearest)?;
                format!("its nearest start is `{}`", Of::Start(nearest))
            }
            Self::ComesOnce { .. } => "leave the occurrence out".to_owned(),
            Self::SeveralOccurrences { starts, .. } => {
                let starts: Vec<_> = starts.iter().map(|start| Of::Start(*start)).collect();
                format!("name its start, one of {}", listed(&starts))
            }
            Self::NoSuchChannel { known, .. } => format!("the channels are {}", listed(known)),
            Self::NotOver { over, .. } => format!("it is over {}", listed(over)),
            Self::TakenId { .. } => {
                "give it another id, or none, and one is made from its date".to_owned()
            }
            Self::ImpossibleStep { verb, phase, .. } => return instead(*verb, *phase),
            Self::InCommon { verb: Verb::Hold, .. } => {
                "extend this occurrence instead, or write `overrun = \"hold\"` into the window"
                    .to_owned()
            }
            Self::InCommon { .. } => "change `announce` of the window in the document".to_owned(),
            Self::ReopensAlready { .. } => "to open it now, `finish` it".to_owned(),
            Self::HoldsAlready { .. } => "give another limit, or `release` it".to_owned(),
            Self::UnknownEnd { verb: Verb::Hold, .. } => {
                "`extend` it until a time first; until then it stays closed anyway".to_owned()
            }
            Self::UnknownEnd { .. } => "say until when".to_owned(),
            Self::EndRequired { .. } => "give an end or a length".to_owned(),
            Self::PastEnd { .. } => {
                "`extend` it first, and then finish the channels; or `release` all of it".to_owned()
            }
            Self::SkippedHour { before, after, .. } => format!(
                "write `{}` for {}, or `{}` for {}",
                after.to_rfc3339(),
                reading(*after),
                before.to_rfc3339(),
                reading(*before)
            ),
            Self::RepeatedHour { first, second, .. } => format!(
                "write `{}` for the first, or `{}` for the second, {} minutes later",
                first.to_rfc3339(),
                second.to_rfc3339(),
                (*second - *first).num_minutes()
            ),
            Self::OutOfRange { .. } => "check the year".to_owned(),
            Self::OutOfOrder { order, .. } => order.help().to_owned(),
            Self::ChangesNothing { .. } => return None,
            Self::UnknownLayout { .. } => "edit the document by hand, and publish it".to_owned(),
            Self::ChangesOthers { .. } => {
                "please report this; until then edit the document by hand, and publish it"
                    .to_owned()
            }
        })
    }
}

/// What to do in place of a step that is impossible in a phase.
fn instead(verb: Verb, phase: Phase) -> Option<String> {
    let help = match (verb, phase) {
        (_, Phase::Ended | Phase::Cancelled) => "add a new window",
        (Verb::Cancel, _) => "`finish` it: what is open is finished, not cancelled",
        (Verb::Announce, _) => return None,
        (Verb::Start | Verb::Hold, Phase::Overrun) => "`extend` it if it takes longer",
        (Verb::Start, _) => return None,
        (Verb::Reschedule, Phase::Overrun) => "`extend` it, or `finish` it and add a new window",
        (Verb::Reschedule, _) => "`extend` or `shorten` it, or `finish` it and add a new window",
        (Verb::Shorten, _) => "`finish` or `release` it to open it now",
        (Verb::Finish, _) => "`cancel` it: what is not open yet is cancelled, not finished",
        (Verb::Release, _) => "`cancel` or `reschedule` it: what is not open yet needs no release",
        (Verb::Extend | Verb::Hold, _) => return None,
    };
    Some(help.to_owned())
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidBefore { diagnostics } => {
                write!(f, "the schedule has mistakes already: {}", first(diagnostics))
            }
            Self::InvalidSchedule { diagnostics, .. } => {
                write!(f, "the schedule would have a mistake: {}", first(diagnostics))
            }
            Self::NoSuchWindow { id, .. } => write!(f, "there is no window `{id}`"),
            Self::NoSuchOccurrence { window, of: Of::Date(date), .. } => {
                write!(f, "`{window}` does not start on {}", speech::date(*date))
            }
            Self::NoSuchOccurrence { window, of: Of::Start(start), .. } => {
                write!(f, "`{window}` does not start on {}", speech::local(*start))
            }
            Self::ComesOnce { window } => {
                write!(f, "`{window}` comes once, but one of its occurrences was asked for")
            }
            Self::SeveralOccurrences { window, of, starts } => {
                write!(f, "`{window}` starts {} times on `{of}`", starts.len())
            }
            Self::NoSuchChannel { id, .. } => write!(f, "there is no channel `{id}`"),
            Self::NotOver { window, channel, .. } => {
                write!(f, "`{window}` is not over channel `{channel}`, or no longer")
            }
            Self::TakenId { id } => write!(f, "there is a window `{id}` already"),
            Self::ImpossibleStep { window, verb, phase } => {
                let follows: Vec<&str> =
                    PHASES.into_iter().filter(|phase| verb.follows(*phase)).map(state).collect();
                let (done, which, stands) = (verb.done(), either(&follows), stands(*phase));
                write!(f, "only a window that is {which} can be {done}, but `{window}` {stands}")
            }
            Self::InCommon { window, verb: Verb::Hold } => write!(
                f,
                "`{window}` recurs, and whether it holds is the same for all of its occurrences"
            ),
            Self::InCommon { window, verb } => write!(
                f,
                "`{window}` recurs, and is {} the same way for all of its occurrences",
                verb.done()
            ),
            Self::ReopensAlready { window } => {
                write!(f, "`{window}` does not hold: it opens by itself at its end")
            }
            Self::HoldsAlready { window } => write!(f, "`{window}` holds for as long already"),
            Self::UnknownEnd { window, verb: Verb::Hold } => {
                write!(f, "`{window}` has no end that it could hold beyond")
            }
            Self::UnknownEnd { window, .. } => {
                write!(f, "nobody knows the end of `{window}`, so it cannot move by a length")
            }
            Self::EndRequired { window } => {
                write!(f, "`{window}` recurs, and so has an end that is known")
            }
            Self::PastEnd { window, end, label } => write!(
                f,
                "`{window}` is past its end, {}: channels are finished one by one before it",
                speech::moment(*end, label)
            ),
            Self::SkippedHour { local, zone, .. } => {
                write!(f, "{} does not exist in {zone}: clocks jump over it", speech::local(*local))
            }
            Self::RepeatedHour { local, zone, .. } => {
                write!(f, "{} comes twice in {zone}: clocks are put back", speech::local(*local))
            }
            Self::OutOfRange { found } => write!(
                f,
                "expected a year from {} to {}, found `{found}`",
                schedule::Timeline::YEARS.start(),
                schedule::Timeline::YEARS.end()
            ),
            Self::OutOfOrder { order, bound, found, label } => {
                let said = |instant| speech::moment(instant, label);
                write!(f, "expected {}, found {}", order.expected(&said(*bound)), said(*found))
            }
            Self::ChangesNothing { window, verb } => {
                write!(f, "`{window}` would be {} to what it is already", verb.done())
            }
            Self::UnknownLayout { what } => write!(f, "{what}"),
            Self::ChangesOthers { window } => {
                write!(f, "more than `{window}` would have changed")
            }
        }
    }
}

impl std::error::Error for Refused {}

/// In the order of a window's life.
pub(crate) const PHASES: [Phase; 7] = [
    Phase::Scheduled,
    Phase::Announced,
    Phase::Imminent,
    Phase::Active,
    Phase::Overrun,
    Phase::Ended,
    Phase::Cancelled,
];

/// A phase as it stands behind "a window that is".
fn state(phase: Phase) -> &'static str {
    if phase == Phase::Overrun { "in overrun" } else { phase.as_str() }
}

/// The same as a sentence ends.
fn stands(phase: Phase) -> String {
    if phase == Phase::Ended { "has ended".to_owned() } else { format!("is {}", state(phase)) }
}

fn first(diagnostics: &[Diagnostic]) -> String {
    diagnostics.first().map_or_else(String::new, ToString::to_string)
}

/// "scheduled, announced or imminent".
fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}

/// An instant with its own offset: where two readings are compared, the label is too little.
fn reading(instant: DateTime<FixedOffset>) -> String {
    speech::moment(instant, &speech::offset(*instant.offset()))
}
