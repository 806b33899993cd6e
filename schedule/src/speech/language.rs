//! The languages that we speak.

/// A language that we have words for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Language {
    /// Also stands in for every language that we do not speak.
    #[default]
    English,
    /// As it is written in the Americas: twelve hours with `a. m.` and `p. m.`, because the
    /// English text beside it has twelve hours too.
    Spanish,
}

impl Language {
    /// The language of a BCP 47 tag, by its primary subtag and in any case: "es", "es-419" and
    /// "ES-mx" are Spanish. What we do not speak is answered in English, since a time in words
    /// that some readers know is better than none.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::Language;
    ///
    /// assert_eq!(Language::from_tag("es-US"), Language::Spanish);
    /// assert_eq!(Language::from_tag("en-US"), Language::English);
    /// assert_eq!(Language::from_tag("vi"), Language::English);
    /// ```
    pub fn from_tag(tag: &str) -> Self {
        // The subtag rather than the letters: `est` is Estonian, `esu` is Central Yupik.
        let primary = tag.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("es") { Self::Spanish } else { Self::English }
    }

    /// The tag of the words themselves, which is not the tag that was asked for when English
    /// stands in: `lang` and `Content-Language` must tell the truth to a screen reader.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::Language;
    ///
    /// assert_eq!(Language::from_tag("es-419").tag(), "es");
    /// assert_eq!(Language::from_tag("vi").tag(), "en");
    /// ```
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }
}
