//! Texts in several languages are read as they were written, whichever way they travel, and whoever
//! reads is given one of them.

use std::collections::BTreeMap;

use chrono::DateTime;
use proptest::prelude::*;
use schedule::{Reader, Schedule, Timeline, speech::Language};

/// Few, so that some meet: with regions, scripts, and a language that begins like another.
const TAGS: [&str; 9] =
    ["de", "es", "es-AR", "es-MX", "fil", "fr-CA", "zh", "zh-Hant", "zh-Hant-TW"];

/// The window's summary in some of them.
type Drawn = BTreeMap<&'static str, String>;

fn drawn() -> impl Strategy<Value = Drawn> {
    prop::collection::btree_map(prop::sample::select(&TAGS[..]), "[ -~áñ“”字]{0,12}[a-z]", 0..5)
}

/// A tag in some of its spellings.
fn spelled() -> impl Strategy<Value = fn(&str) -> String> {
    prop::sample::select(vec![
        str::to_owned as fn(&str) -> String,
        str::to_ascii_uppercase,
        str::to_ascii_lowercase,
    ])
}

fn document(drawn: &Drawn, spell: fn(&str) -> String) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut document = "[service]\nname = \"x\"\nzone = \"UTC\"\n\
        [[channel]]\nid = \"web\"\nname = \"web\"\n\
        [[window]]\nid = \"w\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\nsummary = \"own\"\n"
        .to_owned();
    for (tag, text) in drawn {
        document += &format!("[window.translations.{}]\nsummary = {}\n", spell(tag), quoted(text));
    }
    document
}

fn read(document: &str) -> Schedule {
    let parsed = schedule::parse(document, DateTime::UNIX_EPOCH);
    parsed.schedule.unwrap_or_else(|| {
        let pictures = schedule::render(&parsed.diagnostics, document, "drawn", false);
        unreachable!("what is drawn is valid, but:\n{pictures}")
    })
}

fn compiled(drawn: &Drawn) -> Timeline {
    read(&document(drawn, str::to_owned)).timeline(DateTime::UNIX_EPOCH)
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

proptest! {
    #[test]
    fn prop_translations_are_read_as_they_were_written(drawn in drawn(), spell in spelled()) {
        let schedule = read(&document(&drawn, spell));
        let window = &schedule.windows()[0];
        let texts = window.translations.iter().filter_map(|(tag, texts)| {
            Some((tag.as_str(), texts.summary.clone()?))
        });
        prop_assert!(texts.eq(drawn.iter().map(|(tag, text)| (*tag, text.clone()))));
        // Case says nothing.
        prop_assert_eq!(schedule, read(&document(&drawn, str::to_owned)));
    }

    #[test]
    fn prop_both_forms_of_a_timeline_carry_them(drawn in drawn()) {
        let timeline = compiled(&drawn);
        for read in [Timeline::read(&timeline.to_bytes()), Timeline::from_json(timeline.to_json().as_bytes())] {
            let read = read.expect("what we wrote");
            prop_assert!(read.languages().eq(["en"].into_iter().chain(drawn.keys().copied())));
            prop_assert_eq!(&read, &timeline);
        }
    }

    #[test]
    fn prop_a_reader_is_given_the_nearest_text_that_there_is(
        drawn in drawn(), tag in prop::sample::select(&TAGS[..]), longer in any::<bool>(),
        ours in prop::sample::select(&[Language::English, Language::Spanish][..]),
    ) {
        let timeline = compiled(&drawn);
        let asked = if longer { format!("{tag}-x-own") } else { tag.to_ascii_uppercase() };
        let reader = Reader::new(&asked, ours, &timeline.service);
        let given = timeline.occurrences[0].summary_for(reader).expect("there is a summary");
        let text = drawn.get(given.language).map_or("own", String::as_str);
        prop_assert_eq!(given.text, text, "it is in the language that it says");
        if drawn.contains_key(tag) {
            prop_assert_eq!(given.language, tag, "exactly what was asked for, or begins it");
        } else if drawn.keys().any(|known| primary(known) == primary(tag)) {
            prop_assert_eq!(primary(given.language), primary(tag));
        } else if ours == Language::Spanish && drawn.keys().any(|known| primary(known) == "es") {
            prop_assert_eq!(primary(given.language), "es");
        } else {
            prop_assert_eq!((given.language, given.text), ("en", "own"));
        }
    }
}
