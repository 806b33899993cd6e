//! Weights: what a client would rather have (RFC 9110, section 12.4.2).

use super::list;

/// In thousandths, 0 to 1000. Nought is "not acceptable". Whole numbers, because code that reads
/// floats adds some 17 kB to the compressed wasm.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Weight(u16);

/// What a list accepts or refuses, each with its weight, in the order of the list.
pub(super) fn weighted(list: &str) -> impl Iterator<Item = (&str, Weight)> {
    list::elements(list).map(|element| (list::value(element), Weight::of(element)))
}

impl Weight {
    pub(super) const REFUSED: Self = Self(0);
    const FULL: Self = Self(1000);

    /// Full when none is given, or none that can be read.
    fn of(element: &str) -> Self {
        list::parameter(element, "q").and_then(Self::read).unwrap_or(Self::FULL)
    }

    /// `1`, `0.5`, `.5`, `0.333333`; what is over one is one, and what follows the digits is
    /// ignored.
    fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let fraction = fraction.bytes().map_while(digit);
        if !whole.bytes().all(|byte| byte.is_ascii_digit())
            || (whole.is_empty() && fraction.clone().next().is_none())
        {
            return None;
        }
        if whole.bytes().any(|byte| byte != b'0') {
            return Some(Self::FULL);
        }
        let read: u16 = [100, 10, 1]
            .into_iter()
            .zip(fraction.clone())
            .map(|(place, digit)| place * digit)
            .sum();
        // However little, it is something.
        Some(Self(if read == 0 { u16::from(fraction.max() > Some(0)) } else { read }))
    }
}

fn digit(byte: u8) -> Option<u16> {
    byte.is_ascii_digit().then(|| u16::from(byte - b'0'))
}
