//! Times that contradict each other.

/// Which order of times was expected.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// A window ends after it starts.
    EndAfterStart,
    /// What ends earlier ends in the future all the same.
    EndAfterNow,
    /// What is extended ends later than before.
    LaterEnd,
    /// What is shortened ends earlier than before.
    EarlierEnd,
    /// What is put off starts in the future.
    StartAfterNow,
}

impl Order {
    /// What was expected, with the time that it is held against.
    pub(crate) fn expected(self, bound: &str) -> String {
        match self {
            Self::EndAfterStart => format!("an end after the start, {bound}"),
            Self::EndAfterNow => format!("an end after now, {bound}"),
            Self::LaterEnd => format!("an end later than {bound}"),
            Self::EarlierEnd => format!("an end earlier than {bound}"),
            Self::StartAfterNow => format!("a start after now, {bound}"),
        }
    }

    pub(crate) fn help(self) -> &'static str {
        match self {
            Self::EndAfterStart => {
                "mind the date when a window ends after midnight, and a.m. and p.m."
            }
            Self::EndAfterNow => "to end it now, `finish` it",
            Self::LaterEnd => "to end it earlier, `shorten` it",
            Self::EarlierEnd => "to end it later, `extend` it",
            Self::StartAfterNow => "to begin at once, `start` it",
        }
    }
}
