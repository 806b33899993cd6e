//! `intermission check`.

pub(crate) mod json;
mod year;

use std::io;

use crate::{arguments::Check, clock, failure::Failure, said, said::Said, source::Source};

/// Says what was read, with the warnings about it; or for `--explain`, what it will do in a year.
pub(crate) fn run(options: &Check) -> Result<Said, Failure> {
    let now = options.now.unwrap_or_else(clock::now);
    let (source, schedule, warnings) = Source::read(&options.file)?.schedule(now)?;
    if options.json {
        let year = options.explain.then_some(now);
        return Ok(Said::json(&json::Document::new(&source, &schedule, &warnings, now, year)));
    }
    let text = match options.explain {
        true => year::year(&schedule, now),
        false => year::summary(&schedule, &source.name, now),
    };
    let aside = match warnings.is_empty() {
        true => String::new(),
        false => source.picture(&warnings, said::may_be_styled(&io::stderr())) + "\n\n",
    };
    Ok(Said { text, aside })
}
