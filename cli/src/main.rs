//! `intermission`, the operator's command.
//!
//! | command | what |
//! | --- | --- |
//! | `intermission check FILE` | says what is wrong with a schedule, and how to mend it |
//! | `intermission check --explain FILE` | says what each window will do for a year, and why |
//! | `intermission explain …` | says what becomes of a request at an instant, and why |
//! | `intermission bypass link …` | makes a link that lets people pass a closed gate |
//!
//! What a command has to say goes to standard output, what goes with it or went wrong to standard
//! error; with `--json` everything is one document on standard output.
//!
//! | exit code | when |
//! | --- | --- |
//! | 0 | the schedule is good, the request explained, the link made |
//! | 1 | the schedule has mistakes |
//! | 2 | what was asked cannot be understood: the command line, a request, an instant, a secret |
//! | 66 | a file cannot be read (`EX_NOINPUT`) |
//!
//! What is never here: logic that the edge also needs.

mod arguments;
mod check;
mod clock;
mod curl;
mod explain;
mod failure;
mod instant;
mod link;
mod request;
mod said;
mod source;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Bypass, Command};
use failure::Failure;
use said::Said;

fn main() -> ExitCode {
    let words = arguments::with_curl_apart(std::env::args_os().collect());
    let json = arguments::ask_for_json(&words);
    let said = match Arguments::try_parse_from(words) {
        Ok(arguments) => run(&arguments.command),
        // Help and versions are errors too, which go to standard output.
        Err(error) if json && error.use_stderr() => Err(Failure::CommandLine(error)),
        Err(error) => error.exit(),
    };
    match said {
        Ok(said) => said.print(),
        Err(failure) => failure.print(json),
    }
}

fn run(command: &Command) -> Result<Said, Failure> {
    match command {
        Command::Check(options) => check::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Bypass { command: Bypass::Link(options) } => link::run(options),
    }
}
