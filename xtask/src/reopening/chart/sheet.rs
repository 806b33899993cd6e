//! What a picture is drawn on, and what makes it a file.

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, IntoFont, TextStyle};

use crate::reopening::chart::palette::{Paint, style_sheet};

/// A part of a picture that can be drawn on.
pub type Sheet<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Why the results of drawing are not looked at.
pub const DRAWN: &str = "drawing into a text cannot fail";

/// The picture's words for those who do not see it.
pub struct Words {
    pub title: &'static str,
    pub description: String,
}

/// Draws a picture of this size. Coordinates are whole numbers, so it is drawn at twice the size
/// at which it is shown.
pub fn picture(size: (u32, u32), words: &Words, draw: impl FnOnce(&Sheet<'_>)) -> String {
    let mut drawn = String::new();
    {
        let sheet = SVGBackend::with_string(&mut drawn, size).into_drawing_area();
        draw(&sheet);
        sheet.present().expect(DRAWN);
    }
    let (_, shapes) = drawn.split_once('\n').expect("the first line opens the picture");
    let (width, height) = size;
    let Words { title, description } = words;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" \
         width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"desc\">{description}</desc>\n\
         <style>\n{}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"16\" fill=\"#FFFFFF\"/>\n{shapes}",
        width / 2,
        height / 2,
        style_sheet(),
    )
}

/// Words of a size in the picture's own units, set from `anchor`.
pub fn words(paint: Paint, size: u32, anchor: HPos) -> TextStyle<'static> {
    // plotters divides by this what it is given.
    let size = f64::from(size) * 1.24;
    let style = ("sans-serif", size).into_font().color(&paint.colour());
    style.pos(Pos::new(anchor, VPos::Center))
}

/// The same with more weight.
pub fn strong(paint: Paint, size: u32, anchor: HPos) -> TextStyle<'static> {
    let size = f64::from(size) * 1.24;
    let font = ("sans-serif", size).into_font().style(FontStyle::Bold);
    font.color(&paint.colour()).pos(Pos::new(anchor, VPos::Center))
}

/// An instant as a mark of the time axis, from its second after the end.
pub fn minutes(second: i32) -> String {
    match second / 60 {
        0 => "end".to_owned(),
        minutes if minutes < 0 => format!("−{} min", -minutes),
        minutes => format!("+{minutes} min"),
    }
}
