//! An edge that says what a test wants: the contract's `timeline.json`, with `ETag`, 304 and `Date`.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

use chrono::{DateTime, TimeDelta, Utc};

/// An edge on a port of this machine.
pub(crate) struct Edge {
    pub(crate) port: u16,
    says: Arc<Mutex<Says>>,
}

#[derive(Clone)]
struct Says {
    document: String,
    /// How far its clock is from that of whoever asks.
    off: TimeDelta,
    /// Nobody answers.
    gone: bool,
    statuses: Vec<u16>,
}

/// The document, with the window's end and the revision.
pub(crate) fn document(end: &str, revision: u32) -> String {
    format!(
        r#"{{"service":{{"name":"ImmTrac2","zone":"America/Chicago","label":"CT","language":"en","url":null,"imminent":1800}},"revision":{revision},"next":"2025-02-07T00:30:00Z","channels":[{{"id":"ftp","name":"FTP-related data exchange","disposition":"hold","afterwards":"nothing","instructions":{{"before":null,"during":"Files may be submitted.","after":null}},"contact":null,"phase":"announced","window":"deployment"}}],"windows":[{{"id":"deployment","of":null,"phase":"announced","start":"2025-02-07T01:00:00Z","end":"{end}","overrun":"reopen","reopens":"{end}","reason":"emergency","summary":null,"channels":["ftp"],"changes":[]}}]}}"#
    )
}

impl Edge {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let document = document(super::END, 7);
        let says = Says { document, off: TimeDelta::zero(), gone: false, statuses: Vec::new() };
        let says = Arc::new(Mutex::new(says));
        let heard = Arc::clone(&says);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &heard);
            }
        });
        Self { port, says }
    }

    pub(crate) fn says(&self, document: String) {
        self.says.lock().expect("no panic before").document = document;
    }

    pub(crate) fn is_off_by(&self, off: TimeDelta) {
        self.says.lock().expect("no panic before").off = off;
    }

    pub(crate) fn is_gone(&self, gone: bool) {
        self.says.lock().expect("no panic before").gone = gone;
    }

    /// The statuses since this was asked last.
    pub(crate) fn statuses(&self) -> Vec<u16> {
        std::mem::take(&mut self.says.lock().expect("no panic before").statuses)
    }
}

fn answer(mut stream: TcpStream, says: &Mutex<Says>) {
    let mut request = Vec::new();
    let mut octets = [0; 4096];
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read(&mut octets) {
            Ok(0) | Err(_) => return,
            Ok(count) => request.extend_from_slice(&octets[..count]),
        }
    }
    let request = String::from_utf8_lossy(&request).to_lowercase();
    let field = |name: &str| {
        let line = request.lines().find_map(|line| line.strip_prefix(name));
        line.map(|value| value.trim().to_owned())
    };
    let mut says = says.lock().expect("no panic before");
    if says.gone {
        return;
    }
    assert!(request.starts_with("get /_maintenance/timeline.json http/1.1\r\n"), "{request}");
    assert!(field("authorization:").is_none(), "it holds no token");
    let now: DateTime<Utc> = field("intermission-now:")
        .and_then(|now| now.to_uppercase().parse().ok())
        .expect("a test sets it");
    let date = (now + says.off).format("%a, %d %b %Y %H:%M:%S GMT");
    let tag = format!(
        "\"{:x}\"",
        says.document
            .bytes()
            .fold(7_u64, |sum, octet| { sum.wrapping_mul(31).wrapping_add(octet.into()) })
    );
    let (status, body) = match field("if-none-match:") {
        Some(known) if known == tag => (304, ""),
        _ => (200, says.document.as_str()),
    };
    let head = format!(
        "HTTP/1.1 {status} -\r\nDate: {date}\r\nETag: {tag}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all((head + body).as_bytes());
    says.statuses.push(status);
}
