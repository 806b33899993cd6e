//! Word of a call that takes its time.

use std::{
    io::{self, IsTerminal, Write},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread::{self, JoinHandle},
    time::Duration,
};

/// Nobody wonders before.
const PATIENCE: Duration = Duration::from_secs(2);

/// Says on a terminal that it waits, from two seconds on until it is dropped.
#[derive(Debug)]
pub(crate) struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// `what` is waited for: a host.
    pub(crate) fn of(what: &str) -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let line = format!("waiting for {what} …");
        let (done, waits) = mpsc::channel();
        let thread = thread::spawn(move || {
            let Err(RecvTimeoutError::Timeout) = waits.recv_timeout(PATIENCE) else { return };
            let mut terminal = io::stderr();
            let _ = terminal.write_all(line.as_bytes());
            let _ = terminal.flush();
            let _ = waits.recv();
            // The line was only for the time being.
            let _ = terminal.write_all(b"\r\x1b[K");
        });
        Self(Some((done, thread)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.0.take() {
            drop(done);
            let _ = thread.join();
        }
    }
}
