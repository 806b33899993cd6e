//! The schedule, compiled into what the edge reads.

use std::fs;
use std::path::Path;

use schedule::{Diagnostic, Parsed, Severity, Timeline};

use crate::failure::{AboutFile, Failure};
use crate::{clock, terminal};

/// The timeline, as it is called in the bundle.
pub const FILE: &str = "timeline.bin";

/// A schedule without mistakes, ready for the edge.
pub struct Compiled {
    pub timeline: Timeline,
    bytes: Vec<u8>,
}

impl Compiled {
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        fs::write(path, &self.bytes).about("write", path)
    }
}

/// `cargo xtask timeline FILE OUT`: as JSON, for people, when that is how the name of `out` ends.
pub fn run(file: &Path, out: &Path) -> Result<(), Failure> {
    let compiled = compile(file, &file.display().to_string())?;
    if out.extension().is_some_and(|extension| extension == "json") {
        return fs::write(out, compiled.timeline.to_json()).about("write", out);
    }
    compiled.write(out)
}

/// Compiles the schedule in a file.
///
/// What is doubtful in it is shown, and so is what is wrong; the latter fails. `name` is what the
/// file is called there.
pub fn compile(path: &Path, name: &str) -> Result<Compiled, Failure> {
    let text = fs::read_to_string(path).about("read the schedule", path)?;
    compile_text(&text, name)
}

/// The same for a schedule that is in hand.
pub fn compile_text(text: &str, name: &str) -> Result<Compiled, Failure> {
    let parsed = schedule::parse(text, clock::now());
    show(&parsed.diagnostics, text, name);
    compiled(parsed, name)
}

/// The same for a schedule of which only mistakes are worth showing.
pub fn compile_unseen(text: &str, name: &str) -> Result<Compiled, Failure> {
    let parsed = schedule::parse(text, clock::now());
    if parsed.schedule.is_none() {
        show(&parsed.diagnostics, text, name);
    }
    compiled(parsed, name)
}

fn show(diagnostics: &[Diagnostic], text: &str, name: &str) {
    if !diagnostics.is_empty() {
        let picture = schedule::render(diagnostics, text, name, terminal::stderr_styled());
        eprintln!("{}", picture.trim_end());
    }
}

fn compiled(parsed: Parsed, name: &str) -> Result<Compiled, Failure> {
    let Some(schedule) = parsed.schedule else {
        let wrong = |diagnostic: &&Diagnostic| diagnostic.severity() == Severity::Error;
        let mistakes = parsed.diagnostics.iter().filter(wrong).count();
        return Err(Failure::Schedule { name: name.to_owned(), mistakes });
    };
    let timeline = schedule.timeline(clock::now());
    let bytes = timeline.to_bytes();
    Ok(Compiled { timeline, bytes })
}
