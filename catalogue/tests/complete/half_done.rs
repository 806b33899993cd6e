//! A translation that is not finished builds, and English stands in for what it lacks.

use crate::{found::ENGLISH, rust, shape, written};

/// The line of the generated Rust in which the second language has `key`.
#[track_caller]
fn check(text: &str, key: &str, expected: &str) {
    let files = [written("en", ENGLISH), written("fr-CA", text)];
    let shape = shape::of(&files).expect("English has a shape");
    let rust = rust::write(&shape, &files).expect("nothing that a translation lacks is a fault");
    let line = rust.lines().rfind(|line| line.starts_with(&format!("{key}:")));
    assert_eq!(line, Some(format!("{key}: {expected},").as_str()), "{text}");
}

#[test]
fn what_is_translated_is_taken() {
    check("[page]\nwhen = \"Quand\"", "when", r#""Quand""#);
    check("[date]\nweekdays = [\"lundi\", \"mardi\"]", "weekdays", r#"["lundi", "mardi"]"#);
    check("[language]\ndirection = \"rtl\"", "direction", "Direction::RightToLeft");
    check("[time]\nclock = \"24\"", "clock", "Clock::TwentyFour");
}

#[test]
fn english_stands_in() {
    for text in ["", "[page]\nwho = \"Qui\"", "[page]\nwhen = 1", "when = \"Quand\"", "page = 1"] {
        check(text, "when", r#""When""#);
    }
    // Half a week would put every other day under a wrong name.
    check("[date]\nweekdays = [\"lundi\"]", "weekdays", r#"["Monday", "Tuesday"]"#);
    check("[language]\ndirection = \"left\"", "direction", "Direction::LeftToRight");
}

#[test]
fn forms_are_chosen_by_the_rule_of_their_own_language() {
    let english = r#"Plural { rule: Rule::OneOther, other: "{count} days", zero: None, one: Some("{count} day"), two: None, few: None, many: None }"#;
    let polish = "[language]\nplural = \"one-few-many-other-polish\"\n[length]\n";
    check(polish, "days", english);
    check(&format!("{polish}days = {{ one = \"{{count}} dzień\" }}"), "days", english);
    check(
        &format!("{polish}days = {{ few = \"{{count}} dni\", other = \"{{count}} dnia\" }}"),
        "days",
        r#"Plural { rule: Rule::OneFewManyOtherPolish, other: "{count} dnia", zero: None, one: None, two: None, few: Some("{count} dni"), many: None }"#,
    );
    // Nothing says which form is for which number.
    check("[length]\ndays = { one = \"jour\", other = \"jours\" }", "days", english);
}

#[test]
fn a_language_without_an_english_name_is_called_by_its_tag() {
    #[track_caller]
    fn check(text: &str, variant: &str) {
        let files = [written("en", ENGLISH), written("fr-CA", text)];
        let shape = shape::of(&files).expect("English has a shape");
        let rust =
            rust::write(&shape, &files).expect("nothing that a translation lacks is a fault");
        assert!(rust.contains(&format!("[Self::English,Self::{variant},]")), "{rust}");
    }
    check("[language]\nenglish = \"French\"", "French");
    check("[language]\nenglish = \"French of Canada\"", "FrenchOfCanada");
    check("", "FrCA");
    // As it is in a fresh copy of `en.toml`.
    check("[language]\nenglish = \"English\"", "FrCA");
    check("[language]\nenglish = \"Français\"", "FrCA");
    check("[language]\nenglish = \"3\"", "FrCA");
}
