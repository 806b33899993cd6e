//! `intermission show`.

use super::history::headline;
use crate::{arguments::Show, failure::Failure, keeper, page, said::Said, told::Told};

/// The document of a revision, as it was published; who made it, beside it.
pub(crate) fn run(options: &Show) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let found = options.revision.fetch(&client)?;
    if options.json {
        return Ok(Said::json(&found));
    }
    let told = Told::of_document(&found.document);
    let mut aside = page::fill(&headline(&found.revision, &told), "", "");
    if let Some(why) = &found.revision.why {
        aside += &page::fill(&format!("\"{why}\""), "    ", "    ");
    }
    Ok(Said { text: found.document, aside })
}
