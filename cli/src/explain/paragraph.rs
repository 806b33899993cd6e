//! Labelled paragraphs for a terminal.

use anstyle::Style;
use textwrap::{Options, WordSplitter};

/// The width of a page; longer lines are hard to read even where there is room for them.
const WIDTH: usize = 100;

/// The column in which texts begin.
const INDENT: &str = "          ";

/// A label and a text behind it, in as many lines as it takes.
pub(super) fn paragraph(label: &str, text: &str, style: Option<Style>) -> String {
    let options = Options::new(WIDTH)
        .initial_indent(INDENT)
        .subsequent_indent(INDENT)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    let wrapped = textwrap::fill(text, options);
    let text = wrapped.trim_start();
    let gap = &INDENT[label.len().min(INDENT.len() - 1)..];
    match style {
        None => format!("{label}{gap}{text}\n"),
        Some(style) => {
            let label_style = Style::new().dimmed();
            format!("{label_style}{label}{label_style:#}{gap}{style}{text}{style:#}\n")
        }
    }
}
