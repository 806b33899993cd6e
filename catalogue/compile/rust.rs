//! The catalogue as Rust: a struct a section, and a constant of it for every language.

use std::fmt::{Debug, Write};

use super::{
    clock::Clock,
    direction::Direction,
    fault::Fault,
    file::{File, Value},
    rule::{Category, Rule},
    shape::{Kind, Shape},
};

/// What `src/language.rs` includes. English is the first of `files`.
pub(crate) fn write(shape: &Shape, files: &[File]) -> Result<String, Fault> {
    let english = files.first().ok_or(Fault::NoEnglish)?;
    let languages: Vec<_> = files.iter().zip(variants(files)).collect();
    let mut rust = structs(shape, english);
    rust += &identity(&languages);
    rust += "impl Language {";
    for (section, keys) in shape {
        // What a language says of itself has methods of its own names.
        let visible = if section == "language" { "pub(crate)" } else { "pub" };
        rust += &format!("/// The section `[{section}]` of the catalogue.\n");
        rust +=
            &format!("{visible} const fn {section}(self) -> &'static texts::{} {{", title(section));
        rust += "match self {";
        for (file, variant) in &languages {
            rust += &format!("Self::{variant} => const {{ &texts::{} {{\n", title(section));
            for (key, kind) in keys {
                let in_words = |file: &File| expression(*kind, file.get(section, key)?, file);
                let words = in_words(file).or_else(|| in_words(english));
                let words = words.ok_or_else(|| Fault::Unusable {
                    section: section.clone(),
                    key: key.clone(),
                    expected: *kind,
                })?;
                rust += &format!("{key}: {words},\n");
            }
            rust += "} },\n";
        }
        rust += "} }\n";
    }
    Ok(rust + "}")
}

/// A struct for each section, in which each text shows its English.
fn structs(shape: &Shape, english: &File) -> String {
    let mut rust = "/// The texts, a struct a section of `languages/en.toml`.\n\
        pub mod texts {\n\
        use super::{Clock, Direction, Plural, Rule};\n"
        .to_owned();
    for (section, keys) in shape {
        rust += &format!("/// The section `[{section}]`.\n");
        rust += "#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]\n";
        rust += &format!("pub struct {} {{", title(section));
        for (key, kind) in keys {
            let shown = match english.get(section, key) {
                Some(Value::Text(text)) => text.clone(),
                Some(Value::List(list)) => list.join(", "),
                Some(Value::Forms(forms)) => forms.get("other").cloned().unwrap_or_default(),
                Some(Value::Else(_)) | None => String::new(),
            };
            let of = match kind {
                Kind::Text => "&'static str".to_owned(),
                Kind::List(length) => format!("[&'static str; {length}]"),
                Kind::Forms => "Plural".to_owned(),
                Kind::Clock => "Clock".to_owned(),
                Kind::Direction => "Direction".to_owned(),
                Kind::Rule => "Rule".to_owned(),
            };
            rust += &format!("#[doc = {:?}] pub {key}: {of},\n", format!("``{shown}``"));
        }
        rust += "}\n";
    }
    rust + "}\n"
}

/// The enum itself, and its tags.
fn identity(languages: &[(&File, String)]) -> String {
    let mut rust = "/// A language that we have words for.\n\
        #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]\n\
        #[non_exhaustive]\n\
        pub enum Language {"
        .to_owned();
    let (mut all, mut tags, mut arms) = (String::new(), String::new(), String::new());
    for (index, (file, variant)) in languages.iter().enumerate() {
        let tag = &file.tag;
        rust += &format!("/// `languages/{tag}.toml`");
        if index == 0 {
            rust += "; it also stands in for every language that we do not speak.\n#[default]";
        }
        rust += &format!("\n{variant},");
        all += &format!("Self::{variant},");
        tags += &format!("{tag:?},");
        arms += &format!("Self::{variant} => {tag:?},");
    }
    let written = write!(
        rust,
        "}}\n\
        impl Language {{\n\
        /// Every language, English first.\n\
        pub const ALL: &[Self] = &[{all}];\n\
        /// The tags of all of them, in the same order.\n\
        pub const TAGS: &[&str] = &[{tags}];\n\
        /// The tag of the words themselves, which is not the tag that was asked for when another\n\
        /// language stands in: `lang` and `Content-Language` must tell the truth to a screen\n\
        /// reader.\n\
        pub const fn tag(self) -> &'static str {{ match self {{ {arms} }} }}\n\
        }}"
    );
    written.map_or_else(|_| String::new(), |()| rust)
}

/// The value as Rust, or nothing when it is not what the kind asks for.
fn expression(kind: Kind, value: &Value, file: &File) -> Option<String> {
    match (kind, value) {
        (Kind::Text, Value::Text(text)) => Some(format!("{text:?}")),
        (Kind::List(length), Value::List(list)) if list.len() == length => {
            Some(format!("{list:?}"))
        }
        (Kind::Forms, Value::Forms(forms)) => {
            let rule = expression(Kind::Rule, file.get("language", "plural")?, file)?;
            let mut rust = format!("Plural {{ rule: {rule}, other: {:?}", forms.get("other")?);
            for form in Category::ALL.iter().filter(|form| **form != Category::Other) {
                rust += &format!(", {}: {:?}", form.as_str(), forms.get(form.as_str()));
            }
            Some(rust + " }")
        }
        (Kind::Clock, Value::Text(word)) => variant(Clock::ALL, Clock::as_str, word),
        (Kind::Direction, Value::Text(word)) => variant(Direction::ALL, Direction::as_str, word),
        (Kind::Rule, Value::Text(word)) => variant(Rule::ALL, Rule::as_str, word),
        _ => None,
    }
}

/// The path of the variant that is written as `word`.
fn variant<T: Copy + Debug>(
    all: &[T],
    written: fn(T) -> &'static str,
    word: &str,
) -> Option<String> {
    let found = all.iter().find(|choice| written(**choice) == word)?;
    let name = std::any::type_name::<T>().rsplit("::").next()?;
    Some(format!("{name}::{found:?}"))
}

/// What each language is called in Rust: as it is called in English, or by its tag when that is not
/// written yet or already taken.
fn variants(files: &[File]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for file in files {
        let english = match file.get("language", "english") {
            Some(Value::Text(text)) if text.is_ascii() => title(text),
            _ => String::new(),
        };
        let usable = english.starts_with(|first: char| first.is_ascii_alphabetic());
        let taken = names.contains(&english);
        names.push(if usable && !taken { english } else { title(&file.tag) });
    }
    names
}

/// "Brazilian Portuguese" and "brazilian_portuguese" as `BrazilianPortuguese`.
fn title(words: &str) -> String {
    let words = words.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter_map(|word| {
            let (first, rest) = word.split_at_checked(1)?;
            Some(first.to_ascii_uppercase() + rest)
        })
        .collect()
}
