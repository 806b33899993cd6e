//! In which languages somebody who sends an `Accept-Language` is told what.

use answer::{language_for, reader_for};
use schedule::Timeline;

/// A schedule in a language, with translations into others of which the service's name and a
/// window's summary have one each.
fn timeline(language: &str, name: &str, summary: &str) -> Timeline {
    let source = format!(
        "[service]\nname = \"x\"\nzone = \"UTC\"\nlanguage = \"{language}\"\n\
         translations.{name}.name = \"y\"\n\
         [[channel]]\nid = \"web\"\nname = \"web\"\nroutes = [\"/*\"]\n\
         [[window]]\nid = \"w\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\nsummary = \"s\"\n\
         translations.{summary}.summary = \"t\"\n"
    );
    let now = "2025-01-01T00:00:00Z".parse().expect("a literal instant");
    let parsed = schedule::parse(&source, now);
    let pictures = schedule::render(&parsed.diagnostics, &source, "a row", false);
    parsed.schedule.expect(&pictures).timeline(now)
}

/// The language of our own words, and the tag by which texts are looked up.
#[track_caller]
fn check(timeline: &Timeline, accepted: &str, ours: &str, tag: &str) {
    let reader = reader_for(Some(accepted), timeline);
    assert_eq!((reader.language().tag(), reader.tag()), (ours, tag), "{accepted}");
    assert_eq!(language_for(Some(accepted), timeline), reader.language(), "{accepted}");
}

#[test]
#[rustfmt::skip] // A row a line.
fn of_an_english_schedule() {
    let timeline = timeline("en", "es-MX", "fr");
    check(&timeline, "en-US,en;q=0.9", "en", "en");
    check(&timeline, "es-MX,es;q=0.9,en;q=0.8", "es", "es-MX");
    // The closest of all: what we speak ourselves is among them.
    check(&timeline, "es-AR", "es", "es");
    check(&timeline, "es", "es", "es");
    // Texts in French, and our own words in what comes closest to it.
    check(&timeline, "fr", "en", "fr");
    check(&timeline, "fr-CA,fr;q=0.9", "en", "fr");
    check(&timeline, "fr,es;q=0.5,en;q=0.3", "es", "fr");
    check(&timeline, "es;q=0.5,fr;q=0.4", "es", "es");
    check(&timeline, "de,fr;q=0.5", "en", "fr");
    // Nothing that there is.
    check(&timeline, "de", "en", "en");
    check(&timeline, "", "en", "en");
    check(&timeline, "*", "en", "en");
    check(&timeline, "en;q=0, *", "es", "es-MX");
    check(&timeline, "fr;q=0", "en", "en");
}

#[test]
#[rustfmt::skip] // A row a line.
fn of_a_schedule_in_a_language_that_we_do_not_speak() {
    let timeline = timeline("de-AT", "es", "en");
    check(&timeline, "de", "en", "de-AT");
    check(&timeline, "de-DE,es;q=0.5", "es", "de-AT");
    check(&timeline, "es", "es", "es");
    check(&timeline, "en", "en", "en");
    check(&timeline, "fr", "en", "de-AT");
    check(&timeline, "*", "en", "de-AT");
}

#[test]
fn of_whoever_asks_for_nothing() {
    for (language, ours) in [("en", "en"), ("es-MX", "es"), ("de", "en")] {
        let timeline = timeline(language, "fr", "pt-BR");
        let reader = reader_for(None, &timeline);
        assert_eq!((reader.language().tag(), reader.tag()), (ours, language));
    }
}
