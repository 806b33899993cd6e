//! Texts in other languages than the service's own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{LanguageTag, Reader, Words};

/// The texts of one thing in other languages, in the order of their tags. `T` says which texts the
/// thing has, none of which need be there.
///
/// Serialised, it is an object by tags, `{"es": {"summary": "…"}}`. Where there are none, leave it
/// out: `skip_serializing_if = "Translations::is_empty"`.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Translations<T>(BTreeMap<LanguageTag, T>);

impl<T> Translations<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those of each language, ascending by its tag.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &T)> {
        self.0.iter()
    }

    /// Those of exactly this tag.
    pub fn get(&self, tag: &LanguageTag) -> Option<&T> {
        self.0.get(tag)
    }

    /// Of a text that is `own` in the service's language, and which `text` takes out of each
    /// translation, what a reader is given: see [`Reader`] for the order.
    pub(crate) fn words<'a>(
        &'a self,
        own: &'a str,
        reader: Reader<'a>,
        text: impl Fn(&'a T) -> Option<&'a str>,
    ) -> Words<'a> {
        let own = Words { text: own, language: reader.own() };
        if self.is_empty() {
            return own;
        }
        let translated = self.0.iter().filter_map(|(tag, texts)| {
            text(texts).map(|text| Words { text, language: tag.as_str() })
        });
        let all: Vec<Words<'a>> = [own].into_iter().chain(translated).collect();
        let tags: Vec<&str> = all.iter().map(|words| words.language).collect();
        let place = catalogue::closest(&tags, reader.tag())
            .or_else(|| catalogue::closest(&tags, reader.language().tag()));
        place.and_then(|place| all.get(place)).copied().unwrap_or(own)
    }
}

impl<T> Default for Translations<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> FromIterator<(LanguageTag, T)> for Translations<T> {
    fn from_iter<I: IntoIterator<Item = (LanguageTag, T)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}
