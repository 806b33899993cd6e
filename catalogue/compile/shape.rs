//! Which texts there are: English says it, and the others follow.

use std::{collections::BTreeMap, fmt};

use super::{
    clock::Clock,
    direction::Direction,
    fault::Fault,
    file::{File, Value},
    rule::Rule,
};

/// The tag of the language that stands in for all others.
pub(crate) const ENGLISH: &str = "en";

/// What is expected at a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Text,
    /// So many texts.
    List(usize),
    /// Texts in the forms of the language's rule.
    Forms,
    /// The words for one of the crate's own enums.
    Clock,
    Direction,
    Rule,
}

/// The keys of every section, with what is expected at each.
pub(crate) type Shape = BTreeMap<String, BTreeMap<String, Kind>>;

/// What English asks of the other files.
pub(crate) fn of(files: &[File]) -> Result<Shape, Fault> {
    let english = files.iter().find(|file| file.tag == ENGLISH).ok_or(Fault::NoEnglish)?;
    let mut shape = Shape::new();
    for (section, texts) in &english.sections {
        for (key, value) in texts {
            // They become the names of structs, functions and fields.
            if !is_name(section) || !is_name(key) {
                return Err(Fault::Nameless { section: section.clone(), key: key.clone() });
            }
            let kind = kind(section, key, value).ok_or_else(|| Fault::Shapeless {
                section: section.clone(),
                key: key.clone(),
                found: value.to_string(),
            })?;
            shape.entry(section.clone()).or_default().insert(key.clone(), kind);
        }
    }
    Ok(shape)
}

impl Kind {
    /// The words of which one is expected, when it is a choice.
    pub(crate) fn words(self) -> Vec<&'static str> {
        match self {
            Self::Text | Self::List(_) | Self::Forms => Vec::new(),
            Self::Clock => Clock::ALL.iter().copied().map(Clock::as_str).collect(),
            Self::Direction => Direction::ALL.iter().copied().map(Direction::as_str).collect(),
            Self::Rule => Rule::ALL.iter().copied().map(Rule::as_str).collect(),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("a text"),
            Self::List(length) => write!(f, "a list of {length} texts"),
            Self::Forms => f.write_str("forms with `other` among them"),
            Self::Clock | Self::Direction | Self::Rule => {
                write!(f, "one of `{}`", self.words().join("`, `"))
            }
        }
    }
}

fn kind(section: &str, key: &str, value: &Value) -> Option<Kind> {
    match (section, key, value) {
        ("language", "direction", _) => Some(Kind::Direction),
        ("language", "plural", _) => Some(Kind::Rule),
        ("time", "clock", _) => Some(Kind::Clock),
        (_, _, Value::Text(_)) => Some(Kind::Text),
        (_, _, Value::List(list)) => Some(Kind::List(list.len())),
        (_, _, Value::Forms(forms)) if forms.contains_key("other") => Some(Kind::Forms),
        _ => None,
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}
