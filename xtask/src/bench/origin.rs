//! The origin of the benchmark: in this process, as cheap as can be, and the same for all.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use crate::failure::Failure;

/// A small page, so that the worker's own work is not lost in copying bytes.
const BODY: &str = "<!doctype html><title>Registry</title><p>Sign in to the registry.\n";

/// Starts it on a free port, which is given back. It ends with this process.
pub fn start() -> Result<u16, Failure> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(unbound)?;
    let port = listener.local_addr().map_err(unbound)?.port();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            thread::spawn(move || serve(&stream));
        }
    });
    Ok(port)
}

fn unbound(source: std::io::Error) -> Failure {
    Failure::PortRefused { port: 0, flag: "--origin-port", source }
}

/// Answers every request on a connection alike, until the worker closes it.
fn serve(stream: &TcpStream) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let response = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{BODY}",
        BODY.len()
    );
    let mut requests = BufReader::new(stream);
    let mut line = String::new();
    loop {
        line.clear();
        if requests.read_line(&mut line).ok()? == 0 {
            return None;
        }
        // The load in front of this origin has no bodies, so an empty line ends a request.
        if line == "\r\n" {
            let mut answers = stream;
            answers.write_all(response.as_bytes()).ok()?;
        }
    }
}
