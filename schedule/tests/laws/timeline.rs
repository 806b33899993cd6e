//! A timeline that is written as JSON and read again is the same, and one that is not ours is
//! either refused or harmless.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use schedule::{Gate, Timeline};
use serde_json::{Value, json};

use crate::{
    asked::requests,
    schedules::{boundaries, with_rules},
};

const FOUNDING: &str = include_str!("../../../examples/immtrac2/schedule.toml");

/// What the notice does not need: everything that the edge can be told, and a rule of each kind.
const EDGE: &str = "[edge]\nramp = \"10m\"\ncors.origins = [\"https://a.example\"]\n\
    strict-transport-security = \"max-age=1\"\nbypass.addresses = [\"192.0.2.0/24\"]\n\
    outage = { title = \"t\", message = \"m\", timeout = \"20s\" }\n";
const CHANNEL: &str = "[[channel]]\nid = \"hl7\"\nname = \"x\"\nhl7-acknowledge = true\n\
    soap-fault-status = 500\n[[channel.match]]\nroute = \"/Soap/*\"\nmethods = [\"POST\"]\n\
    content-type = \"text/*\"\nheader = \"X-Sender: smm*\"\nanswer = \"hl7\"\n";

fn founding() -> String {
    let parsed = schedule::parse(&[EDGE, FOUNDING, CHANNEL].concat(), DateTime::UNIX_EPOCH);
    parsed.schedule.expect("the founding notice is valid").timeline(DateTime::UNIX_EPOCH).to_json()
}

/// Asks everything of a timeline that a program could, at every instant that is awkward.
fn exercise(timeline: Timeline) {
    let gate = Gate::new(timeline);
    let timeline = gate.timeline();
    let extremes = [DateTime::<Utc>::MIN_UTC, DateTime::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC];
    for now in extremes.into_iter().chain(boundaries(timeline)) {
        for request in requests() {
            request.told(&gate, now);
            request.belongs(&gate);
        }
        timeline.next_change(now);
        for channel in 0..=timeline.channels.len() {
            timeline.outlook(channel, now);
        }
    }
}

/// The JSON pointer of every value within `value`, so that one of them can be replaced.
fn pointers(value: &Value, own: &str) -> Vec<String> {
    let below: Vec<String> = match value {
        Value::Array(list) => list
            .iter()
            .enumerate()
            .flat_map(|(place, value)| pointers(value, &format!("{own}/{place}")))
            .collect(),
        Value::Object(map) => {
            map.iter().flat_map(|(key, value)| pointers(value, &format!("{own}/{key}"))).collect()
        }
        _ => Vec::new(),
    };
    [own.to_owned()].into_iter().chain(below).collect()
}

/// Values of the right kind at the edge of their range, and of the wrong kind.
fn odd() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u32::MAX),
        json!(u64::MAX),
        json!(""),
        json!("hold"),
        json!("reopen"),
        json!("/*"),
        json!("*"),
        json!("web-socket"),
        json!("192.0.2.1"),
        json!(599),
        json!("1969-12-31T23:59:59Z"),
        json!("1970-01-01T00:00:00Z"),
        json!("2025-02-07T02:00:00+14:00"),
        json!("2099-12-31T23:59:59.999999999-12:00"),
        json!("9999-12-31T23:59:59Z"),
        json!("+262142-12-31T23:59:59Z"),
        json!("-262143-01-01T00:00:00Z"),
        json!([]),
        json!([0]),
        json!([0, 0]),
        json!([3]),
        json!({}),
    ])
}

proptest! {
    #[test]
    fn prop_a_timeline_is_read_as_it_is_written(drawn in with_rules()) {
        let timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        let read = Timeline::from_json(timeline.to_json().as_bytes());
        prop_assert_eq!(read.ok(), Some(timeline));
    }

    #[test]
    fn prop_a_timeline_with_odd_values_is_refused_or_harmless(
        changes in prop::collection::vec((any::<prop::sample::Index>(), odd()), 1..4),
    ) {
        let mut json: Value = serde_json::from_str(&founding()).expect("we wrote it");
        for (place, value) in changes {
            let pointers = pointers(&json, "");
            let pointer: &String = place.get(&pointers);
            if let Some(found) = json.pointer_mut(pointer) {
                *found = value;
            }
        }
        if let Ok(timeline) = Timeline::from_json(json.to_string().as_bytes()) {
            exercise(timeline);
        }
    }

    #[test]
    fn prop_a_timeline_with_changed_bytes_is_refused_or_harmless(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut json = founding().into_bytes();
        for (place, byte) in changes {
            *place.get_mut(&mut json) = byte;
        }
        if let Ok(timeline) = Timeline::from_json(&json) {
            exercise(timeline);
        }
    }

    #[test]
    fn prop_any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Timeline::from_json(&bytes).is_err());
    }
}

// Small enough to try each: every value of the founding notice replaced by every odd one would be
// thousands of gates; every value left out is a few dozen.
#[test]
fn a_timeline_with_any_one_value_missing_is_refused_or_harmless() {
    let json: Value = serde_json::from_str(&founding()).expect("we wrote it");
    for pointer in pointers(&json, "").into_iter().filter(|pointer| !pointer.is_empty()) {
        let mut json = json.clone();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
        match json.pointer_mut(parent) {
            Some(Value::Object(map)) => drop(map.remove(key)),
            Some(Value::Array(list)) => drop(list.remove(key.parse().expect("a place"))),
            _ => unreachable!("{parent} holds {key}"),
        }
        if let Ok(timeline) = Timeline::from_json(json.to_string().as_bytes()) {
            exercise(timeline);
        }
    }
}
