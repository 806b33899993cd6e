//! `translations`: texts in other languages, beside those that they translate.

use std::{collections::HashMap, ops::Range};

use super::{
    Sink,
    table::{Placed, Table, wrong_type},
};
use crate::{Diagnostic, LanguageTag, Problem, Translations};

/// A text that may be translated.
#[derive(Clone, Copy)]
pub(super) struct Text {
    /// As a translation calls it.
    pub(super) key: &'static str,
    /// The key of the text that it translates; `None` for one that is there without being written.
    pub(super) of: Option<&'static str>,
}

impl Text {
    /// One that a translation calls as the document does.
    pub(super) const fn same(key: &'static str) -> Self {
        Self { key, of: Some(key) }
    }
}

/// How they are written, for whoever wrote them in another way.
pub(super) const HELP: &str =
    "write the tag first, and then which text it is, such as `translations.es.name`";

/// What stands in the `translations` of a table, for which a program takes each text by its key.
///
/// `own` is the service's language, where that can be read.
pub(super) fn translations<T>(
    table: &mut Table<'_>,
    own: Option<&LanguageTag>,
    texts: &[Text],
    sink: &mut Sink,
    make: impl Fn(&mut dyn FnMut(&'static str) -> Option<String>) -> T,
) -> Translations<T> {
    let Some(below) = table.optional_table("translations", sink) else {
        return Translations::default();
    };
    if below.is_empty() {
        sink.report(Problem::TranslatesNothing, below.span.clone());
    }
    // What cannot be read is there all the same, and has been reported.
    let is_missing = |of: &&'static str| !table.holds(of);
    let missing: HashMap<&str, &'static str> = texts
        .iter()
        .filter_map(|text| Some((text.key, text.of.filter(|of| is_missing(of))?)))
        .collect();
    let mut seen: HashMap<LanguageTag, Range<usize>> = HashMap::new();
    let mut read = Vec::new();
    for (name, value) in below.entries() {
        let tag = tag(name, own, &mut seen, sink);
        let Some(entries) = value.get_ref().as_table() else {
            wrong_type::<()>("translations", "a table of texts", HELP, value, sink);
            continue;
        };
        let mut table = Table::below("translation", entries, value.span());
        if table.is_empty() {
            sink.report(Problem::TranslatesNothing, table.span.clone());
        }
        let made = make(&mut |key| {
            let text = table.text(key, sink)?;
            if let Some(of) = missing.get(key) {
                sink.report(Problem::TranslatesNoText { of }, text.span);
            }
            Some(text.value)
        });
        table.finish(sink);
        read.extend(tag.map(|tag| (tag, made)));
    }
    read.into_iter().collect()
}

fn tag(
    name: Placed<String>,
    own: Option<&LanguageTag>,
    seen: &mut HashMap<LanguageTag, Range<usize>>,
    sink: &mut Sink,
) -> Option<LanguageTag> {
    let Ok(tag) = name.value.parse::<LanguageTag>() else {
        sink.report(Problem::MalformedLanguage { found: name.value }, name.span);
        return None;
    };
    if own == Some(&tag) {
        sink.report(Problem::TranslatesOwnLanguage { language: tag.to_string() }, name.span);
        return None;
    }
    if let Some(first) = seen.get(&tag) {
        let problem = Problem::TranslatedTwice { language: tag.to_string() };
        sink.push(Diagnostic::against(problem, name.span, first.clone()));
        return None;
    }
    seen.insert(tag.clone(), name.span);
    Some(tag)
}
