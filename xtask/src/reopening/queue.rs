//! Virtual time: what arrives next.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use chrono::{DateTime, Utc};

/// Arrivals still to come, each with the place of its client. Time is whatever is taken out last;
/// of two at one instant, the client with the lower place comes first.
#[derive(Default)]
pub struct Queue {
    arrivals: BinaryHeap<Reverse<(DateTime<Utc>, usize)>>,
}

impl Queue {
    pub fn add(&mut self, at: DateTime<Utc>, client: usize) {
        self.arrivals.push(Reverse((at, client)));
    }

    pub fn next(&mut self) -> Option<(DateTime<Utc>, usize)> {
        self.arrivals.pop().map(|Reverse(arrival)| arrival)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::reopening::scenario::END;

    #[test]
    fn arrivals_come_in_the_order_of_time_and_then_of_place() {
        let at = |seconds| END + TimeDelta::seconds(seconds);
        let mut queue = Queue::default();
        for (seconds, client) in [(30, 0), (-5, 1), (30, 3), (0, 2), (30, 1)] {
            queue.add(at(seconds), client);
        }
        assert_eq!(queue.next(), Some((at(-5), 1)));
        // Who comes back joins those who are still to come.
        queue.add(at(10), 1);
        let rest: Vec<_> = std::iter::from_fn(|| queue.next()).collect();
        assert_eq!(rest, [(at(0), 2), (at(10), 1), (at(30), 0), (at(30), 1), (at(30), 3)]);
    }
}
