//! Laws that hold for every request, whatever is in it.

use answer::{Form, language};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::requests::Asked;

const NAMES: [&str; 6] = [
    "access-control-request-method",
    "upgrade",
    "sec-fetch-dest",
    "content-type",
    "soapaction",
    "accept",
];

/// Words that mean something somewhere, and what separates them.
#[rustfmt::skip] // As many a line as fit.
const WORDS: [&str; 36] = [
    "text/html", "text/plain", "text/xml", "application/xml", "application/json", "text/json",
    "application/soap+xml", "application/xop+xml", "multipart/related", "multipart/mixed",
    "application/fhir+json", "application/fhir+xml", "application/graphql", "text/event-stream",
    "application/vnd.api+json", "application/json-rpc", "application/grpc", "application/grpc-web",
    "application/hl7-v2+er7", "application/rss+xml", "*/*", "text/*", ",", ", ", ";", "; q=0",
    ";q=.5", "; q=0.7", ";type=", ";start-info=", "\"", "\\", " ", "websocket", "document",
    "empty",
];

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => vec(select(&WORDS[..]), 0..8).prop_map(|words| words.concat()),
        1 => any::<String>(),
        1 => vec(any::<u8>(), 0..64).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    vec(option::of(value()), NAMES.len()).prop_map(|values| {
        let named = NAMES.iter().zip(values);
        named.filter_map(|(name, value)| Some(((*name).to_owned(), value?))).collect()
    })
}

fn method() -> impl Strategy<Value = String> {
    let known = select(&["GET", "HEAD", "POST", "PUT", "OPTIONS"][..]).prop_map(str::to_owned);
    prop_oneof![9 => known, 1 => any::<String>()]
}

fn form(method: &str, query: &str, headers: &[(String, String)]) -> Form {
    Asked::of(method, query, headers.to_vec()).detect().form
}

fn recased(headers: &[(String, String)], case: fn(&str) -> String) -> Vec<(String, String)> {
    headers.iter().map(|(name, value)| (name.clone(), case(value))).collect()
}

proptest! {
    #[test]
    fn prop_every_request_has_one_form(
        method in method(), headers in headers(), query in any::<String>(), format in value(),
    ) {
        for query in [&query, &format!("_format={format}")] {
            let asked = Asked::of(&method, query, headers.clone());
            let first = asked.detect();
            prop_assert_eq!(asked.detect(), first);
            prop_assert!(!first.because.to_string().is_empty());
        }
    }

    #[test]
    fn prop_no_header_is_read_twice(method in method(), headers in headers()) {
        let asked = Asked::of(&method, "", headers);
        asked.detect();
        let mut read = asked.read();
        read.sort();
        read.dedup();
        prop_assert_eq!(read.len(), asked.read().len());
    }

    #[test]
    fn prop_case_does_not_matter(method in method(), headers in headers()) {
        let expected = form(&method, "", &headers);
        prop_assert_eq!(form(&method, "", &recased(&headers, str::to_ascii_uppercase)), expected);
        prop_assert_eq!(form(&method, "", &recased(&headers, str::to_ascii_lowercase)), expected);
    }

    #[test]
    fn prop_anything_else_a_little_changes_nothing(method in method(), mut headers in headers()) {
        let expected = form(&method, "", &headers);
        for (_, accept) in headers.iter_mut().filter(|(name, _)| name == "accept") {
            accept.push_str(", */*;q=0.1");
        }
        prop_assert_eq!(form(&method, "", &headers), expected);
    }

    #[test]
    fn prop_of_two_the_heavier_is_taken(html in 0..=1000_u16, json in 0..=1000_u16) {
        let weight = |thousandths: u16| format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
        let accept = format!("text/html;q={}, application/json;q={}", weight(html), weight(json));
        let expected = match (html, json) {
            (0, 0) => Form::Text,
            _ if html >= json => Form::Html,
            _ => Form::ProblemJson,
        };
        prop_assert_eq!(form("GET", "", &[("accept".to_owned(), accept)]), expected);
    }

    #[test]
    fn prop_a_language_is_one_of_ours(accepted in value()) {
        const KNOWN: [&str; 4] = ["text", "a", "b-A", "c-B"];
        prop_assert!(language(&accepted, &KNOWN).is_none_or(|tag| KNOWN.contains(&tag)));
    }

    #[test]
    fn prop_a_language_that_is_refused_is_never_taken(
        ranges in vec(("[a-c*](-[A-B])?", select(&["", ";q=0", ";q=0.5"][..])), 0..6),
    ) {
        let accepted: Vec<_> = ranges.iter().map(|(tag, weight)| format!("{tag}{weight}")).collect();
        if let Some(taken) = language(&accepted.join(", "), &["a", "b", "b-A", "c-B"]) {
            let of_taken = || ranges.iter().filter(|(tag, _)| tag == taken);
            prop_assert!(of_taken().next().is_none() || of_taken().any(|(_, w)| *w != ";q=0"));
        }
    }
}
