//! The name that an occurrence has in every calendar of ours.

use schedule::{Occurrence, Timeline};

/// Stands in for a host where the service has no address: a name that RFC 2606 keeps free.
const NO_HOST: &str = "intermission.invalid";

/// The `UID` of an occurrence: the same in the feed and in every mail, for as long as it is told
/// of, so that a moved window moves in people's calendars instead of being there twice.
///
/// Of a window that comes once it is `{window}@{host}`, of one that recurs
/// `{window}-{local start by its rule}@{host}`. The host is that of the service's `url`, in small
/// letters and without a port.
///
/// # Examples
///
/// ```
/// use answer::calendar::uid;
///
/// let schedule = r#"
///     [service]
///     name = "ImmTrac2"
///     zone = "America/Chicago"
///     url = "https://registry.example.org"
///
///     [[channel]]
///     id = "web"
///     name = "the web application"
///     routes = ["/*"]
///
///     [[window]]
///     id = "deployment"
///     channels = ["web"]
///     start = 2025-02-06T19:00:00
///     end = 2025-02-06T21:00:00
/// "#;
/// let now = "2025-02-05T12:00:00Z".parse().unwrap();
/// let timeline = schedule::parse(schedule, now).schedule.unwrap().timeline(now);
/// assert_eq!(uid(&timeline, &timeline.occurrences[0]), "deployment@registry.example.org");
/// ```
pub fn uid(timeline: &Timeline, occurrence: &Occurrence) -> String {
    let window = occurrence.window.as_str();
    let host = timeline.service.url.as_deref().map_or_else(|| NO_HOST.to_owned(), host);
    match occurrence.of {
        None => format!("{window}@{host}"),
        Some(of) => format!("{window}-{}@{host}", of.format("%Y%m%dT%H%M%S")),
    }
}

/// Of an address that has no path.
pub(crate) fn host(url: &str) -> String {
    let authority = url.split_once("://").map_or(url, |(_, authority)| authority);
    let name = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => authority.split(':').next().unwrap_or_default(),
    };
    if name.is_empty() { NO_HOST.to_owned() } else { name.to_ascii_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        let table = [
            ("https://registry.example.org", "registry.example.org"),
            ("https://Registry.Example.org:8443", "registry.example.org"),
            ("http://[2001:db8::1]:8080", "2001:db8::1"),
            ("http://localhost:8787", "localhost"),
            ("https://:443", NO_HOST),
        ];
        for (url, expected) in table {
            assert_eq!(host(url), expected, "{url}");
        }
    }
}
