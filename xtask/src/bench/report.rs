//! What was measured, for people and for programs.

use serde_json::{Value, json};

use crate::bench::measure::Measure;
use crate::bench::rounds::{Outcome, Plan, Track};
use crate::bench::statistics::Spread;

/// A number of a measure, and what it is called.
type Figure = (&'static str, fn(&Measure) -> f64);

const FIGURES: [Figure; 4] = [
    ("CPU µs/request", |measure| measure.cpu_micros),
    ("requests/s", |measure| measure.rate),
    ("p50 ms", |measure| measure.p50_millis),
    ("p99 ms", |measure| measure.p99_millis),
];

/// Medians of each worker, and below them how the edge compares.
pub fn table(outcomes: &[Outcome], plan: Plan) -> String {
    let Plan { seconds, rounds, connections } = plan;
    let mut text = format!(
        "\nmedians of {rounds} rounds of {seconds} s each, {connections} connections; in brackets \
         the least and the greatest\n"
    );
    for outcome in outcomes {
        let heads = FIGURES.map(|(name, _)| name.to_owned());
        text += &format!("\n{}", row(outcome.scenario, &heads));
        let tracks = || std::iter::once(&outcome.edge).chain(&outcome.others);
        for track in tracks() {
            text += &row(&format!("  {}", track.worker), &FIGURES.map(|(_, of)| cell(track, of)));
        }
        for other in &outcome.others {
            let ratios = FIGURES.map(|(_, of)| {
                let Spread { median, least, greatest } = ratio(&outcome.edge, other, of);
                format!("{median:.2} × ({least:.2}–{greatest:.2})")
            });
            text += &row(&format!("  edge / {}", other.worker), &ratios);
        }
    }
    text
}

/// Every number of every round, and the ratios.
pub fn json(outcomes: &[Outcome], plan: Plan) -> String {
    let track = |track: &Track| {
        let rounds = |of: fn(&Measure) -> f64| track.measures.iter().map(of).collect::<Vec<_>>();
        json!({
            "worker": track.worker,
            "cpu_micros": rounds(|measure| measure.cpu_micros),
            "requests_per_second": rounds(|measure| measure.rate),
            "p50_millis": rounds(|measure| measure.p50_millis),
            "p99_millis": rounds(|measure| measure.p99_millis),
        })
    };
    let compared = |edge: &Track, other: &Track| {
        let ratio = |of| {
            let Spread { median, least, greatest } = ratio(edge, other, of);
            json!({ "median": median, "least": least, "greatest": greatest })
        };
        json!({
            "against": other.worker,
            "cpu": ratio(|measure| measure.cpu_micros),
            "requests_per_second": ratio(|measure| measure.rate),
            "p99": ratio(|measure| measure.p99_millis),
        })
    };
    let scenario = |outcome: &Outcome| {
        let Outcome { scenario, edge, others } = outcome;
        json!({
            "scenario": scenario,
            "edge": track(edge),
            "others": others.iter().map(track).collect::<Vec<_>>(),
            "ratios": others.iter().map(|other| compared(edge, other)).collect::<Vec<_>>(),
        })
    };
    let whole = json!({
        "rounds": plan.rounds,
        "seconds": plan.seconds,
        "connections": plan.connections,
        "scenarios": outcomes.iter().map(scenario).collect::<Vec<Value>>(),
    });
    format!("{whole:#}\n")
}

/// Round by round, because what disturbed one worker in a round disturbed the other as well.
fn ratio(edge: &Track, other: &Track, of: fn(&Measure) -> f64) -> Spread {
    Spread::of(edge.measures.iter().zip(&other.measures).map(|(edge, other)| of(edge) / of(other)))
}

fn cell(track: &Track, of: fn(&Measure) -> f64) -> String {
    let Spread { median, .. } = Spread::of(track.measures.iter().map(of));
    if median < 100.0 { format!("{median:.2}") } else { format!("{median:.0}") }
}

fn row(name: &str, cells: &[String]) -> String {
    let cells: String = cells.iter().map(|cell| format!("  {cell:>20}")).collect();
    format!("{name:<24}{cells}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_taken_round_by_round() {
        let track = |worker, micros: [f64; 3]| Track {
            worker,
            measures: micros
                .map(|cpu_micros| Measure {
                    cpu_micros,
                    rate: 1e3,
                    p50_millis: 1.0,
                    p99_millis: 2.0,
                })
                .to_vec(),
        };
        let outcome = Outcome {
            scenario: "pass",
            edge: track("edge", [110.0, 200.0, 105.0]),
            others: vec![track("pass.js", [100.0, 200.0, 100.0])],
        };
        let table = table(&[outcome], Plan { seconds: 3, rounds: 3, connections: 8 });
        let cells = ["110", "1000", "1.00", "2.00"].map(str::to_owned);
        assert!(table.contains(&row("  edge", &cells)), "{table}");
        assert!(table.contains("1.05 × (1.00–1.10)"), "{table}");
    }
}
