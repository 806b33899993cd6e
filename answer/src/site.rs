//! Where our documents are read.

use schedule::Timeline;

/// A timeline, and where the documents made of it are read. Feeds need whole addresses: what is read
/// out of a calendar knows no host.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    pub timeline: &'a Timeline,
    /// Scheme and host of the request, `https://registry.example.org`, for a service whose address
    /// the schedule does not say.
    pub origin: &'a str,
}

impl Site<'_> {
    /// The service's own address, without a slash at the end.
    pub(crate) fn home(&self) -> &str {
        self.timeline.service.url.as_deref().unwrap_or(self.origin)
    }

    /// The address of one of our documents.
    pub(crate) fn address(&self, document: &str) -> String {
        format!("{}{}/{document}", self.home(), self.timeline.edge.prefix)
    }

    /// The name of the service's host, in small letters and without a port.
    pub(crate) fn host(&self) -> String {
        crate::calendar::host(self.home())
    }
}
