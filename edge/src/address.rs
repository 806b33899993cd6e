//! Where a request is going, and where it comes from.

use schedule::Target;
use wasm_bindgen::prelude::*;

/// Takes the host and the path out of a request's address, which the runtime has parsed and
/// normalised already: `scheme://host[:port]/path[?query]`.
pub(crate) fn target(url: &str) -> Target<'_> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let end = path.find(['?', '#']).unwrap_or(path.len());
    Target { host, path: &path[..end] }
}

/// The client's address: as Cloudflare states it, as a proxy in front of a self-hosted worker
/// does, or as the runtime sees the connection.
pub(crate) fn client(request: &web_sys::Request, headers: &web_sys::Headers) -> Option<String> {
    headers
        .get("cf-connecting-ip")
        .ok()
        .flatten()
        .or_else(|| headers.get("x-forwarded-for").ok().flatten())
        .or_else(|| connection(request))
}

/// The address of the connection on self-hosted workerd, without the port, which differs from one
/// connection of a client to the next.
fn connection(request: &web_sys::Request) -> Option<String> {
    let mut address = request.unchecked_ref::<RuntimeRequest>().cf()?.client_ip()?;
    let colon = address.rfind(':')?;
    address.truncate(colon);
    Some(address)
}

#[wasm_bindgen]
extern "C" {
    /// The runtime's own part of a request.
    type RuntimeRequest;

    #[wasm_bindgen(method, getter)]
    fn cf(this: &RuntimeRequest) -> Option<Cf>;

    type Cf;

    #[wasm_bindgen(method, getter, js_name = clientIp)]
    fn client_ip(this: &Cf) -> Option<String>;
}
