//! Where a request is going.

use schedule::Target;

/// Takes the host and the path out of a request's address, `scheme://host[:port]/path[?query]`, as
/// they are spelled: self-hosted workerd normalises an address only when it goes to the origin.
pub(crate) fn target(url: &str) -> Target<'_> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let end = path.find(['?', '#']).unwrap_or(path.len());
    Target { host, path: &path[..end] }
}
