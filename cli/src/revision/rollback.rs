//! `intermission rollback`.

use admin::Rollback;

use crate::{
    agree::agree,
    arguments, done,
    failure::Failure,
    keeper::{self, Base, Write},
    outlook, said,
    said::Said,
};

/// Puts the document of an earlier revision in force again, as a new revision.
pub(crate) fn run(options: &arguments::Rollback) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let number = options.revision.get();
    let current = client.current()?;
    let base = current.revision;
    if client.revision(number)?.document == current.document {
        let summary = format!("revision {base} has the document of {number} already");
        let text = format!("nothing to go back to: {summary}");
        return Ok(done::told(&client, &done::nothing(base, summary), &text, options.json));
    }
    let write = Write::new(Base::Revision(base))?;
    let rollback = Rollback { why: options.why.clone() };
    let would = client.rollback(number, &rollback, &write.rehearsed())?;
    if !(options.json && options.yes) {
        said::print("", &outlook::of(&would));
    }
    agree(&format!("Go back from revision {base} to {number}?"), options.yes)?;
    let outcome = client.rollback(number, &rollback, &write)?;
    let text = match outcome.revision {
        Some(made) => format!("revision {made} is in force, with the document of {number}"),
        None => format!("nothing to go back to: {}", outcome.summary),
    };
    Ok(done::told(&client, &outcome, &text, options.json))
}
