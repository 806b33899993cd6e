//! Time in words, for people, in the languages of the [`catalogue`].
//!
//! The words and their order are the catalogue's; what is said of a time, and when, is decided here
//! and is the same in every language.
//!
//! | file | what it words |
//! | --- | --- |
//! | `date`, `time` | "Thursday, February 6, 2025", "9:00 p.m.", "12:00 noon" |
//! | `local` | both together, and which end of its day a midnight is |
//! | `moment` | an instant, with the label |
//! | `end` | when something ends, as such, after "until", and how many days later |
//! | `span` | from one instant to another, or to an end that nobody knows yet |
//! | `length` | "1 hour 30 minutes" |
//! | `offset` | "UTC−6" |
//! | `decided` | what a zone made of a local time that is skipped or repeated |
//! | `english` | the sentences of our own diagnostics, which are English |
//!
//! # What holds for all of it
//!
//! * The weekday and the label are always there. Pages and mails that name no zone, or the wrong
//!   one, are what users of other systems complain about most.
//! * Noon and midnight are called so, and a midnight says which end of its day it is.
//! * Never "today", "tonight" or "soon": a notice is read later than it is written.
//! * When clocks change between start and end, each has its own offset. `Intl`'s `formatRange`
//!   prints two hours of an autumn night as "02:00–03:00 Uhr".
//! * It is pure: instants come with the offset that the service's zone has then, so no zone
//!   database is needed, and the banner says the same as the page.
//!
//! An offset says nothing about neighbours: that 1:30 a.m. comes twice that night is for the
//! caller to know, who then uses [`Speech::exact`].

mod date;
#[cfg(feature = "parse")]
mod decided;
mod end;
mod english;
mod length;
mod local;
mod moment;
mod offset;
mod span;
mod time;

pub use catalogue::Language;
pub use english::{date, local, moment, span, time};
pub use offset::offset;

use crate::{Reader, Service};

/// How a service speaks of time: in which language, and with which label for its zone.
///
/// # Examples
///
/// ```
/// use schedule::speech::{Language, Speech};
///
/// let start = "2025-02-06T19:00:00-06:00".parse().unwrap();
/// let end = "2025-02-06T21:00:00-06:00".parse().unwrap();
/// assert_eq!(
///     Speech::new(Language::English, "CT").span(start, end),
///     "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)",
/// );
/// assert_eq!(
///     Speech::new(Language::Spanish, "CT").span(start, end),
///     "jueves, 6 de febrero de 2025, 7:00\u{a0}p.\u{a0}m. – 9:00\u{a0}p.\u{a0}m. (CT)",
/// );
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Speech<'a> {
    pub language: Language,
    /// What the service's people call their zone, such as "CT".
    pub label: &'a str,
}

impl<'a> Speech<'a> {
    pub fn new(language: Language, label: &'a str) -> Self {
        Self { language, label }
    }

    /// How `service` speaks: in the language of its own texts, or the one that stands in for it.
    pub fn of(service: &'a Service) -> Self {
        Self::new(Language::from_tag(&service.language), &service.label)
    }

    /// How `service` speaks to a reader: in the language of our own words, with the label that the
    /// schedule has for them.
    pub fn to(reader: Reader<'a>, service: &'a Service) -> Self {
        Self::new(reader.language(), service.label_for(reader).text)
    }
}
