//! `intermission`, the operator's command.
//!
//! | command | what |
//! | --- | --- |
//! | `intermission check FILE` | says what is wrong with a schedule, and how to mend it |
//! | `intermission check --explain FILE` | says what each window will do for a year, and why |
//!
//! What is never here: logic that the edge also needs.

mod arguments;
mod check;
mod clock;
mod explain;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check(options) => check::run(&options),
    }
}
