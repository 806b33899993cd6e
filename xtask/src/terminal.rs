//! What may be done to the terminal, when there is one.

use std::fmt::Display;
use std::io::{IsTerminal, stderr, stdout};

/// Says why the command failed.
pub fn error(failure: &dyn Display) {
    let word = if stderr_styled() { "\x1b[1;31merror\x1b[0m" } else { "error" };
    eprintln!("{word}: {failure}");
}

/// Colour on the standard output: not when it is piped, and not when somebody said `NO_COLOR`.
pub fn stdout_styled() -> bool {
    stdout().is_terminal() && wanted()
}

/// The same for the standard error.
pub fn stderr_styled() -> bool {
    stderr().is_terminal() && wanted()
}

fn wanted() -> bool {
    let said = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !said("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}
