//! What the edge does, and which requests belong to a channel by what they are.

use expect_test::expect;

use crate::{SERVICE, WEB, check};

#[test]
fn a_method_in_small_letters() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nmethods = [\"post\"]\n"],
        &expect![[r#"
        error: expected a method in capitals for `methods`, but found `post`
          --> schedule.toml:10:12
           |
        10 | methods = ["post"]
           |            ^^^^^^
           |
           = help: methods are told apart by case: write `POST`"#]],
    );
}

#[test]
fn no_methods_at_all() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nmethods = []\n"],
        &expect![[r#"
        error: expected at least one entry in `methods`, but it is empty
          --> schedule.toml:10:11
           |
        10 | methods = []
           |           ^^
           |
           = help: name at least one"#]],
    );
}

#[test]
fn a_media_type_without_its_half() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\ncontent-type = \"json\"\n"],
        &expect![[r#"
        error: expected a media type for `content-type`, but found `json`
          --> schedule.toml:10:16
           |
        10 | content-type = "json"
           |                ^^^^^^
           |
           = help: write it without parameters, such as `text/xml`, or its beginning, such as `application/fhir*`"#]],
    );
}

#[test]
fn a_media_type_with_parameters() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\ncontent-type = \"text/xml; charset=utf-8\"\n"],
        &expect![[r#"
        error: expected a media type for `content-type`, but found `text/xml; charset=utf-8`
          --> schedule.toml:10:16
           |
        10 | content-type = "text/xml; charset=utf-8"
           |                ^^^^^^^^^^^^^^^^^^^^^^^^^
           |
           = help: write it without parameters, such as `text/xml`, or its beginning, such as `application/fhir*`"#]],
    );
}

#[test]
fn a_header_without_a_value_behind_its_colon() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nheader = \"X-Sender:\"\n"],
        &expect![[r#"
        error: expected a header for `header`, but found `X-Sender:`
          --> schedule.toml:10:10
           |
        10 | header = "X-Sender:"
           |          ^^^^^^^^^^^
           |
           = help: write its name, `X-Sender`, or its name and value, `X-Sender: smm*`"#]],
    );
}

#[test]
fn a_form_that_is_nearly_one() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nanswer = \"soap-12\"\n"],
        &expect![[r#"
        error: `answer` cannot be `soap-12`
          --> schedule.toml:10:10
           |
        10 | answer = "soap-12"
           |          ^^^^^^^^^
           |
           = help: did you mean `soap-1.2`?"#]],
    );
}

#[test]
fn a_form_that_only_a_request_can_be() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nanswer = \"preflight\"\n"],
        &expect![[r#"
        error: `answer` cannot be `preflight`
          --> schedule.toml:10:10
           |
        10 | answer = "preflight"
           |          ^^^^^^^^^^^
           |
           = help: write one of `html`, `text`, `problem-json`, `problem-xml`, `json-api`, `json-rpc`, `soap-1.1`, `soap-1.2`, `hl7`, `fhir-json`, `fhir-xml`, `graphql`, `grpc`, `grpc-web`, `grpc-web-text`, `event-stream`"#]],
    );
}

#[test]
fn an_unknown_key_of_a_rule() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\npath = \"/soap/*\"\n"],
        &expect![[r#"
        error: unknown key `path` in `[[channel.match]]`
          --> schedule.toml:10:1
           |
        10 | path = "/soap/*"
           | ^^^^
           |
           = help: it may hold `route`, `methods`, `content-type`, `header`, `answer`"#]],
    );
}

#[test]
fn two_rules_that_ask_the_same() {
    check(
        &[
            SERVICE,
            WEB,
            "[[channel.match]]\nheader = \"X-Sender\"\n\n[[channel.match]]\nheader = \"x-sender\"\nanswer = \"hl7\"\n",
        ],
        &expect![[r#"
        error: a rule of channel `web` asks the same of a request already
          --> schedule.toml:12:1
           |
         9 | [[channel.match]]
           | ----------------- first here
        ...
        12 | [[channel.match]]
           | ^^^^^^^^^^^^^^^^^
           |
           = help: the second is never heard: remove one of the two, or let it ask for more"#]],
    );
}

#[test]
fn a_fault_by_another_status() {
    check(
        &[SERVICE, WEB, "soap-fault-status = 502\n"],
        &expect![[r#"
        error: expected 500 or 503 for `soap-fault-status`, but found `502`
         --> schedule.toml:9:21
          |
        9 | soap-fault-status = 502
          |                     ^^^
          |
          = help: write 503, or 500 for clients that drop the body of a 503"#]],
    );
}

#[test]
fn a_status_as_a_text() {
    check(
        &[SERVICE, WEB, "soap-fault-status = \"500\"\n"],
        &expect![[r#"
        error: expected a whole number for `soap-fault-status`, but found a text
         --> schedule.toml:9:21
          |
        9 | soap-fault-status = "500"
          |                     ^^^^^
          |
          = help: write 503, or 500 for clients that drop the body of a 503"#]],
    );
}

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
          = help: write it as browsers do, in small letters and without a path: `https://app.example.org`"#]],
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
          = help: head it by its name in single brackets, such as `[service]`"#]],
    );
}
