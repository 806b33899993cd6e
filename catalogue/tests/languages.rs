//! The languages that we speak, and which one answers a tag.

use catalogue::{Direction, Language};
use proptest::prelude::*;

#[test]
fn a_tag_is_answered_by_its_primary_subtag() {
    #[track_caller]
    fn check(tag: &str, known: Option<Language>) {
        assert_eq!(Language::known(tag), known, "`{tag}`");
        assert_eq!(Language::from_tag(tag), known.unwrap_or(Language::English), "`{tag}`");
    }
    check("en", Some(Language::English));
    check("en-US", Some(Language::English));
    check("es", Some(Language::Spanish));
    check("es-MX", Some(Language::Spanish));
    check("es-419", Some(Language::Spanish));
    check("es-Latn-US", Some(Language::Spanish));
    // RFC 5646, section 2.1.1: case means nothing.
    check("ES-us", Some(Language::Spanish));
    // Languages that begin with the same letters.
    check("est", None);
    check("esu", None);
    // What is no tag.
    check("", None);
    check("*", None);
    check("-", None);
    check("-es", None);
    check("español", None);
    check("es_MX", None);
}

#[test]
fn what_a_language_says_of_itself() {
    #[track_caller]
    fn check(language: Language, tag: &str, name: &str) {
        assert_eq!((language.tag(), language.name()), (tag, name));
        assert_eq!(language.direction(), Direction::LeftToRight);
        assert_eq!(language.direction().as_str(), "ltr");
    }
    check(Language::English, "en", "English");
    check(Language::Spanish, "es", "Español");
    assert_eq!(Direction::RightToLeft.as_str(), "rtl");
}

#[test]
fn english_is_the_first_and_the_default() {
    assert_eq!(Language::ALL.first(), Some(&Language::English));
    assert_eq!(Language::default(), Language::English);
}

#[test]
fn every_language_answers_its_own_tag() {
    let tags: Vec<_> = Language::ALL.iter().map(|language| language.tag()).collect();
    assert_eq!(tags, Language::TAGS);
    for language in Language::ALL {
        assert_eq!(Language::known(language.tag()), Some(*language));
        assert_eq!(Language::known(&language.tag().to_uppercase()), Some(*language));
        assert_eq!(Language::known(&format!("{}-x-own", language.tag())), Some(*language));
    }
}

proptest! {
    #[test]
    fn prop_no_tag_panics(tag in ".*|[a-zA-Z]{1,3}(-[a-zA-Z0-9]{0,3}){0,3}") {
        let known = Language::known(&tag);
        prop_assert_eq!(Language::from_tag(&tag), known.unwrap_or_default());
    }
}
