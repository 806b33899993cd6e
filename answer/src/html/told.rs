//! In whose language a text is.

use catalogue::Language;
use schedule::Words;

/// What an element says of the language of an operator's text, where that is not the page's.
///
/// A language that nobody translated to us may be written from right to left, so such a text also
/// finds its own direction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a>(Option<&'a str>);

impl<'a> Told<'a> {
    /// A text in the language of `tag`, on a page in `page`.
    pub(crate) fn new(tag: &'a str, page: Language) -> Self {
        Self((Language::known(tag) != Some(page)).then_some(tag))
    }

    pub(crate) fn of(words: Words<'a>, page: Language) -> Self {
        Self::new(words.language, page)
    }

    /// For `lang`.
    pub(crate) fn lang(self) -> Option<&'a str> {
        self.0
    }

    /// For `dir`.
    pub(crate) fn dir(self) -> Option<&'static str> {
        self.0.map(|_| "auto")
    }
}
