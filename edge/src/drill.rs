//! Fire drills: faults that a request can provoke in development builds, so that tests can show
//! on the real runtime where they end.

/// Panics when the request's header `Intermission-Drill` names this `place`.
#[cfg(feature = "development")]
#[expect(clippy::panic, reason = "provoking a panic is what a drill is for")]
pub(crate) fn at(place: &str, request: &crate::request::Request) {
    if request.headers().value("intermission-drill").as_deref() == Some(place) {
        panic!("a drill in the {place}");
    }
}
