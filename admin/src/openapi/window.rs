//! Windows: where they stand, and new ones.

use serde_json::Value;

use super::{
    answer, example,
    operation::{Operation, schema},
    parameter,
    paths::{Path, admin},
};
use crate::{Kind, Scope};

pub(super) const TAG: &str = "windows";

pub(super) fn paths() -> Vec<Path> {
    vec![
        admin("windows", [("get", windows()), ("post", add())]),
        admin("windows/{id}", [("get", window())]),
    ]
}

/// The id of a window, in the path.
pub(super) fn id() -> Value {
    parameter::id("The id of a window.", "Id", example::WINDOW)
}

fn windows() -> Operation {
    let windows = answer::json("All windows", "Windows", &example::windows());
    Operation::of(Scope::Read, TAG, "listWindows", "See where all windows stand")
        .refused(&[Kind::InvalidSchedule])
        .answers(200, answer::with(windows, &[("ETag", answer::etag("The revision"))]))
}

fn window() -> Operation {
    let window = answer::json("Where it stands", "Window", &example::window());
    Operation::of(Scope::Read, TAG, "getWindow", "See where a window stands")
        .at(id())
        .refused(&[Kind::NotFound, Kind::InvalidSchedule])
        .answers(200, answer::with(window, &[("ETag", answer::etag("The revision"))]))
}

fn add() -> Operation {
    let emergency = ("emergency", "Two hours from now on", example::emergency());
    let deployment = ("deployment", "A deployment that was announced", example::deployment());
    Operation::write(TAG, "addWindow", "Add a window")
        .about("Exactly one of `end` and `length` says when it is over.")
        .body(&schema("NewWindow"), &[emergency, deployment])
        .refused(&[Kind::ImpossibleStep])
        .answers(200, answer::outcome("What changed", &example::added()))
}
