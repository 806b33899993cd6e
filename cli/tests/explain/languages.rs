//! In which languages an answer is, and why.

use serde_json::{Value, json};

use crate::run::{EVERYTHING, INSIDE, explain};

/// The lines about the language, and the same for programs.
#[track_caller]
fn check(accepted: &str, line: &str, expected: &Value) {
    let header = format!("Accept-Language: {accepted}");
    let request = ["curl", "https://registry.example/records/7", "-H", &header];
    let told = explain(EVERYTHING, &[INSIDE, &request], "");
    let mut told = told.lines().skip_while(|line| !line.starts_with("language"));
    let first = told.next().expect("a language is told");
    let more = told.take_while(|line| line.starts_with(' ')).map(str::trim);
    let told = [first].into_iter().chain(more).collect::<Vec<_>>().join(" ");
    assert_eq!(told, format!("language  {line}"));

    let json = explain(EVERYTHING, &[&["--json"], INSIDE, &request], "");
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json.pointer("/answer/language").or(json.get("language")), Some(expected), "{json}");
}

#[test]
fn of_our_words_and_of_the_schedules() {
    check(
        "es-MX,es;q=0.9",
        "es, as its Accept-Language asks",
        &json!({ "tag": "es", "because": "accept-language" }),
    );
    check(
        "fr-CA,fr;q=0.9",
        "en, the service's, because its Accept-Language asks for none of en, es; the schedule's texts in fr",
        &json!({ "tag": "en", "because": "none-spoken", "texts": "fr" }),
    );
    check(
        "fr,es;q=0.5",
        "es, as its Accept-Language asks; the schedule's texts in fr",
        &json!({ "tag": "es", "because": "accept-language", "texts": "fr" }),
    );
}
