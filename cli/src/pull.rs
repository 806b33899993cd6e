//! `intermission pull`.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use admin::Current;
use serde::Serialize;

use crate::{
    arguments::Pull,
    failure::Failure,
    keeper::{self, Client},
    revision, said,
    said::Said,
    source::Source,
};

/// How many revisions are looked at for the text of a file, before its changes count as
/// unpublished.
const LOOKED_AT: u64 = 10;

#[derive(Serialize)]
struct Document<'a> {
    revision: u64,
    file: String,
    /// Whether the file has other bytes than before.
    written: bool,
    document: &'a str,
}

/// Writes the document in force to a file, unless that would lose something.
pub(crate) fn run(options: &Pull) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let current = client.current()?;
    if current.revision == 0 {
        return Err(Failure::NothingPublished { host: client.address().host().to_owned() });
    }
    let file = &options.file;
    let here = match fs::exists(file) {
        Ok(false) => None,
        _ => Some(Source::read(file)?),
    };
    let written = here.as_ref().is_none_or(|here| here.text != current.document);
    if written {
        if let Some(here) = here.filter(|_| !options.force)
            && !was_published(&client, &current, &here.text)?
        {
            let in_force = format!("revision {}", current.revision);
            let styled = said::may_be_styled(&io::stderr());
            let new = (here.name.as_str(), here.text.as_str());
            if !options.json {
                said::print("", &revision::unified((&in_force, &current.document), new, styled));
            }
            return Err(Failure::Unpublished { path: file.clone() });
        }
        write(file, &current.document)
            .map_err(|error| Failure::Unwritable { path: file.clone(), error })?;
    }
    let (number, name) = (current.revision, file.display().to_string());
    if options.json {
        let document = &current.document;
        return Ok(Said::json(&Document { revision: number, file: name, written, document }));
    }
    Ok(Said::text(match written {
        true => format!("{name} is revision {number} now\n"),
        false => format!("{name} is revision {number} already\n"),
    }))
}

/// Whether one of the last revisions has this very text, so that nothing is lost with it.
fn was_published(client: &Client, current: &Current, text: &str) -> Result<bool, Failure> {
    let oldest = current.revision.saturating_sub(LOOKED_AT).max(1);
    for number in (oldest..current.revision).rev() {
        if client.revision(number)?.document == text {
            return Ok(true);
        }
    }
    Ok(false)
}

/// All or nothing: a file that was written by half would be published by half.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    // A link stays one, and what it leads to is written.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = OsString::from(path.file_name().unwrap_or_default());
    name.push(".partial");
    let partial: PathBuf = path.with_file_name(name);
    fs::write(&partial, text)?;
    if let Ok(metadata) = fs::metadata(&path) {
        fs::set_permissions(&partial, metadata.permissions())?;
    }
    fs::rename(&partial, &path)
}
