//! The site behind the product's own gate: whatever a client is told, the product says.

use answer::{Verdict, respond, retry_after};
use chrono::{DateTime, Utc};
use schedule::{Closing, Gate, Phase, Request, Target};

use crate::reopening::crowd::{Client, Manner};
use crate::reopening::scenario::{START, Scenario};

/// The gate of one way of reopening, parsed once.
pub struct Site {
    gate: Gate,
    has_jitter: bool,
}

/// What becomes of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Told {
    /// It goes to the origin.
    Pass,
    /// It is answered by the edge, which says to come back in so many seconds.
    Wait(u32),
}

impl Site {
    pub fn new(scenario: Scenario) -> Self {
        let schedule = schedule::parse(&scenario.schedule(), START).schedule;
        let schedule = schedule.expect("the texts are schedules, as a test shows");
        Self { gate: Gate::new(schedule.timeline(START)), has_jitter: scenario.has_jitter() }
    }

    /// What a client is told that asks at `now`.
    pub fn ask(&self, client: &Client, now: DateTime<Utc>) -> Told {
        let target = Target { host: "registry.example", path: "/records" };
        let request = match client.manner {
            Manner::Person => Request::new("GET", target, "", &browser),
            Manner::Honours | Manner::Heedless { .. } => Request::plain("POST", target),
        };
        let decision = self.gate.decide(&request, now);
        match respond(decision, &request, now, |closing| self.key(client, closing)) {
            Verdict::Pass(_) | Verdict::Ours => Told::Pass,
            Verdict::Refuse(reply) => Told::Wait(reply.seconds),
        }
    }

    /// Without jitter everybody has the first place while the window is open, which is told the
    /// rest of it to the second. A turn on the ramp is a client's own in any case.
    fn key(&self, client: &Client, closing: &Closing<'_>) -> u64 {
        if !self.has_jitter && closing.phase != Phase::Ended {
            return 0;
        }
        retry_after::key(&client.address, closing.occurrence().window.as_str())
    }
}

/// What a browser sends for a page, as far as it matters.
fn browser(header: &str) -> Option<String> {
    let value = match header {
        "accept" => "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "sec-fetch-dest" => "document",
        "sec-fetch-mode" => "navigate",
        _ => return None,
    };
    Some(value.to_owned())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::reopening::scenario::{END, RAMP};

    fn client(manner: Manner) -> Client {
        Client { address: "198.51.100.7".to_owned(), manner, first: START }
    }

    #[test]
    fn every_way_of_reopening_is_a_schedule_for_the_same_window() {
        for scenario in Scenario::ALL {
            let site = Site::new(scenario);
            let asked = |now| site.ask(&client(Manner::Person), now);
            let moment = TimeDelta::milliseconds(1);
            assert_eq!(asked(START - moment), Told::Pass, "{scenario:?}");
            assert!(matches!(asked(START), Told::Wait(_)), "{scenario:?}");
            assert!(matches!(asked(END - moment), Told::Wait(_)), "{scenario:?}");
            assert_eq!(asked(END), Told::Pass, "{scenario:?}");
        }
    }

    #[test]
    fn without_jitter_a_machine_is_told_the_rest_to_the_second() {
        let now = END - TimeDelta::seconds(90);
        for scenario in Scenario::ALL {
            let told = Site::new(scenario).ask(&client(Manner::Honours), now);
            assert_eq!(told == Told::Wait(90), !scenario.has_jitter(), "{scenario:?}: {told:?}");
        }
    }

    #[test]
    fn with_a_ramp_machines_wait_for_their_turn() {
        for scenario in Scenario::ALL {
            let site = Site::new(scenario);
            let told = site.ask(&client(Manner::Honours), END);
            assert_eq!(matches!(told, Told::Wait(_)), scenario.has_ramp(), "{scenario:?}");
            assert_eq!(site.ask(&client(Manner::Honours), END + RAMP), Told::Pass, "{scenario:?}");
        }
    }
}
