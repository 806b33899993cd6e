//! A server that is none of ours, for tests: it gives the answers that it was told, one a
//! connection, and keeps what it was sent.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// What a stranger does with a connection.
#[derive(Clone, Copy, Debug)]
pub(super) enum Habit {
    /// Gives these bytes.
    Says(&'static str),
    /// Gives these bytes before it has heard anything.
    Interrupts(&'static str),
    /// Hangs up without a word.
    HangsUp,
    /// Reads, and never says a word.
    Dreams,
}

/// A stranger on a port of this machine.
#[derive(Debug)]
pub(super) struct Stranger {
    pub(super) port: u16,
    sent: Arc<Mutex<Vec<String>>>,
}

impl Stranger {
    /// Connections beyond `habits` are hung up on.
    pub(super) fn new(habits: &[Habit]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let sent = Arc::new(Mutex::new(Vec::new()));
        let (kept, habits) = (Arc::clone(&sent), habits.to_vec());
        thread::spawn(move || {
            let mut dreams = Vec::new();
            for (place, stream) in listener.incoming().enumerate() {
                let mut stream = stream.expect("a connection");
                if let Some(Habit::Interrupts(word)) = habits.get(place) {
                    let _ = stream.write_all(word.as_bytes());
                }
                kept.lock().expect("no panic before").push(request(&mut stream));
                match habits.get(place) {
                    Some(Habit::Says(answer)) => {
                        let _ = stream.write_all(answer.as_bytes());
                    }
                    Some(Habit::Dreams) => dreams.push(stream),
                    Some(Habit::Interrupts(_) | Habit::HangsUp) | None => {}
                }
            }
        });
        Self { port, sent }
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The requests that came, as they were written.
    pub(super) fn sent(&self) -> Vec<String> {
        self.sent.lock().expect("no panic before").clone()
    }
}

/// Until the end of the head, and of the body as long as it was said to be.
fn request(stream: &mut TcpStream) -> String {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let (mut text, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let read = stream.read(&mut part).unwrap_or(0);
        text.extend_from_slice(&part[..read]);
        if read == 0 || is_whole(&String::from_utf8_lossy(&text)) {
            return String::from_utf8_lossy(&text).into_owned();
        }
    }
}

fn is_whole(text: &str) -> bool {
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head
        .lines()
        .find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
    body.len() >= length.unwrap_or(0)
}
