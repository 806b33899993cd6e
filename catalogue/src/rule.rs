//! Which form a number takes: the rules of CLDR for whole numbers.
//!
//! <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>

/// The forms that CLDR knows, by its names.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Category {
    pub const ALL: &[Self] =
        &[Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// As a language's file has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// Which number takes which form. The name says the forms that there are.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Rule {
    /// Chinese, Japanese, Korean, Vietnamese.
    Other,
    /// English, German, Spanish.
    OneOther,
    /// French, Portuguese of Brazil, Hindi: nothing is a singular too.
    OneOtherFrench,
    /// Czech, Slovak.
    OneFewOther,
    /// Russian, Ukrainian, Belarusian.
    OneFewManyOther,
    /// Polish, where only 1 is a singular.
    OneFewManyOtherPolish,
    /// Arabic.
    ZeroOneTwoFewManyOther,
}

impl Rule {
    pub const ALL: &[Self] = &[
        Self::Other,
        Self::OneOther,
        Self::OneOtherFrench,
        Self::OneFewOther,
        Self::OneFewManyOther,
        Self::OneFewManyOtherPolish,
        Self::ZeroOneTwoFewManyOther,
    ];

    /// As `[language] plural` has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::OneOther => "one-other",
            Self::OneOtherFrench => "one-other-french",
            Self::OneFewOther => "one-few-other",
            Self::OneFewManyOther => "one-few-many-other",
            Self::OneFewManyOtherPolish => "one-few-many-other-polish",
            Self::ZeroOneTwoFewManyOther => "zero-one-two-few-many-other",
        }
    }

    /// The form that `count` takes.
    ///
    /// # Examples
    ///
    /// ```
    /// use catalogue::{Category, Rule};
    ///
    /// assert_eq!(Rule::OneOther.category(21), Category::Other);
    /// assert_eq!(Rule::OneFewManyOther.category(21), Category::One);
    /// ```
    pub const fn category(self, count: u64) -> Category {
        let (tens, hundreds) = (count % 10, count % 100);
        // Eleven to fourteen are counted as eleven is, in every Slavic language that has many.
        let teens = matches!(hundreds, 11..=14);
        match (self, count) {
            (Self::Other, _) => Category::Other,
            (Self::OneOther | Self::OneFewOther | Self::OneFewManyOtherPolish, 1) => Category::One,
            (Self::OneOtherFrench, 0 | 1) => Category::One,
            (Self::OneFewOther, 2..=4) => Category::Few,
            (Self::OneOther | Self::OneOtherFrench | Self::OneFewOther, _) => Category::Other,
            (Self::OneFewManyOther, _) if tens == 1 && !teens => Category::One,
            (Self::OneFewManyOther | Self::OneFewManyOtherPolish, _) => {
                if matches!(tens, 2..=4) && !teens { Category::Few } else { Category::Many }
            }
            (Self::ZeroOneTwoFewManyOther, 0) => Category::Zero,
            (Self::ZeroOneTwoFewManyOther, 1) => Category::One,
            (Self::ZeroOneTwoFewManyOther, 2) => Category::Two,
            (Self::ZeroOneTwoFewManyOther, _) => match hundreds {
                3..=10 => Category::Few,
                11..=99 => Category::Many,
                _ => Category::Other,
            },
        }
    }
}
