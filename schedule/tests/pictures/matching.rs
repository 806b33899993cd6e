//! Which requests belong to a channel by what they are, and how its partners are answered.

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
fn a_method_without_a_letter() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nmethods = [\"POST\", \"\"]\n"],
        &expect![[r#"
            error: expected a text for `methods`, but it is empty
              --> schedule.toml:10:20
               |
            10 | methods = ["POST", ""]
               |                    ^^
               |
               = help: write a text, or leave the line out where it need not be there"#]],
    );
}

#[test]
fn one_method_where_a_list_is_meant() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nmethods = \"POST\"\n\n[[channel.match]]\n"],
        &expect![[r#"
            error: expected a list of texts for `methods`, but found a text
              --> schedule.toml:10:11
               |
            10 | methods = "POST"
               |           ^^^^^^
               |
               = help: write a list such as `["POST", "PUT"]`"#]],
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
fn a_media_type_that_breaks_off() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\ncontent-type = \"text/\"\n"],
        &expect![[r#"
            error: expected a media type for `content-type`, but found `text/`
              --> schedule.toml:10:16
               |
            10 | content-type = "text/"
               |                ^^^^^^^
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
fn a_header_that_has_only_a_value() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nheader = \": smm\"\n"],
        &expect![[r#"
            error: expected a header for `header`, but found `: smm`
              --> schedule.toml:10:10
               |
            10 | header = ": smm"
               |          ^^^^^^^
               |
               = help: write its name, `X-Sender`, or its name and value, `X-Sender: smm*`"#]],
    );
}

#[test]
fn a_beginning_of_the_name_of_a_header() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nheader = \"X-*\"\n"],
        &expect![[r#"
            error: expected a header for `header`, but found `X-*`
              --> schedule.toml:10:10
               |
            10 | header = "X-*"
               |          ^^^^^
               |
               = help: write its name, `X-Sender`, or its name and value, `X-Sender: smm*`"#]],
    );
}

#[test]
fn a_number_where_a_header_is_meant() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nheader = 7\n\n[[channel.match]]\n"],
        &expect![[r#"
            error: expected a text for `header`, but found a number
              --> schedule.toml:10:10
               |
            10 | header = 7
               |          ^
               |
               = help: write a text in quotes"#]],
    );
}

#[test]
fn a_route_of_a_rule_that_is_none() {
    check(
        &[SERVICE, WEB, "[[channel.match]]\nroute = \"gateway\"\n\n[[channel.match]]\n"],
        &expect![[r#"
            error: expected a route with a path, such as `/soap/*` (in `gateway`)
              --> schedule.toml:10:9
               |
            10 | route = "gateway"
               |         ^^^^^^^^^
               |
               = help: write it like `/soap/*`, `/soap` or `api.example.org/*`"#]],
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
fn a_rule_in_single_brackets() {
    check(
        &[SERVICE, WEB, "[channel.match]\nmethods = [\"POST\"]\n"],
        &expect![[r#"
            error: expected a list of tables for `match`, but found a table
             --> schedule.toml:9:1
              |
            9 | [channel.match]
              | ^^^^^^^^^^^^^^^
              |
              = help: head each of them by its name in double brackets, `[[channel.match]]`"#]],
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
fn two_rules_that_name_the_same_methods() {
    check(
        &[
            SERVICE,
            WEB,
            "[[channel.match]]\nmethods = [\"POST\", \"PUT\"]\n\n",
            "[[channel]]\nid = \"api\"\nname = \"the API\"\n\n",
            "[[channel.match]]\nmethods = [\"PUT\", \"POST\"]\n",
        ],
        &expect![[r#"
            error: a rule of channel `web` asks the same of a request already
              --> schedule.toml:16:1
               |
             9 | [[channel.match]]
               | ----------------- first here
            ...
            16 | [[channel.match]]
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
fn an_acknowledgement_as_a_text() {
    check(
        &[SERVICE, WEB, "hl7-acknowledge = \"AR\"\n"],
        &expect![[r#"
            error: expected `true` or `false` for `hl7-acknowledge`, but found a text
             --> schedule.toml:9:19
              |
            9 | hl7-acknowledge = "AR"
              |                   ^^^^
              |
              = help: write one of the two, without quotes"#]],
    );
}
