//! Documents that are no TOML, and documents that are unusual TOML: the caret finds its place, and
//! one slip is told once.

use expect_test::{Expect, expect};

#[track_caller]
fn check(source: &str, pictures: &Expect) {
    let now = "2025-02-01T00:00:00Z".parse().expect("a literal instant");
    let diagnostics = schedule::parse(source, now).diagnostics;
    pictures.assert_eq(&schedule::render(&diagnostics, source, "schedule.toml", false));
}

#[test]
fn a_syntax_error_hides_neither_what_comes_before_it_nor_what_comes_after() {
    let source = r#"
[service]
name = ""
label = "CT
zone = "America/Chicago"

[[channel]]
id = "Web"
name = "the portal"

[[window]]
id = "day"
channels = ["web"]
start = 2025-11-02T01:30:00
"#;
    check(
        source,
        &expect![[r#"
        error: expected a text for `name`, but it is empty
         --> schedule.toml:3:8
          |
        3 | name = ""
          |        ^^
          |
          = help: write a text, or leave the line out where it need not be there

        error: invalid basic string, expected `"`
         --> schedule.toml:4:12
          |
        4 | label = "CT
          |            ^

        error: `Web` cannot be an id
         --> schedule.toml:8:6
          |
        8 | id = "Web"
          |      ^^^^^
          |
          = help: use lower-case letters, digits and hyphens, at most 64, such as `web-services`

        error: Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: clocks are put back
          --> schedule.toml:14:9
           |
        14 | start = 2025-11-02T01:30:00
           |         ^^^^^^^^^^^^^^^^^^^
           |
           = help: write `2025-11-02T01:30:00-05:00` for the first, or `2025-11-02T01:30:00-06:00` for the second, 60 minutes later"#]],
    );
}

#[test]
fn a_list_without_its_closing_bracket_is_told_once() {
    let source = r#"
[service]
name = "ImmTrac2"
zone = "America/Chicgo"

[[window]]
id = "night"
channels = ["web", "api"
start = 2025-03-09T02:30:00

[[window]]
id = "day"
channels = ["web"]
start = 2025-11-02T01:30:00
"#;
    check(
        source,
        &expect![[r#"
            error: there is no time zone `America/Chicgo`
             --> schedule.toml:4:8
              |
            4 | zone = "America/Chicgo"
              |        ^^^^^^^^^^^^^^^^
              |
              = help: did you mean `America/Chicago`?

            error: unclosed array, expected `]`
             --> schedule.toml:8:12
              |
            8 | channels = ["web", "api"
              |            ^"#]],
    );
}

#[test]
fn a_broken_header_is_not_taken_for_a_missing_table() {
    check(
        "[service\nname = \"ImmTrac2\"\n",
        &expect![[r#"
            error: unclosed table, expected `]`
             --> schedule.toml:1:9
              |
            1 | [service
              |         ^

            error: unknown key `name` in the document
             --> schedule.toml:2:1
              |
            2 | name = "ImmTrac2"
              | ^^^^
              |
              = help: it may hold `service`, `edge`, `notice`, `channel`, `window`"#]],
    );
}

#[test]
fn a_syntax_error_at_the_very_end_of_the_text() {
    check(
        "[service]\nname = \"ImmTrac2\"\nzone = \"UTC\"\nlabel = 'é",
        &expect![[r#"
        error: invalid literal string, expected `'`
         --> schedule.toml:4:11
          |
        4 | label = 'é
          |           ^"#]],
    );
}

#[test]
fn tabs_and_characters_of_several_bytes_before_the_caret() {
    let source = "[service]\n\tname\t= \"Régistre 中文 e\u{301}\"\n\tzone = \"\"\n\tlabel\t=\t\"中文\" # x\n\turl\t=\t'é中'\n";
    check(
        source,
        &expect![[r#"
        error: expected a text for `zone`, but it is empty
         --> schedule.toml:3:9
          |
        3 |     zone = ""
          |            ^^
          |
          = help: write a text, or leave the line out where it need not be there

        error: expected an http or https address without a path, but found `é中`
         --> schedule.toml:5:8
          |
        5 |     url    =    'é中'
          |                 ^^^^^
          |
          = help: write it like `https://registry.example.org`, without a path"#]],
    );
}

#[test]
fn a_document_of_an_editor_on_windows() {
    check(
        "\u{feff}[service]\r\nname = \"ImmTrac2\"\r\nzone = \"UTCC\"\r\n",
        &expect![[r#"
        error: there is no time zone `UTCC`
         --> schedule.toml:3:8
          |
        3 | zone = "UTCC"
          |        ^^^^^^
          |
          = help: did you mean `UTC` or `Etc/UTC`?"#]],
    );
}
