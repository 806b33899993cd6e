//! What becomes of events, one rule after the other.

mod calendars;
mod laws;
mod maintnotes;
mod recurring;
mod statuspages;
mod versions;

use chrono::{DateTime, Utc};
use clap::Parser;
use expect_test::Expect;

use super::{Arguments, Imported, import, origin::Origin};
use crate::{failure::Failure, source::Source};

#[derive(Parser)]
struct Words {
    #[command(flatten)]
    arguments: Arguments,
}

const NOW: &str = "2025-01-30T12:00:00Z";

// Clocks there go forward on March 9 and back on November 2, 2025.
const CHICAGO: &str = "[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\nlabel = \"CT\"\n\
    [[channel]]\nid = \"web\"\nname = \"the web application\"\n\
    [[channel]]\nid = \"web-services\"\nname = \"web services\"\n\
    [[channel]]\nid = \"ftp\"\nname = \"FTP-related data exchange\"\n";

fn now() -> DateTime<Utc> {
    NOW.parse().expect("it is an instant")
}

/// What is made of a text for a schedule.
fn imported(text: &str, into: &str, words: &[&str]) -> Result<Imported, Failure> {
    let words = ["import", "source"].iter().chain(words);
    let Words { arguments } = Words::try_parse_from(words).expect("these words are understood");
    let origin = Origin { name: "source".to_owned(), text: text.to_owned() };
    let into = Source { name: "schedule.toml".to_owned(), text: into.to_owned() };
    import(&origin, Some(into), &arguments, now()).map(|(imported, _)| imported)
}

/// The document, and what is said about each event.
fn told(imported: &Imported) -> String {
    let mut text = imported.document.clone();
    for draft in &imported.taken {
        for note in &draft.event.notes {
            text += &format!("note: {note}\n");
        }
        if !draft.event.left_out.is_empty() {
            text += &format!("left out: {}\n", draft.event.left_out.join(", "));
        }
    }
    for untaken in &imported.untaken {
        text += &format!("{} ({}): {}\n", untaken.name, untaken.why.kind(), untaken.why);
    }
    text
}

#[track_caller]
fn check(text: &str, words: &[&str], expected: &Expect) {
    match imported(text, CHICAGO, words) {
        Ok(imported) => expected.assert_eq(&told(&imported)),
        Err(failure) => expected.assert_eq(&format!("error: {failure}\n")),
    }
}

/// A calendar with one event, over the channel `web` where it does not say otherwise.
#[track_caller]
fn check_event(lines: &str, expected: &Expect) {
    let text = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1@a.example\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    check(&text, &["--default-channel", "web"], expected);
}
