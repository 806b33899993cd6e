//! The document as it is written: comments, order and layout stay.
//!
//! | file | what |
//! | --- | --- |
//! | `entries` | the keys of one table, in their order, with their comments |
//! | `table` | a table under a header or in braces |
//! | `keys` | the order in which keys are written |
//! | `instant` | instants as they are written, and read |
//! | `occurrence` | an [`Edit`] of a window, or of one of its occurrences |
//! | `append` | a new table behind the others |

mod append;
mod entries;
mod instant;
mod keys;
mod occurrence;
mod table;

use chrono::NaiveDateTime;
use schedule::Zone;
use toml_edit::DocumentMut;

use crate::{Refused, edit::Edit};

pub(crate) use append::Row;
pub(crate) use instant::text as instant_text;
use table::Place;

/// A document that [`schedule::parse`] takes, to be edited.
#[derive(Debug)]
pub(crate) struct Document {
    toml: DocumentMut,
    zone: Zone,
    /// Whether every line ends as on Windows. The editor writes line feeds, so they are taken away
    /// for it and put back.
    carriage_returns: bool,
    /// Whether it begins with a byte order mark.
    marked: bool,
    /// Its last line, if that does not end.
    unended: Option<String>,
}

const MARK: char = '\u{feff}';

impl Document {
    pub(crate) fn read(text: &str, zone: Zone) -> Result<Self, Refused> {
        let (text, marked) = match text.strip_prefix(MARK) {
            Some(text) => (text, true),
            None => (text, false),
        };
        let lines = text.matches('\n').count();
        let carriage_returns = lines > 0 && lines == text.matches("\r\n").count();
        let toml = match carriage_returns {
            true => text.replace("\r\n", "\n").parse(),
            false => text.parse(),
        };
        let toml = toml.map_err(|_| unknown("the document cannot be edited as it is written"))?;
        let last = text.rsplit('\n').next().filter(|last| !last.is_empty());
        Ok(Self { toml, zone, carriage_returns, marked, unended: last.map(str::to_owned) })
    }

    pub(crate) fn write(&self) -> String {
        let mut text = self.toml.to_string();
        // The editor ends every line.
        if let Some(last) = &self.unended
            && text.lines().last() == Some(last.as_str())
            && text.ends_with('\n')
        {
            text.pop();
        }
        if self.carriage_returns {
            text = text.replace('\n', "\r\n");
        }
        if self.marked {
            text.insert(0, MARK);
        }
        text
    }

    /// Changes a window, or the occurrence of it that `of` names.
    pub(crate) fn edit(
        &mut self,
        window: &str,
        of: Option<NaiveDateTime>,
        edit: &Edit,
    ) -> Result<(), Refused> {
        let zone = self.zone;
        let Some(of) = of else {
            return occurrence::edit(&mut self.window(window)?, edit, zone);
        };
        self.with_change(window, of, |change| occurrence::edit(change, edit, zone))
    }

    fn window(&mut self, id: &str) -> Result<Place<'_>, Refused> {
        let windows = self.toml.as_table_mut().get_mut("window");
        let found = windows.and_then(|windows| {
            Place::all(windows).into_iter().find(|place| place.text("id") == Some(id))
        });
        found.ok_or_else(|| unknown(&format!("the window `{id}` is not written as a table")))
    }

    /// The change of an occurrence, which is added where there is none.
    fn with_change(
        &mut self,
        window: &str,
        of: NaiveDateTime,
        edit: impl FnOnce(&mut Place<'_>) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let zone = self.zone;
        let is_of = |place: &Place<'_>, first| {
            let written = place.instant("of");
            written.and_then(|of| instant::local(&of, zone, first)) == Some(of)
        };
        let mut place = self.window(window)?;
        // A change may name its occurrence by the date alone, at the time of the first.
        let first = place.instant("start").and_then(|start| instant::local(&start, zone, None));
        let first = first.map(|first| first.time());
        if let Some(changes) = place.get_mut("change")
            && let Some(mut change) =
                Place::all(changes).into_iter().find(|change| is_of(change, first))
        {
            return edit(&mut change);
        }
        let mut row = Row::default();
        row.put("of", instant::local_value(of));
        edit(&mut row.place())?;
        if matches!(place, Place::Inline(_)) {
            return append::inline(&mut place, "change", row);
        }
        self.append_change(window, row)
    }
}

/// A document that is written in a way that we cannot edit.
fn unknown(what: &str) -> Refused {
    Refused::UnknownLayout { what: what.to_owned() }
}

/// The text before and behind what is written, empty where nothing is said.
fn raw(text: Option<&toml_edit::RawString>) -> &str {
    text.and_then(toml_edit::RawString::as_str).unwrap_or_default()
}
