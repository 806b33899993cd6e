//! A line that says what is going on, for anything that takes longer than a person likes to wait.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::clock::Stopwatch;

/// What takes less is not worth a line.
const PATIENCE: Duration = Duration::from_secs(2);

/// A piece of work under way. Its line appears after two seconds and is completed on drop:
/// counted live on a terminal, one plain line elsewhere.
pub struct Progress {
    done: Option<Sender<()>>,
    line: Option<JoinHandle<()>>,
}

impl Progress {
    pub fn start(label: impl Into<String>) -> Self {
        let label = label.into();
        let watch = Stopwatch::start();
        let (done, finished) = channel::<()>();
        let line = std::thread::spawn(move || {
            let ticks = |wait| finished.recv_timeout(wait) == Err(RecvTimeoutError::Timeout);
            if !ticks(PATIENCE) {
                return;
            }
            let live = stderr().is_terminal();
            let show = |text: String| {
                // A progress line that cannot be written is no reason to stop the work.
                let _ = stderr().write_all(text.as_bytes()).and_then(|()| stderr().flush());
            };
            if !live {
                show(format!("{label} …"));
            }
            loop {
                if live {
                    show(format!("\r{label} … {} s", watch.elapsed().as_secs()));
                }
                if !ticks(Duration::from_secs(1)) {
                    break;
                }
            }
            let start = if live { format!("\r{label} …") } else { String::new() };
            show(format!("{start} {} s\n", watch.elapsed().as_secs()));
        });
        Self { done: Some(done), line: Some(line) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(line) = self.line.take() {
            let _ = line.join();
        }
    }
}
