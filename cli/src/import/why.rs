//! Why an event was not taken.

use std::fmt;

use schedule::{Diagnostic, Timeline};

use super::{calendar::Value, plain};

/// Why an event was not taken, with the way out where there is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Why {
    /// It is over: so the source says, or the clock.
    Over,
    Cancelled,
    /// Another one of the same name has a higher `SEQUENCE`, or a newer stamp.
    Superseded,
    /// The schedule has it from an earlier import.
    There {
        id: String,
    },
    /// The schedule has its window, at other times or over other channels.
    ThereOtherwise {
        id: String,
        now: String,
    },
    /// It changes an occurrence of a window that the schedule has.
    OfThere {
        id: String,
    },
    /// It is cancelled, and its window is not.
    ThereUncancelled {
        id: String,
    },
    /// What it is about is none of the channels.
    NoChannel {
        object: String,
        known: Vec<String>,
    },
    /// It does not say what it is about.
    NoObject {
        known: Vec<String>,
    },
    /// `NO-IMPACT`, `REDUCED-REDUNDANCY`: nothing is closed.
    NotAffected {
        impact: String,
    },
    /// It is in progress after the end that it has.
    StillOpen,
    /// It does not say when it ends.
    NoEnd {
        key: &'static str,
    },
    Missing {
        key: &'static str,
    },
    Malformed {
        key: &'static str,
        expected: &'static str,
        found: String,
    },
    /// Of a year that zone tables do not know; `ended` is whether it was over long ago.
    OutOfYears {
        key: &'static str,
        found: String,
        ended: bool,
    },
    /// A zone that is not in the tables, and not described in the source either.
    UnknownZone {
        tzid: String,
    },
    /// It recurs in a zone that only the source describes.
    PrivateZone {
        tzid: String,
    },
    /// It recurs by clocks that go otherwise than the service's.
    OtherClocks {
        zone: &'static str,
        service: &'static str,
        differ: String,
    },
    /// A property that our windows have no place for.
    Unsupported {
        property: Value,
    },
    /// A status that is in no standard.
    UnknownStatus {
        status: String,
    },
    /// What is told about a calendar's events is an answer, or a proposal.
    Method {
        method: String,
    },
    NoEvent {
        component: String,
    },
    /// It changes an occurrence of an event that was not taken.
    OfUntaken,
    /// The schedule's parser has something against it.
    Refused {
        message: String,
        help: Option<String>,
    },
}

impl Why {
    /// A time outside the years that are reckoned with; what began before them was over then, unless it
    /// recurs.
    pub(super) fn out_of_years(key: &'static str, text: &str, year: i32) -> Self {
        let ended = year < *Timeline::YEARS.start();
        Self::OutOfYears { key, found: plain::line(text), ended }
    }

    /// The same about something that goes on.
    pub(super) fn of_recurring(self) -> Self {
        match self {
            Self::OutOfYears { key, found, .. } => Self::OutOfYears { key, found, ended: false },
            why => why,
        }
    }

    /// In the words of the schedule's parser.
    pub(super) fn refused(wrong: Option<&Diagnostic>) -> Self {
        Self::Refused {
            message: wrong.map_or_else(|| "it is no window".to_owned(), Diagnostic::message),
            help: wrong.and_then(Diagnostic::help),
        }
    }

    /// Whether nobody has to do anything about it.
    pub(super) fn is_settled(&self) -> bool {
        matches!(
            self,
            Self::Over
                | Self::Cancelled
                | Self::Superseded
                | Self::There { .. }
                | Self::OutOfYears { ended: true, .. }
        )
    }

    /// A name that programs compare.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Cancelled => "cancelled",
            Self::Superseded => "superseded",
            Self::There { .. } => "there",
            Self::ThereOtherwise { .. } | Self::OfThere { .. } => "changed",
            Self::ThereUncancelled { .. } => "cancelled-since",
            Self::NoChannel { .. } | Self::NoObject { .. } => "no-channel",
            Self::NotAffected { .. } => "not-affected",
            Self::StillOpen => "overrun",
            Self::NoEnd { .. } => "no-end",
            Self::Missing { .. } | Self::Malformed { .. } | Self::OutOfYears { .. } => "malformed",
            Self::UnknownZone { .. } | Self::PrivateZone { .. } | Self::OtherClocks { .. } => {
                "zone"
            }
            Self::Unsupported { .. } => "unsupported",
            Self::UnknownStatus { .. } => "status",
            Self::Method { .. } => "method",
            Self::NoEvent { .. } => "no-event",
            Self::OfUntaken => "of-untaken",
            Self::Refused { .. } => "refused",
        }
    }

    /// The way out, as a sentence.
    pub(super) fn help(&self) -> Option<String> {
        Some(match self {
            Self::Over => "add `--past` to take it all the same".to_owned(),
            Self::Cancelled | Self::Superseded | Self::There { .. } => return None,
            Self::ThereOtherwise { id, .. } => format!(
                "if the source is right, `intermission window reschedule {id}`, or take it out of \
                 the schedule and import again"
            ),
            Self::OfThere { id } => format!(
                "`intermission window reschedule {id} --of DATE` moves one occurrence, and `cancel` \
                 takes it off"
            ),
            Self::ThereUncancelled { id } => {
                format!("`intermission window cancel {id}` takes it off the schedule")
            }
            Self::NoChannel { object, known } => format!(
                "add `--channel '{object}=ID'` or `--default-channel ID`; the channels are {}",
                listed(known)
            ),
            Self::NoObject { known } => {
                format!("add `--default-channel ID`; the channels are {}", listed(known))
            }
            Self::NotAffected { .. } => {
                "if something is closed all the same, `intermission window add` plans it".to_owned()
            }
            Self::StillOpen => {
                "`intermission window add` plans it with an end that is right".to_owned()
            }
            Self::NoEnd { .. } => {
                "add `--for 2h` for how long such events take, or ask the sender".to_owned()
            }
            Self::Missing { .. } | Self::Malformed { .. } => {
                "mend the source, or ask the sender for another one".to_owned()
            }
            Self::OutOfYears { ended: true, .. } => return None,
            Self::OutOfYears { .. } => {
                "let what recurs begin in one of these years, or check the year".to_owned()
            }
            Self::UnknownZone { .. } => {
                "export the calendar with an IANA zone such as `America/Chicago`, or with the \
                 zone's VTIMEZONE"
                    .to_owned()
            }
            Self::PrivateZone { .. } => {
                "let the event recur in an IANA zone such as `America/Chicago`".to_owned()
            }
            Self::OtherClocks { service, .. } => format!(
                "let it recur in {service}, give its rule an end (then each occurrence is \
                 written), or plan it with `intermission window add`"
            ),
            Self::Unsupported { .. } => {
                "export the occurrences as events of their own, or plan them with `intermission \
                 window add`"
                    .to_owned()
            }
            Self::UnknownStatus { .. } => {
                "ask the sender what it means; `intermission window add` plans it".to_owned()
            }
            Self::Method { .. } => "import the invitation, and not the answer to it".to_owned(),
            Self::NoEvent { .. } => {
                "make it an event of the calendar, if it is downtime".to_owned()
            }
            Self::OfUntaken => return None,
            Self::Refused { help, .. } => return help.clone(),
        })
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Over => f.write_str("it is over"),
            Self::Cancelled => f.write_str("it is cancelled"),
            Self::Superseded => f.write_str("the source has a newer version of it"),
            Self::There { id } => write!(f, "the schedule has it already, as `{id}`"),
            Self::ThereOtherwise { id, now } => {
                write!(f, "the schedule has `{id}` otherwise; in the source it is {now}")
            }
            Self::OfThere { id } => {
                write!(f, "it changes one occurrence of `{id}`, which the schedule has")
            }
            Self::ThereUncancelled { id } => {
                write!(f, "it is cancelled, and the schedule has `{id}` as if it came")
            }
            Self::NoChannel { object, .. } => write!(f, "`{object}` is none of the channels"),
            Self::NoObject { .. } => f.write_str("it does not say what it is about"),
            Self::NotAffected { impact } => write!(f, "by `{impact}` nothing is closed"),
            Self::StillOpen => f.write_str("it is in progress, and its end has passed"),
            Self::NoEnd { key } => write!(f, "it has no `{key}`, so nobody knows when it ends"),
            Self::Missing { key } => write!(f, "it has no `{key}`"),
            Self::OutOfYears { key, found, .. } => write!(
                f,
                "expected a year from {} to {} for `{key}`, found `{found}`",
                Timeline::YEARS.start(),
                Timeline::YEARS.end()
            ),
            Self::Malformed { key, expected, found } => {
                write!(f, "expected {expected} for `{key}`, found `{found}`")
            }
            Self::UnknownZone { tzid } => write!(
                f,
                "its zone `{tzid}` is neither an IANA name nor one of Windows, and not described"
            ),
            Self::PrivateZone { tzid } => write!(
                f,
                "it recurs in `{tzid}`, which only this calendar describes, and not as the \
                 service's zone"
            ),
            Self::OtherClocks { zone, service, differ } => write!(
                f,
                "it recurs by the clocks of {zone}, and windows by those of {service}: on {differ} \
                 they would not agree"
            ),
            Self::Unsupported { property } => {
                write!(f, "windows have nothing like its `{}`, `{}`", property.name, property.text)
            }
            Self::UnknownStatus { status } => {
                write!(f, "its status `{status}` is in no standard, and senders differ over it")
            }
            Self::Method { method } => write!(f, "the calendar is a `{method}`"),
            Self::NoEvent { component } => write!(f, "it is a {component}, and no event"),
            Self::OfUntaken => f.write_str("the event that it belongs to was not taken"),
            Self::Refused { message, .. } => f.write_str(message),
        }
    }
}

/// "`web`, `ftp`".
pub(super) fn listed(ids: &[String]) -> String {
    match ids {
        [] => "none yet".to_owned(),
        _ => ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
    }
}
