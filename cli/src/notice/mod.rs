//! `intermission notice …`: the written announcement of a window, from a draft to every recipient.
//!
//! A draft is a folder; an approval freezes its bytes and its recipients; a mail goes out once.
//!
//! | file | what |
//! | --- | --- |
//! | `arguments` | the words of the commands |
//! | `about`, `earlier`, `changed`, `templates` | what a notice is about, what people were told before, what changed it last, in whose words |
//! | `composed` | its forms |
//! | `show`, `draft`, `approve`, `send`, `list` | the commands |
//! | `manifest`, `digest`, `folder` | what a draft is, on disk |
//! | `recipients` | the file that names whom it goes to |
//! | `mail` | the message to one of them |
//! | `journal` | the record of what went out, which survives a crash |
//! | `server`, `smtp`, `closed` | where the mail server is, speaking to it, and why it does not let us in |
//! | `delivery` | one recipient after the other |
//! | `who` | in whose name something is done |

mod about;
mod approve;
mod arguments;
mod changed;
mod closed;
mod composed;
mod delivery;
mod digest;
mod draft;
mod earlier;
mod error;
mod folder;
mod journal;
mod list;
mod mail;
mod manifest;
mod recipients;
mod send;
mod server;
mod show;
mod smtp;
mod templates;
mod who;

pub(crate) use arguments::Arguments;
pub(crate) use error::NoticeError;

use crate::{failure::Failure, said::Said};
use arguments::Command;

pub(crate) fn run(arguments: &Arguments) -> Result<Said, Failure> {
    match &arguments.command {
        Command::Show(options) => show::run(options),
        Command::Draft(options) => draft::run(options),
        Command::Approve(options) => approve::run(options),
        Command::Send(options) => send::run(options),
        Command::List(options) => list::run(options),
    }
}
