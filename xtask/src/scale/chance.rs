//! Chance that is the same on every machine.

use std::time::Duration;

use fastrand::Rng;

/// The time until the next of events that come at any instant, `rate` of them a second.
///
/// By comparing alone (von Neumann, 1951): a logarithm is not the same to the last digit everywhere.
pub fn gap(rng: &mut Rng, rate: f64) -> Duration {
    Duration::from_secs_f64(exponential(rng) / rate)
}

fn exponential(rng: &mut Rng) -> f64 {
    let mut whole = 0.0;
    loop {
        let first = rng.f64();
        let (mut last, mut descends_oddly) = (first, true);
        loop {
            let next = rng.f64();
            if next >= last {
                break;
            }
            (last, descends_oddly) = (next, !descends_oddly);
        }
        if descends_oddly {
            return whole + first;
        }
        whole += 1.0;
    }
}

/// An instant between two, each as likely as any other.
pub fn between(rng: &mut Rng, from: Duration, until: Duration) -> Duration {
    from + until.saturating_sub(from).mul_f64(rng.f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_those_of_a_poisson_process() {
        let mut rng = Rng::with_seed(1);
        let mut gaps: Vec<_> = (0..100_000).map(|_| gap(&mut rng, 4.0).as_secs_f64()).collect();
        gaps.sort_by(f64::total_cmp);
        let mean = gaps.iter().sum::<f64>() / 100_000.0;
        assert!((mean - 0.25).abs() < 0.005, "{mean}");
        // Half of them are shorter than ln 2, one in a hundred is longer than ln 100.
        for (place, multiple) in [(50_000, 2.0f64.ln()), (99_000, 100.0f64.ln())] {
            let found = gaps[place] * 4.0;
            assert!((found / multiple - 1.0).abs() < 0.03, "{found} beside {multiple}");
        }
    }
}
