//! Which site's script asks.

use schedule::{EdgeSettings, Request};

/// The place of the request's origin in the schedule's list; `None` for any other. Of a site
/// without a list the header is not even asked for.
pub(crate) fn place(request: &Request<'_>, edge: &EdgeSettings) -> Option<usize> {
    let origins = &edge.cors.origins;
    if origins.is_empty() {
        return None;
    }
    let asks = request.header("origin")?;
    origins.iter().position(|origin| *origin == asks)
}
