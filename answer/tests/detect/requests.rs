//! Requests as a few lines of text.

use std::cell::RefCell;

use answer::{Detected, detect};
use schedule::{Request, Target};

/// A request that remembers which headers were read.
pub(crate) struct Asked {
    method: String,
    query: String,
    headers: Vec<(String, String)>,
    read: RefCell<Vec<String>>,
}

impl Asked {
    /// From `POST` or `GET ?query`, and headers as `name: value`.
    pub(crate) fn new(asked: &str, headers: &[&str]) -> Self {
        let (method, query) = asked.split_once(" ?").unwrap_or((asked, ""));
        let header = |line: &&str| {
            let (name, value) = line.split_once(':').expect("a header is `name: value`");
            (name.to_owned(), value.trim().to_owned())
        };
        Self::of(method, query, headers.iter().map(header).collect())
    }

    pub(crate) fn of(method: &str, query: &str, headers: Vec<(String, String)>) -> Self {
        let (method, query) = (method.to_owned(), query.to_owned());
        Self { method, query, headers, read: RefCell::default() }
    }

    pub(crate) fn detect(&self) -> Detected {
        let header = |name: &str| {
            assert_eq!(name, name.to_lowercase(), "headers are asked for in lower case");
            self.read.borrow_mut().push(name.to_owned());
            let found = self.headers.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone())
        };
        let target = Target { host: "iis.example.org", path: "/" };
        detect(&Request::new(&self.method, target, &self.query, &header))
    }

    /// In the order of reading.
    pub(crate) fn read(&self) -> Vec<String> {
        self.read.borrow().clone()
    }
}
