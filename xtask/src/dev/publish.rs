//! The first revision of the demo: so that an operator's commands have something to change.

use std::hash::{BuildHasher, RandomState};

use crate::bench::exchange::Connection;
use crate::failure::Failure;

/// A root token that only this run knows. Two numbers out of the keys that the standard library
/// draws for its hash maps will do for a demo on this machine.
pub fn token() -> String {
    let number = || RandomState::new().hash_one("a token");
    format!("{:016x}{:016x}", number(), number())
}

/// Publishes a schedule's text as the first revision, by the keeper's own API.
pub fn first(port: u16, token: &str, document: &str) -> Result<(), Failure> {
    let body = serde_json::json!({ "document": document, "why": "the demo begins" }).to_string();
    let length = body.len();
    let request = format!(
        "PUT /_maintenance/admin/v1/schedule HTTP/1.1\r\nHost: localhost:{port}\r\n\
         Authorization: Bearer {token}\r\nContent-Type: application/json\r\nIf-Match: \"0\"\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    );
    let told = Connection::open(port).and_then(|mut connection| {
        let status = connection.ask(request.as_bytes())?;
        Ok((status, String::from_utf8_lossy(connection.body()).into_owned()))
    });
    match told {
        Ok((200 | 201, _)) => Ok(()),
        Ok((status, answer)) => Err(Failure::NotPublished { why: format!("{status}: {answer}") }),
        Err(error) => Err(Failure::NotPublished { why: error.to_string() }),
    }
}
