//! How many tests ran, over all the programs that run tests.

use std::fmt;

/// The sum of what cargo's and Node's test runners say at their ends.
#[derive(Default, Debug, Eq, PartialEq)]
pub struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Tally {
    /// Whether no test ran at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes a line that a test runner printed.
    pub fn hear(&mut self, line: &str) {
        if let Some(counts) = line.strip_prefix("test result: ") {
            self.hear_cargo(counts);
        } else if let Some(count) = line.strip_prefix("ℹ ") {
            self.hear_node(count);
        }
    }

    /// `ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`
    fn hear_cargo(&mut self, counts: &str) {
        for part in counts.split(['.', ';']) {
            match count(part, false) {
                Some((count, "passed")) => self.passed += count,
                Some((count, "failed")) => self.failed += count,
                Some((count, "ignored")) => self.skipped += count,
                _ => {}
            }
        }
    }

    /// `pass 12`
    fn hear_node(&mut self, line: &str) {
        match count(line, true) {
            Some((count, "pass")) => self.passed += count,
            Some((count, "fail" | "cancelled")) => self.failed += count,
            Some((count, "skipped" | "todo")) => self.skipped += count,
            _ => {}
        }
    }
}

/// A number and a word in either order.
fn count(part: &str, word_first: bool) -> Option<(u64, &str)> {
    let (first, second) = part.trim().split_once(' ')?;
    let (number, word) = if word_first { (second, first) } else { (first, second) };
    Some((number.parse().ok()?, word))
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped } = self;
        write!(f, "tests: {passed} passed, {failed} failed, {skipped} skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_runners_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s",
            "test gate::starts ... ok",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.03s",
            "✔ passes a range through (3.1ms)",
            "ℹ tests 9",
            "ℹ pass 7",
            "ℹ fail 0",
            "ℹ cancelled 1",
            "ℹ skipped 1",
            "ℹ duration_ms 931.2",
        ] {
            tally.hear(line);
        }
        assert_eq!(tally, Tally { passed: 21, failed: 4, skipped: 2 });
        assert_eq!(tally.to_string(), "tests: 21 passed, 4 failed, 2 skipped");
    }
}
