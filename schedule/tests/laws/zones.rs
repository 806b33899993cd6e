//! The zones that the laws are drawn over: every one there is.

use chrono_tz::TZ_VARIANTS;
use proptest::prelude::*;

/// Zones with every kind of change: they come as often as all others together, since most zones
/// change nothing.
const EVENTFUL: [&str; 10] = [
    "America/Chicago",
    "America/Havana",
    "America/Santiago",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Dublin",
];

/// The name of any zone.
pub(crate) fn zone() -> impl Strategy<Value = &'static str> {
    let all: Vec<&'static str> = TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
    prop_oneof![prop::sample::select(&EVENTFUL), prop::sample::select(all)]
}
