//! Lines as wide as the terminal, and no wider than is good to read.

use std::borrow::Cow;

use terminal_size::Width;
use textwrap::{Options, WordSplitter};

/// Longer lines are hard to read even where there is room for them.
const WIDEST: usize = 100;

/// Narrower terminals wrap by themselves.
const NARROWEST: usize = 40;

/// How wide a line may be.
fn width() -> usize {
    let terminal = terminal_size::terminal_size();
    terminal.map_or(WIDEST, |(Width(columns), _)| usize::from(columns)).clamp(NARROWEST, WIDEST)
}

/// A sentence of a list.
pub(crate) fn item(text: &str) -> String {
    fill(text, "  - ", "    ")
}

/// A text in lines, the first behind one indent and the others behind another.
pub(crate) fn fill(text: &str, first: &str, others: &str) -> String {
    fill_to(width(), text, first, others)
}

fn fill_to(width: usize, text: &str, first: &str, others: &str) -> String {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(&plain(text), options) + "\n"
}

/// Without what a terminal would obey: the keeper tells what people wrote.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    match text.chars().any(char::is_control) {
        true => text.replace(|c: char| c.is_control() && c != '\n', "�").into(),
        false => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let text = "one two three four";
        assert_eq!(fill_to(12, text, "- ", "  "), "- one two\n  three four\n");
        assert_eq!(fill_to(100, text, "- ", "  "), "- one two three four\n");
        assert_eq!(fill_to(100, "a\u{1b}[31mb", "", ""), "a�[31mb\n");
        assert_eq!(fill_to(5, "incomprehensibilities", "", ""), "incomprehensibilities\n");
    }
}
