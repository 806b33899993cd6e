//! Keys that are missing, unknown, or hold a value of another kind, and text that is no TOML.

use expect_test::expect;

use crate::{SERVICE, WEB, WINDOW, check};

#[test]
fn a_missing_quote_points_at_the_text_that_never_ends() {
    check(
        &["[service]\nzone = \"UTC\"\nname = \"ImmTrac2\n"],
        &expect![[r#"
        error: invalid basic string, expected `"`
         --> schedule.toml:3:17
          |
        3 | name = "ImmTrac2
          |                 ^"#]],
    );
}

#[test]
fn a_date_that_is_in_no_calendar() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-02-30T19:00:00\n"],
        &expect![[r#"
            error: invalid date, expected day between 01 and 28
              --> schedule.toml:12:9
               |
            12 | start = 2025-02-30T19:00:00
               |         ^^^^^^^^^^^^^^^^^^^"#]],
    );
}

#[test]
fn an_unknown_key_that_resembles_a_known_one() {
    check(
        &[SERVICE, WEB, "route = [\"/*\"]\n"],
        &expect![[r#"
        error: unknown key `route` in `[[channel]]`
         --> schedule.toml:9:1
          |
        9 | route = ["/*"]
          | ^^^^^
          |
          = help: did you mean `routes`?"#]],
    );
}

#[test]
fn what_notices_do_not_say() {
    check(
        &[SERVICE, "[notice]\nforward = \"your vendor\"\n"],
        &expect![[r#"
            error: unknown key `forward` in `[notice]`
             --> schedule.toml:6:1
              |
            6 | forward = "your vendor"
              | ^^^^^^^
              |
              = help: did you mean `forward-to`?"#]],
    );
}

#[test]
fn an_unknown_key_that_resembles_none_lists_what_there_is() {
    check(
        &[SERVICE, "[edge]\ncolour = \"red\"\n"],
        &expect![[r#"
            error: unknown key `colour` in `[edge]`
             --> schedule.toml:6:1
              |
            6 | colour = "red"
              | ^^^^^^
              |
              = help: it may hold `prefix`, `pass`, `retry-after`, `ramp`, `cors`, `bypass`, `banner`, `outage`, `status-link`, `statuspage-maintenance`, `strict-transport-security`"#]],
    );
}

#[test]
fn an_unknown_table_of_the_document() {
    check(
        &[SERVICE, "[[windows]]\nid = \"deployment\"\n"],
        &expect![[r#"
        error: unknown key `windows` in the document
         --> schedule.toml:5:3
          |
        5 | [[windows]]
          |   ^^^^^^^
          |
          = help: did you mean `window`?"#]],
    );
}

#[test]
fn a_service_without_its_zone() {
    check(
        &["[service]\nname = \"ImmTrac2\"\n"],
        &expect![[r#"
        error: `[service]` has no `zone`
         --> schedule.toml:1:1
          |
        1 | [service]
          | ^^^^^^^^^
          |
          = help: add a line such as `zone = "America/Chicago"`"#]],
    );
}

#[test]
fn a_channel_without_an_id() {
    check(
        &[SERVICE, "[[channel]]\nname = \"the portal\"\n"],
        &expect![[r#"
        error: `[[channel]]` has no `id`
         --> schedule.toml:5:1
          |
        5 | [[channel]]
          | ^^^^^^^^^^^
          |
          = help: add a line such as `id = "web"`"#]],
    );
}

#[test]
fn a_contact_without_an_address() {
    check(
        &[SERVICE, WEB, "[channel.contact]\ntopic = \"Access\"\n"],
        &expect![[r#"
        error: `contact` has no `email`
         --> schedule.toml:9:1
          |
        9 | [channel.contact]
          | ^^^^^^^^^^^^^^^^^
          |
          = help: add a line such as `email = "help@example.org"`"#]],
    );
}

#[test]
fn a_window_without_a_start() {
    check(
        &[SERVICE, WEB, "[[window]]\nid = \"x\"\nchannels = [\"web\"]\n"],
        &expect![[r#"
        error: `[[window]]` has no `start`
         --> schedule.toml:9:1
          |
        9 | [[window]]
          | ^^^^^^^^^^
          |
          = help: add a line such as `start = 2025-02-06T19:00:00`"#]],
    );
}

#[test]
fn a_number_where_a_length_is_meant() {
    check(
        &[SERVICE.trim_end(), "\nimminent = 30\n"],
        &expect![[r#"
            error: expected a length for `imminent`, but found a number
             --> schedule.toml:4:12
              |
            4 | imminent = 30
              |            ^^
              |
              = help: write a length in quotes, such as `"30m"`"#]],
    );
}

#[test]
fn one_channel_where_a_list_is_meant() {
    let window = "[[window]]\nid = \"x\"\nchannels = \"web\"\nstart = 2025-02-06T19:00:00\n";
    check(
        &[SERVICE, WEB, window],
        &expect![[r#"
            error: expected a list of texts for `channels`, but found a text
              --> schedule.toml:11:12
               |
            11 | channels = "web"
               |            ^^^^^
               |
               = help: write a list such as `["web"]`"#]],
    );
}

#[test]
fn a_number_within_a_list_of_texts() {
    check(
        &[SERVICE, "[edge]\npass = [\"/health\", 7]\n"],
        &expect![[r#"
            error: expected only texts for `pass`, but found a number
             --> schedule.toml:6:20
              |
            6 | pass = ["/health", 7]
              |                    ^
              |
              = help: write a list such as `["/soap/*", "/api/*"]`"#]],
    );
}

#[test]
fn a_window_in_single_brackets() {
    check(
        &[SERVICE, WEB, "[window]\nid = \"x\"\n"],
        &expect![[r#"
            error: expected a list of tables for `window`, but found a table
             --> schedule.toml:9:1
              |
            9 | [window]
              | ^^^^^^^^
              |
              = help: head each of them by its name in double brackets, such as `[[window]]`"#]],
    );
}

#[test]
fn a_service_that_is_not_a_table() {
    check(
        &["service = \"ImmTrac2\"\n"],
        &expect![[r#"
            error: expected one table for `service`, but found a text
             --> schedule.toml:1:11
              |
            1 | service = "ImmTrac2"
              |           ^^^^^^^^^^
              |
              = help: head it by its name in single brackets, such as `[service]`"#]],
    );
}

#[test]
fn a_text_where_yes_or_no_is_meant() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\n";
    check(
        &[SERVICE, WEB, window, "cancelled = \"yes\"\n"],
        &expect![[r#"
            error: expected `true` or `false` for `cancelled`, but found a text
              --> schedule.toml:13:13
               |
            13 | cancelled = "yes"
               |             ^^^^^
               |
               = help: write one of the two, without quotes"#]],
    );
}

#[test]
fn a_document_without_a_service_points_at_its_beginning() {
    check(
        &[WEB],
        &expect![[r#"
        error: the document has no `[service]`
         --> schedule.toml:1:1
          |
        1 | [[channel]]
          | ^
          |
          = help: add a line such as `[service]`"#]],
    );
}
