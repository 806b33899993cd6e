//! A window as it is written into a document.

use chrono::{NaiveDateTime, TimeDelta};
use schedule::{Length, Stretch, Zone};
use textwrap::{Options, WordSplitter};
use toml_edit::{Array, Value};

use super::event::{Change, Repeating, When};

/// As wide as comments in documents are.
const WIDE: usize = 100;

/// What a window says, before it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    pub(super) id: &'a str,
    pub(super) channels: &'a [String],
    pub(super) when: &'a When,
    pub(super) summary: Option<&'a str>,
    pub(super) comments: &'a [String],
    /// The schedule's, in which its local times are.
    pub(super) zone: Zone,
}

impl Written<'_> {
    /// A table `[[window]]` with its comments and changes, in the order of `docs/schedule.md`.
    pub(super) fn text(&self) -> String {
        let mut text: String = self.comments.iter().map(|comment| commented(comment)).collect();
        text += "[[window]]\n";
        let mut put = |key: &str, value: &str| text += &format!("{key} = {value}\n");
        put("id", &quoted(self.id));
        let channels: Array = self.channels.iter().map(String::as_str).collect();
        put("channels", &Value::from(channels).to_string());
        match self.when {
            When::Once { start, end } => {
                put("start", &lifecycle::written(*start, self.zone));
                put("end", &lifecycle::written(*end, self.zone));
            }
            When::Repeating(repeating) => {
                put("start", &local(repeating.first));
                match repeating.stretch {
                    Stretch::Clock(shown) => put("end", &local(repeating.first + shown)),
                    Stretch::Elapsed(length) => put("length", &quoted(&long(length))),
                }
            }
        }
        if let Some(summary) = self.summary {
            put("summary", &quoted(summary));
        }
        if let When::Repeating(repeating) = self.when {
            text += &self.recurrence(repeating);
        }
        text
    }

    fn recurrence(&self, repeating: &Repeating) -> String {
        let mut text = String::new();
        if let Some(rule) = &repeating.rule {
            text += &format!("repeat = {}\n", quoted(rule));
        }
        for (key, starts) in [("also", &repeating.also), ("except", &repeating.except)] {
            if !starts.is_empty() {
                let starts: Vec<String> = starts.iter().copied().map(local).collect();
                text += &format!("{key} = [{}]\n", starts.join(", "));
            }
        }
        text + &repeating.changes.iter().map(|change| self.change(change)).collect::<String>()
    }

    fn change(&self, change: &Change) -> String {
        let mut text = format!("\n[[window.change]]\nof = {}\n", local(change.of));
        if let Some((start, end)) = change.to {
            text += &format!("start = {}\n", lifecycle::written(start, self.zone));
            text += &format!("end = {}\n", lifecycle::written(end, self.zone));
        }
        if change.cancelled {
            text += "cancelled = true\n";
        }
        text
    }
}

/// A text of others as a value.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A text of others as lines of a comment, whatever is in it.
pub(super) fn commented(text: &str) -> String {
    let options = Options::new(WIDE)
        .initial_indent("# ")
        .subsequent_indent("# ")
        .word_splitter(WordSplitter::NoHyphenation);
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    let lines = text.lines().map(|line| line.chars().map(clean).collect::<String>());
    let lines = lines.filter(|line| !line.trim().is_empty());
    lines.map(|line| textwrap::fill(line.trim(), &options) + "\n").collect()
}

fn local(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A length that no window can have stands as it is, for the parser to refuse.
fn long(length: TimeDelta) -> String {
    let length = u32::try_from(length.num_seconds()).ok();
    let read = length.and_then(|seconds| Length::try_from(seconds).ok());
    read.map_or_else(|| "0s".to_owned(), |length| length.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_others_stay_what_they_are() {
        let table = [("plain", "\"plain\""), ("say \"no\"", "'say \"no\"'"), ("a\\b", "'a\\b'")];
        for (text, expected) in table {
            assert_eq!(quoted(text), expected);
        }
        assert_eq!(commented("one\n\n[[window]]\r\u{b}two"), "# one\n# [[window]]  two\n");
    }
}
