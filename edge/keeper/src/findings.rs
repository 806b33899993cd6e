//! What the parser says of a document, as the API writes it.

use admin::{Finding, Kind, Severity};
use schedule::{Diagnostic, Schedule};

use crate::refusal::Refusal;

/// All that was found, with lines and columns for people.
pub(crate) fn findings(document: &str, diagnostics: &[Diagnostic]) -> Vec<Finding> {
    let mut place = Place { document, offset: 0, line: 1, column: 1 };
    diagnostics
        .iter()
        .map(|diagnostic| {
            place.go(diagnostic.span.start);
            Finding {
                severity: match diagnostic.severity() {
                    schedule::Severity::Error => Severity::Error,
                    schedule::Severity::Warning => Severity::Warning,
                },
                message: diagnostic.to_string(),
                line: place.line,
                column: place.column,
                help: diagnostic.problem.help(),
            }
        })
        .collect()
}

/// The schedule in a document, with warnings.
///
/// # Errors
///
/// A refusal with 422 and all findings when there are mistakes in it.
pub(crate) fn valid(
    document: &str,
    parsed: schedule::Parsed,
) -> Result<(Schedule, Vec<Finding>), Refusal> {
    let findings = findings(document, &parsed.diagnostics);
    match parsed.schedule {
        Some(schedule) => Ok((schedule, findings)),
        None => Err(invalid(findings)),
    }
}

/// Findings in one answer, at most: a document may have a mistake in each of a million lines.
pub(crate) const MOST: usize = 1000;

fn invalid(findings: Vec<Finding>) -> Refusal {
    let mut mistakes = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let first = mistakes.next().map_or_else(String::new, |finding| {
        format!(": line {}: {}", finding.line, finding.message)
    });
    let count = 1 + mistakes.count();
    let what = if count == 1 { "one mistake".to_owned() } else { format!("{count} mistakes") };
    let detail = format!("expected a schedule without mistakes, found {what}{first}");
    let refusal = Refusal::new(Kind::InvalidSchedule, detail);
    let is_long = findings.len() > MOST;
    let refusal = refusal.with_findings(findings.into_iter().take(MOST).collect());
    if is_long {
        return refusal.with_help(format!("these are the first {MOST}: mend them, and try again"));
    }
    refusal
}

/// A place in a document, which is fast to move forward: places come in order, and there may be one
/// in each of a hundred thousand lines.
struct Place<'a> {
    document: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl Place<'_> {
    fn go(&mut self, offset: usize) {
        if offset < self.offset {
            (self.offset, self.line, self.column) = (0, 1, 1);
        }
        let Some(between) = self.document.get(self.offset..offset) else { return };
        self.line += between.matches('\n').count();
        self.column = match between.rfind('\n') {
            Some(newline) => between[newline + 1..].chars().count() + 1,
            None => self.column + between.chars().count(),
        };
        self.offset = offset;
    }
}
