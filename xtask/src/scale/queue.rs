//! Virtual time: what happens next.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Duration;

use crate::scale::keeper::Revision;

/// Something that happens to an isolate.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Event {
    /// A request comes to it.
    Request,
    /// What it asks reaches the keeper.
    Asked(Question),
    /// The keeper's answer reaches it; `None` is a refusal.
    Told(Question, Option<Revision>),
}

/// Who asks the keeper, and what for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Question {
    pub generation: u32,
    /// What it has already.
    pub known: Option<Revision>,
    /// When the request came that waits for the answer, where one does.
    pub waiting: Option<Duration>,
}

/// What is still to come, in the order of time; what comes at one instant, in that of the isolates.
#[derive(Default)]
pub struct Queue {
    events: BinaryHeap<Reverse<(Duration, usize, Event)>>,
}

impl Queue {
    pub fn add(&mut self, at: Duration, isolate: usize, event: Event) {
        self.events.push(Reverse((at, isolate, event)));
    }

    pub fn next(&mut self) -> Option<(Duration, usize, Event)> {
        self.events.pop().map(|Reverse(event)| event)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_in_the_order_of_time_and_then_of_isolates() {
        let mut queue = Queue::default();
        for (millis, isolate) in [(30, 0), (5, 1), (30, 3), (7, 2), (30, 1)] {
            queue.add(Duration::from_millis(millis), isolate, Event::Request);
        }
        let order = std::iter::from_fn(|| queue.next());
        let order: Vec<_> = order.map(|(at, isolate, _)| (at.as_millis(), isolate)).collect();
        assert_eq!(order, [(5, 1), (7, 2), (30, 0), (30, 1), (30, 3)]);
    }
}
