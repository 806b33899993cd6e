//! What a translator still has to do.

use std::collections::BTreeMap;

use crate::{
    file::{File, Value},
    placeholders,
    rule::{Category, Rule},
    shape::{self, ENGLISH, Kind},
};

/// Every problem of every file, each with its file and its key. English is among the files.
pub(crate) fn of(files: &[File]) -> Vec<String> {
    let shape = shape::of(files).expect("English has a shape");
    let english = files.iter().find(|file| file.tag == ENGLISH).expect("English is there");
    let mut problems = Vec::new();
    for file in files {
        for (section, key, kind) in keys(&shape) {
            let place = Place { file, section, key };
            match (english.get(section, key), file.get(section, key)) {
                (Some(english), Some(value)) => problems.extend(place.check(*kind, english, value)),
                _ => problems.push(place.says("is missing")),
            }
        }
        let unknown = |(section, key, _): &(&str, &str, &Value)| {
            shape.get(*section).is_none_or(|keys| !keys.contains_key(*key))
        };
        for (section, key, _) in keys(&file.sections).filter(unknown) {
            problems
                .push(Place { file, section, key }.says("is unknown: `en.toml` has no such key"));
        }
    }
    problems.extend(namesakes(files));
    problems
}

/// Where a text stands.
struct Place<'a> {
    file: &'a File,
    section: &'a str,
    key: &'a str,
}

impl Place<'_> {
    fn says(&self, problem: &str) -> String {
        let Self { file, section, key } = self;
        let section = if section.is_empty() { String::new() } else { format!("[{section}] ") };
        format!("languages/{}.toml: {section}`{key}` {problem}", file.tag)
    }

    fn check(&self, kind: Kind, english: &Value, value: &Value) -> Vec<String> {
        match (kind, english, value) {
            (Kind::Text, Value::Text(english), Value::Text(text)) => {
                self.text(english, text).into_iter().collect()
            }
            (Kind::List(length), Value::List(english), Value::List(list))
                if list.len() == length =>
            {
                let places = (1..=length).map(|place| format!("{}, text {place}", self.key));
                let texts = english.iter().zip(list).zip(places);
                texts
                    .filter_map(|((english, text), key)| {
                        Place { key: &key, ..*self }.text(english, text)
                    })
                    .collect()
            }
            (Kind::Forms, Value::Forms(english), Value::Forms(forms)) => {
                self.forms(english.get("other").map_or("", String::as_str), forms)
            }
            (Kind::Clock | Kind::Direction | Kind::Rule, _, Value::Text(word))
                if kind.words().contains(&&**word) =>
            {
                Vec::new()
            }
            _ => vec![self.says(&format!("must be {kind}, not {value}"))],
        }
    }

    fn text(&self, english: &str, text: &str) -> Option<String> {
        if text.trim().is_empty() {
            return (!self.may_be_empty()).then(|| self.says("is empty"));
        }
        let expected = placeholders::of(english)?;
        let Some(found) = placeholders::of(text) else {
            return Some(self.says("has a brace without a partner, or without a name in it"));
        };
        (found != expected).then(|| {
            let (expected, found) = (placeholders::shown(&expected), placeholders::shown(&found));
            self.says(&format!("must have {expected}, but has {found}"))
        })
    }

    /// With 24 hours nobody is in doubt which twelve is meant.
    fn may_be_empty(&self) -> bool {
        let clock = self.file.get("time", "clock");
        let twelve = !matches!(clock, Some(Value::Text(word)) if word.starts_with("24"));
        !twelve && self.section == "time" && matches!(self.key, "am" | "pm" | "noon" | "midnight")
    }

    fn forms(&self, english: &str, forms: &BTreeMap<String, String>) -> Vec<String> {
        // A rule that is none is a problem of its own, and says nothing about this key.
        let Some(rule) = rule(self.file) else { return Vec::new() };
        let mut problems = Vec::new();
        for category in Category::ALL.iter().copied() {
            let key = format!("{}.{}", self.key, category.as_str());
            let place = Place { key: &key, ..*self };
            let numbers = numbers(rule, category);
            let needed = numbers > 0 || category == Category::Other;
            match forms.get(category.as_str()) {
                None if needed => problems.push(place.says("is missing")),
                None => {}
                Some(_) if !needed => problems.push(
                    place.says(&format!("is a form of no number by the rule `{}`", rule.as_str())),
                ),
                // "one day" for "{count} day": a single number goes without saying.
                Some(text) if numbers == 1 && !text.contains(['{', '}']) => {
                    problems.extend(place.text("", text));
                }
                Some(text) => problems.extend(place.text(english, text)),
            }
        }
        let known = |name: &str| Category::ALL.iter().any(|category| category.as_str() == name);
        for name in forms.keys().filter(|name| !known(name)) {
            problems.push(self.says(&format!("has the unknown form `{name}`")));
        }
        problems
    }
}

fn rule(file: &File) -> Option<Rule> {
    let Some(Value::Text(word)) = file.get("language", "plural") else { return None };
    Rule::ALL.iter().copied().find(|rule| rule.as_str() == word)
}

/// How many numbers take a form: below 1000 every rule comes round.
fn numbers(rule: Rule, category: Category) -> usize {
    (0..1000).filter(|count| rule.category(*count) == category).count()
}

/// Languages that are called alike cannot be told apart, neither in a list nor in Rust.
fn namesakes(files: &[File]) -> Vec<String> {
    let mut problems = Vec::new();
    for key in ["english", "name"] {
        let mut seen = BTreeMap::new();
        for file in files {
            let Some(Value::Text(name)) = file.get("language", key) else { continue };
            if let Some(other) = seen.insert(name, &file.tag) {
                let place = Place { file, section: "language", key };
                problems.push(place.says(&format!("is `{name}` as in `{other}.toml`")));
            }
        }
    }
    problems
}

fn keys<T>(
    sections: &BTreeMap<String, BTreeMap<String, T>>,
) -> impl Iterator<Item = (&str, &str, &T)> {
    sections.iter().flat_map(|(section, keys)| {
        keys.iter().map(move |(key, value)| (&**section, &**key, value))
    })
}
