//! What an operator sees for each problem of a document's words: keys, types, ids, lengths, routes,
//! zones and names. Every row is the smallest document with that problem and no other.

use expect_test::{Expect, expect};

const SERVICE: &str = "[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\n\n";
const WEB: &str = "[[channel]]\nid = \"web\"\nname = \"the portal\"\n\n";

/// Renders the problems of a document that consists of `parts`.
#[track_caller]
fn check(parts: &[&str], picture: Expect) {
    let source = parts.concat();
    let now = "2025-02-01T00:00:00Z".parse().unwrap();
    let parsed = schedule::parse(&source, now);
    picture.assert_eq(&schedule::render(&parsed.diagnostics, &source, "schedule.toml", false));
    assert_eq!(parsed.diagnostics.len(), 1, "one problem is told once:\n{source}");
}

#[test]
fn a_missing_quote_points_at_the_text_that_never_ends() {
    check(&["[service]\nzone = \"UTC\"\nname = \"ImmTrac2\n"], expect![[r#"
        error: invalid basic string, expected `"`
         --> schedule.toml:3:17
          |
        3 | name = "ImmTrac2
          |                 ^"#]]);
}

#[test]
fn an_unknown_key_that_resembles_a_known_one() {
    check(&[SERVICE, WEB, "route = [\"/*\"]\n"], expect![[r#"
        error: unknown key `route` in `[[channel]]`
         --> schedule.toml:9:1
          |
        9 | route = ["/*"]
          | ^^^^^
          |
          = help: did you mean `routes`?"#]]);
}

#[test]
fn an_unknown_key_that_resembles_none_lists_what_there_is() {
    check(&[SERVICE, "[edge]\ncolour = \"red\"\n"], expect![[r#"
        error: unknown key `colour` in `[edge]`
         --> schedule.toml:6:1
          |
        6 | colour = "red"
          | ^^^^^^
          |
          = help: it may hold `prefix`, `pass`, `retry-after`"#]]);
}

#[test]
fn an_unknown_table_of_the_document() {
    check(&[SERVICE, "[[windows]]\nid = \"deployment\"\n"], expect![[r#"
        error: unknown key `windows` in the document
         --> schedule.toml:5:3
          |
        5 | [[windows]]
          |   ^^^^^^^
          |
          = help: did you mean `window`?"#]]);
}

#[test]
fn a_service_without_its_zone() {
    check(&["[service]\nname = \"ImmTrac2\"\n"], expect![[r#"
        error: `[service]` has no `zone`
         --> schedule.toml:1:1
          |
        1 | [service]
          | ^^^^^^^^^
          |
          = help: add a line such as `zone = "America/Chicago"`"#]]);
}

#[test]
fn a_channel_without_an_id() {
    check(&[SERVICE, "[[channel]]\nname = \"the portal\"\n"], expect![[r#"
        error: `[[channel]]` has no `id`
         --> schedule.toml:5:1
          |
        5 | [[channel]]
          | ^^^^^^^^^^^
          |
          = help: add a line such as `id = "web"`"#]]);
}

#[test]
fn a_contact_without_an_address() {
    check(&[SERVICE, WEB, "[channel.contact]\ntopic = \"Access\"\n"], expect![[r#"
        error: `contact` has no `email`
         --> schedule.toml:9:1
          |
        9 | [channel.contact]
          | ^^^^^^^^^^^^^^^^^
          |
          = help: add a line such as `email = "help@example.org"`"#]]);
}

#[test]
fn a_window_without_a_start() {
    check(&[SERVICE, WEB, "[[window]]\nid = \"x\"\nchannels = [\"web\"]\n"], expect![[r#"
        error: `[[window]]` has no `start`
         --> schedule.toml:9:1
          |
        9 | [[window]]
          | ^^^^^^^^^^
          |
          = help: add a line such as `start = 2025-02-06T19:00:00`"#]]);
}

#[test]
fn a_number_where_a_length_is_meant() {
    check(&[SERVICE.trim_end(), "\nimminent = 30\n"], expect![[r#"
        error: expected a text in quotes for `imminent`, but found a number
         --> schedule.toml:4:12
          |
        4 | imminent = 30
          |            ^^
          |
          = help: write a text in quotes"#]]);
}

#[test]
fn one_channel_where_a_list_is_meant() {
    let window = "[[window]]\nid = \"x\"\nchannels = \"web\"\nstart = 2025-02-06T19:00:00\n";
    check(&[SERVICE, WEB, window], expect![[r#"
        error: expected a list of texts such as `["web"]` for `channels`, but found a text
          --> schedule.toml:11:12
           |
        11 | channels = "web"
           |            ^^^^^
           |
           = help: write a list of texts such as `["web"]`"#]]);
}

#[test]
fn a_number_within_a_list_of_texts() {
    check(&[SERVICE, "[edge]\npass = [\"/health\", 7]\n"], expect![[r#"
        error: expected a list of texts such as `["web"]` for `pass`, but found a number
         --> schedule.toml:6:20
          |
        6 | pass = ["/health", 7]
          |                    ^
          |
          = help: write a list of texts such as `["web"]`"#]]);
}

#[test]
fn a_window_in_single_brackets() {
    check(&[SERVICE, WEB, "[window]\nid = \"x\"\n"], expect![[r#"
        error: expected tables headed by double brackets such as `[[window]]` for `window`, but found a table
         --> schedule.toml:9:1
          |
        9 | [window]
          | ^^^^^^^^
          |
          = help: write tables headed by double brackets such as `[[window]]`"#]]);
}

#[test]
fn a_service_that_is_not_a_table() {
    check(&["service = \"ImmTrac2\"\n"], expect![[r#"
        error: expected a table for `service`, but found a text
         --> schedule.toml:1:11
          |
        1 | service = "ImmTrac2"
          |           ^^^^^^^^^^
          |
          = help: write a table"#]]);
}

#[test]
fn a_text_where_yes_or_no_is_meant() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\n";
    check(&[SERVICE, WEB, window, "cancelled = \"yes\"\n"], expect![[r#"
        error: expected `true` or `false` for `cancelled`, but found a text
          --> schedule.toml:13:13
           |
        13 | cancelled = "yes"
           |             ^^^^^
           |
           = help: write `true` or `false`"#]]);
}

#[test]
fn an_unknown_word_that_resembles_a_known_one() {
    check(&[SERVICE, WEB.trim_end(), "\ndisposition = \"readonly\"\n"], expect![[r#"
        error: `disposition` knows no word `readonly`
         --> schedule.toml:8:15
          |
        8 | disposition = "readonly"
          |               ^^^^^^^^^^
          |
          = help: did you mean `read-only`?"#]]);
}

#[test]
fn an_unknown_word_that_resembles_none() {
    check(&[SERVICE, WEB.trim_end(), "\ndisposition = \"closed\"\n"], expect![[r#"
        error: `disposition` knows no word `closed`
         --> schedule.toml:8:15
          |
        8 | disposition = "closed"
          |               ^^^^^^^^
          |
          = help: write one of `unavailable`, `read-only`, `hold`, `unaffected`"#]]);
}

#[test]
fn an_empty_text() {
    check(&[SERVICE.trim_end(), "\nlabel = \" \"\n"], expect![[r#"
        error: expected a text for `label`, but it is empty
         --> schedule.toml:4:9
          |
        4 | label = " "
          |         ^^^
          |
          = help: write a text, or leave the line out"#]]);
}

#[test]
fn a_window_over_nothing() {
    let window = "[[window]]\nid = \"x\"\nchannels = []\nstart = 2025-02-06T19:00:00\n";
    check(&[SERVICE, WEB, window], expect![[r#"
        error: expected at least one entry in `channels`, but it is empty
          --> schedule.toml:11:12
           |
        11 | channels = []
           |            ^^
           |
           = help: name at least one"#]]);
}

#[test]
fn an_id_with_capitals() {
    check(&[SERVICE, "[[channel]]\nid = \"Web Services\"\nname = \"x\"\n"], expect![[r#"
        error: `Web Services` cannot be an id
         --> schedule.toml:6:6
          |
        6 | id = "Web Services"
          |      ^^^^^^^^^^^^^^
          |
          = help: use lower-case letters, digits and hyphens, at most 64, such as `web-services`"#]]);
}

#[test]
fn two_channels_of_one_id() {
    check(&[SERVICE, WEB, WEB], expect![[r#"
        error: two channels have the id `web`
          --> schedule.toml:10:6
           |
         6 | id = "web"
           |      ----- first here
        ...
        10 | id = "web"
           |      ^^^^^
           |
           = help: give each its own id"#]]);
}

#[test]
fn two_windows_of_one_id() {
    let window = |day| {
        format!("[[window]]\nid = \"x\"\nchannels = [\"web\"]\nstart = 2025-02-{day}T19:00:00\n\n")
    };
    check(&[SERVICE, WEB, &window("06"), &window("07")], expect![[r#"
        error: two windows have the id `x`
          --> schedule.toml:15:6
           |
        10 | id = "x"
           |      --- first here
        ...
        15 | id = "x"
           |      ^^^
           |
           = help: give each its own id"#]]);
}

#[test]
fn a_length_in_words() {
    check(&[SERVICE.trim_end(), "\nimminent = \"half an hour\"\n"], expect![[r#"
        error: expected a length such as `90s`, `30m`, `1h30m` or `3d`, but found `half an hour`
         --> schedule.toml:4:12
          |
        4 | imminent = "half an hour"
          |            ^^^^^^^^^^^^^^
          |
          = help: write it like `90s`, `30m`, `1h30m` or `3d`"#]]);
}

#[test]
fn a_length_of_nothing() {
    check(&[SERVICE, "[edge.retry-after]\nspread = \"0s\"\n"], expect![[r#"
        error: expected a length from 1 second to 366 days, but found `0s`
         --> schedule.toml:6:10
          |
        6 | spread = "0s"
          |          ^^^^
          |
          = help: write it like `90s`, `30m`, `1h30m` or `3d`"#]]);
}

#[test]
fn a_route_without_a_path() {
    check(&[SERVICE, WEB.trim_end(), "\nroutes = [\"/*\", \"soap\"]\n"], expect![[r#"
        error: expected a route with a path, such as `/soap/*` (in `soap`)
         --> schedule.toml:8:17
          |
        8 | routes = ["/*", "soap"]
          |                 ^^^^^^
          |
          = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]]);
}

#[test]
fn a_route_with_a_star_in_its_middle() {
    check(&[SERVICE, WEB.trim_end(), "\nroutes = [\"/*/soap\"]\n"], expect![[r#"
        error: expected `*` only at the end of the path or as the first label of the host (in `/*/soap`)
         --> schedule.toml:8:11
          |
        8 | routes = ["/*/soap"]
          |           ^^^^^^^^^
          |
          = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]]);
}

#[test]
fn a_route_with_a_query() {
    check(&[SERVICE, WEB.trim_end(), "\nroutes = [\"/soap?wsdl\"]\n"], expect![[r#"
        error: expected a host and a path, but found the character '?' (in `/soap?wsdl`)
         --> schedule.toml:8:11
          |
        8 | routes = ["/soap?wsdl"]
          |           ^^^^^^^^^^^^
          |
          = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]]);
}

#[test]
fn a_route_that_is_an_address() {
    check(&[SERVICE, WEB.trim_end(), "\nroutes = [\"https://example.org/*\"]\n"], expect![[""]]);
}

#[test]
fn a_prefix_with_a_slash_at_its_end() {
    check(&[SERVICE, "[edge]\nprefix = \"/status/\"\n"], expect![[r#"
        error: expected a path such as `/_maintenance`, but found `/status/`
         --> schedule.toml:6:10
          |
        6 | prefix = "/status/"
          |          ^^^^^^^^^^
          |
          = help: write a path without a slash at the end, such as `/_maintenance`"#]]);
}

#[test]
fn an_address_with_a_path() {
    check(&[SERVICE.trim_end(), "\nurl = \"https://example.org/app\"\n"], expect![[r#"
        error: expected an http or https address without a path, but found `https://example.org/app`
         --> schedule.toml:4:7
          |
        4 | url = "https://example.org/app"
          |       ^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: write it like `https://registry.example.org`, without a path"#]]);
}

#[test]
fn a_route_of_two_channels() {
    let first = "[[channel]]\nid = \"web\"\nname = \"the portal\"\nroutes = [\"/*\"]\n\n";
    let second = "[[channel]]\nid = \"api\"\nname = \"the API\"\nroutes = [\"/api/*\", \"/*\"]\n";
    check(&[SERVICE, first, second], expect![[r#"
        error: the route `/*` belongs to channel `web` already
          --> schedule.toml:13:21
           |
         8 | routes = ["/*"]
           |           ---- first here
        ...
        13 | routes = ["/api/*", "/*"]
           |                     ^^^^
           |
           = help: a request belongs to one channel: remove one of the two"#]]);
}

#[test]
fn a_zone_with_a_typing_error() {
    check(&["[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicgo\"\n"], expect![[r#"
        error: there is no time zone `America/Chicgo`
         --> schedule.toml:3:8
          |
        3 | zone = "America/Chicgo"
          |        ^^^^^^^^^^^^^^^^
          |
          = help: did you mean `America/Chicago` or `America/Maceio` or `America/Curacao`?"#]]);
}

#[test]
fn a_zone_that_is_only_a_city() {
    check(&["[service]\nname = \"ImmTrac2\"\nzone = \"Chicago\"\n"], expect![[r#"
        error: there is no time zone `Chicago`
         --> schedule.toml:3:8
          |
        3 | zone = "Chicago"
          |        ^^^^^^^^^
          |
          = help: did you mean `America/Chicago` or `Indian/Chagos` or `Asia/Chita`?"#]]);
}

#[test]
fn a_zone_by_the_letters_that_people_use_for_it() {
    check(&["[service]\nname = \"ImmTrac2\"\nzone = \"CT\"\n"], expect![[r#"
        error: there is no time zone `CT`
         --> schedule.toml:3:8
          |
        3 | zone = "CT"
          |        ^^^^
          |
          = help: write an IANA name such as `America/Chicago`"#]]);
}

#[test]
fn a_channel_with_a_typing_error() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"wep\"]\nstart = 2025-02-06T19:00:00\n";
    check(&[SERVICE, WEB, window], expect![[r#"
        error: there is no channel `wep`
          --> schedule.toml:11:13
           |
        11 | channels = ["wep"]
           |             ^^^^^
           |
           = help: did you mean `web`?"#]]);
}

#[test]
fn a_channel_that_resembles_none() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"ftp\"]\nstart = 2025-02-06T19:00:00\n";
    check(&[SERVICE, WEB, window], expect![[r#"
        error: there is no channel `ftp`
          --> schedule.toml:11:13
           |
        11 | channels = ["ftp"]
           |             ^^^^^
           |
           = help: the channels are `web`"#]]);
}

#[test]
fn a_channel_where_there_are_none() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\n";
    check(&[SERVICE, window], expect![[r#"
        error: there is no channel `web`
         --> schedule.toml:7:13
          |
        7 | channels = ["web"]
          |             ^^^^^
          |
          = help: add a `[[channel]]` with this id"#]]);
}

#[test]
fn a_channel_named_twice() {
    let over = "[[window]]\nid = \"x\"\nchannels = [\"web\", \"web\"]\n";
    check(&[SERVICE, WEB, over, "start = 2025-02-06T19:00:00\n"], expect![[r#"
        error: channel `web` is named twice
          --> schedule.toml:11:20
           |
        11 | channels = ["web", "web"]
           |                    ^^^^^
           |
           = help: name it once"#]]);
}
