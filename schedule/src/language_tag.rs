//! The tag of a language.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The tag of a language, arranged as RFC 5646 has it and in the case that its section 2.1.1
/// recommends. Case says nothing, so tags that differ only in it are equal.
///
/// # Examples
///
/// ```
/// use schedule::LanguageTag;
///
/// let tag = |text: &str| text.parse::<LanguageTag>().map(|tag| tag.to_string());
/// assert_eq!(tag("ES-mx").as_deref(), Ok("es-MX"));
/// assert_eq!(tag("zh-hant-tw").as_deref(), Ok("zh-Hant-TW"));
/// assert!(tag("es_MX").is_err());
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String")]
pub struct LanguageTag(String);

/// A text that is no tag of a language.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LanguageTagError {
    pub found: String,
}

impl LanguageTag {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for LanguageTag {
    type Err = LanguageTagError;

    fn from_str(text: &str) -> Result<Self, LanguageTagError> {
        let mut subtags = text.split('-');
        let primary = subtags.next().is_some_and(|primary| {
            (2..=8).contains(&primary.len()) && primary.bytes().all(|c| c.is_ascii_alphabetic())
        });
        let subtag = |subtag: &str| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|c| c.is_ascii_alphanumeric())
        };
        if !(primary && subtags.all(subtag)) {
            return Err(LanguageTagError { found: text.to_owned() });
        }
        Ok(Self(cased(text)))
    }
}

/// Regions in capitals, scripts with one, everything else in small letters; so also what follows a
/// single character, which begins a part with rules of its own.
fn cased(tag: &str) -> String {
    let mut own = false;
    let subtags = tag.to_ascii_lowercase();
    let subtags = subtags.split('-').enumerate().map(|(place, subtag)| {
        own |= subtag.len() == 1;
        match subtag.len() {
            2 if place > 0 && !own => subtag.to_ascii_uppercase(),
            4 if place > 0 && !own => {
                let (first, rest) = subtag.split_at(1);
                first.to_ascii_uppercase() + rest
            }
            _ => subtag.to_owned(),
        }
    });
    subtags.collect::<Vec<_>>().join("-")
}

impl TryFrom<String> for LanguageTag {
    type Error = LanguageTagError;

    fn try_from(text: String) -> Result<Self, LanguageTagError> {
        text.parse()
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for LanguageTagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected the tag of a language, but found `{}`", self.found)
    }
}

impl std::error::Error for LanguageTagError {}
