//! The rounds: every worker of every scenario in turn, again and again.

use std::time::Duration;

use crate::bench::measure::{Measure, measure};
use crate::bench::scenario::Scenario;
use crate::bench::worker::{Worker, Workers};
use crate::failure::Failure;
use crate::progress::Progress;

/// How much is measured.
#[derive(Clone, Copy)]
pub struct Plan {
    pub seconds: u64,
    pub rounds: u32,
    pub connections: u32,
}

/// What came of a scenario. All workers have a measure for each round, in the order of rounds.
pub struct Outcome {
    pub scenario: &'static str,
    pub edge: Track,
    pub others: Vec<Track>,
}

/// What one worker did, round by round.
pub struct Track {
    pub worker: &'static str,
    pub measures: Vec<Measure>,
}

pub fn run(
    workers: &mut Workers<'_>,
    scenarios: &[Scenario],
    plan: Plan,
) -> Result<Vec<Outcome>, Failure> {
    let mut outcomes: Vec<Outcome> = scenarios.iter().map(Outcome::none).collect();
    for round in 0..=plan.rounds {
        let _progress = Progress::start(match round {
            0 => "warming up".to_owned(),
            round => format!("measuring, round {round} of {}", plan.rounds),
        });
        for (scenario, outcome) in scenarios.iter().zip(&mut outcomes) {
            let mut turns = turns(scenario, outcome);
            // Every other round backwards, so that nobody profits from coming first or last.
            if round % 2 == 1 {
                turns.reverse();
            }
            for (worker, track) in turns {
                workers.check()?;
                let length = Duration::from_secs(plan.seconds);
                let measure = measure(&worker, scenario.question, plan.connections, length)?;
                // The first round meets code that V8 has not compiled yet.
                if round > 0 {
                    track.measures.push(measure);
                }
            }
        }
    }
    Ok(outcomes)
}

/// The workers of a scenario, each with the place for its measure.
fn turns<'a>(scenario: &Scenario, outcome: &'a mut Outcome) -> Vec<(Worker, &'a mut Track)> {
    let others = scenario.others.iter().copied().zip(&mut outcome.others);
    std::iter::once((scenario.edge, &mut outcome.edge)).chain(others).collect()
}

impl Outcome {
    fn none(scenario: &Scenario) -> Self {
        let track = |worker: &Worker| Track { worker: worker.name, measures: Vec::new() };
        Self {
            scenario: scenario.name,
            edge: track(&scenario.edge),
            others: scenario.others.iter().map(track).collect(),
        }
    }
}
