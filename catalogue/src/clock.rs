//! How a language counts the hours.

/// How a language counts the hours of a day, and how it writes them.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Clock {
    /// 12, 1, 2, … 11, twice: 7:00 a.m. and 7:00 p.m.
    Twelve,
    /// From 0 to 23: 7:00 and 19:00.
    TwentyFour,
    /// The same in two digits: 07:00 and 19:00.
    TwentyFourPadded,
}

impl Clock {
    pub const ALL: &[Self] = &[Self::Twelve, Self::TwentyFour, Self::TwentyFourPadded];

    /// As `[time] clock` has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Twelve => "12",
            Self::TwentyFour => "24",
            Self::TwentyFourPadded => "24-padded",
        }
    }
}
