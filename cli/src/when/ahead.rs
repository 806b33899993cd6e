//! `in 20m`, `in 1 hour 30 minutes`.

use schedule::Length;

/// The length of what follows the word `in`; `None` if it is none.
pub(super) fn length(words: &[&str]) -> Option<Length> {
    let mut compact = String::new();
    for word in words {
        match *word {
            "a" | "an" => compact.push('1'),
            "and" => {}
            word if word.starts_with(|c: char| c.is_ascii_digit()) => {
                let digits = word.bytes().take_while(u8::is_ascii_digit).count();
                let (number, name) = word.split_at(digits);
                compact.push_str(number);
                // `1h30m` is one word already.
                compact.push_str(unit(name).unwrap_or(name));
            }
            word => compact.push_str(unit(word)?),
        }
    }
    compact.parse().ok()
}

/// The letter of a unit.
pub(super) fn unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" => "s",
        "m" | "min" | "mins" | "minute" | "minutes" => "m",
        "h" | "hr" | "hrs" | "hour" | "hours" => "h",
        "d" | "day" | "days" => "d",
        _ => return None,
    })
}
