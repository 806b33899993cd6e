//! Lengths of time, as calendars write them (RFC 5545, section 3.3.6).

use chrono::TimeDelta;

use crate::import::why::Why;

/// More than a window may have, and so little that no calendar ends before it.
const LONGEST: TimeDelta = TimeDelta::days(10 * 366);

/// `PT2H`, `P1DT12H`, `P2W`: elapsed time, greater than nothing.
pub(super) fn read(text: &str) -> Result<TimeDelta, Why> {
    let allowed = |length: &TimeDelta| *length > TimeDelta::zero() && *length <= LONGEST;
    parsed(text.trim()).filter(allowed).ok_or_else(|| Why::Malformed {
        key: "DURATION",
        expected: "a length such as `PT2H`",
        found: crate::import::plain::line(text),
    })
}

fn parsed(text: &str) -> Option<TimeDelta> {
    let text = text.to_ascii_uppercase();
    let rest = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    if rest.ends_with('T') {
        return None;
    }
    let days = units(days, &[('W', 7 * 24 * 60 * 60), ('D', 24 * 60 * 60)])?;
    let time = units(time, &[('H', 60 * 60), ('M', 60), ('S', 1)])?;
    TimeDelta::try_seconds(days.checked_add(time)?)
}

/// Numbers with their units, in the order of the units, each at most once.
fn units(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let (mut rest, mut units, mut sum) = (text, units.iter(), 0_i64);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..digits].parse().ok()?;
        let unit = rest[digits..].chars().next()?;
        let (_, size) = units.find(|(known, _)| *known == unit)?;
        sum = sum.checked_add(number.checked_mul(*size)?)?;
        rest = &rest[digits + 1..];
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        let table = [
            ("PT2H", Some(7200)),
            ("PT1H30M", Some(5400)),
            ("P1D", Some(86_400)),
            ("P1DT12H", Some(129_600)),
            ("P2W", Some(1_209_600)),
            ("+PT15S", Some(15)),
            ("pt90m", Some(5400)),
            ("PT0S", None),
            ("-PT2H", None),
            ("PT", None),
            ("P", None),
            ("2H", None),
            ("PT2", None),
            ("PT2M1H", None),
            ("PTé", None),
            ("PT99999999999999999999H", None),
            ("PT9223372036854775807H", None),
            ("P99999999D", None),
        ];
        for (text, expected) in table {
            let seconds = read(text).ok().map(|length| length.num_seconds());
            assert_eq!(seconds, expected, "{text}");
        }
    }
}
