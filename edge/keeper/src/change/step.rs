//! A step, out of its JSON.

use admin::StepRequest;
use lifecycle::{Step, Until, Verb, Which};

use super::text;
use crate::{query::shown, refusal::Refusal};

/// For how long a window is held where nobody says how long.
const HOLD: &str = "4h";

/// Which window a step is about, and the step.
///
/// # Errors
///
/// A refusal with 400 that names the member that cannot be read, is missing, or is not the verb's.
pub(super) fn step(
    window: &str,
    verb: Verb,
    asked: &StepRequest,
) -> Result<(Which, Step), Refusal> {
    refuse_others(verb, asked)?;
    let of =
        asked.of.as_deref().map(|of| shown(of).parse().map_err(|error| text::unfit("of", &error)));
    let which = Which { window: window.to_owned(), of: of.transpose()? };
    let step = match verb {
        Verb::Announce => Step::Announce,
        Verb::Start => Step::Start,
        Verb::Extend => Step::Extend(until(asked)?),
        Verb::Shorten => Step::Shorten(until(asked)?),
        Verb::Reschedule => {
            let start = asked.start.as_deref();
            let start = start.ok_or_else(|| text::invalid("expected `start`, found none"))?;
            let ending = text::ending(asked.end.as_deref(), asked.length.as_deref())?;
            Step::Reschedule { start: text::moment("start", start)?, ending }
        }
        Verb::Finish => Step::Finish { channels: asked.channels.clone().unwrap_or_default() },
        Verb::Hold => {
            let limit = asked.limit.as_deref().unwrap_or(HOLD);
            Step::Hold { limit: text::length("limit", limit)? }
        }
        Verb::Release => Step::Release,
        Verb::Cancel => Step::Cancel,
    };
    Ok((which, step))
}

fn until(asked: &StepRequest) -> Result<Until, Refusal> {
    match (asked.by.as_deref(), asked.until.as_deref()) {
        (Some(by), None) => Ok(Until::By(text::length("by", by)?)),
        (None, Some(until)) => Ok(Until::At(text::moment("until", until)?)),
        (Some(_), Some(_)) => Err(text::invalid("expected one of `by` and `until`, found both")),
        (None, None) => Err(text::invalid("expected one of `by` and `until`, found neither")),
    }
}

/// A member that a verb does not take was meant for something.
fn refuse_others(verb: Verb, asked: &StepRequest) -> Result<(), Refusal> {
    let takes: &[&str] = match verb {
        Verb::Announce | Verb::Start | Verb::Release | Verb::Cancel => &[],
        Verb::Extend | Verb::Shorten => &["by", "until"],
        Verb::Reschedule => &["start", "end", "length"],
        Verb::Finish => &["channels"],
        Verb::Hold => &["limit"],
    };
    let there = [
        ("by", asked.by.is_some()),
        ("until", asked.until.is_some()),
        ("start", asked.start.is_some()),
        ("end", asked.end.is_some()),
        ("length", asked.length.is_some()),
        ("channels", asked.channels.is_some()),
        ("limit", asked.limit.is_some()),
    ];
    let other = there.into_iter().find(|(member, is_there)| *is_there && !takes.contains(member));
    let Some((member, _)) = other else { return Ok(()) };
    let takes: String = takes.iter().map(|member| format!("`{member}`, ")).collect();
    Err(text::invalid(format!("expected no `{member}`, which `{verb}` does not take, found one"))
        .with_help(format!("it takes {takes}`of` and `why`")))
}
