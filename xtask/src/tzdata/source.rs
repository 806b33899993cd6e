//! The text that the IANA publishes about all zones, as the package carries it.

use std::fs;
use std::path::Path;

use crate::failure::{AboutFile, Failure};

/// A release and its text. It holds no character but those of names, numbers and dates, so that
/// nothing in it can become code: the tables that are made of it are Rust.
#[derive(Debug)]
pub struct Source {
    release: String,
    text: String,
}

impl Source {
    pub fn read(path: &Path) -> Result<Self, Failure> {
        Self::parse(fs::read_to_string(path).about("read the time zone data", path)?)
    }

    fn parse(text: String) -> Result<Self, Failure> {
        if let Some((line, text)) = text.lines().enumerate().find(|(_, text)| !is_plain(text)) {
            return Err(strange(line, text));
        }
        let first = text.lines().next().unwrap_or_default();
        let release = first.strip_prefix("# version ").filter(|release| is_release(release));
        let release = release.ok_or_else(|| strange(0, first))?.to_owned();
        Ok(Self { release, text })
    }

    /// Such as "2026f". Releases sort as text does.
    pub fn release(&self) -> &str {
        &self.release
    }

    /// In the compact form.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A failure about a line, counted from zero.
pub fn strange(line: usize, text: &str) -> Failure {
    Failure::ZoneSource { line: line + 1, text: text.to_owned() }
}

fn is_plain(line: &str) -> bool {
    // Comments say where the text comes from; they go no further.
    line.starts_with('#')
        || line.bytes().all(|b| b.is_ascii_alphanumeric() || b" _+-/%:<>=".contains(&b))
}

/// A year and one letter, or two after a year with more than 26 releases.
fn is_release(text: &str) -> bool {
    let letters = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.len() - letters.len() == 4
        && matches!(letters.len(), 1 | 2)
        && letters.bytes().all(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_says_the_release() {
        for (text, expect) in [
            ("# version 2026f\nL Etc/GMT GMT\n", Some("2026f")),
            ("# version 2026f\n# redo \"posix_only\"\n", Some("2026f")),
            ("# version 2026\n", None),
            ("# version 2026f-dirty\n", None),
            ("# version 2026f\"; evil()\n", None),
            ("L Etc/GMT GMT\n", None),
            ("", None),
        ] {
            let source = Source::parse(text.to_owned());
            assert_eq!(source.as_ref().ok().map(Source::release), expect, "{text:?}");
        }
    }

    #[test]
    fn what_could_become_code_is_refused_with_its_line() {
        for text in ["L Etc/GMT GMT\"", "Z A 1 - {}", "Z A;B 1 - X", "Z É 1 - X"] {
            let refused = Source::parse(format!("# version 2026f\n{text}\n"));
            assert!(matches!(refused, Err(Failure::ZoneSource { line: 2, .. })), "{refused:?}");
        }
    }
}
