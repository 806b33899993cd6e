//! Texts in other languages.

use std::collections::BTreeSet;

use schedule::Translations;

use super::words::{instead, text};

/// A text of a thing: the beginning of a sentence about it, and where it is in a translation.
pub(super) type Text<T> = (&'static str, fn(&T) -> &Option<String>);

/// What differs, a sentence or the rest of one each: "says, in `es`, “…” instead of nothing".
pub(super) fn translations<T>(
    old: &Translations<T>,
    new: &Translations<T>,
    texts: &[Text<T>],
) -> Vec<String> {
    let tags: BTreeSet<_> = old.iter().chain(new.iter()).map(|(tag, _)| tag).collect();
    let mut said = Vec::new();
    for tag in tags {
        for (before, find) in texts {
            let of = |side: &Translations<T>| side.get(tag).and_then(|texts| find(texts).clone());
            let words = instead(&of(old), &of(new), text);
            said.extend(words.map(|words| format!("{before}, in `{tag}`, {words}")));
        }
    }
    said
}
