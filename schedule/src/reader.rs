//! Whoever reads the texts of a schedule.

use catalogue::Language;

use crate::Service;

/// Whoever reads: in which language they are told what Intermission itself says, and in which they
/// would rather have the texts of the schedule. The two differ for somebody who reads French where
/// the schedule has French texts and the catalogue has none.
///
/// Each text is looked up on its own, so that a translation need not be whole. The first of these in
/// which it exists is taken:
///
/// 1. the tag itself, and then the tag without its last subtag, and so on: `es-MX`, `es` (the lookup
///    of RFC 4647, section 3.4);
/// 2. any tag of the same language, in alphabetical order: who reads `es-MX` is better served by
///    `es-AR` than by English;
/// 3. the language of Intermission's own words around it, in the same way;
/// 4. the service's own language.
///
/// The service's own language takes part in all of them, and comes before the others in the second.
///
/// # Examples
///
/// ```
/// use schedule::{Reader, speech::Language};
///
/// let now = "2025-02-06T12:00:00Z".parse().unwrap();
/// let parsed = schedule::parse(r#"
///     [service]
///     name = "Registry"
///     zone = "America/Chicago"
///
///     [service.translations.es]
///     name = "Registro"
/// "#, now);
/// let timeline = parsed.schedule.unwrap().timeline(now);
/// let service = &timeline.service;
///
/// let name = service.name_for(Reader::of(Language::Spanish, service));
/// assert_eq!((name.text, name.language), ("Registro", "es"));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Reader<'a> {
    language: Language,
    tag: &'a str,
    own: &'a str,
}

/// A text, and the tag of the language that it is in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Words<'a> {
    pub text: &'a str,
    pub language: &'a str,
}

impl<'a> Reader<'a> {
    /// Of the texts of a service's schedule in the language of `tag`, and of our own words in
    /// `language`.
    pub fn new(tag: &'a str, language: Language, service: &'a Service) -> Self {
        Self { language, tag, own: &service.language }
    }

    /// Of both in one language.
    pub fn of(language: Language, service: &'a Service) -> Self {
        Self::new(language.tag(), language, service)
    }

    /// The language of our own words.
    pub fn language(self) -> Language {
        self.language
    }

    /// The tag by which the schedule's texts are looked up.
    pub fn tag(self) -> &'a str {
        self.tag
    }

    /// The tag of the service's own language.
    pub fn own(self) -> &'a str {
        self.own
    }
}
