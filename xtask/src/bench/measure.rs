//! One measurement: a worker under load for some seconds.

use std::time::Duration;

use crate::bench::load::{Load, Question};
use crate::bench::worker::Worker;
use crate::bench::{cpu, statistics};
use crate::failure::Failure;

/// What one worker did in one round.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Processor time of the worker's process for one request, in microseconds.
    pub cpu_micros: f64,
    /// Requests in a second.
    pub rate: f64,
    pub p50_millis: f64,
    pub p99_millis: f64,
}

pub fn measure(
    worker: &Worker,
    question: Question<'_>,
    connections: u32,
    length: Duration,
) -> Result<Measure, Failure> {
    let mut load = Load::open(worker.port, connections)
        .map_err(|source| Failure::NoAnswer { worker: worker.name, source })?;
    let before = cpu::used(worker.process)?;
    let served = load.run(worker.name, question, length)?;
    let used = cpu::used(worker.process)?.saturating_sub(before);

    let requests = served.latencies.len() as f64;
    let millis = |share| statistics::percentile(&served.latencies, share).as_secs_f64() * 1e3;
    Ok(Measure {
        cpu_micros: used.as_secs_f64() * 1e6 / requests,
        rate: requests / served.took.as_secs_f64(),
        p50_millis: millis(0.50),
        p99_millis: millis(0.99),
    })
}
