//! How old and new are put into one sentence.

use std::fmt::Display;

use crate::voice::listed;

/// "`new` instead of `old`", where they differ.
pub(super) fn instead<T: PartialEq>(
    old: &T,
    new: &T,
    say: impl Fn(&T) -> String,
) -> Option<String> {
    (old != new).then(|| {
        let (old, new) = (say(old), say(new));
        // What differs only in what is not said, such as a fraction of a second.
        if old == new { new } else { format!("{new} instead of {old}") }
    })
}

/// A text between quotation marks, or that there is none.
pub(super) fn text(text: &Option<String>) -> String {
    text.as_ref().map_or_else(|| "nothing".to_owned(), |text| quoted(text))
}

pub(super) fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// "`a`, `b`", or "none".
pub(super) fn list<T: Display>(words: &[T]) -> String {
    if words.is_empty() { "none".to_owned() } else { listed(words) }
}
