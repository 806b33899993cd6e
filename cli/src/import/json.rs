//! What was understood and what was not, as a document for programs.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::{
    Imported,
    draft::Draft,
    event::{Untaken, When},
};

/// `docs/import.md` describes the fields.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    source: &'a str,
    notes: &'a [String],
    taken: Vec<Taken<'a>>,
    not_taken: Vec<NotTaken<'a>>,
    /// What was written, or would be printed.
    document: &'a str,
    written: bool,
}

#[derive(Serialize)]
struct Taken<'a> {
    id: &'a str,
    name: &'a str,
    channels: &'a [String],
    /// Of one that recurs, the first occurrence.
    starts: DateTime<FixedOffset>,
    ends: Option<DateTime<FixedOffset>>,
    repeats: Option<&'a str>,
    summary: Option<&'a str>,
    notes: &'a [String],
    left_out: &'a [String],
}

#[derive(Serialize)]
struct NotTaken<'a> {
    name: &'a str,
    kind: &'static str,
    because: String,
    help: Option<String>,
    /// Whether nobody has to do anything about it.
    settled: bool,
}

impl<'a> Document<'a> {
    pub(super) fn new(imported: &'a Imported) -> Self {
        Self {
            source: &imported.source,
            notes: &imported.notes,
            taken: imported.taken.iter().map(Taken::new).collect(),
            not_taken: imported.untaken.iter().map(NotTaken::new).collect(),
            document: &imported.document,
            written: imported.written.is_some() && !imported.taken.is_empty(),
        }
    }
}

impl<'a> Taken<'a> {
    fn new(draft: &'a Draft) -> Self {
        Self {
            id: &draft.id,
            name: &draft.event.name,
            channels: &draft.channels,
            starts: draft.told.start,
            ends: draft.told.end,
            repeats: match &draft.event.when {
                When::Repeating(repeating) => repeating.rule.as_deref(),
                When::Once { .. } => None,
            },
            summary: draft.event.summary.as_deref(),
            notes: &draft.event.notes,
            left_out: &draft.event.left_out,
        }
    }
}

impl<'a> NotTaken<'a> {
    fn new(untaken: &'a Untaken) -> Self {
        Self {
            name: &untaken.name,
            kind: untaken.why.kind(),
            because: untaken.why.to_string(),
            help: untaken.why.help(),
            settled: untaken.why.is_settled(),
        }
    }
}
