//! What a command has to say when all went well.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use serde::Serialize;

/// What a command has to say when all went well.
#[derive(Debug)]
pub(crate) struct Said {
    /// What was asked for.
    pub(crate) text: String,
    /// What goes with it, and must not get into a pipe.
    pub(crate) aside: String,
}

impl Said {
    pub(crate) fn text(text: String) -> Self {
        Self { text, aside: String::new() }
    }

    /// What was asked for, at once, and below it what follows from that.
    pub(crate) fn followed(text: &str, aside: String) -> Self {
        print(text, "");
        Self { text: String::new(), aside }
    }

    /// One document, and nothing beside it.
    pub(crate) fn json(document: &impl Serialize) -> Self {
        Self::text(json(document))
    }

    pub(crate) fn print(&self) -> ExitCode {
        print(&self.text, &self.aside);
        ExitCode::SUCCESS
    }
}

/// Writes to standard output and standard error. Whoever closed them has read enough: `| head` is
/// no reason to complain.
pub(crate) fn print(text: &str, aside: &str) {
    let _ = io::stderr().write_all(aside.as_bytes());
    let _ = io::stdout().write_all(text.as_bytes());
}

pub(crate) fn json(document: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(document)
        .expect("documents have only string keys and no type whose serialisation can fail");
    text + "\n"
}

/// Whether a stream may be coloured: a terminal, unless <https://no-color.org> is heeded.
pub(crate) fn may_be_styled(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none()
}
