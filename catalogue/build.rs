//! Makes constants of `languages/*.toml`, so that nothing is read at run time.

use std::{env, fs, path::Path, process::ExitCode};

#[path = "compile/fault.rs"]
mod fault;
#[path = "compile/file.rs"]
mod file;
#[path = "compile/rust.rs"]
mod rust;
#[path = "compile/shape.rs"]
mod shape;

// What a language chooses from is written down once, in the crate itself.
#[allow(unreachable_pub, reason = "it is public there")]
#[path = "src/clock.rs"]
mod clock;
#[allow(unreachable_pub, reason = "it is public there")]
#[path = "src/direction.rs"]
mod direction;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "it is public there, and only its names are needed here"
)]
#[path = "src/rule.rs"]
mod rule;

use fault::Fault;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=languages");
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            for line in fault.to_string().lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), Fault> {
    let mut files = file::all(Path::new("languages"))?;
    let shape = shape::of(&files)?;
    // English stands in for the others, and is the first of them.
    files.sort_by_key(|file| (file.tag != shape::ENGLISH, file.tag.clone()));
    let text = rust::write(&shape, &files)?;
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    let path = Path::new(&folder).join("languages.rs");
    fs::write(&path, text).map_err(|error| Fault::Io { path, error })
}
