//! Texts in other languages.

use expect_test::expect;

use crate::{SERVICE, START, WEB, WINDOW, check};

const END: &str = "end = 2025-02-06T21:00:00\n";
const SUMMARY: &str = "summary = \"Data fixes.\"\n";

#[test]
fn a_tag_that_is_none() {
    check(
        &[SERVICE, WEB, "[channel.translations.es_MX]\nname = \"el portal\"\n"],
        &expect![[r#"
            error: expected the tag of a language, but found `es_MX`
             --> schedule.toml:9:23
              |
            9 | [channel.translations.es_MX]
              |                       ^^^^^
              |
              = help: write a language tag such as `en`, `es` or `es-MX`"#]],
    );
}

// The other way round: the tag comes first.
#[test]
fn a_text_where_a_tag_belongs() {
    check(
        &[SERVICE, WEB, WINDOW, START, END, SUMMARY, "translations.summary-es = \"x\"\n"],
        &expect![[r#"
            error: expected a table of texts for `translations`, but found a text
              --> schedule.toml:15:27
               |
            15 | translations.summary-es = "x"
               |                           ^^^
               |
               = help: write the tag first, and then which text it is, such as `translations.es.name`"#]],
    );
    check(
        &[SERVICE, WEB, WINDOW, START, END, SUMMARY, "translations.summary.es = \"x\"\n"],
        &expect![[r#"
            error: unknown key `es` in a translation of this table
              --> schedule.toml:15:22
               |
            15 | translations.summary.es = "x"
               |                      ^^
               |
               = help: it may hold `summary`"#]],
    );
}

#[test]
fn the_services_own_language() {
    check(
        &[SERVICE, WEB, "[channel.translations.EN]\nname = \"the portal\"\n"],
        &expect![[r#"
            error: `en` is the language of the texts themselves, not of a translation
             --> schedule.toml:9:23
              |
            9 | [channel.translations.EN]
              |                       ^^
              |
              = help: write these texts in place of the others, or write the `language` of the others into `[service]`"#]],
    );
}

#[test]
fn the_services_own_language_where_it_is_written() {
    check(
        &[
            "[service]\nname = \"x\"\nzone = \"UTC\"\nlanguage = \"es-mx\"\n",
            "translations.es-MX.name = \"y\"\n\n",
            WEB,
        ],
        &expect![[r#"
            error: `es-MX` is the language of the texts themselves, not of a translation
             --> schedule.toml:5:14
              |
            5 | translations.es-MX.name = "y"
              |              ^^^^^
              |
              = help: write these texts in place of the others, or write the `language` of the others into `[service]`"#]],
    );
}

#[test]
fn a_language_twice() {
    check(
        &[
            SERVICE,
            WEB,
            "[channel.translations.es-MX]\nname = \"el portal\"\n\n",
            "[channel.translations.es-mx]\nname = \"el portal\"\n",
        ],
        &expect![[r#"
            error: the texts are translated twice into `es-MX`
              --> schedule.toml:12:23
               |
             9 | [channel.translations.es-MX]
               |                       ----- first here
            ...
            12 | [channel.translations.es-mx]
               |                       ^^^^^
               |
               = help: capitals say nothing in a tag: make it one translation"#]],
    );
}

#[test]
fn a_key_that_is_no_text_of_it() {
    check(
        &[SERVICE, WEB, WINDOW, START, END, SUMMARY, "[window.translations.es]\nsumary = \"x\"\n"],
        &expect![[r#"
            error: unknown key `sumary` in a translation of this table
              --> schedule.toml:16:1
               |
            16 | sumary = "x"
               | ^^^^^^
               |
               = help: did you mean `summary`?"#]],
    );
    check(
        &[SERVICE, WEB, "[channel.translations.es]\ndisposition = \"hold\"\n"],
        &expect![[r#"
            error: unknown key `disposition` in a translation of this table
              --> schedule.toml:10:1
               |
            10 | disposition = "hold"
               | ^^^^^^^^^^^
               |
               = help: it may hold `name`, `before`, `during`, `after`, `topic`"#]],
    );
}

#[test]
fn a_language_without_texts() {
    check(
        &[SERVICE, WEB, WINDOW, START, END, SUMMARY, "[window.translations.es]\n"],
        &expect![[r#"
            error: the translation holds no text
              --> schedule.toml:15:1
               |
            15 | [window.translations.es]
               | ^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: write a table with texts for each language, or leave it out"#]],
    );
}

#[test]
fn no_language_at_all() {
    check(
        &[SERVICE, WEB, WINDOW, START, END, SUMMARY, "translations = {}\n"],
        &expect![[r#"
            error: the translation holds no text
              --> schedule.toml:15:16
               |
            15 | translations = {}
               |                ^^
               |
               = help: write a table with texts for each language, or leave it out"#]],
    );
}

#[test]
fn a_translation_of_a_text_that_is_not_there() {
    check(
        &[SERVICE, WEB, WINDOW, START, END, "[window.translations.es]\nsummary = \"x\"\n"],
        &expect![[r#"
            error: there is no `summary` that this could translate
              --> schedule.toml:15:11
               |
            15 | summary = "x"
               |           ^^^
               |
               = help: write `summary` in the service's own language too, or leave its translation out"#]],
    );
    check(
        &[SERVICE, WEB, "[channel.translations.es]\nduring = \"Espere.\"\n"],
        &expect![[r#"
            error: there is no `instructions.during` that this could translate
              --> schedule.toml:10:10
               |
            10 | during = "Espere."
               |          ^^^^^^^^^
               |
               = help: write `instructions.during` in the service's own language too, or leave its translation out"#]],
    );
    check(
        &[SERVICE, "[service.translations.es]\nlabel = \"hora central\"\n\n", WEB],
        &expect![[r#"
            error: there is no `label` that this could translate
             --> schedule.toml:6:9
              |
            6 | label = "hora central"
              |         ^^^^^^^^^^^^^^
              |
              = help: write `label` in the service's own language too, or leave its translation out"#]],
    );
    check(
        &[SERVICE, "[edge.outage.translations.es]\nmessage = \"Averiado.\"\n\n", WEB],
        &expect![[r#"
            error: there is no `message` that this could translate
             --> schedule.toml:6:11
              |
            6 | message = "Averiado."
              |           ^^^^^^^^^^^
              |
              = help: write `message` in the service's own language too, or leave its translation out"#]],
    );
}

#[test]
fn texts_that_are_none() {
    check(
        &[SERVICE, WEB, "[channel.translations]\nes = \"el portal\"\n"],
        &expect![[r#"
            error: expected a table of texts for `translations`, but found a text
              --> schedule.toml:10:6
               |
            10 | es = "el portal"
               |      ^^^^^^^^^^^
               |
               = help: write the tag first, and then which text it is, such as `translations.es.name`"#]],
    );
    check(
        &[SERVICE, WEB, "[channel.translations.es]\nname = \" \"\n"],
        &expect![[r#"
            error: expected a text for `name`, but it is empty
              --> schedule.toml:10:8
               |
            10 | name = " "
               |        ^^^
               |
               = help: write a text, or leave the line out where it need not be there"#]],
    );
    check(
        &[SERVICE, WEB, WINDOW, START, END, SUMMARY, "translations = [\"es\"]\n"],
        &expect![[r#"
            error: expected one table for `translations`, but found a list
              --> schedule.toml:15:16
               |
            15 | translations = ["es"]
               |                ^^^^^^
               |
               = help: write the tag first, and then which text it is, such as `translations.es.name`"#]],
    );
}

// A single occurrence has no summary of its own, so there is nothing to translate.
#[test]
fn a_translation_of_a_change() {
    check(
        &[
            SERVICE,
            WEB,
            WINDOW,
            START,
            "length = \"2h\"\nrepeat = \"FREQ=WEEKLY\"\n",
            "[[window.change]]\nof = 2025-02-13\ncancelled = true\ntranslations.es.summary = \"x\"\n",
        ],
        &expect![[r#"
            error: unknown key `translations` in `[[window.change]]`
              --> schedule.toml:18:1
               |
            18 | translations.es.summary = "x"
               | ^^^^^^^^^^^^
               |
               = help: it may hold `of`, `start`, `end`, `released`, `finished`, `cancelled`"#]],
    );
}

// What is wrong with the text itself is told once, and not as if it were missing.
#[test]
fn a_translation_of_a_text_that_cannot_be_read() {
    check(
        &[SERVICE, WEB, WINDOW, START, END, "summary = 7\ntranslations.es.summary = \"x\"\n"],
        &expect![[r#"
            error: expected a text for `summary`, but found a number
              --> schedule.toml:14:11
               |
            14 | summary = 7
               |           ^
               |
               = help: write a text in quotes"#]],
    );
}
