//! Hours and minutes, which the compact form writes without zeros that say nothing.

/// `2` → `2:00`, `0:1` → `0:01`, `-5:29:36` → `-5:29:36`, `23u` → `23:00u`.
///
/// The letter at the end says whose clock it is: `s` for standard time, `u`, `g` or `z` for UTC,
/// `w` or none for the one on the wall. parse-zoneinfo panics at `0:1`.
pub fn padded(compact: &str) -> Option<String> {
    let (sign, rest) = compact.strip_prefix('-').map_or(("", compact), |rest| ("-", rest));
    let digits = rest.trim_end_matches(['w', 's', 'u', 'g', 'z']);
    let letter = &rest[digits.len()..];
    let parts: Vec<&str> = digits.split(':').collect();
    let number = |part: &&str| matches!(part.len(), 1..=3) && part.bytes().all(is_digit);
    if letter.len() > 1 || parts.len() > 3 || !parts.iter().all(number) {
        return None;
    }
    let minute = parts.get(1).unwrap_or(&"0");
    let second = parts.get(2).map_or(String::new(), |second| format!(":{second:0>2}"));
    Some(format!("{sign}{}:{minute:0>2}{second}{letter}", parts[0]))
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_come_back_in_two_digits() {
        for (compact, expect) in [
            ("0", Some("0:00")),
            ("2", Some("2:00")),
            ("24", Some("24:00")),
            ("-1", Some("-1:00")),
            ("0:1", Some("0:01")),
            ("5:45", Some("5:45")),
            ("-5:29:36", Some("-5:29:36")),
            ("-0:0:5", Some("-0:00:05")),
            ("2s", Some("2:00s")),
            ("23u", Some("23:00u")),
            ("0:30s", Some("0:30s")),
            ("", None),
            ("-", None),
            ("C", None),
            ("1x", None),
            ("1su", None),
            ("1:2:3:4", None),
            ("1:", None),
        ] {
            assert_eq!(padded(compact).as_deref(), expect, "{compact:?}");
        }
    }
}
