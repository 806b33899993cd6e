//! A notice as Markdown, for chats, issues and wikis.

use std::fmt::Write;

use super::{
    Letter,
    letter::Block,
    run::{Run, plain},
};

/// A notice as Markdown, in each of the languages one after the other.
pub fn markdown(letters: &[Letter]) -> String {
    let texts: Vec<String> = letters.iter().map(one).collect();
    texts.join("\n---\n\n")
}

fn one(letter: &Letter) -> String {
    let mut text = format!("# {}\n", escaped(&letter.subject));
    for section in &letter.sections {
        if !section.heading.is_empty() {
            let _ = write!(text, "\n## {}\n", line(&section.heading));
        }
        for block in &section.blocks {
            text.push('\n');
            put(block, &mut text);
        }
    }
    text
}

fn put(block: &Block, text: &mut String) {
    let _ = match block {
        Block::Paragraph(runs) => writeln!(text, "{}", beginning(&line(runs))),
        Block::Items(items) => return put_items(items, text),
        Block::Rows(rows) => return put_rows(rows, text),
        Block::Groups(groups) => return put_groups(groups, text),
        Block::Beside([(before, old), (now, new)]) => writeln!(
            text,
            "| {} | {} |\n| --- | --- |\n| {} | {} |",
            line(before),
            line(now),
            line(old),
            line(new)
        ),
    };
}

fn put_items(items: &[Vec<Run>], text: &mut String) {
    for item in items {
        let _ = writeln!(text, "- {}", beginning(&line(item)));
    }
}

fn put_rows(rows: &[(Vec<Run>, Vec<Run>)], text: &mut String) {
    for (term, value) in rows {
        let _ = writeln!(text, "- {}: {}", line(term), line(value));
    }
}

fn put_groups(groups: &[(Vec<Run>, Vec<Vec<Run>>)], text: &mut String) {
    for (place, (heading, items)) in groups.iter().enumerate() {
        if place > 0 {
            text.push('\n');
        }
        let _ = writeln!(text, "**{}**\n", escaped(plain(heading).trim()));
        put_items(items, text);
    }
}

fn line(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match run {
            Run::Words(text) | Run::Own(text, _) => escaped(text),
            Run::Time(text) => format!("**{}**", escaped(text)),
            // Angle brackets make it a link everywhere, but end at the first of their kind.
            Run::Mail(text) | Run::Link(text) if is_plain(text) => format!("<{text}>"),
            Run::Mail(text) | Run::Link(text) => escaped(text),
        })
        .collect()
}

fn is_plain(address: &str) -> bool {
    address.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\' | '`'))
}

/// What Markdown would take for a mark of its own. Underscores and the like within words are none,
/// but a reader of another kind of Markdown may think so.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A line that begins as a list or a heading of dashes would be one.
fn beginning(line: &str) -> String {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < line.len() && digits.starts_with(['.', ')']);
    if numbered {
        let number = &line[..line.len() - digits.len()];
        return format!("{number}\\{digits}");
    }
    match line.starts_with(['-', '+', '=']) {
        true => format!("\\{line}"),
        false => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_a_mark() {
        let table = [
            ("*a* _b_ [c](d)", "\\*a\\* \\_b\\_ \\[c\\](d)"),
            ("<script>", "\\<script\\>"),
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("1. a", "1\\. a"),
            ("2025 is a year", "2025 is a year"),
            ("a | b &amp; \\", "a \\| b \\&amp; \\\\"),
        ];
        for (text, expected) in table {
            assert_eq!(beginning(&line(&[Run::words(text)])), expected);
        }
        let address = |text: &str| line(&[Run::Mail(text.to_owned())]);
        assert_eq!(address("a_b@example.org"), "<a_b@example.org>");
        assert_eq!(address("a>b@example.org"), "a\\>b@example.org");
    }
}
