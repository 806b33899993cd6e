//! Words, lengths, routes and addresses that cannot be read.

use expect_test::expect;

use crate::{SERVICE, WEB, check};

#[test]
fn an_unknown_word_that_resembles_a_known_one() {
    check(
        &[SERVICE, WEB.trim_end(), "\ndisposition = \"readonly\"\n"],
        &expect![[r#"
            error: `disposition` cannot be `readonly`
             --> schedule.toml:8:15
              |
            8 | disposition = "readonly"
              |               ^^^^^^^^^^
              |
              = help: did you mean `read-only`?"#]],
    );
}

#[test]
fn an_unknown_word_that_resembles_none() {
    check(
        &[SERVICE, WEB.trim_end(), "\ndisposition = \"closed\"\n"],
        &expect![[r#"
            error: `disposition` cannot be `closed`
             --> schedule.toml:8:15
              |
            8 | disposition = "closed"
              |               ^^^^^^^^
              |
              = help: write one of `unavailable`, `read-only`, `hold`, `unaffected`"#]],
    );
}

#[test]
fn an_empty_text() {
    check(
        &[SERVICE.trim_end(), "\nlabel = \" \"\n"],
        &expect![[r#"
            error: expected a text for `label`, but it is empty
             --> schedule.toml:4:9
              |
            4 | label = " "
              |         ^^^
              |
              = help: write a text, or leave the line out where it need not be there"#]],
    );
}

#[test]
fn a_window_over_nothing() {
    let window = "[[window]]\nid = \"x\"\nchannels = []\nstart = 2025-02-06T19:00:00\n";
    check(
        &[SERVICE, WEB, window],
        &expect![[r#"
        error: expected at least one entry in `channels`, but it is empty
          --> schedule.toml:11:12
           |
        11 | channels = []
           |            ^^
           |
           = help: name at least one"#]],
    );
}

#[test]
fn a_length_in_words() {
    check(
        &[SERVICE.trim_end(), "\nimminent = \"half an hour\"\n"],
        &expect![[r#"
        error: expected a length such as `90s`, `30m`, `1h30m` or `3d`, but found `half an hour`
         --> schedule.toml:4:12
          |
        4 | imminent = "half an hour"
          |            ^^^^^^^^^^^^^^
          |
          = help: write it like `90s`, `30m`, `1h30m` or `3d`"#]],
    );
}

#[test]
fn a_length_of_nothing() {
    check(
        &[SERVICE, "[edge.retry-after]\nspread = \"0s\"\n"],
        &expect![[r#"
        error: expected a length from 1 second to 366 days, but found `0s`
         --> schedule.toml:6:10
          |
        6 | spread = "0s"
          |          ^^^^
          |
          = help: write it like `90s`, `30m`, `1h30m` or `3d`"#]],
    );
}

#[test]
fn a_route_without_a_path() {
    check(
        &[SERVICE, WEB.trim_end(), "\nroutes = [\"/*\", \"soap\"]\n"],
        &expect![[r#"
        error: expected a route with a path, such as `/soap/*` (in `soap`)
         --> schedule.toml:8:17
          |
        8 | routes = ["/*", "soap"]
          |                 ^^^^^^
          |
          = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]],
    );
}

#[test]
fn a_route_with_a_star_in_its_middle() {
    check(
        &[SERVICE, WEB.trim_end(), "\nroutes = [\"/*/soap\"]\n"],
        &expect![[r#"
        error: expected `*` only at the end of the path or as the first label of the host (in `/*/soap`)
         --> schedule.toml:8:11
          |
        8 | routes = ["/*/soap"]
          |           ^^^^^^^^^
          |
          = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]],
    );
}

#[test]
fn a_route_with_a_query() {
    check(
        &[SERVICE, WEB.trim_end(), "\nroutes = [\"/soap?wsdl\"]\n"],
        &expect![[r#"
        error: expected a host and a path, but found the character '?' (in `/soap?wsdl`)
         --> schedule.toml:8:11
          |
        8 | routes = ["/soap?wsdl"]
          |           ^^^^^^^^^^^^
          |
          = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]],
    );
}

#[test]
fn a_route_that_is_an_address() {
    check(
        &[SERVICE, WEB.trim_end(), "\nroutes = [\"https://example.org/*\"]\n"],
        &expect![[r#"
        error: expected a host and a path, but found the character ':' (in `https://example.org/*`)
         --> schedule.toml:8:11
          |
        8 | routes = ["https://example.org/*"]
          |           ^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]],
    );
}

#[test]
fn a_prefix_with_a_slash_at_its_end() {
    check(
        &[SERVICE, "[edge]\nprefix = \"/status/\"\n"],
        &expect![[r#"
        error: expected a path such as `/_maintenance`, but found `/status/`
         --> schedule.toml:6:10
          |
        6 | prefix = "/status/"
          |          ^^^^^^^^^^
          |
          = help: write a path without a slash at the end, such as `/_maintenance`"#]],
    );
}

#[test]
fn an_address_with_a_path() {
    check(
        &[SERVICE.trim_end(), "\nurl = \"https://example.org/app\"\n"],
        &expect![[r#"
        error: expected an http or https address without a path, but found `https://example.org/app`
         --> schedule.toml:4:7
          |
        4 | url = "https://example.org/app"
          |       ^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: write it like `https://registry.example.org`, without a path"#]],
    );
}

// It stands in the header `Content-Language`, where a line break would begin another header.
#[test]
fn a_language_that_is_none() {
    check(
        &[SERVICE.trim_end(), "\nlanguage = \"English\\r\\nX: y\"\n"],
        &expect![[r#"
        error: expected the tag of a language, but found `English␍
               X: y`
         --> schedule.toml:4:12
          |
        4 | language = "English\r\nX: y"
          |            ^^^^^^^^^^^^^^^^^
          |
          = help: write a language tag such as `en`, `es` or `es-MX`"#]],
    );
}
