//! Fire drills: faults that a request can provoke in development builds, so that tests can show on
//! the real runtime where they end.

use crate::asked::Asked;

/// Panics when the request's header `Intermission-Drill` names this `place`.
#[expect(clippy::panic, reason = "provoking a panic is what a drill is for")]
pub(crate) fn at(place: &str, asked: &Asked) {
    if asked.header("intermission-drill").as_deref() == Some(place) {
        panic!("a drill in the {place}");
    }
}
