//! The load: some connections, each asking the next question as soon as the last is answered.

use std::io;
use std::time::Duration;

use crate::bench::exchange::Connection;
use crate::clock::Stopwatch;
use crate::failure::Failure;

/// What to ask of a worker, and what it must answer.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub request: &'a [u8],
    pub status: u16,
}

/// Connections that are open already, so that opening them is not measured.
pub struct Load {
    connections: Vec<Connection>,
}

/// What was served.
pub struct Served {
    /// How long each answer took, the fastest first.
    pub latencies: Vec<Duration>,
    pub took: Duration,
}

impl Load {
    pub fn open(port: u16, connections: u32) -> io::Result<Self> {
        let connections =
            (0..connections).map(|_| Connection::open(port)).collect::<Result<_, _>>()?;
        Ok(Self { connections })
    }

    /// Asks for a while; `worker` is the name to tell when something is wrong.
    pub fn run(
        &mut self,
        worker: &'static str,
        question: Question<'_>,
        length: Duration,
    ) -> Result<Served, Failure> {
        let watch = Stopwatch::start();
        let per_connection = std::thread::scope(|scope| {
            let threads: Vec<_> = self
                .connections
                .iter_mut()
                .map(|connection| scope.spawn(move || ask_on(connection, question, watch, length)))
                .collect();
            let join = |thread: std::thread::ScopedJoinHandle<'_, _>| {
                thread.join().expect("asking on a connection does not panic")
            };
            threads.into_iter().map(join).collect::<Result<Vec<Vec<Duration>>, Trouble>>()
        });
        let took = watch.elapsed();
        let mut latencies =
            per_connection.map_err(|trouble| trouble.of(worker, question))?.concat();
        latencies.sort_unstable();
        Ok(Served { latencies, took })
    }
}

/// Why a connection stopped asking.
enum Trouble {
    Broken(io::Error),
    Status(u16),
}

impl Trouble {
    fn of(self, worker: &'static str, question: Question<'_>) -> Failure {
        match self {
            Self::Broken(source) => Failure::NoAnswer { worker, source },
            Self::Status(found) => {
                Failure::WrongAnswer { worker, found, expected: question.status }
            }
        }
    }
}

fn ask_on(
    connection: &mut Connection,
    question: Question<'_>,
    watch: Stopwatch,
    length: Duration,
) -> Result<Vec<Duration>, Trouble> {
    let mut latencies = Vec::new();
    let mut before = watch.elapsed();
    while before < length {
        let status = connection.ask(question.request).map_err(Trouble::Broken)?;
        if status != question.status {
            return Err(Trouble::Status(status));
        }
        let after = watch.elapsed();
        latencies.push(after - before);
        before = after;
    }
    Ok(latencies)
}
