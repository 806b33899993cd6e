//! Where a request is going.

use std::fmt;

use schedule::Target;

use super::{Headers, RequestError, shown};

/// Where a request is going, as it is spelled: nothing is resolved or decoded, because the gate
/// judges spellings itself. It is printable ASCII.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Address {
    scheme: &'static str,
    /// With its port, if it has one.
    pub(crate) host: String,
    pub(crate) path: String,
    /// Without the `?`; empty when there is none.
    pub(crate) query: String,
}

impl Address {
    /// An address as people and curl write it: with or without a scheme, with or without a path. A
    /// path alone is one of `base`.
    pub(crate) fn read(text: &str, base: Option<&str>) -> Result<Self, RequestError> {
        let text = text.trim();
        let odd = |c: &char| c.is_control() || c.is_whitespace();
        if let Some(found) = text.chars().find(odd) {
            return Err(RequestError::UnexpectedInAddress { found });
        }
        if text.starts_with('/') && !text.starts_with("//") {
            let base = base.ok_or_else(|| RequestError::PathAlone { found: shown(text) })?;
            return Self::read(&format!("{base}{text}"), None);
        }
        // `://` may also stand in a path or a query.
        let scheme = text.split_once("://").filter(|(scheme, _)| !scheme.contains(['/', '?', '#']));
        let (scheme, rest) = match scheme {
            Some((scheme, rest)) => (known(scheme)?, rest),
            // Nobody means the unencrypted one any more, and nothing depends on it.
            None => ("https", text.trim_start_matches('/')),
        };
        let (authority, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        // What is before an `@` says who asks, and not whom.
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        if host.is_empty() || host.starts_with(':') {
            return Err(RequestError::NoHost { found: shown(text) });
        }
        if let Some(found) = host.chars().find(|c| !c.is_ascii()) {
            return Err(RequestError::UnexpectedInAddress { found });
        }
        let rest = rest.split_once('#').map_or(rest, |(rest, _)| rest);
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = if path.is_empty() { "/" } else { path };
        let (path, query) = (encoded(path), encoded(query));
        Ok(Self { scheme, host: host.to_ascii_lowercase(), path, query })
    }

    pub(crate) fn target(&self) -> Target<'_> {
        Target { host: &self.host, path: &self.path }
    }

    /// The edge knows a request's host from the header, whatever address it was sent to.
    pub(crate) fn heed_host(&mut self, headers: &Headers) {
        let named = headers.value("host").map(|host| host.trim().to_ascii_lowercase());
        let plain = |host: &String| !host.is_empty() && host.bytes().all(|c| c.is_ascii_graphic());
        if let Some(host) = named.filter(plain) {
            self.host = host;
        }
    }

    /// Puts something behind what is in the query already.
    pub(crate) fn add_query(&mut self, more: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query += &encoded(more);
    }

    /// Puts a name at the end of the path.
    pub(crate) fn add_path(&mut self, name: &str) {
        self.path += &encoded(name);
    }

    /// Replaces the path and the query.
    pub(crate) fn set_path(&mut self, text: &str) {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        (self.path, self.query) = (encoded(path), encoded(query));
    }
}

fn known(scheme: &str) -> Result<&'static str, RequestError> {
    ["https", "http", "wss", "ws"]
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(scheme))
        .ok_or_else(|| RequestError::Scheme { found: shown(&format!("{scheme}://")) })
}

/// What is not visible ASCII as its percent-encoding, as every client sends it.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for octet in text.bytes() {
        match octet {
            b'!'..=b'~' => encoded.push(char::from(octet)),
            _ => encoded += &format!("%{octet:02X}"),
        }
    }
    encoded
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scheme, host, path, query } = self;
        write!(f, "{scheme}://{host}{path}")?;
        if query.is_empty() { Ok(()) } else { write!(f, "?{query}") }
    }
}
