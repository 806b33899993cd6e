//! A language's file as it is written, before anything is asked of it.

use std::{collections::BTreeMap, fmt, fs, path::Path};

use toml::de::{DeTable, DeValue};

use super::fault::Fault;

/// One language's file.
#[derive(Debug)]
pub(crate) struct File {
    /// The BCP 47 tag that it is named by.
    pub(crate) tag: String,
    /// By their names, and their texts by their keys. What stands in no section is in `""`.
    pub(crate) sections: BTreeMap<String, BTreeMap<String, Value>>,
}

/// What stands to the right of `=`.
#[derive(Debug)]
pub(crate) enum Value {
    Text(String),
    List(Vec<String>),
    /// Texts by the forms of a number.
    Forms(BTreeMap<String, String>),
    /// Anything else, by the name of its type.
    Else(&'static str),
}

impl File {
    pub(crate) fn get(&self, section: &str, key: &str) -> Option<&Value> {
        self.sections.get(section)?.get(key)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "`{text}`"),
            Self::List(list) => write!(f, "a list of {} texts", list.len()),
            Self::Forms(forms) => {
                let names: Vec<&str> = forms.keys().map(String::as_str).collect();
                write!(f, "the forms `{}`", names.join("`, `"))
            }
            Self::Else(kind) => write!(f, "a value of the type {kind}"),
        }
    }
}

/// Every file of a folder, in the order of their tags.
pub(crate) fn all(folder: &Path) -> Result<Vec<File>, Fault> {
    let io = |error| Fault::Io { path: folder.to_owned(), error };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = fs::read_to_string(&path);
            files.push(parse(
                &path,
                &text.map_err(|error| Fault::Io { path: path.clone(), error })?,
            )?);
        }
    }
    files.sort_by(|a, b| a.tag.cmp(&b.tag));
    Ok(files)
}

/// The file that is called `path` and has `text` in it.
pub(crate) fn parse(path: &Path, text: &str) -> Result<File, Fault> {
    let tag = path.file_stem().and_then(|stem| stem.to_str()).filter(|tag| is_tag(tag));
    let tag = tag.ok_or_else(|| Fault::Misnamed { path: path.to_owned() })?.to_owned();
    let document = DeTable::parse(text).map_err(|mut error| {
        error.set_input(Some(text));
        Fault::Malformed { path: path.to_owned(), picture: error.to_string() }
    })?;
    let mut sections: BTreeMap<String, BTreeMap<String, Value>> = BTreeMap::new();
    for (name, found) in document.get_ref() {
        let name = name.get_ref().to_string();
        match found.get_ref() {
            DeValue::Table(table) => {
                let section = table
                    .iter()
                    .map(|(key, found)| (key.get_ref().to_string(), value(found.get_ref())));
                sections.entry(name).or_default().extend(section);
            }
            stray => {
                sections.entry(String::new()).or_default().insert(name, value(stray));
            }
        }
    }
    Ok(File { tag, sections })
}

fn value(found: &DeValue<'_>) -> Value {
    let text = |found: &DeValue<'_>| found.as_str().map(str::to_owned);
    let read = match found {
        DeValue::String(text) => Some(Value::Text(text.to_string())),
        DeValue::Array(list) => {
            list.iter().map(|item| text(item.get_ref())).collect::<Option<_>>().map(Value::List)
        }
        DeValue::Table(forms) => {
            let forms = forms
                .iter()
                .map(|(name, form)| Some((name.get_ref().to_string(), text(form.get_ref())?)));
            forms.collect::<Option<_>>().map(Value::Forms)
        }
        _ => None,
    };
    read.unwrap_or_else(|| Value::Else(found.type_str()))
}

/// Whether it is a tag in the form of RFC 5646: subtags of up to eight letters and digits, of which
/// the first has two letters at least.
fn is_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let primary = subtags.next().unwrap_or_default();
    (2..=8).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
