//! A terminal, on which lines are drawn again in place.
//!
//! The cursor stands below the lines whenever nothing is being drawn, and is never hidden, so that
//! an interruption leaves nothing to be put right.

use std::fmt::Write;

use terminal_size::{Height, Width};
use textwrap::core::display_width;

use super::lines::Line;

/// The lines that stand on a terminal.
#[derive(Debug, Default)]
pub(super) struct Screen {
    /// How many rows are drawn again.
    rows: usize,
}

/// How many columns and rows there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    columns: usize,
    rows: usize,
}

impl Size {
    /// Of the terminal; of one of the usual size where it does not say.
    pub(super) fn find() -> Self {
        match terminal_size::terminal_size() {
            Some((Width(columns), Height(rows))) if columns > 0 && rows > 1 => {
                Self { columns: columns.into(), rows: rows.into() }
            }
            _ => Self { columns: 80, rows: 24 },
        }
    }
}

impl Screen {
    /// What to write so that `above` is added for good, and `lines` stand below instead of those
    /// that were drawn before.
    pub(super) fn draw(
        &mut self,
        above: &[String],
        lines: &[Line],
        size: Size,
        styled: bool,
    ) -> String {
        let mut text = String::new();
        if self.rows > 0 {
            let _ = write!(text, "\x1b[{}A\r\x1b[J", self.rows);
        }
        for line in above {
            text += &plain(line);
            text.push('\n');
        }
        self.rows = 0;
        // What is higher than the terminal could not be drawn again.
        for line in lines.iter().take(size.rows.saturating_sub(1)) {
            let fitting = fitting(&plain(&line.text), size.columns);
            let style = line.style;
            let _ = match styled {
                true => writeln!(text, "{style}{fitting}{style:#}"),
                false => writeln!(text, "{fitting}"),
            };
            self.rows += 1;
        }
        text
    }
}

/// A line in one row: the last column stays free, because some terminals wrap there already.
fn fitting(text: &str, columns: usize) -> String {
    let room = columns.saturating_sub(1);
    if display_width(text) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    for character in text.chars() {
        if display_width(&cut) + display_width(character.encode_utf8(&mut [0; 4])) + 1 > room {
            break;
        }
        cut.push(character);
    }
    cut.push('…');
    cut
}

/// Without what a terminal would obey: summaries are what people wrote.
pub(super) fn plain(text: &str) -> String {
    text.replace(char::is_control, "�")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let line = |text: &&str| Line { text: (*text).to_owned(), style: anstyle::Style::new() };
        texts.iter().map(line).collect()
    }

    #[test]
    fn in_place() {
        let size = Size { columns: 20, rows: 24 };
        let mut screen = Screen::default();
        assert_eq!(screen.draw(&[], &lines(&["one", "two"]), size, false), "one\ntwo\n");
        let above = ["three is new".to_owned()];
        assert_eq!(
            screen.draw(&above, &lines(&["one"]), size, false),
            "\x1b[2A\r\x1b[Jthree is new\none\n",
        );
        assert_eq!(screen.draw(&[], &lines(&["a", "b"]), size, false), "\x1b[1A\r\x1b[Ja\nb\n");
    }

    #[test]
    fn as_wide_and_as_high_as_the_terminal() {
        let mut screen = Screen::default();
        let size = Size { columns: 8, rows: 3 };
        let drawn = screen.draw(&[], &lines(&["1234567", "12345678", "three"]), size, false);
        assert_eq!(drawn, "1234567\n123456…\n");
        assert!(screen.draw(&[], &[], size, false).starts_with("\x1b[2A"));
        let size = Size { columns: 1, rows: 3 };
        assert_eq!(Screen::default().draw(&[], &lines(&["wide"]), size, false), "…\n");
        // A letter that takes two columns is not cut in half.
        let size = Size { columns: 6, rows: 3 };
        assert_eq!(Screen::default().draw(&[], &lines(&["日本語日本"]), size, false), "日本…\n");
    }

    #[test]
    fn nothing_that_a_terminal_would_obey() {
        let size = Size { columns: 40, rows: 3 };
        let drawn = Screen::default().draw(&[], &lines(&["a\x1b[2Jb\n"]), size, false);
        assert_eq!(drawn, "a�[2Jb�\n");
    }
}
