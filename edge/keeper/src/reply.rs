//! What the keeper answers.

use admin::Problem;
use serde::Serialize;
use worker::{Headers, Response, ResponseBuilder};

/// An answer, before it becomes one of the runtime's.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(status: u16, document: &impl Serialize) -> Self {
        Self::typed(status, "application/json", text(document).into_bytes())
    }

    pub(crate) fn problem(problem: &Problem) -> Self {
        Self::typed(problem.status, "application/problem+json", text(problem).into_bytes())
    }

    pub(crate) fn typed(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        Self::empty(status).with("Content-Type", content_type).having(body)
    }

    /// An answer that has no body: 204 and 304.
    pub(crate) fn empty(status: u16) -> Self {
        let headers = vec![
            ("Cache-Control", "no-store".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ];
        Self { status, headers, body: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    fn having(self, body: Vec<u8>) -> Self {
        Self { body, ..self }
    }

    /// The runtime's answer, without the body for `HEAD`.
    pub(crate) fn send(self, method: &str) -> worker::Result<Response> {
        let headers = Headers::new();
        for (name, value) in &self.headers {
            headers.set(name, value)?;
        }
        // Stated because a `HEAD` has no body to count; these two must not state it.
        let bodiless = matches!(self.status, 204 | 304);
        if !bodiless {
            headers.set("Content-Length", &self.body.len().to_string())?;
        }
        let builder = ResponseBuilder::new().with_status(self.status).with_headers(headers);
        Ok(if bodiless || method == "HEAD" { builder.empty() } else { builder.fixed(self.body) })
    }
}

/// JSON, in which every type of ours can be written.
pub(crate) fn text(document: &impl Serialize) -> String {
    serde_json::to_string(document)
        .expect("texts and numbers under fixed keys can always be written")
}
