//! A table under a header, or in braces.

use toml_edit::{Datetime, InlineTable, Item, Table};

use super::entries::Entries;

/// A table under a header, or in braces: what stands in it is edited alike.
#[derive(Debug)]
pub(super) enum Place<'d> {
    Headed(&'d mut Table),
    Inline(&'d mut InlineTable),
}

impl<'d> Place<'d> {
    /// A table, whichever way it is written.
    pub(super) fn of(item: &'d mut Item) -> Option<Self> {
        match item {
            Item::Table(table) => Some(Self::Headed(table)),
            Item::Value(value) => value.as_inline_table_mut().map(Self::Inline),
            Item::None | Item::ArrayOfTables(_) => None,
        }
    }

    /// The tables of a list, whichever way it is written.
    pub(super) fn all(item: &'d mut Item) -> Vec<Self> {
        match item {
            Item::ArrayOfTables(tables) => tables.iter_mut().map(Self::Headed).collect(),
            Item::Value(value) => {
                let list = value.as_array_mut().into_iter().flat_map(toml_edit::Array::iter_mut);
                list.filter_map(|value| value.as_inline_table_mut().map(Self::Inline)).collect()
            }
            Item::None | Item::Table(_) => Vec::new(),
        }
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Item> {
        match self {
            Self::Headed(table) => table.get_mut(key),
            Self::Inline(table) => toml_edit::TableLike::get_mut(*table, key),
        }
    }

    fn get(&self, key: &str) -> Option<&Item> {
        match self {
            Self::Headed(table) => table.get(key),
            Self::Inline(table) => toml_edit::TableLike::get(*table, key),
        }
    }

    pub(super) fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Item::as_str)
    }

    pub(super) fn instant(&self, key: &str) -> Option<Datetime> {
        self.get(key).and_then(Item::as_datetime).copied()
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Headed(table) => table.is_empty(),
            Self::Inline(table) => table.is_empty(),
        }
    }

    /// Edits the keys as a list, in their order.
    pub(super) fn rewrite<T>(&mut self, edit: impl FnOnce(&mut Entries) -> T) -> T {
        let mut entries = Entries::new(matches!(self, Self::Inline(_)));
        match self {
            Self::Headed(table) => {
                let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
                entries.extend(keys.iter().filter_map(|key| table.remove_entry(key)));
            }
            Self::Inline(table) => {
                let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
                let removed = keys.iter().filter_map(|key| table.remove_entry(key));
                entries.extend(removed.map(|(key, value)| (key, Item::Value(value))));
            }
        }
        let result = edit(&mut entries);
        for (key, item) in entries.into_list() {
            match self {
                Self::Headed(table) => {
                    table.insert_formatted(&key, item);
                }
                Self::Inline(table) => {
                    if let Ok(value) = item.into_value() {
                        table.insert_formatted(&key, value);
                    }
                }
            }
        }
        result
    }
}
