//! A notice as plain text.

use std::fmt::Write;

use super::{
    Letter,
    letter::Block,
    run::{Run, plain},
};

/// Mails are read in columns of this width (RFC 5322, section 2.1.1).
const WIDTH: usize = 78;

/// A notice as plain text, in each of the languages one after the other.
pub fn text(letters: &[Letter]) -> String {
    let texts: Vec<String> = letters.iter().map(one).collect();
    texts.join(&format!("\n{}\n\n", "=".repeat(WIDTH)))
}

fn one(letter: &Letter) -> String {
    let mut text = filled(&letter.subject, "", "");
    for section in &letter.sections {
        let heading = plain(&section.heading);
        if !heading.is_empty() {
            let line = "-".repeat(heading.chars().count());
            let _ = write!(text, "\n{heading}\n{line}\n");
        }
        for block in &section.blocks {
            text.push('\n');
            put(block, &mut text);
        }
    }
    text
}

fn put(block: &Block, text: &mut String) {
    match block {
        Block::Paragraph(runs) => *text += &filled(&plain(runs), "", ""),
        Block::Items(items) => put_items(items, text),
        Block::Rows(rows) => put_rows(rows, text),
        Block::Groups(groups) => {
            for (place, (heading, items)) in groups.iter().enumerate() {
                if place > 0 {
                    text.push('\n');
                }
                *text += &filled(&plain(heading), "", "");
                put_items(items, text);
            }
        }
        Block::Beside(pair) => put_rows(pair, text),
    }
}

fn put_items(items: &[Vec<Run>], text: &mut String) {
    for item in items {
        *text += &filled(&plain(item), "- ", "  ");
    }
}

/// Values stand below each other.
fn put_rows(rows: &[(Vec<Run>, Vec<Run>)], text: &mut String) {
    let terms: Vec<String> = rows.iter().map(|(term, _)| format!("{}:", plain(term))).collect();
    let widest = terms.iter().map(|term| term.chars().count()).max().unwrap_or(0);
    let others = " ".repeat(widest + 1);
    for (term, (_, value)) in terms.iter().zip(rows) {
        *text += &filled(&plain(value), &format!("{term:widest$} "), &others);
    }
}

/// A text in lines between words: what is longer than a line, such as an address, stays whole.
fn filled(text: &str, first: &str, others: &str) -> String {
    let mut lines = first.to_owned();
    let mut column = first.chars().count();
    let mut begins = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if !begins && column + 1 + length > WIDTH {
            lines.push('\n');
            lines += others;
            column = others.chars().count();
        } else if !begins {
            lines.push(' ');
            column += 1;
        }
        lines += word;
        column += length;
        begins = false;
    }
    lines.push('\n');
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_only() {
        let words = "word ".repeat(40);
        let text = filled(&words, "- ", "  ");
        assert!(text.lines().all(|line| line.len() <= WIDTH), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")), "{text}");
        let long = "x".repeat(100);
        assert_eq!(filled(&format!("a {long} b"), "", ""), format!("a\n{long}\nb\n"));
        // A time is not torn from its half of the day.
        assert_eq!(filled("7:00\u{a0}p.\u{a0}m.", "", ""), "7:00\u{a0}p.\u{a0}m.\n");
        assert_eq!(filled("", "", ""), "\n");
    }
}
