//! What a decision looks at in a request.

use std::fmt;

/// A request, as far as a decision looks at it.
#[derive(Clone, Copy)]
pub struct Request<'r> {
    /// In the case in which it was sent: methods are case-sensitive.
    pub method: &'r str,
    pub target: Target<'r>,
    /// What follows the `?` of its address; empty when nothing does.
    pub query: &'r str,
    header: &'r dyn Fn(&str) -> Option<String>,
}

/// Where a request is going.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Target<'a> {
    /// As the request names it, with or without a port.
    pub host: &'a str,
    /// As the request spells it, without the query.
    pub path: &'a str,
}

impl<'r> Request<'r> {
    /// A request whose headers are asked for one by one, by their names in lower case, and only
    /// while they can still matter: at the edge each costs a call across the wasm border.
    pub fn new(
        method: &'r str,
        target: Target<'r>,
        query: &'r str,
        header: &'r dyn Fn(&str) -> Option<String>,
    ) -> Self {
        Self { method, target, query, header }
    }

    /// A request without headers.
    pub fn plain(method: &'r str, target: Target<'r>) -> Self {
        Self::new(method, target, "", &|_| None)
    }

    /// The value of the header `name`, which is in lower case.
    pub fn header(&self, name: &str) -> Option<String> {
        (self.header)(name)
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("target", &self.target)
            .field("query", &self.query)
            .finish_non_exhaustive()
    }
}
