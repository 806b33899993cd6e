//! The commands that are about revisions.

pub(crate) mod diff;
pub(crate) mod history;
mod place;
pub(crate) mod rollback;
pub(crate) mod show;

pub(crate) use diff::unified;
pub(crate) use history::headline;
pub(crate) use place::Place;
