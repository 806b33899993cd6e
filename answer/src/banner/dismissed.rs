//! What a visitor has put away, as their browser says it.

use schedule::{Occurrence, Phase};

use crate::instant::utc;

/// What a visitor has put away: the value of the cookie that `widget/js/source.js` sets. It only ever
/// decides what is shown to whoever sends it.
///
/// | part of a name, by `~` | what |
/// | --- | --- |
/// | 1, 2 | the window's id, and which of its occurrences |
/// | 3 | the phase |
/// | 4, 5 | start and end, which make another telling of it |
///
/// Names are separated by `!`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dismissed<'a>(&'a str);

impl<'a> Dismissed<'a> {
    /// The cookie's name.
    pub const COOKIE: &'static str = "maintenance-banner";

    /// Out of the value of a `Cookie` header.
    pub fn of(cookies: &'a str) -> Self {
        let pairs = cookies.split(';').filter_map(|pair| pair.split_once('='));
        Self(
            pairs
                .into_iter()
                .find(|(name, _)| name.trim() == Self::COOKIE)
                .map_or("", |(_, value)| value.trim()),
        )
    }

    pub(super) fn has(self, occurrence: &Occurrence, phase: Phase) -> bool {
        !self.0.is_empty() && {
            let name = name(occurrence, phase);
            self.0.split('!').any(|known| known == name)
        }
    }
}

fn name(occurrence: &Occurrence, phase: Phase) -> String {
    let of = occurrence.of.map(|of| of.format("%Y-%m-%dT%H:%M:%S").to_string()).unwrap_or_default();
    let end = occurrence.end.map(|end| utc(end.to_utc())).unwrap_or_default();
    let start = utc(occurrence.start.to_utc());
    format!("{}~{of}~{phase}~{start}~{end}", occurrence.window.as_str())
}
