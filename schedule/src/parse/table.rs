//! A table of the document, read key by key; what nobody asked for is an unknown key.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Sink, translations};
use crate::{Length, Problem};

/// A table that remembers which keys were asked for.
pub(super) struct Table<'t> {
    /// How messages call it, such as "`[service]`".
    name: &'static str,
    entries: &'t DeTable<'t>,
    /// Where to point when something is missing: the table's header.
    pub(super) span: Range<usize>,
    known: Vec<&'static str>,
}

/// A value and the bytes of the document that it was read from.
#[derive(Clone, Debug)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

impl<'t> Table<'t> {
    pub(super) fn root(entries: &'t DeTable<'t>) -> Self {
        Self { name: "the document", entries, span: 0..0, known: Vec::new() }
    }

    /// The value of `key`, whatever it is.
    pub(super) fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.known.push(key);
        self.entries.get(key)
    }

    /// Whether `key` is there; asking does not make it a known one.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.get(key).is_some()
    }

    /// The text of `key`, where it is one; asking does not make it a known one.
    pub(super) fn peek(&self, key: &str) -> Option<&'t str> {
        self.entries.get(key)?.get_ref().as_str()
    }

    /// Whether there is a value at a path such as `contact.topic`.
    pub(super) fn holds(&self, path: &str) -> bool {
        let mut entries = Some(self.entries);
        path.split('.').all(|key| {
            let value = entries.and_then(|entries| entries.get(key));
            entries = value.and_then(|value| value.get_ref().as_table());
            value.is_some()
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether there is any key but these.
    pub(super) fn has_more_than(&self, keys: &[&str]) -> bool {
        self.entries.keys().any(|key| !keys.contains(&key.get_ref().as_ref()))
    }

    /// A key that must be there.
    pub(super) fn required<T>(
        &mut self,
        key: &'static str,
        example: &'static str,
        sink: &mut Sink,
        read: impl FnOnce(&mut Self, &mut Sink) -> Option<T>,
    ) -> Option<T> {
        let read = read(self, sink);
        if self.entries.get(key).is_none() {
            let problem = Problem::MissingKey { key, table: self.name, example };
            sink.report(problem, self.span.clone());
        }
        read
    }

    pub(super) fn text(&mut self, key: &'static str, sink: &mut Sink) -> Option<Placed<String>> {
        let value = self.value(key)?;
        let Some(text) = value.get_ref().as_str() else {
            return wrong_type(key, "a text", "write a text in quotes", value, sink);
        };
        if text.trim().is_empty() {
            sink.report(Problem::EmptyText { key }, value.span());
            return None;
        }
        Some(Placed { value: text.to_owned(), span: value.span() })
    }

    /// One word of several.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        sink: &mut Sink,
    ) -> Option<T> {
        let found = self.text(key, sink)?;
        let word = words.iter().find(|(word, _)| *word == found.value);
        if word.is_none() {
            let known = words.iter().map(|(word, _)| *word).collect();
            sink.report(Problem::UnknownWord { key, found: found.value, known }, found.span);
        }
        word.map(|(_, meaning)| *meaning)
    }

    pub(super) fn length(&mut self, key: &'static str, sink: &mut Sink) -> Option<Length> {
        const HELP: &str = "write a length in quotes, such as `\"30m\"`";
        if let Some(value) = self.entries.get(key)
            && !value.get_ref().is_str()
        {
            self.known.push(key);
            return wrong_type(key, "a length", HELP, value, sink);
        }
        let found = self.text(key, sink)?;
        let length = found.value.parse();
        if let Err(error) = length {
            sink.report(Problem::MalformedLength { found: found.value, error }, found.span);
        }
        length.ok()
    }

    pub(super) fn placed_length(
        &mut self,
        key: &'static str,
        sink: &mut Sink,
    ) -> Option<Placed<Length>> {
        let value = self.length(key, sink)?;
        let span = self.entries.get(key).map(Spanned::span).unwrap_or_default();
        Some(Placed { value, span })
    }

    pub(super) fn truth(&mut self, key: &'static str, sink: &mut Sink) -> Option<bool> {
        const EXPECTED: &str = "`true` or `false`";
        let value = self.value(key)?;
        let truth = value.get_ref().as_bool();
        truth.or_else(|| {
            wrong_type(key, EXPECTED, "write one of the two, without quotes", value, sink)
        })
    }

    /// A whole number.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        help: &'static str,
        sink: &mut Sink,
    ) -> Option<Placed<i64>> {
        let value = self.value(key)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        match number {
            Some(number) => Some(Placed { value: number, span: value.span() }),
            None => wrong_type(key, "a whole number", help, value, sink),
        }
    }

    pub(super) fn texts(
        &mut self,
        key: &'static str,
        help: &'static str,
        sink: &mut Sink,
    ) -> Option<Placed<Vec<Placed<String>>>> {
        let value = self.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            return wrong_type(key, "a list of texts", help, value, sink);
        };
        let mut texts = Vec::new();
        for entry in list {
            match entry.get_ref().as_str() {
                Some(text) => {
                    texts.push(Placed { value: text.to_owned(), span: entry.span() });
                }
                None => {
                    wrong_type::<()>(key, "only texts", help, entry, sink);
                }
            }
        }
        Some(Placed { value: texts, span: value.span() })
    }

    /// `[key]`, which must be there.
    pub(super) fn table(&mut self, key: &'static str, sink: &mut Sink) -> Option<Self> {
        if self.entries.get(key).is_none() {
            let (key, example) = ("[service]", "[service]");
            sink.report(Problem::MissingKey { key, table: self.name, example }, self.span.clone());
        }
        self.optional_table(key, sink)
    }

    pub(super) fn optional_table(&mut self, key: &'static str, sink: &mut Sink) -> Option<Self> {
        let help = match key {
            "cors" | "outage" | "bypass" | "retry-after" => {
                "head it by its name in single brackets, such as `[edge.outage]`"
            }
            "finished" => "write it like `finished = { web = 2025-02-06T20:10:00 }`",
            "translations" => translations::HELP,
            _ => "head it by its name in single brackets, such as `[service]`",
        };
        let value = self.value(key)?;
        match value.get_ref().as_table() {
            Some(entries) => Some(Self::below(key, entries, value.span())),
            None => wrong_type(key, "one table", help, value, sink),
        }
    }

    /// Every `[[key]]`.
    pub(super) fn tables(&mut self, key: &'static str, sink: &mut Sink) -> Vec<Self> {
        const EXPECTED: &str = "a list of tables";
        let help = match key {
            "match" => "head each of them by its name in double brackets, `[[channel.match]]`",
            _ => "head each of them by its name in double brackets, such as `[[window]]`",
        };
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            wrong_type::<()>(key, EXPECTED, help, value, sink);
            return Vec::new();
        };
        list.iter()
            .filter_map(|entry| match entry.get_ref().as_table() {
                Some(entries) => Some(Self::below(key, entries, entry.span())),
                None => wrong_type(key, EXPECTED, help, entry, sink),
            })
            .collect()
    }

    /// All of a table whose keys are names.
    pub(super) fn entries(
        self,
    ) -> impl Iterator<Item = (Placed<String>, &'t Spanned<DeValue<'t>>)> {
        self.entries.iter().map(|(key, value)| {
            (Placed { value: key.get_ref().to_string(), span: key.span() }, value)
        })
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self, sink: &mut Sink) {
        for key in self.entries.keys() {
            if !self.known.contains(&key.get_ref().as_ref()) {
                let known = self.known.clone();
                let problem =
                    Problem::UnknownKey { key: key.get_ref().to_string(), table: self.name, known };
                sink.report(problem, key.span());
            }
        }
    }

    pub(super) fn below(key: &'static str, entries: &'t DeTable<'t>, span: Range<usize>) -> Self {
        let name = match key {
            "channel" => "`[[channel]]`",
            "bypass" => "`bypass`",
            "change" => "`[[window.change]]`",
            "contact" => "`contact`",
            "cors" => "`cors`",
            "edge" => "`[edge]`",
            "finished" => "`finished`",
            "instructions" => "`instructions`",
            "match" => "`[[channel.match]]`",
            "notice" => "`[notice]`",
            "outage" => "`outage`",
            "retry-after" => "`retry-after`",
            "service" => "`[service]`",
            "translation" => "a translation of this table",
            "window" => "`[[window]]`",
            _ => "this table",
        };
        Self { name, entries, span, known: Vec::new() }
    }
}

pub(super) fn wrong_type<T>(
    key: &'static str,
    expected: &'static str,
    help: &'static str,
    value: &Spanned<DeValue<'_>>,
    sink: &mut Sink,
) -> Option<T> {
    let found = match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    sink.report(Problem::WrongType { key, expected, found, help }, value.span());
    None
}
