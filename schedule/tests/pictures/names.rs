//! Names that nothing has, and names that two things have.

use expect_test::expect;

use crate::{SERVICE, WEB, check};

#[test]
fn an_id_with_capitals() {
    check(
        &[SERVICE, "[[channel]]\nid = \"Web Services\"\nname = \"x\"\n"],
        &expect![[r#"
        error: `Web Services` cannot be an id
         --> schedule.toml:6:6
          |
        6 | id = "Web Services"
          |      ^^^^^^^^^^^^^^
          |
          = help: use lower-case letters, digits and hyphens, at most 64, such as `web-services`"#]],
    );
}

#[test]
fn two_channels_of_one_id() {
    check(
        &[SERVICE, WEB, WEB],
        &expect![[r#"
        error: two channels have the id `web`
          --> schedule.toml:10:6
           |
         6 | id = "web"
           |      ----- first here
        ...
        10 | id = "web"
           |      ^^^^^
           |
           = help: give each its own id"#]],
    );
}

#[test]
fn two_windows_of_one_id() {
    let window = |day| {
        format!("[[window]]\nid = \"x\"\nchannels = [\"web\"]\nstart = 2025-02-{day}T19:00:00\n\n")
    };
    check(
        &[SERVICE, WEB, &window("06"), &window("07")],
        &expect![[r#"
        error: two windows have the id `x`
          --> schedule.toml:15:6
           |
        10 | id = "x"
           |      --- first here
        ...
        15 | id = "x"
           |      ^^^
           |
           = help: give each its own id"#]],
    );
}

#[test]
fn a_route_of_two_channels() {
    let first = "[[channel]]\nid = \"web\"\nname = \"the portal\"\nroutes = [\"/*\"]\n\n";
    let second = "[[channel]]\nid = \"api\"\nname = \"the API\"\nroutes = [\"/api/*\", \"/*\"]\n";
    check(
        &[SERVICE, first, second],
        &expect![[r#"
        error: the route `/*` belongs to channel `web` already
          --> schedule.toml:13:21
           |
         8 | routes = ["/*"]
           |           ---- first here
        ...
        13 | routes = ["/api/*", "/*"]
           |                     ^^^^
           |
           = help: a request belongs to one channel: remove one of the two"#]],
    );
}

#[test]
fn a_zone_with_a_typing_error() {
    check(
        &["[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicgo\"\n"],
        &expect![[r#"
            error: there is no time zone `America/Chicgo`
             --> schedule.toml:3:8
              |
            3 | zone = "America/Chicgo"
              |        ^^^^^^^^^^^^^^^^
              |
              = help: did you mean `America/Chicago`?"#]],
    );
}

#[test]
fn a_zone_that_is_only_a_city() {
    check(
        &["[service]\nname = \"ImmTrac2\"\nzone = \"Chicago\"\n"],
        &expect![[r#"
            error: there is no time zone `Chicago`
             --> schedule.toml:3:8
              |
            3 | zone = "Chicago"
              |        ^^^^^^^^^
              |
              = help: did you mean `America/Chicago`?"#]],
    );
}

#[test]
fn a_zone_by_the_letters_that_people_use_for_it() {
    check(
        &["[service]\nname = \"ImmTrac2\"\nzone = \"CT\"\n"],
        &expect![[r#"
        error: there is no time zone `CT`
         --> schedule.toml:3:8
          |
        3 | zone = "CT"
          |        ^^^^
          |
          = help: write an IANA name such as `America/Chicago`"#]],
    );
}

#[test]
fn a_channel_with_a_typing_error() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"wep\"]\nstart = 2025-02-06T19:00:00\n";
    check(
        &[SERVICE, WEB, window],
        &expect![[r#"
        error: there is no channel `wep`
          --> schedule.toml:11:13
           |
        11 | channels = ["wep"]
           |             ^^^^^
           |
           = help: did you mean `web`?"#]],
    );
}

#[test]
fn a_channel_that_resembles_none() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"ftp\"]\nstart = 2025-02-06T19:00:00\n";
    check(
        &[SERVICE, WEB, window],
        &expect![[r#"
        error: there is no channel `ftp`
          --> schedule.toml:11:13
           |
        11 | channels = ["ftp"]
           |             ^^^^^
           |
           = help: the channels are `web`"#]],
    );
}

#[test]
fn a_channel_where_there_are_none() {
    let window = "[[window]]\nid = \"x\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\n";
    check(
        &[SERVICE, window],
        &expect![[r#"
        error: there is no channel `web`
         --> schedule.toml:7:13
          |
        7 | channels = ["web"]
          |             ^^^^^
          |
          = help: add a `[[channel]]` with this id"#]],
    );
}

#[test]
fn a_channel_named_twice() {
    let over = "[[window]]\nid = \"x\"\nchannels = [\"web\", \"web\"]\n";
    check(
        &[SERVICE, WEB, over, "start = 2025-02-06T19:00:00\n"],
        &expect![[r#"
        error: channel `web` is named twice
          --> schedule.toml:11:20
           |
        11 | channels = ["web", "web"]
           |                    ^^^^^
           |
           = help: name it once"#]],
    );
}
