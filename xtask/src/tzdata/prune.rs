//! Leaves out of the tables what lies outside the years that a schedule may name.
//!
//! chrono-tz's own begin when local mean time was given up and are 906 KB of a wasm module; these
//! are 166 KB of one, and no zone is lost. A zone's first offset is the one that it had when the
//! years begin.

use chrono::{NaiveDate, NaiveTime};

use crate::failure::Failure;

/// The first and the last year in the tables. Before and after them the offset at their border
/// holds for ever, which is wrong wherever clocks changed or will change. 2099 is the last year for
/// which parse-zoneinfo applies a rule without an end (`for year in 1800..2100`).
pub const FIRST_YEAR: i32 = 2020;
pub const LAST_YEAR: i32 = 2099;

/// The tables that are left.
#[derive(Debug)]
pub struct Pruned {
    pub text: String,
    pub zones: usize,
    pub transitions: usize,
}

/// Prunes `timezones.rs` as chrono-tz-build 0.5 writes it: of each zone, first the transitions, one
/// a line, then the offset before all of them.
pub fn prune(tables: &str) -> Result<Pruned, Failure> {
    let years = new_year(FIRST_YEAR)..new_year(LAST_YEAR + 1);
    let mut kept = Pruned { text: String::new(), zones: 0, transitions: 0 };
    // The last offset before the years, in the zone that is being read.
    let mut before: Option<&str> = None;
    let mut lines = tables.lines();
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        if code.starts_with('(') && code.contains(", FixedTimespan {") {
            let (instant, offset) = transition(code).ok_or_else(|| unlike(code))?;
            if instant < years.start {
                before = Some(offset);
            }
            if !years.contains(&instant) {
                continue;
            }
            kept.transitions += 1;
        } else if code.starts_with("first: FixedTimespan {") {
            kept.zones += 1;
            if let Some(offset) = before.take() {
                let indent = &line[..line.len() - code.len()];
                kept.text += &format!("{indent}first: {offset},\n");
                lines.find(|line| line.trim() == "},").ok_or_else(|| unlike(code))?;
                continue;
            }
        }
        kept.text += line;
        kept.text.push('\n');
    }
    // Were the generator to write another shape, zones would be missed without a word.
    if declared(tables) != Some(kept.zones) || kept.transitions == 0 {
        return Err(unlike(&format!("{} zones, {} transitions", kept.zones, kept.transitions)));
    }
    Ok(kept)
}

/// `(1583661600, FixedTimespan { … }),` → the instant and the offset from then on
fn transition(code: &str) -> Option<(i64, &str)> {
    let (instant, offset) = code.strip_prefix('(')?.strip_suffix("),")?.split_once(", ")?;
    Some((instant.parse().ok()?, offset))
}

/// How many zones the tables say that they hold.
fn declared(tables: &str) -> Option<usize> {
    let (_, rest) = tables.split_once("TZ_VARIANTS: [Tz; ")?;
    rest.split_once(']')?.0.parse().ok()
}

fn new_year(year: i32) -> i64 {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).expect("chrono has all years of four digits");
    day.and_time(NaiveTime::MIN).and_utc().timestamp()
}

fn unlike(text: &str) -> Failure {
    Failure::ZoneTables { text: text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zone as the generator writes it, with a transition in 2019, 2020, 2099 and 2100.
    const TABLES: &str = "\
            Tz::A => {
                const REST: &[(i64, FixedTimespan)] = &[
                    (1577836799, FixedTimespan { name: Some(\"2019\") }),
                    (1577836800, FixedTimespan { name: Some(\"2020\") }),
                    (4102444799, FixedTimespan { name: Some(\"2099\") }),
                    (4102444800, FixedTimespan { name: Some(\"2100\") }),
                ];
                FixedTimespanSet {
                    first: FixedTimespan {
                        name: Some(\"LMT\"),
                    },
                    rest: REST
                }
            },
pub static TZ_VARIANTS: [Tz; 1] = [
";

    #[test]
    fn the_years_are_kept_and_begin_with_the_offset_that_held_then() {
        let pruned = prune(TABLES).unwrap();
        assert_eq!((pruned.zones, pruned.transitions), (1, 2));
        assert_eq!(
            pruned.text,
            "\
            Tz::A => {
                const REST: &[(i64, FixedTimespan)] = &[
                    (1577836800, FixedTimespan { name: Some(\"2020\") }),
                    (4102444799, FixedTimespan { name: Some(\"2099\") }),
                ];
                FixedTimespanSet {
                    first: FixedTimespan { name: Some(\"2019\") },
                    rest: REST
                }
            },
pub static TZ_VARIANTS: [Tz; 1] = [
"
        );
    }

    #[test]
    fn a_zone_that_never_changed_before_the_years_keeps_its_first_offset() {
        let later = TABLES.replace("1577836799", "1577836801");
        assert!(prune(&later).unwrap().text.contains("Some(\"LMT\")"));
    }

    #[test]
    fn another_shape_is_refused() {
        for (from, to) in
            [("; 1]", "; 2]"), ("first: FixedTimespan {", "first: Span {"), ("(1577836799", "(x")]
        {
            let refused = prune(&TABLES.replace(from, to));
            assert!(matches!(refused, Err(Failure::ZoneTables { .. })), "{to}: {refused:?}");
        }
    }
}
