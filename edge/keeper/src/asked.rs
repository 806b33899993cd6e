//! A request as the keeper is asked it.

use worker::{Headers, Request, Url};

/// A request without its body, which only some requests need, and later.
pub(crate) struct Asked {
    /// In capitals, as it came.
    pub(crate) method: String,
    /// The parts of the path, decoded: `["admin", "v1", "windows", "deployment", "extend"]`.
    pub(crate) path: Vec<String>,
    /// The parameters, decoded, in their order.
    pub(crate) query: Vec<(String, String)>,
    /// The public host that was asked, with a port where it has one; empty where nobody said.
    pub(crate) host: String,
    /// The path that the public pages are below, such as `/_maintenance`.
    pub(crate) prefix: String,
    /// The client's address, where the edge can trust one.
    pub(crate) address: Option<String>,
    headers: Headers,
}

/// What the edge sets on every request that it sends on, whatever a client sent.
const PREFIX: &str = "intermission-prefix";
const HOST: &str = "intermission-host";
const CLIENT_ADDRESS: &str = "intermission-client-address";

impl Asked {
    pub(crate) fn read(request: &Request) -> worker::Result<Self> {
        let url = request.url()?;
        let headers = request.headers().clone();
        let text = |name: &str| headers.get(name).ok().flatten();
        Ok(Self {
            method: request.inner().method(),
            path: segments(&url),
            query: url.query_pairs().into_owned().collect(),
            host: text(HOST).unwrap_or_default(),
            prefix: text(PREFIX).unwrap_or_default(),
            address: text(CLIENT_ADDRESS).filter(|address| !address.is_empty()),
            headers,
        })
    }

    /// The value of the header `name`, which is in lower case; several of them with commas between.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }

    /// Whether a reader asks through the inner door: the edge names the prefix in everything that it
    /// passes on from outside.
    pub(crate) fn is_inner(&self) -> bool {
        self.header(PREFIX).is_none()
    }

    /// The path, to be matched.
    pub(crate) fn segments(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}

fn segments(url: &Url) -> Vec<String> {
    url.path_segments().into_iter().flatten().map(decoded).collect()
}

/// What cannot be decoded stays as it is, and names nothing then.
fn decoded(segment: &str) -> String {
    // A query's decoder is at hand; all that it does besides is to take `+` for a space.
    let escaped = segment.replace('+', "%2B").replace('&', "%26").replace('=', "%3D");
    form_urlencoded::parse(escaped.as_bytes())
        .next()
        .map_or_else(|| segment.to_owned(), |(name, _)| name.into_owned())
}
