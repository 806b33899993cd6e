//! The schedule in force, and the record of its changes.

use super::{
    answer, example,
    operation::{Operation, schema},
    parameter,
    paths::{Path, admin},
};
use crate::{Kind, Scope};

const TAG: &str = "schedule";

pub(super) fn paths() -> Vec<Path> {
    vec![
        admin("schedule", [("get", read()), ("put", publish())]),
        admin("revisions", [("get", revisions())]),
        admin("revisions/{number}", [("get", revision())]),
        admin("revisions/{number}/difference", [("get", difference())]),
        admin("revisions/{number}/rollback", [("post", rollback())]),
    ]
}

fn read() -> Operation {
    let current = answer::json("The schedule in force", "Current", &example::current());
    Operation::of(Scope::Read, TAG, "getSchedule", "Read the schedule in force")
        .about("Before the first publication it is revision 0, and empty.")
        .takes([parameter::if_none_match()])
        .answers(200, answer::with(current, &[("ETag", answer::etag("The revision"))]))
        .answers(304, answer::unchanged())
}

fn publish() -> Operation {
    Operation::write(TAG, "putSchedule", "Publish a schedule")
        .about("Puts a document in force. The very one that is in force makes no revision.")
        .body(
            &schema("Publication"),
            &[("founding", "The founding notice", example::publication())],
        )
        .answers(200, answer::outcome("What changed", &example::published()))
}

fn revisions() -> Operation {
    let page =
        answer::json("A page of the record, the newest first", "Revisions", &example::revisions());
    Operation::of(Scope::Read, TAG, "listRevisions", "Read the record of changes")
        .takes(parameter::page())
        .answers(200, page)
}

fn revision() -> Operation {
    let revision =
        answer::json("The change and its document", "RevisionWithDocument", &example::revision());
    Operation::of(Scope::Read, TAG, "getRevision", "Read one change with its document")
        .at(parameter::number())
        .refused(&[Kind::NotFound])
        .answers(200, revision)
}

fn difference() -> Operation {
    let difference = answer::json("The difference in words", "Difference", &example::difference());
    Operation::of(Scope::Read, TAG, "getDifference", "Say what a change changed")
        .at(parameter::number())
        .takes([parameter::from()])
        .refused(&[Kind::NotFound, Kind::InvalidSchedule])
        .answers(200, difference)
}

fn rollback() -> Operation {
    Operation::write(TAG, "rollBack", "Go back to a revision")
        .about("Makes a new revision with the document of an earlier one: the record stays whole.")
        .at(parameter::number())
        .body(&schema("Rollback"), &[("why", "With a reason", example::rollback())])
        .refused(&[Kind::NotFound])
        .answers(200, answer::outcome("What changed", &example::rolled_back()))
}
