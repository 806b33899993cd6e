//! The kinds of traffic that are compared, and what is between them and the keeper.

use std::time::Duration;

/// What the isolates of a service meet.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub name: &'static str,
    pub isolates: u32,
    pub locations: u32,
    pub spread: Spread,
    /// Requests a second that an isolate serves.
    pub rate: f64,
    /// The same, from the instant of the publication on, where it changes.
    pub burst: Option<f64>,
    /// How long an isolate lives on average; for ever, where nothing is said.
    pub life: Option<Duration>,
    /// How many caches a location has that know nothing of each other. None at all is 0.
    pub caches: u32,
    /// The way to the keeper and back, the shortest and the longest.
    pub way: (Duration, Duration),
    /// Where what an isolate holds was confirmed longer ago, a request waits until it has asked. The
    /// reader does not do this: it is here to show what it would do.
    pub waits_after: Option<Duration>,
    /// How long it is looked at after the publication.
    pub after: Duration,
}

/// How isolates are spread over locations.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Spread {
    /// As many in each.
    Even,
    /// Half as many in the second as in the first, a third as many in the third, and so on.
    Zipf,
}

pub const MINUTE: Duration = Duration::from_secs(60);

/// 30 days, as bills count them.
pub const MONTH_SECONDS: f64 = 2_592_000.0;

const MILLISECOND: Duration = Duration::from_millis(1);

/// A location in the keeper's own city, and one at the other end of the world.
const WORLD: (Duration, Duration) = (Duration::from_millis(50), Duration::from_millis(300));

/// The fleet that everything is compared with.
pub const EVEN: Shape = Shape {
    name: "even",
    isolates: 20_000,
    locations: 300,
    spread: Spread::Even,
    rate: 1.0,
    burst: None,
    life: None,
    caches: 1,
    way: WORLD,
    waits_after: None,
    after: MINUTE,
};

/// Isolates that nearly nobody comes to are looked at until the last of them has been asked.
const LONG: Duration = Duration::from_secs(900);

const QUIET: Shape = Shape { name: "quiet", rate: 1.0 / 60.0, after: LONG, ..EVEN };

/// After this nobody expects the old revision.
const TOO_OLD: Duration = Duration::from_secs(10);

/// A billion requests a month, over all isolates.
const BILLION: f64 = 1e9 / MONTH_SECONDS;

impl Shape {
    /// What the tables about requests and delays show.
    pub const COMPARED: [Self; 10] = [
        EVEN,
        Self { name: "even, waiting", waits_after: Some(TOO_OLD), ..EVEN },
        Self { name: "skewed", spread: Spread::Zipf, ..EVEN },
        QUIET,
        Self { name: "quiet, waiting", waits_after: Some(TOO_OLD), ..QUIET },
        Self { name: "burst", burst: Some(1.0), after: MINUTE, ..QUIET },
        Self { name: "short lives", life: Some(Duration::from_secs(300)), ..EVEN },
        Self { name: "four caches", caches: 4, ..EVEN },
        Self { name: "no cache", caches: 0, ..EVEN },
        Self {
            name: "self-hosted",
            isolates: 100,
            locations: 1,
            rate: 50.0,
            caches: 0,
            way: (MILLISECOND, MILLISECOND.saturating_mul(5)),
            ..EVEN
        },
    ];

    /// What the bill is made out for.
    pub const BILLED: [Self; 4] = [
        Self { name: "20,000 isolates", rate: BILLION / 20_000.0, ..EVEN },
        Self { name: "skewed", rate: BILLION / 20_000.0, spread: Spread::Zipf, ..EVEN },
        Self { name: "1,000 isolates", rate: BILLION / 1_000.0, isolates: 1_000, ..EVEN },
        Self { name: "no cache", rate: BILLION / 20_000.0, caches: 0, ..EVEN },
    ];

    /// The rate at an instant, as seen from the publication.
    pub fn rate_at(&self, is_published: bool) -> f64 {
        self.burst.filter(|_| is_published).unwrap_or(self.rate)
    }

    /// How many isolates each location has, the first having the most. They add up.
    pub fn populations(&self) -> Vec<u32> {
        let weight = |rank: u32| match self.spread {
            Spread::Even => 1.0,
            Spread::Zipf => 1.0 / f64::from(rank),
        };
        let whole: f64 = (1..=self.locations).map(weight).sum();
        let (mut before, mut placed) = (0.0, 0);
        (1..=self.locations)
            .map(|rank| {
                before += weight(rank);
                let until = rounded(f64::from(self.isolates) * before / whole);
                let population = until - placed;
                placed = until;
                population
            })
            .collect()
    }
}

/// The nearest whole number, of one that is none below zero or above what fits.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
pub fn rounded(number: f64) -> u32 {
    number.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_isolate_is_in_a_location() {
        for shape in Shape::COMPARED.iter().chain(&Shape::BILLED) {
            let populations = shape.populations();
            assert_eq!(populations.iter().sum::<u32>(), shape.isolates, "{}", shape.name);
            assert_eq!(populations.len(), 300.min(populations.len()), "{}", shape.name);
        }
    }

    #[test]
    fn the_skewed_have_most_where_most_is() {
        let populations = Shape { spread: Spread::Zipf, ..EVEN }.populations();
        // 20,000 over the 300th harmonic number, 6.2827, and fractions of it.
        assert_eq!((populations[0], populations[1], populations[9]), (3_183, 1_592, 318));
    }
}
