//! Requests as the laws ask them: every method, target and set of headers, few enough to try each.

use chrono::{DateTime, Utc};
use schedule::{Belongs, Decision, Gate, Request, Target, Timeline};

use crate::schedules::{SAID, TARGETS};

/// A request that can be asked of several gates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) method: &'static str,
    pub(crate) target: Target<'static>,
    said: &'static [(&'static str, &'static str)],
}

/// Each of them.
pub(crate) fn requests() -> impl Iterator<Item = Asked> {
    TARGETS.into_iter().flat_map(|(host, path)| {
        ["GET", "POST"].into_iter().flat_map(move |method| {
            SAID.map(|said| Asked { method, target: Target { host, path }, said })
        })
    })
}

/// The channel of a request when there is no choice; the tables in `tests/gate.rs` have the choices.
pub(crate) fn only_channel(timeline: &Timeline, target: Target<'_>) -> Option<usize> {
    let mut claiming = (0..timeline.channels.len())
        .filter(|place| timeline.channels[*place].routes.iter().any(|route| route.matches(target)));
    claiming.next().filter(|_| claiming.next().is_none())
}

impl Asked {
    /// Whether nothing is ever closed there.
    pub(crate) fn is_always_open(&self) -> bool {
        self.target.path == "/robots.txt"
    }

    pub(crate) fn decide<'g>(&self, gate: &'g Gate, now: DateTime<Utc>) -> Decision<'g> {
        self.with(|request| gate.decide(request, now))
    }

    pub(crate) fn belongs(&self, gate: &Gate) -> Belongs {
        self.with(|request| gate.belongs(request))
    }

    /// What a gate says of it, in words that do not depend on places in lists.
    pub(crate) fn told(&self, gate: &Gate, now: DateTime<Utc>) -> String {
        let (closing, since) = match self.decide(gate, now) {
            Decision::Pass => return "pass".to_owned(),
            Decision::Ours => return "ours".to_owned(),
            Decision::Closed(closing) => (closing, None),
            Decision::Reopening { closing, since } => (closing, Some(since)),
        };
        format!(
            "{} {} {} {:?} {:?} {:?}",
            closing.channel().id.as_str(),
            closing.occurrence().window.as_str(),
            closing.phase,
            closing.form,
            closing.reopens,
            since
        )
    }

    /// The value of a header of it.
    pub(crate) fn said(&self, name: &str) -> Option<&'static str> {
        self.said.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    fn with<T>(&self, question: impl FnOnce(&Request<'_>) -> T) -> T {
        let header = |name: &str| self.said(name).map(str::to_owned);
        question(&Request::new(self.method, self.target, "", &header))
    }
}
