//! `intermission gate`: whether a batch may start, on the machine that runs it.
//!
//! | file | what |
//! | --- | --- |
//! | `arguments` | the words of the commands |
//! | `check`, `run`, `wait`, `drain`, `status` | the commands |
//! | `guard` | what they have in common: one who guards a channel on this machine |
//! | `source` | where it knows from: the copy, and the edge behind it |
//! | `kept` | the copy of `timeline.json`, and what is wrong with one that is damaged |
//! | `plan` | that document as it was read |
//! | `decision` | whether a batch may start at an instant |
//! | `line` | a decision in words |
//! | `locks` | who is in: batches, and those who drain them |
//! | `program` | running a batch with locks that last as long as it does |
//! | `hooks`, `sign`, `words` | what is done, and what users are told, when the gate begins to hold |
//! | `state`, `replace` | the folder for all of it, and how files in it change |
//! | `error` | why it could not say |
//!
//! Standard output stays empty (cron mails what is there); one line on standard error says what is.

mod arguments;
mod check;
mod decision;
mod drain;
mod error;
mod guard;
mod hooks;
mod kept;
mod line;
mod locks;
mod plan;
mod program;
mod replace;
mod run;
mod sign;
mod source;
mod state;
mod status;
#[cfg(test)]
mod tests;
mod wait;
mod words;

use std::ffi::OsString;

use crate::{failure::Failure, said::Said};
pub(crate) use arguments::Arguments;
use arguments::Command;
pub(crate) use error::GateError;

pub(crate) fn run(arguments: &Arguments) -> Result<Said, Failure> {
    let done = match &arguments.command {
        Command::Check(options) => check::run(options),
        Command::Run(options) => run::run(options),
        Command::Wait(options) => wait::run(options),
        Command::Drain(options) => drain::run(options),
        Command::Status(options) => status::run(options),
    };
    Ok(done?)
}

/// Whether these words are for the gate, even where they cannot be understood otherwise: its exit codes
/// are its own.
pub(crate) fn is_asked(words: &[OsString]) -> bool {
    words.get(1).is_some_and(|word| word == "gate")
}
