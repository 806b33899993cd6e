//! A request whose headers are read once, when they are first needed, or never.

use std::cell::OnceCell;

use schedule::Request;

use super::{accept::Accept, destination::Destination, media::Media};

/// The headers of a request as detection asks for them. Their values are in lower case: nothing
/// that is looked for in them depends on case.
///
/// A `GET` or `HEAD` that a browser itself sends for a page or for a part of one has no body, no
/// upgrade and no `SOAPAction`, because only the browser can set `Sec-Fetch-Dest`, and only scripts
/// send the others, as `empty`. So it is not asked for them.
pub(super) struct Asked<'r> {
    request: &'r Request<'r>,
    destination: OnceCell<Option<Destination>>,
    content_type: OnceCell<Option<String>>,
    accept: OnceCell<Option<String>>,
}

impl<'r> Asked<'r> {
    pub(super) fn new(request: &'r Request<'r>) -> Self {
        Self {
            request,
            destination: OnceCell::new(),
            content_type: OnceCell::new(),
            accept: OnceCell::new(),
        }
    }

    pub(super) fn method(&self) -> &'r str {
        self.request.method
    }

    pub(super) fn query(&self) -> &'r str {
        self.request.query
    }

    /// Whether it is a `GET` or a `HEAD`.
    pub(super) fn retrieves(&self) -> bool {
        matches!(self.method(), "GET" | "HEAD")
    }

    pub(super) fn destination(&self) -> Option<Destination> {
        *self.destination.get_or_init(|| {
            self.request.header("sec-fetch-dest").as_deref().and_then(Destination::of)
        })
    }

    /// Whether it asks to change over to `protocol`.
    pub(super) fn upgrades_to(&self, protocol: &str) -> bool {
        !self.is_browsers_own()
            && self.request.header("upgrade").is_some_and(|protocols| {
                protocols.split(',').any(|known| known.trim().eq_ignore_ascii_case(protocol))
            })
    }

    pub(super) fn is_preflight(&self) -> bool {
        self.method() == "OPTIONS" && self.request.header("access-control-request-method").is_some()
    }

    pub(super) fn has_soap_action(&self) -> bool {
        !self.is_browsers_own() && self.request.header("soapaction").is_some()
    }

    /// None when it is missing or empty.
    pub(super) fn content_type(&self) -> Option<&str> {
        let read = || if self.is_browsers_own() { None } else { self.lower("content-type") };
        self.content_type.get_or_init(read).as_deref()
    }

    /// What its `Content-Type` means to us.
    pub(super) fn content(&self) -> Option<Media> {
        self.content_type().and_then(Media::of)
    }

    /// Without one, nothing is accepted by name. That of an image or a script is not asked for: it
    /// is the browser's, and we have none to give.
    pub(super) fn accept(&self) -> Accept<'_> {
        let is_part = || self.retrieves() && self.destination().is_some_and(Destination::is_part);
        let read = || if is_part() { None } else { self.lower("accept") };
        Accept::new(self.accept.get_or_init(read).as_deref().unwrap_or_default())
    }

    fn is_browsers_own(&self) -> bool {
        let is_own = |destination: Destination| destination.is_page() || destination.is_part();
        self.retrieves() && self.destination().is_some_and(is_own)
    }

    fn lower(&self, name: &str) -> Option<String> {
        let mut value = self.request.header(name).filter(|value| !value.trim().is_empty())?;
        value.make_ascii_lowercase();
        Some(value)
    }
}
