//! How to mend what is wrong with a schedule.

use crate::{Problem, RuleError, message::reading, speech};

/// A local time as it stands in a document.
const LOCAL: &str = "%Y-%m-%dT%H:%M:%S%.f";

impl Problem {
    /// The way out, as a sentence.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            // What is wrong with an address says itself how to mend it.
            Self::Syntax { .. } | Self::MalformedAddress { .. } => return None,
            Self::UnknownKey { key, known, .. } => match likely(key, known) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None => format!("it may hold {}", listed(known)),
            },
            Self::MissingKey { example, .. } => format!("add a line such as `{example}`"),
            Self::WrongType { help, .. } | Self::Malformed { help, .. } => (*help).to_owned(),
            Self::UnknownWord { found, known, .. } => match likely(found, known) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None => format!("write one of {}", listed(known)),
            },
            Self::EmptyText { .. } => {
                "write a text, or leave the line out where it need not be there".to_owned()
            }
            Self::EmptyList { .. } => "name at least one".to_owned(),
            Self::MalformedId { .. } => {
                "use lower-case letters, digits and hyphens, at most 64, such as `web-services`"
                    .to_owned()
            }
            Self::DuplicateId { .. } => "give each its own id".to_owned(),
            Self::MalformedLength { .. } => {
                "write it like `90s`, `30m`, `1h30m` or `3d`".to_owned()
            }
            Self::MalformedRoute { .. } => {
                "write it like `/soap/*`, `/soap` or `api.example.org/*`".to_owned()
            }
            Self::MalformedPrefix { .. } => {
                "write a path without a slash at the end, such as `/_maintenance`".to_owned()
            }
            Self::MalformedLanguage { .. } => {
                "write a language tag such as `en`, `es` or `es-MX`".to_owned()
            }
            Self::MalformedUrl { .. } => {
                "write it like `https://registry.example.org`, without a path".to_owned()
            }
            Self::DuplicateRoute { .. } => {
                "a request belongs to one channel: remove one of the two".to_owned()
            }
            Self::DuplicateMatch { .. } => {
                "the second is never heard: remove one of the two, or let it ask for more"
                    .to_owned()
            }
            Self::UnknownZone { nearest, .. } if nearest.is_empty() => {
                "write an IANA name such as `America/Chicago`".to_owned()
            }
            Self::UnknownZone { nearest, .. } => format!("did you mean {}?", alternatives(nearest)),
            Self::UnknownChannel { id, known } => match likely(id, known) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None if known.is_empty() => "add a `[[channel]]` with this id".to_owned(),
                None => format!("the channels are {}", listed(known)),
            },
            Self::RepeatedChannel { .. } => "name it once".to_owned(),
            Self::Incomplete { .. } => {
                "write a local date and time such as `2025-02-06T19:00:00`".to_owned()
            }
            Self::LeapSecond { .. } => "write the second before it, or the one after".to_owned(),
            Self::OutOfRange { .. } => "check the year".to_owned(),
            Self::FallsInGap { before, after, .. } => format!(
                "write `{}` for {}, or `{}` for {}",
                after.to_rfc3339(),
                reading(*after),
                before.to_rfc3339(),
                reading(*before)
            ),
            Self::FallsInFold { first, second, .. } => format!(
                "write `{}` for the first, or `{}` for the second, {} minutes later",
                first.to_rfc3339(),
                second.to_rfc3339(),
                (*second - *first).num_minutes()
            ),
            Self::EndNotAfterStart { .. } => {
                "mind the date when a window ends after midnight, and a.m. and p.m.".to_owned()
            }
            Self::ReleasedWithoutHold => {
                "this window reopens by itself at its `end`: write that, or add `overrun = \
                 \"hold\"`"
                    .to_owned()
            }
            Self::ReleasedWithoutEnd => {
                "add its `end`; it may be the time of the release".to_owned()
            }
            Self::ReleasedBeforeEnd { .. } => {
                "to finish early, write this time as the `end` too".to_owned()
            }
            Self::Overlap { first: Some(_), .. } => {
                "let one begin when the other ends, or leave that occurrence out with `except`"
                    .to_owned()
            }
            Self::Overlap { first: None, .. } => {
                "make them one window, or let one begin when the other ends".to_owned()
            }
            Self::EndAndLength => {
                "keep the `end` for what clocks show then, or the `length` for how long it takes"
                    .to_owned()
            }
            Self::RepeatsWithoutEnd => {
                "add `length = \"2h\"` for how long it takes, or an `end` for what clocks show then"
                    .to_owned()
            }
            Self::EndByClockNotAfterStart { .. } => {
                "write the end of the first occurrence; mind the date when it ends after midnight"
                    .to_owned()
            }
            Self::MalformedRule { error } => rule(error)?,
            Self::NeverFires => "check the rule's dates, its `UNTIL`, and `except`".to_owned(),
            Self::StartOutOfStep { next, .. } => format!(
                "write its first date, `{}` for {}, or change the rule",
                next.format(LOCAL),
                speech::date(next.date())
            ),
            Self::OverlapsItself { .. } => {
                "make it shorter, let it come less often, or move it elsewhere; an `end` instead of a \
                 `length` keeps clear of the next when clocks change"
                    .to_owned()
            }
            Self::NoSuchOccurrence { nearest: Some(nearest), .. } => {
                format!("its nearest start is `{}`", nearest.format(LOCAL))
            }
            Self::NoSuchOccurrence { nearest: None, .. } => {
                "name the start that its rule gives it, such as `2025-12-24T19:00:00`, or its date"
                    .to_owned()
            }
            Self::ChangedTwice { .. } => "make it one change".to_owned(),
            Self::ChangesNothing => {
                "add a `start`, an `end`, `channels`, or `cancelled = true`".to_owned()
            }
            Self::ReleasedSeries => {
                "release one occurrence: add `[[window.change]]` with its `of` and `released`"
                    .to_owned()
            }
            Self::HoldLimitWithoutHold => {
                "add `overrun = \"hold\"`, or leave it out: this window reopens by itself at its \
                 `end`"
                    .to_owned()
            }
            Self::HoldLimitWithoutEnd => {
                "add the `end` that is planned, or leave the limit out".to_owned()
            }
            Self::NotOver { over, .. } => {
                format!("it is over {}; leave the others out", listed(over))
            }
            Self::FinishedNotAfterStart { .. } => {
                "a channel is finished while the window is open: check the date and the time, or \
                 take it out of `channels`"
                    .to_owned()
            }
            Self::FinishedNotBeforeEnd { .. } => {
                "leave it out: only what is finished early stands here".to_owned()
            }
            Self::FinishedSeries => {
                "finish one occurrence: add `[[window.change]]` with its `of` and `finished`"
                    .to_owned()
            }
            Self::TranslatesOwnLanguage { .. } => {
                "write these texts in place of the others, or write the `language` of the others \
                 into `[service]`"
                    .to_owned()
            }
            Self::TranslatedTwice { .. } => {
                "capitals say nothing in a tag: make it one translation".to_owned()
            }
            Self::TranslatesNothing => {
                "write a table with texts for each language, or leave it out".to_owned()
            }
            Self::TranslatesNoText { of, .. } => {
                format!("write `{of}` in the service's own language too, or leave its translation out")
            }
            Self::Past { .. } => "it has no effect; it may stay for the record".to_owned(),
            Self::Long { .. } => {
                "search engines drop pages that answer 503 for days; consider `read-only`, or \
                 several shorter windows"
                    .to_owned()
            }
            Self::AnnouncedAfterStart { .. } => {
                "nobody is warned; announce it before it starts, or leave `announce` out".to_owned()
            }
        })
    }
}

fn rule(error: &RuleError) -> Option<String> {
    const PARTS: [&str; 9] = [
        "freq",
        "interval",
        "count",
        "until",
        "bymonth",
        "bymonthday",
        "byday",
        "bysetpos",
        "wkst",
    ];
    const EXAMPLES: &str = "write it like `FREQ=WEEKLY;BYDAY=TH` or `FREQ=MONTHLY;BYDAY=2TU`";
    Some(match error {
        RuleError::UnknownPart { name } => match likely(name, &PARTS) {
            Some(likely) => format!("did you mean `{}`?", likely.to_ascii_uppercase()),
            None => EXAMPLES.to_owned(),
        },
        RuleError::Malformed { .. }
        | RuleError::NoFrequency
        | RuleError::UnknownFrequency { .. } => EXAMPLES.to_owned(),
        RuleError::Unsupported { .. } => {
            "the `start` says the time of day; make it one window for each time".to_owned()
        }
        RuleError::TooOften { .. } => "make it one longer window, such as `FREQ=DAILY`".to_owned(),
        RuleError::Repeated { .. } => "write it once, with all its values".to_owned(),
        // The range is in the sentence.
        RuleError::OutOfRange { .. } => return None,
        RuleError::CountAndUntil => "remove one of the two".to_owned(),
        RuleError::Ordinal { .. } => {
            "write `FREQ=MONTHLY`, or the day without its number".to_owned()
        }
        RuleError::MonthDayInWeek => "write `FREQ=MONTHLY`, or `BYDAY`".to_owned(),
        RuleError::PositionAlone => {
            "add what it chooses among, such as `BYDAY=MO,TU,WE,TH,FR`".to_owned()
        }
    })
}

fn likely<'a, S: AsRef<str>>(found: &str, known: &'a [S]) -> Option<&'a str> {
    known
        .iter()
        .map(AsRef::as_ref)
        .map(|word| (strsim::jaro_winkler(&found.to_lowercase(), word), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

pub(crate) fn listed<S: AsRef<str>>(words: &[S]) -> String {
    words.iter().map(|word| format!("`{}`", word.as_ref())).collect::<Vec<_>>().join(", ")
}

fn alternatives(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or ")
}
