//! `openapi.json` says what the types say, and holds together.

use std::collections::BTreeSet;

use admin::Kind;
use expect_test::expect_file;
use lifecycle::Verb;
use serde_json::Value;

#[test]
fn the_description_is_the_one_made_from_the_types() {
    expect_file!["../openapi.json"].assert_eq(&admin::openapi::document());
}

#[test]
fn every_link_leads_to_a_component_and_every_component_is_linked() {
    let document = document();
    let links = all(&document, "$ref");
    for link in &links {
        assert!(document.pointer(&link[1..]).is_some(), "nothing is at {link}");
    }
    for kind in ["responses", "schemas"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            let link = format!("#/components/{kind}/{name}");
            assert!(links.contains(&link), "nothing leads to {link}");
        }
    }
}

#[test]
fn every_operation_has_a_name_of_its_own_and_words_about_it() {
    let mut seen = BTreeSet::new();
    for (path, method, operation) in operations(&document()) {
        let id = operation["operationId"].as_str().unwrap();
        assert!(seen.insert(id.to_owned()), "{id} is twice there");
        assert!(operation["summary"].is_string(), "{method} {path}");
    }
}

#[test]
fn every_parameter_of_a_path_is_described() {
    for (path, method, operation) in operations(&document()) {
        let written: BTreeSet<_> =
            path.split(['{', '}']).skip(1).step_by(2).map(str::to_owned).collect();
        let described: BTreeSet<_> = operation["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|parameter| parameter["in"] == "path")
            .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(written, described, "{method} {path}");
    }
}

#[test]
fn every_step_of_a_windows_life_is_there_and_no_other() {
    let start = "/admin/v1/windows/{id}/";
    let described: BTreeSet<_> = operations(&document())
        .into_iter()
        .filter_map(|(path, _, _)| path.strip_prefix(start).map(str::to_owned))
        .collect();
    let known = Verb::ALL.into_iter().map(|verb| verb.as_str().to_owned());
    assert_eq!(described, known.collect());
}

#[test]
fn a_moment_is_of_a_year_that_is_reckoned_with() {
    let document = document();
    let pattern = document["components"]["schemas"]["Moment"]["pattern"].as_str();
    assert!(pattern.is_some_and(|pattern| pattern.starts_with("^20[2-9][0-9]-")));
    assert_eq!(schedule::Timeline::YEARS, 2020..=2099);
}

/// A method that a path does not have is no operation, so it has no place in the description.
#[test]
fn every_kind_of_problem_is_an_answer_to_something() {
    let patterns = all(&document(), "pattern");
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::MethodNotAllowed) {
        let is_described = patterns.iter().any(|pattern| {
            pattern.strip_prefix("/problems/(").is_some_and(|kinds| {
                kinds.trim_end_matches(")$").split('|').any(|name| name == kind.as_str())
            })
        });
        assert!(is_described, "{}", kind.as_str());
    }
}

#[test]
fn every_write_names_its_revision_and_every_operation_but_the_public_ones_says_who_asks() {
    for (path, method, operation) in operations(&document()) {
        let is_public = !path.starts_with(admin::name::PATH);
        assert_eq!(operation["security"].as_array().unwrap().is_empty(), is_public, "{path}");
        let is_about_schedule =
            method != "get" && !path.contains("/tokens") && !path.contains("/webhooks");
        let names_revision = operation["parameters"]
            .as_array()
            .is_some_and(|all| all.iter().any(|parameter| parameter["name"] == "If-Match"));
        assert_eq!(names_revision, is_about_schedule, "{method} {path}");
    }
}

fn document() -> Value {
    serde_json::from_str(&admin::openapi::document()).expect("the description is JSON")
}

fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let mut operations = Vec::new();
    for (path, methods) in members(&document["paths"]) {
        for (method, operation) in members(methods) {
            operations.push((path.clone(), method.clone(), operation.clone()));
        }
    }
    operations
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The texts of every member of that name, at any depth.
fn all(value: &Value, member: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match value {
        Value::Object(members) => {
            found.extend(members.get(member).and_then(Value::as_str).map(str::to_owned));
            found.extend(members.values().flat_map(|value| all(value, member)));
        }
        Value::Array(items) => found.extend(items.iter().flat_map(|item| all(item, member))),
        _ => {}
    }
    found
}
