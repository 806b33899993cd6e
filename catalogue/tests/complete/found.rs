//! What is found in a translation that is not as it should be.

use crate::{problems, written};

/// A little of `en.toml`, with a value of every kind.
pub(crate) const ENGLISH: &str = r#"
    [language]
    name = "English"
    english = "English"
    direction = "ltr"
    plural = "one-other"

    [date]
    weekdays = ["Monday", "Tuesday"]

    [time]
    clock = "12"
    noon = "{time} noon"

    [length]
    days = { one = "{count} day", other = "{count} days" }

    [page]
    ends = "{kind} ends {end}."
    when = "When"
"#;

/// What a translator of `fr.toml` is told, without the name of the file.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let files = [written("en", ENGLISH), written("fr", text)];
    let problems = problems::of(&files);
    let found: Vec<_> =
        problems.iter().filter_map(|said| said.strip_prefix("languages/fr.toml: ")).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(found.len(), problems.len(), "nothing is wrong with English");
}

/// `ENGLISH` in French, with other texts for some.
fn french(changes: &[(&str, &str)]) -> String {
    let start = r#"name = "English"
    english = "English""#;
    let mut text = ENGLISH.replace(start, "name = \"Français\"\nenglish = \"French\"");
    for (english, french) in changes {
        assert!(text.contains(english), "{english}");
        text = text.replace(english, french);
    }
    text
}

#[test]
fn nothing_is_found_in_a_finished_translation() {
    check(&french(&[]), &[]);
    check(&french(&[("{kind} ends {end}.", "Fin de {kind} : {end}."), ("When", "Quand")]), &[]);
}

#[test]
fn missing_and_unknown_keys() {
    check(&french(&[("when = \"When\"", "")]), &["[page] `when` is missing"]);
    check(
        &french(&[("when =", "wann =")]),
        &["[page] `when` is missing", "[page] `wann` is unknown: `en.toml` has no such key"],
    );
    check(
        &french(&[("[page]", "[pages]")]),
        &[
            "[page] `ends` is missing",
            "[page] `when` is missing",
            "[pages] `ends` is unknown: `en.toml` has no such key",
            "[pages] `when` is unknown: `en.toml` has no such key",
        ],
    );
    check(
        &format!("stray = 1\n{}", french(&[])),
        &["`stray` is unknown: `en.toml` has no such key"],
    );
}

#[test]
fn nothing_is_there_yet() {
    check(
        "",
        &[
            "[date] `weekdays` is missing",
            "[language] `direction` is missing",
            "[language] `english` is missing",
            "[language] `name` is missing",
            "[language] `plural` is missing",
            "[length] `days` is missing",
            "[page] `ends` is missing",
            "[page] `when` is missing",
            "[time] `clock` is missing",
            "[time] `noon` is missing",
        ],
    );
}

#[test]
fn placeholders_that_differ() {
    #[track_caller]
    fn check(english: &str, french: &str, expected: &str) {
        super::found::check(&self::french(&[(english, french)]), &[expected]);
    }
    check(
        "ends {end}",
        "finit {fin}",
        "[page] `ends` must have `{end}` and `{kind}`, but has `{fin}` and `{kind}`",
    );
    check("ends {end}", "finit", "[page] `ends` must have `{end}` and `{kind}`, but has `{kind}`");
    check(
        "Tuesday",
        "{mardi}",
        "[date] `weekdays, text 2` must have no placeholder, but has `{mardi}`",
    );
    let broken = "[page] `ends` has a brace without a partner, or without a name in it";
    check("ends {end}", "finit {end", broken);
    check("ends {end}", "finit {}", broken);
}

#[test]
fn values_of_another_kind() {
    #[track_caller]
    fn check(english: &str, french: &str, expected: &str) {
        super::found::check(&self::french(&[(english, french)]), &[expected]);
    }
    check(
        r#""Monday", "#,
        "",
        "[date] `weekdays` must be a list of 2 texts, not a list of 1 texts",
    );
    check(
        r#""Monday""#,
        "1",
        "[date] `weekdays` must be a list of 2 texts, not a value of the type array",
    );
    check(r#""When""#, "1", "[page] `when` must be a text, not a value of the type integer");
    check(
        r#"{ one = "{count} day", other = "{count} days" }"#,
        r#""jours""#,
        "[length] `days` must be forms with `other` among them, not `jours`",
    );
    // Words that are no choice.
    check("ltr", "left", "[language] `direction` must be one of `ltr`, `rtl`, not `left`");
    check("12", "13", "[time] `clock` must be one of `12`, `24`, `24-padded`, not `13`");
    check(
        "one-other",
        "one-more",
        "[language] `plural` must be one of `other`, `one-other`, `one-other-french`, \
         `one-few-other`, `one-few-many-other`, `one-few-many-other-polish`, \
         `zero-one-two-few-many-other`, not `one-more`",
    );
}

#[test]
fn empty_texts() {
    check(&french(&[("When", " ")]), &["[page] `when` is empty"]);
    // Where twelve hours are counted, 12:00 alone is either of the two.
    check(&french(&[("{time} noon", "")]), &["[time] `noon` is empty"]);
    check(&french(&[("{time} noon", ""), (r#""12""#, r#""24""#)]), &[]);
}

#[test]
fn forms_of_numbers() {
    check(&french(&[(r#", other = "{count} days""#, "")]), &["[length] `days.other` is missing"]);
    check(
        &french(&[("one =", "few =")]),
        &[
            "[length] `days.one` is missing",
            "[length] `days.few` is a form of no number by the rule `one-other`",
        ],
    );
    check(
        &french(&[("one =", "uno =")]),
        &["[length] `days.one` is missing", "[length] `days` has the unknown form `uno`"],
    );
    check(
        &french(&[("{count} days", "jours")]),
        &["[length] `days.other` must have `{count}`, but has no placeholder"],
    );
    // One goes without saying, but in French none is a singular too.
    check(&french(&[("{count} day\"", "un jour\"")]), &[]);
    check(
        &french(&[("{count} day\"", "un jour\""), ("one-other", "one-other-french")]),
        &["[length] `days.one` must have `{count}`, but has no placeholder"],
    );
}

#[test]
fn namesakes() {
    check(
        ENGLISH,
        &[
            "[language] `english` is `English` as in `en.toml`",
            "[language] `name` is `English` as in `en.toml`",
        ],
    );
}
