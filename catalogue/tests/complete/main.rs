//! Every language says everything, and nothing else: what a translator has to do is listed here.

use std::path::Path;

#[path = "../../compile/fault.rs"]
mod fault;
#[path = "../../compile/file.rs"]
mod file;
#[path = "../../compile/rust.rs"]
mod rust;
#[path = "../../compile/shape.rs"]
mod shape;

mod faults;
mod found;
mod half_done;
mod placeholders;
mod problems;

// `compile/` takes these from its own copies, because the crate is not there before it is built.
mod clock {
    pub(crate) use catalogue::Clock;
}
mod direction {
    pub(crate) use catalogue::Direction;
}
mod rule {
    pub(crate) use catalogue::{Category, Rule};
}

use file::File;

#[test]
fn every_language_is_complete() {
    let files = file::all(Path::new("languages")).expect("the crate was built of them");
    let problems = problems::of(&files);
    assert!(problems.is_empty(), "still to do:\n\n{}\n", problems.join("\n"));
}

/// A file with this text in it, which is written in the test.
#[track_caller]
fn written(tag: &str, text: &str) -> File {
    let path = Path::new("languages").join(tag).with_extension("toml");
    file::parse(&path, text).expect("the rows are files")
}
