//! The content lines that a calendar is made of (RFC 5545, section 3.1).

use chrono::{DateTime, Utc};

/// No line is longer than this in octets, its end not counted.
const LONGEST: usize = 75;

/// Content lines, folded, each with its CRLF. Whatever is written into them, a line stays one: what
/// is not printable is left out, and texts are escaped.
#[derive(Debug, Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A value that is no text, such as a number, a date or an address: written as it stands.
    pub(crate) fn value(&mut self, name: &str, value: &str) {
        self.with(name, &[], value);
    }

    /// A text, whose commas, semicolons, backslashes and line breaks are escaped.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.with(name, &[], &escaped(text));
    }

    /// An instant in UTC: to the second, which is as exact as calendars are.
    pub(crate) fn instant(&mut self, name: &str, instant: DateTime<Utc>) {
        self.value(name, &instant.format("%Y%m%dT%H%M%SZ").to_string());
    }

    /// A value with parameters, which are quoted.
    pub(crate) fn with(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let mut line = name.to_owned();
        for (name, value) in parameters {
            line += &format!(";{name}={}", quoted(value));
        }
        line.push(':');
        line.extend(value.chars().filter(|c| !c.is_control()));
        self.fold(&line);
    }

    pub(crate) fn into_text(self) -> String {
        self.0
    }

    /// Never within a character: some readers take each line for itself.
    fn fold(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                self.0 += "\r\n ";
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0 += "\r\n";
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => escaped += "\\n",
            ',' | ';' | '\\' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A parameter has no way to hold a double quote (RFC 5545, section 3.2). Words of the standard are
/// written without quotes, because some readers compare them so.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !value.is_empty() && value.chars().all(plain) {
        return value.to_owned();
    }
    let kept = value.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c });
    format!("\"{}\"", kept.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(write: impl FnOnce(&mut Lines), expected: &str) {
        let mut lines = Lines::default();
        write(&mut lines);
        assert_eq!(lines.into_text(), expected);
    }

    #[test]
    fn texts_are_escaped_and_values_are_not() {
        check(|lines| lines.text("SUMMARY", r"a, b; c\d"), "SUMMARY:a\\, b\\; c\\\\d\r\n");
        check(|lines| lines.text("SUMMARY", "a\r\nb\nc\rd"), "SUMMARY:a\\nb\\nc\\nd\r\n");
        check(|lines| lines.value("X", "a,b;c"), "X:a,b;c\r\n");
    }

    #[test]
    fn a_line_stays_one() {
        check(|lines| lines.value("X", "a\r\nATTENDEE:b"), "X:aATTENDEE:b\r\n");
        check(
            |lines| lines.with("X", &[("CN", "a\r\n\";ROLE=b"), ("RSVP", "FALSE")], "c"),
            "X;CN=\"a';ROLE=b\";RSVP=FALSE:c\r\n",
        );
        check(|lines| lines.text("X", "bell\u{7}, tab\t, nul\0"), "X:bell\\, tab\\, nul\r\n");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let long = "é".repeat(100);
        let mut lines = Lines::default();
        lines.text("SUMMARY", &long);
        let text = lines.into_text();
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST), "{text}");
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{long}\r\n"));
        check(|lines| lines.value("X", &"a".repeat(73)), &format!("X:{}\r\n", "a".repeat(73)));
    }
}
