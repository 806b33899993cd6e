//! The words of the compact form, which are cut to where they cannot be mistaken.

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/// `N` → `Nov`
pub fn month(word: &str) -> Option<String> {
    whole(&MONTHS, word).map(str::to_owned)
}

/// `9` → `9`, `lastSu` → `lastSun`, `Su>=8` → `Sun>=8`
pub fn day(word: &str) -> Option<String> {
    if is_number(word) {
        return Some(word.to_owned());
    }
    if let Some(weekday) = word.strip_prefix("last") {
        return Some(format!("last{}", whole(&DAYS, weekday)?));
    }
    let (weekday, date) = word.split_at_checked(word.find(['<', '>'])?)?;
    let number = date.get(2..).filter(|_| date[1..].starts_with('='))?;
    is_number(number).then_some(())?;
    Some(format!("{}{date}", whole(&DAYS, weekday)?))
}

/// The last year of a rule: `o` → `only`, `ma` → `max`, `2006` → `2006`
pub fn last_year(word: &str) -> Option<String> {
    let long = if is_number(word) { word } else { whole(&["only", "max"], word)? };
    Some(long.to_owned())
}

/// A year by itself.
pub fn year(word: &str) -> Option<String> {
    is_number(word).then(|| word.to_owned())
}

/// The one word of `words` that begins with `cut`.
fn whole(words: &[&'static str], cut: &str) -> Option<&'static str> {
    let mut found = words.iter().filter(|word| !cut.is_empty() && word.starts_with(cut));
    found.next().copied().filter(|_| found.next().is_none())
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_whole_again_unless_two_begin_alike() {
        for (cut, expect) in [
            ("F", Some("Feb")),
            ("Mar", Some("Mar")),
            ("Jul", Some("Jul")),
            ("O", Some("Oct")),
            ("Ju", None),
            ("M", None),
            ("X", None),
            ("", None),
        ] {
            assert_eq!(month(cut).as_deref(), expect, "{cut}");
        }
    }

    #[test]
    fn days_are_dates_or_weekdays_near_them() {
        for (cut, expect) in [
            ("9", Some("9")),
            ("lastSu", Some("lastSun")),
            ("lastTh", Some("lastThu")),
            ("Su>=8", Some("Sun>=8")),
            ("F<=1", Some("Fri<=1")),
            ("T>=1", None),
            ("Su>8", None),
            ("Su>=", None),
            ("Su>", None),
            ("last", None),
            ("", None),
        ] {
            assert_eq!(day(cut).as_deref(), expect, "{cut}");
        }
    }

    #[test]
    fn a_rule_ends_in_a_year_the_same_year_or_never() {
        for (cut, expect) in
            [("2006", Some("2006")), ("o", Some("only")), ("ma", Some("max")), ("y", None)]
        {
            assert_eq!(last_year(cut).as_deref(), expect, "{cut}");
        }
    }
}
