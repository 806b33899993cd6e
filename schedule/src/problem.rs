//! The problems that a schedule can have.

use bypass::BlockError;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use crate::{LengthError, RouteError, RuleError, Severity};

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    Syntax {
        message: String,
    },
    UnknownKey {
        key: String,
        table: &'static str,
        known: Vec<&'static str>,
    },
    MissingKey {
        key: &'static str,
        table: &'static str,
        example: &'static str,
    },
    WrongType {
        key: &'static str,
        expected: &'static str,
        found: &'static str,
        help: &'static str,
    },
    Malformed {
        key: &'static str,
        expected: &'static str,
        found: String,
        help: &'static str,
    },
    UnknownWord {
        key: &'static str,
        found: String,
        known: Vec<&'static str>,
    },
    EmptyText {
        key: &'static str,
    },
    EmptyList {
        key: &'static str,
    },
    MalformedId {
        found: String,
    },
    DuplicateId {
        what: &'static str,
        id: String,
    },
    MalformedLength {
        found: String,
        error: LengthError,
    },
    MalformedRoute {
        found: String,
        error: RouteError,
    },
    MalformedAddress {
        error: BlockError,
    },
    MalformedPrefix {
        found: String,
    },
    MalformedUrl {
        found: String,
    },
    MalformedLanguage {
        found: String,
    },
    DuplicateRoute {
        route: String,
        channel: String,
    },
    DuplicateMatch {
        channel: String,
    },
    UnknownZone {
        name: String,
        nearest: Vec<&'static str>,
    },
    UnknownChannel {
        id: String,
        known: Vec<String>,
    },
    RepeatedChannel {
        id: String,
    },
    Incomplete {
        found: String,
        missing: &'static str,
    },
    LeapSecond {
        found: String,
    },
    OutOfRange {
        found: String,
    },
    FallsInGap {
        local: NaiveDateTime,
        zone: &'static str,
        before: DateTime<FixedOffset>,
        after: DateTime<FixedOffset>,
    },
    FallsInFold {
        local: NaiveDateTime,
        zone: &'static str,
        first: DateTime<FixedOffset>,
        second: DateTime<FixedOffset>,
    },
    EndNotAfterStart {
        start: DateTime<FixedOffset>,
        end: DateTime<FixedOffset>,
    },
    ReleasedWithoutHold,
    ReleasedWithoutEnd,
    ReleasedBeforeEnd {
        released: DateTime<FixedOffset>,
        end: DateTime<FixedOffset>,
    },
    Overlap {
        channels: Vec<String>,
        other: String,
        /// The first time that they do, where one of them recurs.
        first: Option<DateTime<FixedOffset>>,
    },
    EndAndLength,
    RepeatsWithoutEnd,
    EndByClockNotAfterStart {
        start: NaiveDateTime,
        end: NaiveDateTime,
    },
    MalformedRule {
        error: RuleError,
    },
    NeverFires,
    StartOutOfStep {
        start: NaiveDate,
        next: NaiveDateTime,
    },
    OverlapsItself {
        end: DateTime<FixedOffset>,
        start: DateTime<FixedOffset>,
    },
    NoSuchOccurrence {
        of: NaiveDateTime,
        /// The start that is nearest to it.
        nearest: Option<NaiveDateTime>,
    },
    ChangedTwice {
        of: NaiveDateTime,
    },
    ChangesNothing,
    ReleasedSeries,
    HoldLimitWithoutHold,
    HoldLimitWithoutEnd,
    /// A channel that is finished, but that the window is not over.
    NotOver {
        channel: String,
        over: Vec<String>,
    },
    FinishedNotAfterStart {
        finished: DateTime<FixedOffset>,
        start: DateTime<FixedOffset>,
    },
    FinishedNotBeforeEnd {
        finished: DateTime<FixedOffset>,
        end: DateTime<FixedOffset>,
    },
    FinishedSeries,
    /// A translation into the language of the texts that it translates.
    TranslatesOwnLanguage {
        language: String,
    },
    /// Two that differ in capitals only.
    TranslatedTwice {
        language: String,
    },
    /// No language, or none of its texts.
    TranslatesNothing,
    /// A translation of a text that is not there.
    TranslatesNoText {
        of: &'static str,
    },
    Past {
        end: DateTime<FixedOffset>,
    },
    Long {
        days: i64,
    },
    AnnouncedAfterStart {
        announce: DateTime<FixedOffset>,
        start: DateTime<FixedOffset>,
    },
}

impl Problem {
    /// Whether a document with this problem is refused.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Past { .. } | Self::Long { .. } | Self::AnnouncedAfterStart { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }

    /// What stands at the place that this problem is at odds with.
    pub(crate) fn other_label(&self) -> &'static str {
        match self {
            Self::EndNotAfterStart { .. }
            | Self::EndByClockNotAfterStart { .. }
            | Self::AnnouncedAfterStart { .. }
            | Self::FinishedNotAfterStart { .. } => "the start",
            Self::EndAndLength => "the end",
            Self::ReleasedBeforeEnd { .. } | Self::FinishedNotBeforeEnd { .. } => "the planned end",
            Self::Overlap { .. } => "the other window",
            Self::StartOutOfStep { .. } => "the rule",
            _ => "first here",
        }
    }
}
