//! One real answer of the edge, as constants for the worker that repeats it.

use serde_json::json;

use crate::bench::exchange::{self, Connection};
use crate::bench::worker::Worker;
use crate::failure::Failure;

/// An answer without what the runtime adds by itself.
#[derive(Debug, Eq, PartialEq)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

/// What the runtime writes for every worker.
const RUNTIMES_OWN: [&str; 4] = ["connection", "content-length", "date", "transfer-encoding"];

impl Answer {
    /// Asks a worker once.
    pub fn of(worker: &Worker, request: &[u8]) -> Result<Self, Failure> {
        let asked = Connection::open(worker.port).and_then(|mut connection| {
            let status = connection.ask(request)?;
            Ok(Self::read(status, connection.head(), connection.body()))
        });
        asked.map_err(|source| Failure::NoAnswer { worker: worker.name, source })
    }

    /// A JavaScript module that exports it.
    pub fn constants(&self) -> String {
        let Self { status, headers, body } = self;
        format!(
            "// One answer of the edge, taken by `cargo xtask bench`.\n\
             export const status = {status};\n\
             export const headers = {};\n\
             export const body = {};\n",
            json!(headers),
            json!(body)
        )
    }

    /// Whether another answer is the same for whoever receives it. `Retry-After` differs from
    /// client to client on purpose.
    pub fn is_like(&self, other: &Self) -> bool {
        let steady = |answer: &Self| {
            let headers = answer.headers.iter().map(|(name, value)| {
                let value = if name.eq_ignore_ascii_case("retry-after") { "" } else { value };
                (name.to_ascii_lowercase(), value.to_owned())
            });
            let mut headers: Vec<_> = headers.collect();
            headers.sort();
            headers
        };
        self.status == other.status && self.body == other.body && steady(self) == steady(other)
    }

    fn read(status: u16, head: &str, body: &[u8]) -> Self {
        let headers = exchange::headers(head)
            .filter(|(name, _)| !RUNTIMES_OWN.contains(&&*name.to_ascii_lowercase()))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self { status, headers, body: String::from_utf8_lossy(body).into_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_becomes_constants() {
        let head =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 9\r\nRetry-After: 61\r\n\r\n";
        assert_eq!(
            Answer::read(503, head, b"\"later\"\n").constants(),
            "// One answer of the edge, taken by `cargo xtask bench`.\n\
             export const status = 503;\n\
             export const headers = [[\"Retry-After\",\"61\"]];\n\
             export const body = \"\\\"later\\\"\\n\";\n"
        );
    }

    #[test]
    fn answers_may_differ_in_retry_after_only() {
        let answer = |head: &str| Answer::read(503, head, b"x");
        let one = answer("HTTP/1.1 503 x\r\nRetry-After: 61\r\nVary: Accept\r\n\r\n");
        assert!(one.is_like(&answer("HTTP/1.1 503 x\r\nvary: Accept\r\nretry-after: 9\r\n\r\n")));
        assert!(!one.is_like(&answer("HTTP/1.1 503 x\r\nRetry-After: 61\r\n\r\n")));
    }
}
