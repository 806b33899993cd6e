//! Rules that find requests by what they are: held against a plain reading of the document's order
//! of specificity, and the same in every form of a timeline.

use std::cmp::Reverse;

use chrono::DateTime;
use proptest::prelude::*;
use schedule::{Belongs, Form, Gate, Route, Timeline};

use crate::{
    asked::{Asked, requests},
    schedules::{boundaries, with_rules},
};

/// How specific the text of a route is, read from the text: its host, then its path.
fn specificity(route: &Route) -> ((u8, usize), (u8, usize)) {
    let text = route.to_string();
    let (host, path) = text.split_at(text.find('/').unwrap_or_default());
    let host = match host.strip_prefix('*') {
        Some(below) => (1, below.len()),
        None => (if host.is_empty() { 0 } else { 2 }, 0),
    };
    let path = match path.strip_suffix('*') {
        Some(beginning) => (0, beginning.len()),
        None => (1, 0),
    };
    (host, path)
}

/// Every way into a channel that the request agrees with, the most specific first, and of equals
/// the first in the document.
fn plainly(timeline: &Timeline, request: &Asked) -> Option<(usize, Option<Form>)> {
    let mut ways = Vec::new();
    for (place, channel) in timeline.channels.iter().enumerate() {
        for route in channel.routes.iter().filter(|route| route.matches(request.target)) {
            ways.push((specificity(route), 0, place, None));
        }
        for rule in channel.matches.iter().filter(|rule| rule.route.matches(request.target)) {
            let said = |name: &str| request.said(name).map(str::to_owned);
            let begins = |pattern: &str, text: &str| match pattern.strip_suffix('*') {
                Some(beginning) => text.starts_with(beginning),
                None => text == pattern,
            };
            let method =
                rule.methods.is_empty() || rule.methods.iter().any(|m| m == request.method);
            let media = rule.content_type.as_ref().map(|pattern| {
                let sent = said("content-type").unwrap_or_default().to_lowercase();
                begins(pattern.as_str(), sent.split(';').next().unwrap_or_default())
            });
            let header = rule.header.as_ref().map(|pattern| {
                let sent = said(&pattern.name);
                sent.is_some_and(|sent| pattern.value.as_ref().is_none_or(|p| begins(p, &sent)))
            });
            if method && media != Some(false) && header != Some(false) {
                let asks = [!rule.methods.is_empty(), media.is_some(), header.is_some()];
                let asks = 1 + asks.into_iter().filter(|asks| *asks).count();
                ways.push((specificity(&rule.route), asks, place, rule.answer));
            }
        }
    }
    ways.sort_by_key(|(specificity, asks, ..)| Reverse((*specificity, *asks)));
    ways.first().map(|(.., place, form)| (*place, *form))
}

proptest! {
    #[test]
    fn prop_a_request_belongs_where_a_plain_reading_puts_it(drawn in with_rules()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        for request in requests() {
            let expected = match plainly(gate.timeline(), &request) {
                _ if request.is_always_open() => Belongs::AlwaysOpen,
                Some((place, form)) => Belongs::Channel(place, form),
                None => Belongs::Nowhere,
            };
            prop_assert_eq!(request.belongs(&gate), expected, "{:?}", request);
        }
    }

    #[test]
    fn prop_every_form_of_a_timeline_decides_alike(drawn in with_rules()) {
        let timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        let json = Timeline::read(timeline.to_json().as_bytes()).expect("what we wrote");
        let packed = Timeline::read(&timeline.to_bytes()).expect("what we wrote");
        let ramp = timeline.edge.ramp.map(schedule::Length::to_delta).unwrap_or_default();
        let instants = boundaries(&timeline).into_iter().flat_map(|now| [now, now + ramp]);
        let gates = [Gate::new(timeline.clone()), Gate::new(json), Gate::new(packed)];
        for now in instants {
            for request in requests() {
                let [compiled, json, packed] = [0, 1, 2].map(|at: usize| request.told(&gates[at], now));
                prop_assert_eq!(&compiled, &json, "{:?} at {}", request, now);
                prop_assert_eq!(&compiled, &packed, "{:?} at {}", request, now);
            }
        }
    }

    // No two of the drawn rules ask for as much of one request, which is where the order decides.
    #[test]
    fn prop_the_order_of_a_document_says_nothing_about_rules_that_differ(
        (one, other) in with_rules().prop_flat_map(|drawn| (Just(drawn.clone()), drawn.shuffled())),
    ) {
        let one = Gate::new(one.schedule().timeline(DateTime::UNIX_EPOCH));
        let other = Gate::new(other.schedule().timeline(DateTime::UNIX_EPOCH));
        for now in boundaries(one.timeline()) {
            for request in requests() {
                prop_assert_eq!(request.told(&one, now), request.told(&other, now));
            }
        }
    }
}
