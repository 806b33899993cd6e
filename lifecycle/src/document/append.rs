//! A new table behind the others.

use chrono::{DateTime, FixedOffset};
use schedule::{Overrun, Reason, Zone};
use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, Value};

use super::{Document, instant, raw, table::Place, unknown};
use crate::{
    NewWindow, Refused,
    add::{Told, reason},
};

/// A table that is not in the document yet.
#[derive(Debug, Default)]
pub(crate) struct Row(Table);

impl Row {
    /// A window; what goes without saying is not written.
    pub(crate) fn window(
        id: &str,
        window: &NewWindow,
        (start, end): (DateTime<FixedOffset>, Option<DateTime<FixedOffset>>),
        announce: Option<Told>,
        zone: Zone,
    ) -> Self {
        let mut row = Self::default();
        row.put("id", id);
        row.put("channels", window.channels.iter().map(String::as_str).collect::<Array>());
        row.put("start", instant::value(start, zone));
        if let Some(end) = end {
            row.put("end", instant::value(end, zone));
        }
        if window.reason != Reason::default() {
            row.put("reason", reason(window.reason));
        }
        if let Some(summary) = &window.summary {
            row.put("summary", summary.as_str());
        }
        match announce {
            Some(Told::At(at)) => row.put("announce", instant::value(at, zone)),
            Some(Told::Before(lead)) => row.put("announce", lead.to_string()),
            None => {}
        }
        if window.overrun == Overrun::Hold {
            row.put("overrun", "hold");
        }
        if let Some(limit) = window.hold_limit {
            row.put("hold-limit", limit.to_string());
        }
        row
    }

    /// Puts a key behind the others.
    pub(super) fn put(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key, Item::Value(value.into()));
    }

    pub(super) fn place(&mut self) -> Place<'_> {
        Place::Headed(&mut self.0)
    }

    fn into_inline(self) -> InlineTable {
        let mut table = InlineTable::new();
        for (key, item) in self.0 {
            if let Ok(value) = item.into_value() {
                table.insert(key, value);
            }
        }
        table
    }
}

impl Document {
    /// Puts a window behind the last.
    pub(crate) fn append_window(&mut self, row: Row) -> Result<(), Refused> {
        let root = self.toml.as_table_mut();
        if let Some(Item::Value(windows)) = root.get_mut("window") {
            return push(windows, row);
        }
        let last = root.get("window").map(last);
        let (row, position) = self.behind(row, last.flatten());
        let windows = self.toml.as_table_mut().entry("window");
        let windows = windows.or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let windows = windows.as_array_of_tables_mut();
        let windows = windows.ok_or_else(|| unknown("`window` is not written as tables"))?;
        windows.push(placed(row, position));
        Ok(())
    }

    /// Puts a change behind the last of a window that has a header.
    pub(super) fn append_change(&mut self, window: &str, row: Row) -> Result<(), Refused> {
        let Place::Headed(table) = self.window(window)? else {
            return Err(unknown(&format!("the window `{window}` is not written under a header")));
        };
        if let Some(Item::Value(changes)) = table.get_mut("change") {
            return push(changes, row);
        }
        let last = last_of(table);
        let (row, position) = self.behind(row, last);
        let Place::Headed(table) = self.window(window)? else { return Ok(()) };
        let changes = table.entry("change");
        let changes = changes.or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let changes = changes.as_array_of_tables_mut();
        let changes = changes.ok_or_else(|| unknown("`change` is not written as tables"))?;
        changes.push(placed(row, position));
        Ok(())
    }

    /// Where a table comes to stand behind the one at a position, or behind all of them.
    ///
    /// At the end of the document, what stands there already (a comment, perhaps about the window
    /// before) stays before the new table.
    fn behind(&mut self, row: Row, position: Option<isize>) -> (Row, Option<isize>) {
        let Row(mut table) = row;
        let end = last_of(self.toml.as_table());
        let position = position.or(end);
        if position == end {
            let trailing = raw(Some(self.toml.trailing())).to_owned();
            let ends = trailing.is_empty() || trailing.ends_with('\n');
            let line = if ends { "" } else { "\n" };
            table.decor_mut().set_prefix(format!("{trailing}{line}\n"));
            self.toml.set_trailing("");
        }
        (Row(table), position)
    }
}

/// Puts a change behind the others of a window in braces.
pub(super) fn inline(place: &mut Place<'_>, key: &str, row: Row) -> Result<(), Refused> {
    if !place.contains(key) {
        place.rewrite(|entries| entries.put(key, Value::Array(Array::new())));
    }
    match place.get_mut(key) {
        Some(Item::Value(list)) => push(list, row),
        _ => Err(unknown(&format!("`{key}` is not written as a list"))),
    }
}

/// Puts a table in braces behind the others of a list, laid out as the last is.
fn push(list: &mut Value, row: Row) -> Result<(), Refused> {
    let list = list.as_array_mut().ok_or_else(|| unknown("expected a list of tables"))?;
    let mut value = Value::InlineTable(row.into_inline());
    let last = list.iter().last();
    let prefix = last.map_or("", |last| raw(last.decor().prefix())).to_owned();
    let prefix = match prefix.rsplit_once('\n') {
        Some((_, indent)) => format!("\n{indent}"),
        None if list.is_empty() => String::new(),
        None => " ".to_owned(),
    };
    // What stood behind the last stands behind the new one, but for a comment about the last.
    let place = list.len().checked_sub(1);
    let rest = if list.trailing_comma() {
        raw(Some(list.trailing())).to_owned()
    } else if let Some(last) = place.and_then(|place| list.get_mut(place)) {
        let rest = raw(last.decor().suffix()).to_owned();
        last.decor_mut().set_suffix("");
        rest
    } else {
        String::new()
    };
    let comment = rest.trim_end();
    let behind = &rest[comment.len()..];
    value.decor_mut().set_prefix(format!("{comment}{prefix}"));
    if list.trailing_comma() {
        list.set_trailing(behind);
    } else {
        value.decor_mut().set_suffix(behind);
    }
    list.push_formatted(value);
    Ok(())
}

fn placed(row: Row, position: Option<isize>) -> Table {
    let Row(mut table) = row;
    table.set_position(position);
    table
}

/// The last position of an item's tables.
fn last(item: &Item) -> Option<isize> {
    match item {
        Item::Table(table) => last_of(table),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(last_of).max(),
        Item::None | Item::Value(_) => None,
    }
}

/// The last position of a table and those below it.
fn last_of(table: &Table) -> Option<isize> {
    let below = table.iter().filter_map(|(_, item)| last(item)).max();
    table.position().max(below)
}
