//! Taking a step of a window's life.

use chrono::{DateTime, NaiveDateTime, Utc};
use schedule::{Diagnostic, Problem, Window};

use crate::{
    Changed, Refused, Step, Verb, Which,
    about::About,
    document::Document,
    edit::Edit,
    moment::whole,
    pick,
    read::{Read, recurs},
    steps,
};

/// Takes a step: the document with it, and what was said about it.
///
/// A step on a recurring window is about one of its occurrences, and is written as a
/// `[[window.change]]`. Only [`Step::Cancel`] without an occurrence is about all of them.
///
/// # Errors
///
/// Every [`Refused`] but [`Refused::TakenId`]. The document that was given stays as it is.
pub fn take(
    document: &str,
    which: &Which,
    step: &Step,
    now: DateTime<Utc>,
) -> Result<Changed, Refused> {
    let read = Read::before(document, now)?;
    let window = read.window(&which.window)?;
    if recurs(window) && which.of.is_none() && *step == Step::Cancel {
        let (edit, said) = steps::cancel_all(&read, window, now)?;
        return written(&read, document, window, None, &edit, said, now);
    }
    let about = about(&read, window, which, now)?;
    if !step.verb().follows(about.phase) {
        return Err(about.impossible(step.verb()));
    }
    if about.recurs() && matches!(step.verb(), Verb::Announce | Verb::Hold) {
        return Err(Refused::InCommon { window: about.window(), verb: step.verb() });
    }
    let (edit, said) = steps::edit(&about, step)?;
    let taken = written(&read, document, window, about.of(), &edit, said, now);
    match (&taken, step) {
        // A window without an end may have run into another, which its end would be at odds with.
        (Err(refused), Step::Finish { .. }) if overlaps(refused) && about.never_ends() => {
            let (edit, said) = steps::finish_each(&about);
            written(&read, document, window, about.of(), &edit, said, now)
        }
        _ => taken,
    }
}

/// Whether nothing is wrong but that windows overlap.
fn overlaps(refused: &Refused) -> bool {
    let is_overlap =
        |diagnostic: &Diagnostic| matches!(diagnostic.problem, Problem::Overlap { .. });
    !refused.diagnostics().is_empty() && refused.diagnostics().iter().all(is_overlap)
}

fn about<'a>(
    read: &'a Read,
    window: &Window,
    which: &Which,
    now: DateTime<Utc>,
) -> Result<About<'a>, Refused> {
    let wholes = read.wholes(window.id.as_str());
    let whole = match which.of {
        Some(of) => pick::named(window.id.as_str(), &wholes, of)?,
        None => pick::current(&read.timeline, &wholes, now).ok_or_else(|| {
            // All of its dates are past the years that are compiled.
            Refused::OutOfRange { found: window.id.as_str().to_owned() }
        })?,
    };
    let phase = read.timeline.phase(&whole.occurrence, now);
    let now = crate::moment::in_years(self::whole(read.zone.at(now.fixed_offset())))?;
    Ok(About { read, whole, phase, now })
}

fn written(
    read: &Read,
    document: &str,
    window: &Window,
    of: Option<NaiveDateTime>,
    edit: &Edit,
    said: String,
    now: DateTime<Utc>,
) -> Result<Changed, Refused> {
    let mut edited = Document::read(document, read.zone)?;
    edited.edit(window.id.as_str(), of, edit)?;
    let mut changed = read.changed(edited.write(), window.id.as_str(), of, said, now)?;
    // That what was just finished is over needs no warning.
    changed.warnings.retain(|warning| !matches!(warning.problem, Problem::Past { .. }));
    Ok(changed)
}
