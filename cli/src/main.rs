//! `intermission`, the operator's command.
//!
//! | command | what |
//! | --- | --- |
//! | `intermission check FILE` | says what is wrong with a schedule, and how to mend it |
//! | `intermission check --explain FILE` | says what each window will do for a year, and why |
//! | `intermission explain …` | says what becomes of a request at an instant, and why |
//! | `intermission import FILE` | makes windows of a Statuspage's maintenances, or of a calendar |
//! | `intermission publish FILE` | puts a schedule in force |
//! | `intermission status` | says what is in force, what is open, and whether the edge follows |
//! | `intermission history`, `show`, `diff`, `rollback` | the revisions: lists, prints, compares, goes back |
//! | `intermission pull` | writes the document in force to a file |
//! | `intermission audit` | lists what was done and tried |
//! | `intermission window …` | plans, extends and ends downtime |
//! | `intermission gate …` | says whether a batch may start, on the machine that runs it |
//! | `intermission notice …` | writes the announcement of a window, has it approved, and mails it |
//! | `intermission watch` | says what the edge says, as it changes |
//! | `intermission token …` | makes, lists and revokes tokens of the admin API |
//! | `intermission webhook …` | tells the machines of others what happens, and what became of it |
//! | `intermission bypass link …` | makes a link that lets people pass a closed gate |
//! | `intermission completions`, `man` | what a shell and a reader of manuals need |
//!
//! What a command has to say goes to standard output, what goes with it or went wrong to standard
//! error; with `--json` everything is one document on standard output.
//!
//! | exit code | when |
//! | --- | --- |
//! | 0 | it was done, or there was nothing to do |
//! | 1 | the schedule has mistakes, or does not allow or know what was asked |
//! | 2 | what was asked cannot be understood (the command line, a request, an instant, a secret), or was not agreed to |
//! | 66 | a file cannot be read (`EX_NOINPUT`) |
//! | 69 | the service or its keeper cannot be reached, or answers strangely (`EX_UNAVAILABLE`) |
//! | 73 | a file cannot be written, or has changes that would be lost (`EX_CANTCREAT`) |
//! | 75 | not now: the schedule has changed since, or the keeper is busy; try again (`EX_TEMPFAIL`) |
//! | 77 | not allowed: the token is missing, unknown, or may not do this (`EX_NOPERM`) |
//!
//! The gate has exit codes of its own, because it stands before a program that has some, too:
//! `gate::error` has them.
//!
//! What is never here: logic that the edge also needs.

mod agree;
mod arguments;
mod audit;
mod check;
mod clock;
mod countdown;
mod curl;
mod done;
mod edge;
mod explain;
mod failure;
mod gate;
mod import;
mod keeper;
mod link;
mod notice;
mod outlook;
mod page;
mod picture;
mod publish;
mod pull;
mod request;
mod revision;
mod said;
mod shell;
mod source;
mod status;
mod tls;
mod token;
mod told;
mod watch;
mod webhook;
mod when;
mod window;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Bypass, Command};
use failure::Failure;
use gate::GateError;
use said::Said;

fn main() -> ExitCode {
    let words = arguments::with_curl_apart(std::env::args_os().collect());
    let json = arguments::ask_for_json(&words);
    let gate_asked = gate::is_asked(&words);
    let said = match Arguments::try_parse_from(words) {
        Ok(arguments) => run(&arguments.command),
        Err(error) if gate_asked && error.use_stderr() => Err(GateError::CommandLine(error).into()),
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
        Command::Import(arguments) => import::run(arguments),
        Command::Publish(options) => publish::run(options),
        Command::Status(options) => status::run(options),
        Command::History(options) => revision::history::run(options),
        Command::Show(options) => revision::show::run(options),
        Command::Diff(options) => revision::diff::run(options),
        Command::Rollback(options) => revision::rollback::run(options),
        Command::Pull(options) => pull::run(options),
        Command::Audit(options) => audit::run(options),
        Command::Gate(arguments) => gate::run(arguments),
        Command::Watch(arguments) => watch::run(arguments),
        Command::Window(arguments) => window::run(arguments),
        Command::Notice(arguments) => notice::run(arguments),
        Command::Token { command } => token::run(command),
        Command::Webhook { command } => webhook::run(command),
        Command::Bypass { command: Bypass::Link(options) } => link::run(options),
        Command::Completions(options) => Ok(shell::completions(options)),
        Command::Man(options) => shell::man(options),
    }
}
