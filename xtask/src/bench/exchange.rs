//! One connection that asks again and again: just enough HTTP to load a worker.

use std::io::{self, Read, Write};
use std::net::TcpStream;

/// A connection to a worker, and the last response on it.
pub struct Connection {
    stream: TcpStream,
    response: Vec<u8>,
    /// Where the body begins in the response.
    body: usize,
}

impl Connection {
    pub fn open(port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, response: Vec::with_capacity(64 * 1024), body: 0 })
    }

    /// Sends a request and reads the whole response; gives its status.
    pub fn ask(&mut self, request: &[u8]) -> io::Result<u16> {
        self.stream.write_all(request)?;
        self.response.clear();
        self.read_until(|response| head_length(response).is_some())?;
        self.body = head_length(&self.response).unwrap_or(0);
        let head = self.head();
        let status = status(head).ok_or_else(|| malformed("a response without a status"))?;
        let length =
            content_length(head).ok_or_else(|| malformed("a response without a Content-Length"))?;
        let whole = self.body + length;
        self.read_until(|response| response.len() >= whole)?;
        Ok(status)
    }

    /// The last response up to its body.
    pub fn head(&self) -> &str {
        // A head that is not ASCII has no status that we could read, and is told of as such.
        std::str::from_utf8(&self.response[..self.body]).unwrap_or_default()
    }

    pub fn body(&self) -> &[u8] {
        &self.response[self.body..]
    }

    fn read_until(&mut self, enough: impl Fn(&[u8]) -> bool) -> io::Result<()> {
        let mut piece = [0; 16 * 1024];
        while !enough(&self.response) {
            match self.stream.read(&mut piece)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                read => self.response.extend_from_slice(&piece[..read]),
            }
        }
        Ok(())
    }
}

/// The length of the head with its empty line, once all of it is there.
fn head_length(response: &[u8]) -> Option<usize> {
    response.windows(4).position(|four| four == b"\r\n\r\n").map(|position| position + 4)
}

fn status(head: &str) -> Option<u16> {
    head.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()
}

fn content_length(head: &str) -> Option<usize> {
    headers(head)
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.parse().ok())
}

/// The names and values in the head of a response.
pub fn headers(head: &str) -> impl Iterator<Item = (&str, &str)> {
    head.lines().skip(1).filter_map(|line| line.split_once(": "))
}

fn malformed(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_taken_apart() {
        let head =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 300\r\ncontent-length: 12\r\n\r\n";
        assert_eq!(status(head), Some(503));
        assert_eq!(content_length(head), Some(12));
        assert_eq!(headers(head).next(), Some(("Retry-After", "300")));
        assert_eq!(head_length(format!("{head}body").as_bytes()), Some(head.len()));
        assert_eq!(head_length(b"HTTP/1.1 503 "), None);
    }
}
