//! From the compact form of the zone source to the long one, which parse-zoneinfo reads.
//!
//! Both are described in the manual of `zic`; the compact one cuts every word to where it cannot be
//! mistaken.
//!
//! | compact | long |
//! | --- | --- |
//! | `R C 2007 ma - N Su>=1 2 0 S` | `Rule C 2007 max - Nov Sun>=1 2:00 0:00 S` |
//! | `Z Etc/UTC 0 - UTC` | `Zone Etc/UTC 0:00 - UTC` |
//! | `-8 C P%sT 2026 Mar 9` | `-8:00 C P%sT 2026 Mar 9`, which continues a zone |
//! | `L Etc/UTC UTC` | `Link Etc/UTC UTC` |

use crate::failure::Failure;
use crate::tzdata::clock::padded;
use crate::tzdata::source::{Source, strange};
use crate::tzdata::word;

pub fn expand(source: &Source) -> Result<String, Failure> {
    let mut long = String::new();
    for (number, line) in source.text().lines().enumerate() {
        if !line.is_empty() && !line.starts_with('#') {
            long += &long_line(line).ok_or_else(|| strange(number, line))?;
            long.push('\n');
        }
    }
    Ok(long)
}

fn long_line(line: &str) -> Option<String> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    Some(match fields[..] {
        ["R", name, first, last, "-", month, day, at, saved, letters] => {
            let last = word::last_year(last)?;
            let (month, day) = (word::month(month)?, word::day(day)?);
            let (at, saved) = (padded(at)?, padded(saved)?);
            format!("Rule\t{name}\t{first}\t{last}\t-\t{month}\t{day}\t{at}\t{saved}\t{letters}")
        }
        ["L", target, name] => format!("Link\t{target}\t{name}"),
        ["Z", name, ref era @ ..] => format!("Zone\t{name}\t{}", long_era(era)?),
        ref era => format!("\t\t\t{}", long_era(era)?),
    })
}

/// One stretch of a zone's history: its offset, its rules, how it is abbreviated, until when.
fn long_era(era: &[&str]) -> Option<String> {
    let [offset, rules, format, until @ ..] = era else { return None };
    let mut fields = vec![padded(offset)?, long_rules(rules), (*format).to_owned()];
    let meanings = [word::year, word::month, word::day, padded];
    if until.len() > meanings.len() {
        return None;
    }
    for (meaning, field) in meanings.iter().zip(until) {
        fields.push(meaning(field)?);
    }
    Some(fields.join("\t"))
}

/// The name of rules, `-` for none, or what is saved all the time.
fn long_rules(rules: &str) -> String {
    padded(rules).unwrap_or_else(|| rules.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(compact: &str, expect: Option<&str>) {
        let long = long_line(compact).map(|long| long.replace('\t', " ").trim().to_owned());
        assert_eq!(long.as_deref(), expect, "{compact}");
    }

    #[test]
    fn every_kind_of_line_has_its_long_form() {
        for (compact, expect) in [
            ("R C 2007 ma - N Su>=1 2 0 S", "Rule C 2007 max - Nov Sun>=1 2:00 0:00 S"),
            ("R Q 2011 o - N 13 0s 0 S", "Rule Q 2011 only - Nov 13 0:00s 0:00 S"),
            ("R E 1996 ma - O lastSu 1u 0 -", "Rule E 1996 max - Oct lastSun 1:00u 0:00 -"),
            // Winter is the exception in Ireland, by law.
            ("R IE 1971 o - O 31 2u -1 -", "Rule IE 1971 only - Oct 31 2:00u -1:00 -"),
            ("L America/Winnipeg Canada/Central", "Link America/Winnipeg Canada/Central"),
            ("Z Etc/UTC 0 - UTC", "Zone Etc/UTC 0:00 - UTC"),
            ("Z America/Havana -5:29:28 - LMT 1890", "Zone America/Havana -5:29:28 - LMT 1890"),
            ("-8 C P%sT 2026 Mar 9", "-8:00 C P%sT 2026 Mar 9"),
            ("0 M %z 2018 O 28 3", "0:00 M %z 2018 Oct 28 3:00"),
            ("-11 - %z", "-11:00 - %z"),
            // An hour is saved all the time.
            ("1 1 BST 1971 O 31 2u", "1:00 1:00 BST 1971 Oct 31 2:00u"),
        ] {
            check(compact, Some(expect));
        }
    }

    #[test]
    fn what_is_no_such_line_is_refused() {
        for compact in [
            "R C 2007 ma - N Su>=1 2 0",
            "R C 2007 ma - J Su>=1 2 0 S",
            "L Etc/UTC",
            "Z Etc/UTC",
            "-8 C",
            "-8 C P%sT 2026 Mar 9 2 more",
            "Leap 2016 Dec 31 23:59:60 + S",
            "Expires 2027",
        ] {
            check(compact, None);
        }
    }
}
