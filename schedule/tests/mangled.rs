//! No text brings the reader down: what operators mistype, and what nobody would ever type.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use schedule::{Decision, Gate, Request, Severity, Target};

const FOUNDING: &str = include_str!("../../examples/immtrac2/schedule.toml");

/// One of everything that a recurring window can say, in a zone where its first start is skipped.
const RECURRING: &str = r#"[service]
name = "x"
zone = "Europe/Berlin"

[[channel]]
id = "web"
name = "x"

[[channel]]
id = "api"
name = "x"

[[window]]
id = "nightly"
channels = ["web"]
start = 2025-03-30T02:30:00
length = "1h"
repeat = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"
also = [2025-10-25, 2025-12-24T12:00:00]
except = [2025-04-13, 2025-04-15T02:30:00, 2025-04-27T00:30:00Z]
announce = "3d"
overrun = "hold"
hold-limit = "90m"

[[window.change]]
of = 2025-10-26
start = 2025-10-26T02:30:00+01:00
end = 2025-10-26T05:00:00
released = 2025-10-26T06:00:00
channels = ["web", "api"]
finished = { api = 2025-10-26T04:00:00 }

[[window.change]]
of = 2025-10-28
cancelled = true

[[window]]
id = "once"
channels = ["web"]
start = 2025-06-02T22:00:00
end = 2025-06-03T01:00:00
overrun = "hold"
hold-limit = "4h"

[window.finished]
web = 2025-06-03T00:30:00

[[window]]
id = "monthly"
channels = ["api"]
start = 2025-02-28T22:00:00
end = 2025-03-01T06:00:00
repeat = "FREQ=MONTHLY;COUNT=20;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
"#;

/// One of everything that the edge can be told, and a rule.
const EDGE: &str = r#"[service]
name = "x"
zone = "UTC"

[edge]
prefix = "/_status"
pass = ["/webhooks/*"]
ramp = "10m"
cors.origins = ["https://app.example.org", "http://localhost:3000"]
bypass.addresses = ["192.0.2.0/24", "2001:db8::/32"]
strict-transport-security = "max-age=31536000; includeSubDomains"

[edge.outage]
title = "Down"
message = "We are looking into it."
retry-after = "30s"
timeout = "20s"

[[channel]]
id = "hl7"
name = "messages"
routes = ["/Soap/*"]
soap-fault-status = 500
hl7-acknowledge = true

[[channel.match]]
route = "*.example.org/gateway/*"
methods = ["POST", "PUT"]
content-type = "application/fhir*"
header = "X-Sender: smm*"
answer = "hl7"

[[channel.match]]
header = "content-type"
answer = "soap-1.1"

[[window]]
id = "w"
channels = ["hl7"]
start = 2025-01-31T23:00:00
end = 2025-02-01T00:00:00
"#;

/// Pieces of documents, good and bad, that a mangled document is made of.
const PIECES: [&str; 72] = [
    "[service]\n",
    "[[window]]\n",
    "[[channel]]\n",
    "[channel.contact]\n",
    "[edge.retry-after]\n",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "\"\"\"",
    "=",
    ",",
    ".",
    "#",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{feff}",
    "\0",
    "é",
    "中文",
    "\\u0000",
    "name = \"x\"\n",
    "zone = \"UTC\"\n",
    "zone = \"Pacific/Apia\"\n",
    "start = 2025-03-09T02:30:00\n",
    "end = 9999-12-31T23:59:59Z\n",
    "start = 0000-01-01T00:00:00\n",
    "released = 2011-12-30T12:00:00\n",
    "imminent = \"99999d\"\n",
    "[[window.change]]\n",
    "of = 2025-03-30\n",
    "of = 2025-03-30T02:30:00\n",
    "repeat = \"FREQ=DAILY\"\n",
    "repeat = \"FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30\"\n",
    "repeat = \"FREQ=DAILY;COUNT=10000\"\n",
    "repeat = \"FREQ=MONTHLY;BYSETPOS=-366;BYDAY=-5MO,5SU\"\n",
    "also = [2099-12-31, 2020-01-01]\n",
    "except = [2025-03-30, 2025-03-30T02:30:00]\n",
    "except = [0000-01-01, 9999-12-31]\n",
    "length = \"366d\"\n",
    "length = \"1s\"\n",
    "announce = \"366d\"\n",
    "start = 2099-12-31T23:59:59\n",
    "end = 2025-03-09T02:30:00\n",
    ";UNTIL=20250301",
    ";UNTIL=00000101T000000Z",
    ";COUNT=1",
    ";BYDAY=TH",
    ";BYMONTHDAY=31",
    ";INTERVAL=1000",
    "2025-03-30",
    "[[channel.match]]\n",
    "[channel.match]\n",
    "[edge]\n",
    "[edge.cors]\n",
    "[edge.outage]\n",
    "ramp = \"366d\"\n",
    "origins = [\"*\", \"https://a:443\"]\n",
    "strict-transport-security = \"max-age=\u{7f}\"\n",
    "route = \"*.a/*\"\n",
    "methods = [\"\", \"post\", 7]\n",
    "content-type = \"*/*\"\n",
    "header = \":\"\n",
    "header = \"*: *\"\n",
    "answer = \"preflight\"\n",
    "soap-fault-status = 0xfffff\n",
    "hl7-acknowledge = 1\n",
];

/// What must hold of every text; a panic anywhere in it fails too.
fn check(source: &str) -> Result<(), TestCaseError> {
    let now = "2025-02-01T00:00:00Z".parse().expect("a literal instant");
    let parsed = schedule::parse(source, now);

    let errors = parsed.diagnostics.iter().any(|d| d.severity() == Severity::Error);
    prop_assert_eq!(parsed.schedule.is_none(), errors, "refused if and only if there is an error");
    prop_assert!(parsed.diagnostics.is_sorted_by_key(|d| d.span.start));
    for diagnostic in &parsed.diagnostics {
        for span in [Some(&diagnostic.span), diagnostic.other.as_ref()].into_iter().flatten() {
            prop_assert!(source.get(span.clone()).is_some(), "{:?} is no part", span);
        }
        let sentence = diagnostic.to_string();
        let ends = sentence.ends_with('.') && !sentence.ends_with(".m.");
        prop_assert!(!sentence.is_empty() && !ends, "{}", sentence);
    }
    let plain = schedule::render(&parsed.diagnostics, source, "schedule.toml", false);
    let styled = schedule::render(&parsed.diagnostics, source, "schedule.toml", true);
    prop_assert!(!plain.contains('\u{1b}'), "an escape got through");
    prop_assert_eq!(styled.is_empty(), parsed.diagnostics.is_empty());

    if let Some(schedule) = parsed.schedule {
        let gate = Gate::new(schedule.timeline(now));
        for now in [DateTime::<Utc>::MIN_UTC, now, DateTime::<Utc>::MAX_UTC] {
            let target = Target { host: "www.example.org", path: "/gateway//é" };
            let header = |name: &str| Some(format!("{name}; é, *"));
            let decision = gate.decide(&Request::new("GET", target, "", &header), now);
            let extreme = now != "2025-02-01T00:00:00Z".parse::<DateTime<Utc>>().expect("as above");
            prop_assert!(
                !extreme || !matches!(decision, Decision::Closed(c) if c.reopens.is_some())
            );
        }
    }
    Ok(())
}

/// The founding notice with one slice deleted, doubled, or replaced by a piece.
fn mutated(source: &str, from: usize, length: usize, how: usize) -> String {
    let boundary = |at: usize| {
        (0..=at.min(source.len())).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0)
    };
    let (from, until) = (boundary(from), boundary(from + length));
    let slice = &source[from..until];
    let instead = match how {
        0 => String::new(),
        1 => slice.repeat(2),
        piece => PIECES[piece % PIECES.len()].to_owned(),
    };
    [&source[..from], &instead, &source[until..]].concat()
}

proptest! {
    #[test]
    fn prop_no_text_brings_the_reader_down(source in any::<String>()) {
        check(&source)?;
    }

    #[test]
    fn prop_no_heap_of_pieces_brings_the_reader_down(
        pieces in prop::collection::vec(prop::sample::select(&PIECES), 0..24),
    ) {
        check(&pieces.concat())?;
    }

    #[test]
    fn prop_no_mutation_of_a_valid_document_brings_the_reader_down(
        mutations in prop::collection::vec((0..FOUNDING.len(), 0..60_usize, 0..74_usize), 1..5),
    ) {
        let mut source = FOUNDING.to_owned();
        for (from, length, how) in mutations {
            source = mutated(&source, from, length, how);
        }
        check(&source)?;
    }
}

proptest! {
    #[test]
    fn prop_no_mutation_of_a_recurring_window_brings_the_reader_down(
        mutations in prop::collection::vec((0..RECURRING.len(), 0..60_usize, 0..74_usize), 1..5),
    ) {
        let mut source = RECURRING.to_owned();
        for (from, length, how) in mutations {
            source = mutated(&source, from, length, how);
        }
        check(&source)?;
    }

    #[test]
    fn prop_no_mutation_of_the_edge_brings_the_reader_down(
        mutations in prop::collection::vec((0..EDGE.len(), 0..60_usize, 0..74_usize), 1..5),
    ) {
        let mut source = EDGE.to_owned();
        for (from, length, how) in mutations {
            source = mutated(&source, from, length, how);
        }
        check(&source)?;
    }

    // Numbers are where rules are sensitive: each digit of the window may be another.
    #[test]
    fn prop_no_other_digit_in_a_recurring_window_brings_the_reader_down(
        digits in prop::collection::vec((any::<prop::sample::Index>(), b'0'..=b'9'), 1..6),
    ) {
        let mut source = RECURRING.as_bytes().to_vec();
        let places: Vec<usize> =
            (0..source.len()).filter(|place| source[*place].is_ascii_digit()).collect();
        for (place, digit) in digits {
            source[*place.get(&places)] = digit;
        }
        check(&String::from_utf8(source).expect("digits are text"))?;
    }
}

#[test]
fn what_is_mangled_is_valid_before() {
    for document in [RECURRING, EDGE] {
        // Before any of the windows is over, which would be worth a warning.
        let now = "2025-01-01T00:00:00Z".parse().expect("a literal instant");
        assert_eq!(schedule::parse(document, now).diagnostics, []);
    }
}

// Deep nesting is where parsers that recurse overflow the stack, which no `catch` would survive.
#[test]
fn no_nesting_brings_the_reader_down() {
    for source in [
        "[".repeat(10_000),
        "a=".to_owned() + &"[".repeat(10_000),
        "a=".to_owned() + &"{a=".repeat(10_000),
        "a.".repeat(10_000) + "a=1",
        format!("[{}a]", "a.".repeat(10_000)),
    ] {
        let outcome = check(&source);
        assert!(outcome.is_ok(), "{outcome:?} for {}…", &source[..20]);
    }
}

// Small enough to try every place: each document cut off after each of its bytes.
#[test]
fn no_cut_of_a_valid_document_brings_the_reader_down() {
    for document in [FOUNDING, RECURRING, EDGE] {
        for until in 0..document.len() {
            let Some(source) = document.get(..until) else { continue };
            let outcome = check(source);
            assert!(outcome.is_ok(), "{outcome:?} for the first {until} bytes");
        }
    }
}
