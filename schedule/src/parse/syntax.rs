//! What the TOML parser could not read, without the echoes that follow from it.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use crate::{Diagnostic, Problem};

/// The syntax errors of a document, as far as somebody has to mend them, and the bytes that could
/// not be read for them.
pub(super) fn problems(
    document: &DeTable<'_>,
    errors: &[Error],
) -> (Vec<Diagnostic>, Vec<Range<usize>>) {
    let mut problems: Vec<Diagnostic> = errors
        .iter()
        .map(|error| {
            let problem = Problem::Syntax { message: sentence(error.message()) };
            Diagnostic::new(problem, error.span().unwrap_or_default())
        })
        .collect();
    let mut unreadable: Vec<Range<usize>> =
        problems.iter().map(|diagnostic| diagnostic.span.clone()).collect();

    // A list without its closing bracket swallows the rest of the document, and the parser
    // stumbles over every line of it. The one thing to mend is the list.
    let is_unclosed = |error: &Error| error.message().starts_with("unclosed array,");
    if let Some(unclosed) = errors.iter().position(is_unclosed)
        && let Some(list) = list_around(document, problems[unclosed].span.start)
    {
        let problem = problems.swap_remove(unclosed).problem;
        problems.retain(|diagnostic| diagnostic.span.start < list.start);
        problems.push(Diagnostic::new(problem, list.start..list.start + 1));
        unreadable.push(list);
    }
    (problems, unreadable)
}

/// The list, below a key of a `[table]` or a `[[table]]`, that holds the byte `at`.
fn list_around(document: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    let tables = document.values().flat_map(|value| match value.get_ref() {
        DeValue::Table(table) => vec![table],
        DeValue::Array(list) => {
            list.iter().filter_map(|entry| entry.get_ref().as_table()).collect()
        }
        _ => Vec::new(),
    });
    tables
        .flat_map(DeTable::values)
        .filter(|value| value.get_ref().is_array())
        .map(toml::Spanned::span)
        .find(|span| span.start < at && at <= span.end)
}

/// Whether a problem may only be the echo of a syntax error: what it misses may stand in the part
/// that could not be read, or it judges a value that the parser made up to read on.
pub(super) fn echoes(diagnostic: &Diagnostic, unreadable: &[Range<usize>]) -> bool {
    let span = &diagnostic.span;
    match diagnostic.problem {
        Problem::MissingKey { .. }
        | Problem::ReleasedWithoutEnd
        | Problem::ReleasedWithoutHold
        | Problem::HoldLimitWithoutEnd
        | Problem::HoldLimitWithoutHold
        | Problem::NotOver { .. }
        | Problem::UnknownChannel { .. } => !unreadable.is_empty(),
        _ => unreadable.iter().any(|error| span.start <= error.end && error.start <= span.end),
    }
}

/// The parser's message on one line, as our sentences are.
fn sentence(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
