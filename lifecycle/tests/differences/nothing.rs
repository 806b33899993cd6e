//! What means the same.

use crate::compared::{DOCUMENT, audiences, differences, with};

#[track_caller]
fn check(after: &str) {
    for now in ["2025-02-06T12:00", "2025-02-06T20:00", "2026-02-06T20:00"] {
        assert_eq!(differences(DOCUMENT, after, now), "", "{after}");
        assert_eq!(audiences(DOCUMENT, after, now), "", "{after}");
    }
}

#[test]
fn comments_and_layout() {
    check(DOCUMENT);
    check(&DOCUMENT.replace('\n', " # a comment\n"));
    check(&DOCUMENT.replace(" = ", "="));
    check(&format!("# first\n\n{DOCUMENT}\n\n# last"));
}

#[test]
fn other_words_for_the_same() {
    check(&with("end = 2025-02-06T21:00:00", "length = \"2h\""));
    check(&with("end = 2025-02-06T21:00:00", "end = 2025-02-07T03:00:00Z"));
    check(&with("channels = [\"web\", \"soap\"]", "channels = [\"soap\", \"web\"]"));
    check(&with("repeat = \"FREQ=WEEKLY\"", "repeat = \"freq=weekly;interval=1\""));
    check(&with("summary =", "reason = \"planned\"\noverrun = \"reopen\"\nsummary ="));
    check(&with("prefix =", "retry-after.cap = \"1h\"\nprefix ="));
}

#[test]
fn the_order_of_windows() {
    let (head, windows) = DOCUMENT.split_at(DOCUMENT.find("[[window]]").expect("there are some"));
    let (once, series) = windows.split_at(windows.rfind("[[window]]").expect("there are two"));
    check(&format!("{head}{series}\n{once}"));
}
