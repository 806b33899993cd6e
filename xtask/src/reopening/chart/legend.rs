//! What the colours of a picture mean.

use plotters::element::{Rectangle, Text};
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::reopening::chart::palette::Paint;
use crate::reopening::chart::sheet::{DRAWN, Sheet, strong, words};

/// How high it is.
pub const HEAD: u32 = 130;

/// How an entry is marked: as a line or as a field.
#[derive(Clone, Copy)]
pub enum Mark {
    Line,
    Field,
}

/// An entry, and where it begins. Nobody knows how wide letters are, so there is room to spare.
pub type Entry = (i32, Mark, Paint, &'static str);

/// The picture's title, and below it what its colours mean.
pub fn draw(head: &Sheet<'_>, title: &'static str, entries: &[Entry]) {
    let title = Text::new(title, (40, 42), strong(Paint::Ink, 34, HPos::Left));
    head.draw(&title).expect(DRAWN);
    for &(x, mark, paint, text) in entries {
        let half = match mark {
            Mark::Line => 5,
            Mark::Field => 14,
        };
        let field = [(x, 93 - half), (x + 44, 93 + half)];
        head.draw(&Rectangle::new(field, paint.colour().filled())).expect(DRAWN);
        let text = Text::new(text, (x + 58, 93), words(Paint::Ink, 26, HPos::Left));
        head.draw(&text).expect(DRAWN);
    }
}
