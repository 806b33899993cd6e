//! Which language a reader would rather have.

use std::cmp::Reverse;

use super::negotiate::{Weight, weighted};

/// The best of the `known` tags for an `Accept-Language`, or none when it asks for none of them.
///
/// This is the lookup of RFC 4647, section 3.4: for each range, beginning with the one of most
/// weight, the tag itself, or what is left of the range without its last subtags, `es` for `es-MX`.
/// Then, where the RFC would give up, a tag of the same language: who asks for `pt` gets `pt-BR`.
/// `*` is any tag that is not refused. What has no weight, and what begins with it, is refused,
/// unless a longer range asks for it. Case does not matter, and an underline is a hyphen.
///
/// # Examples
///
/// ```
/// assert_eq!(answer::language("es-MX,es;q=0.9,en;q=0.8", &["en", "es"]), Some("es"));
/// assert_eq!(answer::language("de, *;q=0.1", &["en", "es"]), Some("en"));
/// assert_eq!(answer::language("en;q=0, *", &["en", "es"]), Some("es"));
/// assert_eq!(answer::language("de", &["en", "es"]), None);
/// ```
pub fn language<'k>(accept_language: &str, known: &[&'k str]) -> Option<&'k str> {
    let mut ranges: Vec<(&str, Weight)> = weighted(accept_language).collect();
    let known: Vec<&str> = known.iter().copied().filter(|tag| !is_refused(tag, &ranges)).collect();
    ranges.sort_by_key(|(_, weight)| Reverse(*weight));
    ranges
        .into_iter()
        .take_while(|(_, weight)| *weight > Weight::REFUSED)
        .find_map(|(range, _)| if range == "*" { known.first() } else { closest(range, &known) })
        .copied()
}

/// Whether the longest range that a tag is, or begins with, has no weight.
fn is_refused(tag: &str, ranges: &[(&str, Weight)]) -> bool {
    let longest = ranges
        .iter()
        .filter(|(range, _)| shared(range, tag) == subtags(range).count())
        .max_by_key(|(range, weight)| (subtags(range).count(), *weight));
    longest.is_some_and(|(_, weight)| *weight == Weight::REFUSED)
}

/// The tag that answers a range: the longest that the range is or begins with, and otherwise the
/// first of the same language that has the most in common with it.
fn closest<'t, 'k>(range: &str, tags: &'t [&'k str]) -> Option<&'t &'k str> {
    let fit = |tag: &str| {
        let shared = shared(range, tag);
        (shared == subtags(tag).count(), shared)
    };
    tags.iter()
        .filter(|tag| shared(range, tag) > 0)
        .reduce(|best, next| if fit(next) > fit(best) { next } else { best })
}

/// How many subtags both begin with.
fn shared(range: &str, tag: &str) -> usize {
    subtags(range).zip(subtags(tag)).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count()
}

fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    tag.split(['-', '_'])
}
