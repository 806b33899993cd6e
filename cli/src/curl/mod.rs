//! A curl command as somebody pasted it, and the request that it would send.
//!
//! | file | what |
//! | --- | --- |
//! | `shell`, `ansi_c` | from a text to words, as a shell does it |
//! | `option` | which options curl knows, and which of them take a value |
//! | `command` | from words to what was asked for |
//! | `data` | what is sent, and how it is encoded |
//! | `sent` | from that to the request, with what curl adds by itself |
//! | `error` | why there is none |

mod ansi_c;
mod command;
mod data;
mod error;
mod option;
mod sent;
mod shell;

use crate::request::Request;

pub(crate) use error::CurlError;

/// A request, and what was not understood of the command.
#[derive(Debug)]
pub(crate) struct Pasted {
    pub(crate) request: Request,
    pub(crate) notes: Vec<String>,
}

/// The request of a command that a shell has taken apart already. `base` is the address of the
/// service, for a path alone.
pub(crate) fn words(words: &[String], base: Option<&str>) -> Result<Pasted, CurlError> {
    let command = command::Command::read(words)?;
    let (request, notes) = command.send(base)?;
    Ok(Pasted { request, notes })
}

/// The request of a command as one text, of as many lines as it has.
pub(crate) fn text(text: &str, base: Option<&str>) -> Result<Pasted, CurlError> {
    let line = shell::Line::read(text)?;
    let mut pasted = words(&line.words()?, base)?;
    pasted.notes.extend(line.notes());
    Ok(pasted)
}
