//! The same without a simulation: what should come out, by a few lines of arithmetic.

use std::time::Duration;

use crate::scale::keeper::CAPACITY;
use crate::scale::reader::Reader;
use crate::scale::shape::Shape;

/// How often isolates ask in a second: after the interval, with the next request.
pub fn checks(shape: &Shape, reader: &Reader) -> f64 {
    f64::from(shape.isolates) * checks_of_one(shape, reader)
}

fn checks_of_one(shape: &Shape, reader: &Reader) -> f64 {
    1.0 / (reader.refresh.as_secs_f64() + 1.0 / shape.rate)
}

/// How often the keeper is asked in a second.
///
/// A cache goes round: the next check finds that its copy is not fresh and asks; until the answer
/// is there, others ask as well, and each answer makes the copy fresh again.
pub fn asked(shape: &Shape, reader: &Reader) -> f64 {
    if shape.caches == 0 {
        return checks(shape, reader);
    }
    let way = (shape.way.0 + shape.way.1).as_secs_f64() / 2.0;
    let of_location = |population: u32| {
        let checks = f64::from(population) * checks_of_one(shape, reader) / f64::from(shape.caches);
        if checks == 0.0 {
            return 0.0;
        }
        let meanwhile = checks * way;
        let round = reader.fresh.as_secs_f64() + 2.0 * way + (-meanwhile).exp() / checks;
        f64::from(shape.caches) * (1.0 + meanwhile) / round
    };
    shape.populations().into_iter().map(of_location).sum()
}

/// The latest that an isolate with requests all the time follows: a copy confirmed just before the
/// publication is taken as long as it is fresh, asked about again after the interval, and the
/// answer has to come.
pub fn latest(shape: &Shape, reader: &Reader) -> Duration {
    let fresh = if shape.caches == 0 { Duration::ZERO } else { reader.fresh };
    fresh + reader.refresh + shape.way.1.mul_f64(1.5)
}

/// Beyond this nothing is tried.
pub const TRIED: u32 = 1_000_000;

/// The greatest number, [`TRIED`] at most, with which the keeper is not asked more than it serves.
pub fn most(reader: &Reader, with: impl Fn(u32) -> Shape) -> u32 {
    let (mut fits, mut too_many) = (0, TRIED + 1);
    while too_many - fits > 1 {
        let middle = fits.midpoint(too_many);
        if asked(&with(middle), reader) <= f64::from(CAPACITY) {
            fits = middle;
        } else {
            too_many = middle;
        }
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::record::STEADY;
    use crate::scale::shape::{EVEN, Spread};
    use crate::scale::simulation;

    const READER: Reader =
        Reader { refresh: Duration::from_secs(5), fresh: Duration::from_secs(3) };

    #[test]
    fn what_is_on_paper_is_what_is_simulated() {
        let some = Shape { isolates: 4_000, locations: 60, after: Duration::ZERO, ..EVEN };
        for shape in [
            some,
            Shape { spread: Spread::Zipf, ..some },
            Shape { caches: 4, ..some },
            Shape { rate: 0.05, ..some },
            Shape { caches: 0, ..some },
        ] {
            let steady = simulation::run(&shape, &READER).steady;
            for (paper, counted) in
                [(checks(&shape, &READER), steady.checks), (asked(&shape, &READER), steady.asked())]
            {
                let ratio = f64::from(counted) / STEADY.as_secs_f64() / paper;
                assert!((0.93..1.07).contains(&ratio), "{shape:?}: {paper} and {ratio} of it");
            }
        }
    }

    #[test]
    fn the_most_that_fits_is_found() {
        // Without a cache and with requests all the time, a thousand a second in five seconds.
        let shape = |isolates| Shape { isolates, caches: 0, rate: 1e9, ..EVEN };
        assert_eq!(most(&READER, shape), 5_000);
    }
}
