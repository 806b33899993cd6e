//! `intermission publish`.

use std::io;

use admin::{Outcome, Publication};

use crate::{
    agree::agree,
    arguments::Publish,
    clock, done,
    failure::Failure,
    keeper::{self, Base, Client, KeeperError, Write},
    outlook, said,
    said::Said,
    source::Source,
};

/// Puts a file in force: checks it here, shows what it would change, asks, and sends it for the
/// revision that it was shown against.
pub(crate) fn run(options: &Publish) -> Result<Said, Failure> {
    let (source, _, warnings) = Source::read(&options.file)?.schedule(clock::now())?;
    let client = keeper::connect(&options.connection)?;
    let current = client.current()?;
    let base = options.base.unwrap_or(current.revision);
    if current.document == source.text && base == current.revision {
        let summary = format!("{} is what revision {base} has", source.name);
        let text = format!("nothing to publish: {summary}");
        return Ok(done::told(&client, &done::nothing(base, summary), &text, options.json));
    }
    let write = Write::new(Base::Revision(base))?;
    let would = publish(&client, options, &source, &write.rehearsed())?;
    // For a program, one document is all.
    if !(options.json && options.yes) {
        if !warnings.is_empty() {
            let styled = said::may_be_styled(&io::stderr());
            said::print("", &(source.picture(&warnings, styled) + "\n\n"));
        }
        said::print("", &outlook::of(&would));
    }
    agree("Publish this?", options.yes)?;
    let outcome = publish(&client, options, &source, &write)?;
    let text = match outcome.revision {
        Some(number) => format!("revision {number} is in force: {}", outcome.summary),
        None => format!("nothing to publish: {}", outcome.summary),
    };
    Ok(done::told(&client, &outcome, &text, options.json))
}

fn publish(
    client: &Client,
    options: &Publish,
    source: &Source,
    write: &Write,
) -> Result<Outcome, KeeperError> {
    let publication = Publication { document: source.text.clone(), why: options.why.clone() };
    client.publish(&publication, write).map_err(|error| error.about(source))
}
