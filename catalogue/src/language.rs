//! The languages that we speak, and which one answers a tag.

use crate::{Clock, Direction, Plural, Rule};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// The language of a BCP 47 tag, or English: a text that some readers know is better than none.
    ///
    /// # Examples
    ///
    /// ```
    /// use catalogue::Language;
    ///
    /// assert_eq!(Language::from_tag("es-US"), Language::Spanish);
    /// assert_eq!(Language::from_tag("en-US"), Language::English);
    /// assert_eq!(Language::from_tag("tlh"), Language::English);
    /// ```
    pub fn from_tag(tag: &str) -> Self {
        Self::known(tag).unwrap_or_default()
    }

    /// The language of a BCP 47 tag, when we speak it: the closest by RFC 4647, section 3.4, in any
    /// case, and otherwise any with the same primary subtag. "es", "es-419" and "ES-mx" are Spanish.
    ///
    /// # Examples
    ///
    /// ```
    /// use catalogue::Language;
    ///
    /// assert_eq!(Language::known("es-419"), Some(Language::Spanish));
    /// // The subtag rather than the letters: `est` is Estonian.
    /// assert_eq!(Language::known("est"), None);
    /// assert_eq!(Language::known("*"), None);
    /// ```
    pub fn known(tag: &str) -> Option<Self> {
        Self::ALL.get(closest(Self::TAGS, tag)?).copied()
    }

    /// What it calls itself: "Español".
    pub const fn name(self) -> &'static str {
        self.language().name
    }

    /// Which way it is written.
    pub const fn direction(self) -> Direction {
        self.language().direction
    }
}

/// The place of the tag that answers `asked`: the closest by RFC 4647, section 3.4, in any case, and
/// otherwise the first with the same primary subtag.
///
/// # Examples
///
/// ```
/// assert_eq!(catalogue::closest(&["en", "es-MX", "es"], "es-US"), Some(2));
/// assert_eq!(catalogue::closest(&["en", "es-MX"], "es-US"), Some(1));
/// assert_eq!(catalogue::closest(&["en", "es-MX"], "fr"), None);
/// ```
pub fn closest(tags: &[&str], asked: &str) -> Option<usize> {
    let mut range = asked;
    loop {
        if let Some(index) = tags.iter().position(|tag| tag.eq_ignore_ascii_case(range)) {
            return Some(index);
        }
        let Some((shorter, _)) = range.rsplit_once('-') else { break };
        range = shorter;
    }
    // Who asks for Chinese is better served by the traditional script than by English.
    let primary =
        |tag: &&str| tag.split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case(range));
    tags.iter().position(primary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_of_several_answers() {
        const TAGS: &[&str] = &["en", "es", "fil", "pt-BR", "zh", "zh-Hant", "zh-Hant-HK"];
        #[track_caller]
        fn check(asked: &str, expected: Option<&str>) {
            assert_eq!(closest(TAGS, asked).map(|index| TAGS[index]), expected, "`{asked}`");
        }
        check("es", Some("es"));
        check("ES-mx", Some("es"));
        check("zh-CN", Some("zh"));
        check("zh-Hant", Some("zh-Hant"));
        check("zh-hant-tw", Some("zh-Hant"));
        check("zh-Hant-HK-x-private", Some("zh-Hant-HK"));
        // Nobody speaks it as it is asked for, but somebody nearly does.
        check("pt", Some("pt-BR"));
        check("pt-PT", Some("pt-BR"));
        // Finnish begins as Filipino does.
        check("fi", None);
        // Subtags of others are no languages.
        check("hant", None);
        check("BR", None);
        check("", None);
        check("-es", None);
        check("*", None);
    }
}
