//! Which way a language is written.

/// Which way a language is written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    pub const ALL: &[Self] = &[Self::LeftToRight, Self::RightToLeft];

    /// As `[language] direction` and HTML's `dir` have it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}
