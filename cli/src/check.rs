//! `intermission check`.

use std::{
    fs,
    io::{self, IsTerminal},
    process::ExitCode,
};

use schedule::Severity;

use crate::{arguments::Check, clock, explain};

/// Exits with 0 when the schedule can be used, with 1 when it has mistakes, and with 66
/// (`EX_NOINPUT`) when it cannot be read.
pub(crate) fn run(options: &Check) -> ExitCode {
    let name = options.file.display().to_string();
    let text = match fs::read_to_string(&options.file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("error: {name} cannot be read: {error}");
            return ExitCode::from(66);
        }
    };
    let now = options.now.unwrap_or_else(clock::now);
    let parsed = schedule::parse(&text, now);
    if !parsed.diagnostics.is_empty() {
        let styled = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        eprintln!("{}\n", schedule::render(&parsed.diagnostics, &text, &name, styled));
    }
    let Some(schedule) = parsed.schedule else {
        let wrong = |diagnostic: &&schedule::Diagnostic| diagnostic.severity() == Severity::Error;
        let mistakes = parsed.diagnostics.iter().filter(wrong).count();
        let s = if mistakes == 1 { "" } else { "s" };
        eprintln!("error: {name} has {mistakes} mistake{s}: mend as shown above");
        return ExitCode::FAILURE;
    };
    if options.explain {
        print!("{}", explain::year(&schedule, now));
    } else {
        print!("{}", explain::summary(&schedule, &name, now));
    }
    ExitCode::SUCCESS
}
