//! The two ports that the demo listens on.

use std::io::ErrorKind;
use std::net::TcpListener;

use crate::failure::Failure;

/// Checks, before anything slow begins, that both ports can be had.
pub fn check(edge: u16, origin: u16) -> Result<(), Failure> {
    if edge == origin {
        return Err(Failure::SamePort { port: edge });
    }
    free(edge, "--port")?;
    free(origin, "--origin-port")
}

/// `flag` is what chooses another port.
fn free(port: u16, flag: &'static str) -> Result<(), Failure> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            Err(Failure::PortTaken { port, flag, free: another() })
        }
        Err(source) => Err(Failure::PortRefused { port, flag, source }),
    }
}

/// A port that nobody has at the moment, to suggest.
fn another() -> Option<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).ok()?;
    listener.local_addr().ok().map(|address| address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_told_of_with_the_flag_that_chooses_another() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
        let port = taken.local_addr().expect("it is bound").port();
        let failure = free(port, "--port").expect_err("it is taken");
        let sentence = failure.to_string();
        assert!(sentence.starts_with(&format!("port {port} is in use")), "{sentence}");
        assert!(sentence.contains("`--port "), "{sentence}");
    }

    #[test]
    fn the_edge_cannot_stand_in_front_of_its_own_port() {
        assert!(matches!(check(8787, 8787), Err(Failure::SamePort { port: 8787 })));
    }
}
