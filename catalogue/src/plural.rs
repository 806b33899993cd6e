//! A text that differs with a number.

use crate::{Category, Rule};

/// A text in the forms that its language has for numbers.
///
/// It carries the rule of the language that its forms are in, so that English forms which stand
/// in for missing ones are chosen as English does.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Plural {
    pub(crate) rule: Rule,
    pub(crate) zero: Option<&'static str>,
    pub(crate) one: Option<&'static str>,
    pub(crate) two: Option<&'static str>,
    pub(crate) few: Option<&'static str>,
    pub(crate) many: Option<&'static str>,
    /// Stands in for every form that is not given.
    pub(crate) other: &'static str,
}

impl Plural {
    /// The form for `count`, in which `count` itself is still a placeholder.
    ///
    /// # Examples
    ///
    /// ```
    /// use catalogue::Language;
    ///
    /// let hours = Language::English.length().hours;
    /// assert_eq!(hours.of(1), "{count} hour");
    /// assert_eq!(hours.of(0), "{count} hours");
    /// ```
    pub fn of(&self, count: u64) -> &'static str {
        let form = match self.rule.category(count) {
            Category::Zero => self.zero,
            Category::One => self.one,
            Category::Two => self.two,
            Category::Few => self.few,
            Category::Many => self.many,
            Category::Other => None,
        };
        form.unwrap_or(self.other)
    }
}
