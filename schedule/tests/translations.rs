//! Texts of a schedule in several languages: which of them a reader is given.

use chrono::{DateTime, Utc};
use schedule::{LanguageTag, Reader, Timeline, speech::Language};

const SCHEDULE: &str = r#"
[service]
name = "Registry"
zone = "America/Chicago"
label = "CT"
translations.es = { name = "Registro", label = "hora central", title = "No disponible" }
translations.es-AR = { label = "hora del centro" }
translations.FR = { message = "Le registre est fermé." }

[edge.outage]
title = "Out"
message = "Out of order."
translations.es.message = "Averiado."

[[channel]]
id = "web"
name = "the portal"
instructions = { before = "Write.", during = "Wait.", after = "Go on." }
contact = { topic = "Access", email = "help@example.org" }

[channel.translations.es]
name = "el portal"
before = "Escriba."
during = "Espere."
after = "Continúe."
topic = "Acceso"

[channel.translations.zh-Hant]
name = "入口網站"

[[channel]]
id = "ftp"
name = "uploads"

[[window]]
id = "nightly"
channels = ["web", "ftp"]
start = 2025-02-06T19:00:00
length = "2h"
repeat = "FREQ=DAILY;COUNT=3"
summary = "Data fixes."
translations.es-MX.summary = "Correcciones."
translations.es-AR.summary = "Arreglos."

[[window.change]]
of = 2025-02-07
cancelled = true
"#;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a literal instant")
}

fn timeline(source: &str) -> Timeline {
    let now = at("2025-02-01T00:00:00Z");
    let parsed = schedule::parse(source, now);
    let pictures = schedule::render(&parsed.diagnostics, source, "schedule.toml", false);
    parsed.schedule.expect(&pictures).timeline(now)
}

#[test]
#[rustfmt::skip] // A row a line.
fn the_nearest_text_that_there_is() {
    #[track_caller]
    fn check(tag: &str, ours: Language, expected: &str) {
        let timeline = timeline(SCHEDULE);
        let given = timeline.occurrences[0].summary_for(Reader::new(tag, ours, &timeline.service));
        let given = given.map(|words| format!("{}: {}", words.language, words.text));
        assert_eq!(given.as_deref(), Some(expected), "{tag}");
    }
    use Language::{English, Spanish};
    // The tag itself, in any case.
    check("es-MX", Spanish, "es-MX: Correcciones.");
    check("ES-mx", Spanish, "es-MX: Correcciones.");
    check("es-AR", Spanish, "es-AR: Arreglos.");
    // Without its last subtags.
    check("es-MX-x-north", Spanish, "es-MX: Correcciones.");
    check("es-AR-u-nu-latn", Spanish, "es-AR: Arreglos.");
    // Any of the same language, by the alphabet.
    check("es", Spanish, "es-AR: Arreglos.");
    check("es-US", Spanish, "es-AR: Arreglos.");
    // The service's own comes in wherever it fits.
    check("en", English, "en: Data fixes.");
    check("en-GB", English, "en: Data fixes.");
    check("en-GB", Spanish, "en: Data fixes.");
    // What is in no such language: as our words around it, and otherwise as it was written.
    check("fr", Spanish, "es-AR: Arreglos.");
    check("fr", English, "en: Data fixes.");
    check("est", English, "en: Data fixes.");
    check("", English, "en: Data fixes.");
    check("-", English, "en: Data fixes.");
    check("*", English, "en: Data fixes.");
}

// `es` has a name, and `es-AR` none of its own.
#[test]
fn each_text_is_looked_up_on_its_own() {
    let timeline = timeline(SCHEDULE);
    let service = &timeline.service;
    let reader = Reader::new("es-AR", Language::Spanish, service);
    let said = [
        service.name_for(reader),
        service.label_for(reader),
        service.title_for(reader),
        service.message_for(reader),
    ];
    let said = said.map(|words| (words.language, words.text));
    let own = schedule::Service::DEFAULT_MESSAGE;
    assert_eq!(
        said,
        [("es", "Registro"), ("es-AR", "hora del centro"), ("es", "No disponible"), ("en", own)]
    );
}

#[test]
fn every_text_has_its_reader() {
    let timeline = timeline(SCHEDULE);
    let reader = Reader::of(Language::Spanish, &timeline.service);
    let [web, ftp] = &timeline.channels[..] else { panic!("there are two channels") };
    let outage = timeline.edge.outage.as_ref().expect("outages are answered");
    let said = [
        Some(web.name_for(reader)),
        web.before_for(reader),
        web.during_for(reader),
        web.after_for(reader),
        web.topic_for(reader),
        outage.title_for(reader),
        outage.message_for(reader),
        Some(ftp.name_for(reader)),
        ftp.during_for(reader),
        ftp.topic_for(reader),
    ];
    let said = said.map(|words| words.map(|words| (words.language, words.text)));
    assert_eq!(
        said,
        [
            Some(("es", "el portal")),
            Some(("es", "Escriba.")),
            Some(("es", "Espere.")),
            Some(("es", "Continúe.")),
            Some(("es", "Acceso")),
            Some(("en", "Out")),
            Some(("es", "Averiado.")),
            Some(("en", "uploads")),
            None,
            None,
        ]
    );
}

#[test]
fn every_occurrence_has_those_of_its_window() {
    let timeline = timeline(SCHEDULE);
    assert_eq!(timeline.occurrences.len(), 3);
    for occurrence in timeline.occurrences.iter() {
        let json = serde_json::to_string(&occurrence.translations).expect("texts by their tags");
        assert_eq!(
            json,
            r#"{"es-AR":{"summary":"Arreglos."},"es-MX":{"summary":"Correcciones."}}"#
        );
    }
}

#[test]
fn a_timeline_knows_its_languages() {
    #[track_caller]
    fn check(timeline: &Timeline) {
        let tags: Vec<&str> = timeline.languages().collect();
        assert_eq!(tags, ["en", "es", "es-AR", "es-MX", "fr", "zh-Hant"]);
    }
    let whole = timeline(SCHEDULE);
    check(&whole);
    check(&Timeline::read(&whole.to_bytes()).expect("what we wrote"));
    check(&Timeline::from_json(whole.to_json().as_bytes()).expect("what we wrote"));
    let mut plain = timeline(include_str!("../../examples/immtrac2/schedule.toml"));
    assert!(plain.languages().eq(["en", "es"]));
    plain.service.language = "de-AT".to_owned();
    assert!(plain.languages().eq(["de-AT", "es"]));
}

// What was written before there were translations.
#[test]
fn a_timeline_without_them_is_read() {
    let whole = timeline(SCHEDULE);
    let mut json: serde_json::Value = serde_json::from_str(&whole.to_json()).expect("we wrote it");
    let mut remove = |pointer: &str| {
        let object = json.pointer_mut(pointer).and_then(serde_json::Value::as_object_mut);
        object.expect("it is there").remove("translations").expect("and has some");
    };
    remove("/service");
    remove("/edge/outage");
    remove("/channels/0");
    (0..3).for_each(|place| remove(&format!("/occurrences/{place}")));
    let read = Timeline::from_json(json.to_string().as_bytes()).expect("they need not be there");
    assert!(read.languages().eq(["en"]));
    let written: serde_json::Value = serde_json::from_str(&read.to_json()).expect("we wrote it");
    assert_eq!(written, json);
}

#[test]
#[rustfmt::skip] // A row a line.
fn a_tag_is_written_as_rfc_5646_recommends() {
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let tag = text.parse::<LanguageTag>();
        assert_eq!(tag.as_ref().map(LanguageTag::as_str).ok(), expected, "{text}");
        let json = serde_json::from_value::<LanguageTag>(text.into());
        assert_eq!(json.ok(), tag.ok(), "{text}");
    }
    check("es", Some("es"));
    check("ES-MX", Some("es-MX"));
    check("es-419", Some("es-419"));
    check("ZH-HANT-tw", Some("zh-Hant-TW"));
    check("sl-ROZAJ-biske", Some("sl-rozaj-biske"));
    // What follows a single character has rules of its own.
    check("EN-CA-X-CA", Some("en-CA-x-ca"));
    check("az-latn-u-ca-PERS", Some("az-Latn-u-ca-pers"));
    for text in ["", "e", "es_MX", "es-", "-es", "es--MX", "spanisches", "e5", "es-MX ", "*", "é", "es-ñ"] {
        check(text, None);
    }
}
