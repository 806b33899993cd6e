//! The order in which keys are written: that of `docs/schedule.md`.

const KEYS: [&str; 17] = [
    "id",
    "of",
    "channels",
    "start",
    "end",
    "length",
    "reason",
    "summary",
    "announce",
    "overrun",
    "hold-limit",
    "released",
    "cancelled",
    "finished",
    "repeat",
    "also",
    "except",
];

/// Where a key belongs; one that is not listed belongs behind the others.
pub(super) fn rank(key: &str) -> usize {
    KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len())
}
