//! The keys of one table, in their order, with their comments.

use toml_edit::{Decor, Item, Key, Value};

use super::{keys::rank, raw};

/// The keys of one table, in their order, with what stands around them.
#[derive(Debug)]
pub(super) struct Entries {
    list: Vec<(Key, Item)>,
    /// Whether they stand in braces, with commas between.
    inline: bool,
}

impl Entries {
    pub(super) fn new(inline: bool) -> Self {
        Self { list: Vec::new(), inline }
    }

    pub(super) fn extend(&mut self, entries: impl Iterator<Item = (Key, Item)>) {
        self.list.extend(entries);
    }

    pub(super) fn into_list(self) -> Vec<(Key, Item)> {
        self.list
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.list.iter().position(|(known, _)| known.get() == key)
    }

    /// Sets a key where it stands, or puts it where it belongs.
    pub(super) fn put(&mut self, key: &str, mut value: Value) {
        if let Some(place) = self.place(key) {
            if let Some(old) = self.list[place].1.as_value() {
                *value.decor_mut() = old.decor().clone();
            }
            self.list[place].1 = Item::Value(value);
            return;
        }
        // Tables with a header of their own are written behind all values.
        let is_before = |(known, item): &(Key, Item)| item.is_value() && rank(known) <= rank(key);
        let place = self.list.iter().rposition(is_before).map_or(0, |place| place + 1);
        let mut new = Key::new(key);
        if let Some((beside, _)) = self.list.get(place.saturating_sub(1)) {
            new.leaf_decor_mut().set_prefix(indent(raw(beside.leaf_decor().prefix()), self.inline));
        }
        self.list.insert(place, (new, Item::Value(value)));
        self.close(place);
    }

    /// Sets a key in the place of another.
    pub(super) fn replace(&mut self, old: &str, key: &str, value: Value) {
        if let Some(place) = self.place(old) {
            let mut new = Key::new(key);
            *new.leaf_decor_mut() = self.list[place].0.leaf_decor().clone();
            self.list[place].0 = new;
        }
        self.put(key, value);
    }

    /// Takes a key out; its comments go to what stands beside it.
    pub(super) fn remove(&mut self, key: &str) {
        let Some(place) = self.place(key) else { return };
        let (key, item) = self.list.remove(place);
        let suffix = item.as_value().map_or("", |value| raw(value.decor().suffix())).to_owned();
        let kept = comments(raw(key.leaf_decor().prefix()), &suffix);
        if self.inline && place == self.list.len() {
            let suffix = if kept.is_empty() { suffix } else { format!("\n{kept}") };
            return self.end_with(&suffix);
        }
        if kept.is_empty() {
            return;
        }
        if let Some((next, _)) = self.list.iter_mut().skip(place).find(|(_, item)| item.is_value())
        {
            // In braces, the line before ends where the prefix begins.
            let kept = if self.inline { format!("\n{}", kept.trim_end()) } else { kept };
            prepend(next.leaf_decor_mut(), &kept);
        } else if let Some(value) =
            self.list.iter_mut().rev().find_map(|(_, item)| item.as_value_mut())
        {
            let suffix = format!("{}\n{}", raw(value.decor().suffix()), kept.trim_end());
            value.decor_mut().set_suffix(suffix);
        }
    }

    /// In braces, what stood before the brace stands there again behind a new last value.
    fn close(&mut self, place: usize) {
        if !self.inline || place + 1 != self.list.len() {
            return;
        }
        let before = place.checked_sub(1).and_then(|before| self.list.get_mut(before));
        let suffix = before.and_then(|(_, item)| item.as_value_mut()).map(|value| {
            let suffix = raw(value.decor().suffix()).to_owned();
            value.decor_mut().set_suffix("");
            suffix
        });
        self.end_with(&suffix.unwrap_or_else(|| " ".to_owned()));
    }

    fn end_with(&mut self, suffix: &str) {
        if let Some(value) = self.list.last_mut().and_then(|(_, item)| item.as_value_mut()) {
            value.decor_mut().set_prefix(" ");
            value.decor_mut().set_suffix(suffix);
        }
    }
}

/// The white space before a key, so that the next one stands below it.
fn indent(prefix: &str, inline: bool) -> String {
    match (inline, prefix.rsplit_once('\n')) {
        (false, Some((_, indent))) => indent.to_owned(),
        (false, None) => prefix.to_owned(),
        (true, Some((_, indent))) => format!("\n{indent}"),
        (true, None) => " ".to_owned(),
    }
}

/// The comments around a key, each on a line of its own; nothing where there are none.
fn comments(prefix: &str, suffix: &str) -> String {
    let lines = prefix.lines().chain(suffix.lines()).map(str::trim);
    let comments: Vec<&str> = lines.filter(|line| line.starts_with('#')).collect();
    comments.iter().map(|comment| format!("{comment}\n")).collect()
}

fn prepend(decor: &mut Decor, text: &str) {
    let prefix = format!("{text}{}", raw(decor.prefix()));
    decor.set_prefix(prefix);
}
