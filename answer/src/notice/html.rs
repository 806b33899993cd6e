//! A notice as a page of HTML, which is also what a mail shows.

use catalogue::Language;
use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use super::{
    Letter,
    letter::{Block, Section},
    run::Run,
};
use crate::html::Told;

/// A notice as a page of HTML, in each of the languages one after the other.
///
/// It asks for nothing: no picture, no script, no font, so that nobody learns when it is read.
pub fn html(letters: &[Letter]) -> String {
    let first = letters.first();
    let page = markup! {
        (DOCTYPE)
        html lang=[first.map(|letter| letter.language.tag())]
            dir=[first.map(|letter| letter.language.direction().as_str())]
        {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if let Some(letter) = first { title { (letter.subject) } }
                style { (PreEscaped(style())) }
            }
            body { @for letter in letters { (article(letter)) } }
        }
    };
    page.into_string() + "\n"
}

fn article(letter: &Letter) -> Markup {
    let page = letter.language;
    markup! {
        article lang=(letter.language.tag()) dir=(letter.language.direction().as_str()) {
            h1 { (letter.subject) }
            @for section in &letter.sections { (part(section, page)) }
        }
    }
}

fn part(section: &Section, page: Language) -> Markup {
    markup! {
        @if !section.heading.is_empty() { h2 { (line(&section.heading, page)) } }
        @for block in &section.blocks {
            @match block {
                Block::Paragraph(runs) => p { (line(runs, page)) },
                Block::Items(items) => (list(items, page)),
                Block::Rows(rows) => dl {
                    @for (term, value) in rows {
                        div { dt { (line(term, page)) } dd { (line(value, page)) } }
                    }
                },
                Block::Groups(groups) => @for (heading, items) in groups {
                    h3 { (line(heading, page)) }
                    (list(items, page))
                },
                Block::Beside(pair) => table {
                    tr { @for (heading, _) in pair { th scope="col" { (line(heading, page)) } } }
                    tr { @for (_, value) in pair { td { (line(value, page)) } } }
                },
            }
        }
    }
}

fn list(items: &[Vec<Run>], page: Language) -> Markup {
    markup! { ul { @for item in items { li { (line(item, page)) } } } }
}

fn line(runs: &[Run], page: Language) -> Markup {
    markup! {
        @for run in runs {
            @match run {
                Run::Words(text) => (text),
                Run::Own(text, tag) => (own(text, Told::new(tag, page))),
                Run::Time(text) => strong { (text) },
                Run::Mail(text) => a href={ "mailto:" (text) } { (text) },
                Run::Link(text) => a href=(text) { (text) },
            }
        }
    }
}

fn own(text: &str, told: Told<'_>) -> Markup {
    markup! {
        @match told.lang() {
            Some(lang) => span lang=(lang) dir=[told.dir()] { (text) },
            None => (text),
        }
    }
}

/// Without the comment that opens the file, which is for us.
fn style() -> &'static str {
    let file = include_str!("notice.css");
    file.split_once("*/\n").map_or(file, |(_, rest)| rest)
}
