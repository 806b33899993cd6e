//! The clients come, are told something, and come back.

use chrono::TimeDelta;
use fastrand::Rng;

use crate::reopening::crowd::Client;
use crate::reopening::queue::Queue;
use crate::reopening::record::Record;
use crate::reopening::site::{Site, Told};

/// How late a request arrives after its client has decided to send it, in milliseconds: the way
/// there, a new connection, a timer that is not exact.
const LATE: std::ops::RangeInclusive<i64> = 20..=500;

/// Any number; the document was made with this one.
const SEED: u64 = 9110;

/// Lets everybody come until everybody has been let in or has left.
pub fn run(site: &Site, crowd: &[Client]) -> Record {
    let mut rng = Rng::with_seed(SEED);
    let mut record = Record::new();
    let mut queue = Queue::default();
    for (place, client) in crowd.iter().enumerate() {
        queue.add(client.first, place);
    }
    while let Some((now, place)) = queue.next() {
        let client = &crowd[place];
        let told = site.ask(client, now);
        record.note(client, now, told);
        if let Told::Wait(seconds) = told
            && let Some(pause) = client.manner.pause(seconds)
        {
            queue.add(now + pause + TimeDelta::milliseconds(rng.i64(LATE)), place);
        }
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reopening::crowd::{HONOURING, Manner, gather};
    use crate::reopening::scenario::Scenario;

    /// Some of each kind of machine; the others are like them.
    fn some() -> Vec<Client> {
        let honouring = usize::try_from(HONOURING).expect("fits");
        gather().drain(honouring - 500..honouring + 50).collect()
    }

    #[test]
    fn the_same_crowd_does_the_same_again() {
        let crowd = some();
        for scenario in Scenario::ALL {
            let run = || run(&Site::new(scenario), &crowd);
            assert_eq!(run(), run(), "{scenario:?}");
        }
    }

    #[test]
    fn every_machine_is_let_in_once_and_not_before_the_end() {
        let crowd = some();
        for scenario in Scenario::ALL {
            let record = run(&Site::new(scenario), &crowd);
            assert_eq!(record.back.len(), crowd.len(), "{scenario:?}");
            assert!(record.back.is_sorted() && record.back[0] >= 0, "{scenario:?}");
        }
    }

    #[test]
    fn without_jitter_all_who_honour_are_back_within_two_seconds_of_the_end() {
        let mut crowd = some();
        crowd.retain(|client| client.manner == Manner::Honours);
        let back = run(&Site::new(Scenario::Exact), &crowd).back;
        // Less than one for rounding up, and half of one for being late.
        assert!(back.iter().all(|millis| *millis < 1_500), "{:?}", back.last());
    }

    #[test]
    fn without_a_ramp_nobody_is_sent_away_after_the_end() {
        let crowd = some();
        for scenario in [Scenario::Exact, Scenario::Jitter] {
            let again = run(&Site::new(scenario), &crowd).again;
            assert_eq!(again.total(), 0, "{scenario:?}");
        }
    }

    // Whoever comes when told to comes at its turn.
    #[test]
    fn on_a_ramp_nobody_who_honours_is_sent_away_after_the_end() {
        let again = run(&Site::new(Scenario::JitterAndRamp), &some()).again;
        assert_eq!(again.honouring, 0);
        assert!(again.total() > 0, "those who do not listen are held");
    }
}
