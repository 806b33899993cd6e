//! Servers that run beside us: started, listened to, and stopped with us in every case.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::failure::Failure;
use crate::process;

/// How many of a child's last lines are kept, to be shown when it dies.
const KEPT: usize = 20;

/// The children of this process. None of them outlives it: dropping this stops them, and Ctrl-C
/// becomes an event that is heard here instead of ending the process at once.
pub struct Children {
    running: Vec<Running>,
    heard: Receiver<Heard>,
    voice: Sender<Heard>,
}

/// What happened while we listened.
pub enum Event {
    /// A child printed a line.
    Line { child: &'static str, text: String },
    /// Nothing, for as long as we were willing to wait.
    Silence,
    /// Somebody wants us to stop.
    Interrupted,
}

enum Heard {
    Line { place: usize, text: String },
    Closed { place: usize },
    Interrupted,
}

struct Running {
    name: &'static str,
    child: Child,
    last: VecDeque<String>,
}

impl Children {
    /// None yet. Once in a process, because there is one Ctrl-C.
    pub fn none() -> Self {
        let (voice, heard) = channel();
        let interrupted = voice.clone();
        let handled = ctrlc::set_handler(move || {
            // Nobody listens any more when we are about to end anyway.
            let _ = interrupted.send(Heard::Interrupted);
        });
        handled.expect("xtask sets a handler for Ctrl-C only here, and only once");
        Self { running: Vec::new(), heard, voice }
    }

    /// Starts a child and gives back its process id.
    pub fn start(&mut self, name: &'static str, command: &mut Command) -> Result<u32, Failure> {
        own_group(command);
        let (child, output) =
            process::spawn(command).map_err(|error| process::unstarted(command, error))?;
        let (id, place) = (child.id(), self.running.len());
        self.running.push(Running { name, child, last: VecDeque::new() });
        let voice = self.voice.clone();
        std::thread::spawn(move || {
            for text in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = voice.send(Heard::Line { place, text });
            }
            let _ = voice.send(Heard::Closed { place });
        });
        Ok(id)
    }

    /// Waits until `child` says that it is ready, which is the first of its lines that `ready`
    /// understands. What others say meanwhile is passed over.
    pub fn wait_for<T>(
        &mut self,
        child: &'static str,
        ready: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Failure> {
        loop {
            match self.next(Duration::from_secs(1))? {
                Event::Line { child: who, text } if who == child => {
                    if let Some(news) = ready(&text) {
                        return Ok(news);
                    }
                }
                Event::Line { .. } | Event::Silence => {}
                Event::Interrupted => return Err(Failure::Interrupted),
            }
        }
    }

    /// What happens next, within `patience`. A child that has ended is a failure.
    pub fn next(&mut self, patience: Duration) -> Result<Event, Failure> {
        match self.heard.recv_timeout(patience) {
            Ok(Heard::Line { place, text }) => {
                let Running { name, last, .. } = &mut self.running[place];
                if last.len() == KEPT {
                    last.pop_front();
                }
                last.push_back(text.clone());
                Ok(Event::Line { child: name, text })
            }
            Ok(Heard::Closed { place }) => Err(self.obituary(place)),
            Ok(Heard::Interrupted) => Ok(Event::Interrupted),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(Event::Silence),
        }
    }

    fn obituary(&mut self, place: usize) -> Failure {
        let Running { name, child, last } = &mut self.running[place];
        // It closed its output, so it is ending by itself; if it is not, it is of no use either.
        let _ = child.kill();
        match child.wait() {
            Ok(status) => Failure::Died {
                name,
                status,
                last: last.iter().map(|line| format!("  {line}\n")).collect(),
            },
            Err(source) => Failure::Start { program: (*name).to_owned(), source },
        }
    }
}

impl Drop for Children {
    fn drop(&mut self) {
        for Running { child, .. } in &mut self.running {
            // An error means that it has ended already, which is what we want.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A terminal sends Ctrl-C to the whole group of processes in front. Children in a group of their
/// own do not get it, so they end when we end them, and not with a message of their own.
#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}
