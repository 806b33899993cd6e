//! What the edge does by itself, whichever channel a request belongs to.

use expect_test::expect;

use crate::{SERVICE, check};

#[test]
fn an_origin_with_a_path() {
    check(
        &[SERVICE, "[edge]\ncors.origins = [\"https://app.example.org/\"]\n"],
        &expect![[r#"
            error: expected the origin of a site for `origins`, but found `https://app.example.org/`
             --> schedule.toml:6:17
              |
            6 | cors.origins = ["https://app.example.org/"]
              |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: write scheme and host as browsers do, in small letters, without a path and without the usual port: `https://app.example.org`"#]],
    );
}

#[test]
fn an_origin_in_capitals() {
    check(
        &[SERVICE, "[edge]\ncors.origins = [\"https://App.example.org\"]\n"],
        &expect![[r#"
            error: expected the origin of a site for `origins`, but found `https://App.example.org`
             --> schedule.toml:6:17
              |
            6 | cors.origins = ["https://App.example.org"]
              |                 ^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: write scheme and host as browsers do, in small letters, without a path and without the usual port: `https://app.example.org`"#]],
    );
}

#[test]
fn an_origin_with_the_port_that_browsers_leave_out() {
    check(
        &[SERVICE, "[edge]\ncors.origins = [\"https://app.example.org:443\"]\n"],
        &expect![[r#"
            error: expected the origin of a site for `origins`, but found `https://app.example.org:443`
             --> schedule.toml:6:17
              |
            6 | cors.origins = ["https://app.example.org:443"]
              |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: write scheme and host as browsers do, in small letters, without a path and without the usual port: `https://app.example.org`"#]],
    );
}

#[test]
fn an_origin_without_a_scheme() {
    check(
        &[SERVICE, "[edge]\ncors.origins = [\"app.example.org\"]\n"],
        &expect![[r#"
            error: expected the origin of a site for `origins`, but found `app.example.org`
             --> schedule.toml:6:17
              |
            6 | cors.origins = ["app.example.org"]
              |                 ^^^^^^^^^^^^^^^^^
              |
              = help: write scheme and host as browsers do, in small letters, without a path and without the usual port: `https://app.example.org`"#]],
    );
}

#[test]
fn an_unknown_key_of_cors() {
    check(
        &[SERVICE, "[edge.cors]\norigin = [\"https://app.example.org\"]\n"],
        &expect![[r#"
            error: unknown key `origin` in `cors`
             --> schedule.toml:6:1
              |
            6 | origin = ["https://app.example.org"]
              | ^^^^^^
              |
              = help: did you mean `origins`?"#]],
    );
}

#[test]
fn an_origin_for_everybody() {
    check(
        &[SERVICE, "[edge]\ncors.origins = [\"*\"]\n"],
        &expect![[r#"
            error: expected the origin of a site for `origins`, but found `*`
             --> schedule.toml:6:17
              |
            6 | cors.origins = ["*"]
              |                 ^^^
              |
              = help: every site may read an answer to a request without cookies anyway: list those whose scripts send them, such as `https://app.example.org`"#]],
    );
}

#[test]
fn an_address_inside_a_block() {
    check(
        &[SERVICE, "[edge]\nbypass.addresses = [\"10.0.0.1/8\"]\n"],
        &expect![[r#"
        error: expected a block that begins with its first address, found `10.0.0.1/8`: write `10.0.0.0/8` for the block, or `10.0.0.1` for the one address
         --> schedule.toml:6:21
          |
        6 | bypass.addresses = ["10.0.0.1/8"]
          |                     ^^^^^^^^^^^^"#]],
    );
}

#[test]
fn addresses_of_everybody() {
    check(
        &[SERVICE, "[edge]\nbypass.addresses = [\"0.0.0.0/0\"]\n"],
        &expect![[r#"
        error: expected a block of some addresses, found `0.0.0.0/0`, which is all: nobody would find the gate closed
         --> schedule.toml:6:21
          |
        6 | bypass.addresses = ["0.0.0.0/0"]
          |                     ^^^^^^^^^^^"#]],
    );
}

#[test]
fn a_transport_policy_without_an_age() {
    check(
        &[SERVICE, "[edge]\nstrict-transport-security = \"includeSubDomains\"\n"],
        &expect![[r#"
        error: expected the value of that header for `strict-transport-security`, but found `includeSubDomains`
         --> schedule.toml:6:29
          |
        6 | strict-transport-security = "includeSubDomains"
          |                             ^^^^^^^^^^^^^^^^^^^
          |
          = help: copy it from your origin, such as `max-age=31536000; includeSubDomains`"#]],
    );
}

#[test]
fn an_unknown_key_of_an_outage() {
    check(
        &[SERVICE, "[edge.outage]\nretry = \"30s\"\n"],
        &expect![[r#"
        error: unknown key `retry` in `outage`
         --> schedule.toml:6:1
          |
        6 | retry = "30s"
          | ^^^^^
          |
          = help: did you mean `retry-after`?"#]],
    );
}

#[test]
fn an_outage_that_is_only_switched_on() {
    check(
        &[SERVICE, "[edge]\noutage = true\n"],
        &expect![[r#"
            error: expected one table for `outage`, but found `true` or `false`
             --> schedule.toml:6:10
              |
            6 | outage = true
              |          ^^^^
              |
              = help: head it by its name in single brackets, such as `[edge.outage]`"#]],
    );
}

#[test]
fn a_ramp_as_a_number() {
    check(
        &[SERVICE, "[edge]\nramp = 10\n"],
        &expect![[r#"
            error: expected a length for `ramp`, but found a number
             --> schedule.toml:6:8
              |
            6 | ramp = 10
              |        ^^
              |
              = help: write a length in quotes, such as `"30m"`"#]],
    );
}

#[test]
fn a_retry_of_an_outage_that_is_no_length() {
    check(
        &[SERVICE, "[edge.outage]\nretry-after = \"soon\"\n"],
        &expect![[r#"
            error: expected a length such as `90s`, `30m`, `1h30m` or `3d`, but found `soon`
             --> schedule.toml:6:15
              |
            6 | retry-after = "soon"
              |               ^^^^^^
              |
              = help: write it like `90s`, `30m`, `1h30m` or `3d`"#]],
    );
}

#[test]
fn a_banner_without_cookies_and_with_what_is_no_name_of_one() {
    check(
        &[SERVICE, "[edge.banner]\nroutes = [\"/app/*\"]\n"],
        &expect![[r#"
        error: this table has no `cookies`
         --> schedule.toml:5:1
          |
        5 | [edge.banner]
          | ^^^^^^^^^^^^^
          |
          = help: add a line such as `cookies = ["session"]`"#]],
    );
    check(
        &[SERVICE, "[edge.banner]\ncookies = []\n"],
        &expect![[r#"
        error: expected at least one entry in `cookies`, but it is empty
         --> schedule.toml:6:11
          |
        6 | cookies = []
          |           ^^
          |
          = help: name at least one"#]],
    );
    for name in ["session=1", "*", "se*ion", ""] {
        let line = format!("[edge]\nbanner.cookies = [{name:?}]\n");
        let now = "2025-02-01T00:00:00Z".parse().expect("a literal instant");
        let problems = schedule::parse(&[SERVICE, &line].concat(), now).diagnostics;
        assert_eq!(problems.len(), 1, "{name}");
    }
    check(
        &[SERVICE, "[edge]\nbanner.cookies = [\"session=1\"]\n"],
        &expect![[r#"
        error: expected the name of a cookie for `cookies`, but found `session=1`
         --> schedule.toml:6:19
          |
        6 | banner.cookies = ["session=1"]
          |                   ^^^^^^^^^^^
          |
          = help: write the name alone, such as `session`, or its beginning and a `*`"#]],
    );
}
