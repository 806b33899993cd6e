//! Where a request is going.

use schedule::Target;

/// Takes the host, the path and the query out of a request's address,
/// `scheme://host[:port]/path[?query]`, as they are spelled: self-hosted workerd normalises an
/// address only when it goes to the origin.
pub(crate) fn parts(url: &str) -> (Target<'_>, &str) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let path = path.split_once('#').map_or(path, |(path, _)| path);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    (Target { host, path }, query)
}

/// The scheme and the host of an address, `scheme://host[:port]`.
pub(crate) fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |end| end + "://".len());
    let end = url[host..].find('/').map_or(url.len(), |end| host + end);
    &url[..end]
}
