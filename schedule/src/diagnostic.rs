//! What is wrong with a schedule, and where.

use std::{fmt, ops::Range};

use crate::Problem;

/// One problem of a document and its place. Match on `problem`; show it with [`crate::render`].
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    pub problem: Problem,
    /// The bytes of the document that are wrong.
    pub span: Range<usize>,
    /// The bytes that they are at odds with, where there are such.
    pub other: Option<Range<usize>>,
}

/// Whether a document with this problem is refused.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    Error,
    Warning,
}

impl Diagnostic {
    pub(crate) fn new(problem: Problem, span: Range<usize>) -> Self {
        Self { problem, span, other: None }
    }

    pub(crate) fn against(problem: Problem, span: Range<usize>, other: Range<usize>) -> Self {
        Self { problem, span, other: Some(other) }
    }

    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// What is wrong, as a sentence.
    pub fn message(&self) -> String {
        self.problem.to_string()
    }

    /// The way out, as a sentence.
    pub fn help(&self) -> Option<String> {
        self.problem.help()
    }

    /// The line and the column of `source`, the document, at which the wrong part begins: both
    /// from 1, columns in characters.
    pub fn place(&self, source: &str) -> (usize, usize) {
        place(source, self.span.start)
    }

    /// The same for the first character after the wrong part.
    pub fn end_place(&self, source: &str) -> (usize, usize) {
        place(source, self.span.end)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.fmt(f)
    }
}

/// The line and the column of a byte.
fn place(source: &str, byte: usize) -> (usize, usize) {
    let before = source.get(..byte).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
