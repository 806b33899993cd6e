//! The numbers by which an isolate follows the keeper, read from where they are.

use std::fs;
use std::time::Duration;

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

const SOURCE: &str = "edge/js/reader.js";

/// What `edge/js/reader.js` says, so that the simulation cannot part from it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Reader {
    /// How often an isolate asks, at most.
    pub refresh: Duration,
    /// For how long what a location's cache holds is taken without asking the keeper.
    pub fresh: Duration,
}

impl Reader {
    pub fn read(checkout: &Checkout) -> Result<Self, Failure> {
        let path = checkout.path(SOURCE);
        let source = fs::read_to_string(&path).about("read", &path)?;
        Self::parse(&source).map_err(|name| Failure::ScaleParameter { path, name })
    }

    /// What is missing, where something is.
    fn parse(source: &str) -> Result<Self, &'static str> {
        let read = |name| constant(source, name).map(Duration::from_millis).ok_or(name);
        Ok(Self { refresh: read("REFRESH_MS")?, fresh: read("FRESH_MS")? })
    }
}

/// The number in `const NAME = 5_000;`, exported or not.
fn constant(source: &str, name: &str) -> Option<u64> {
    source.lines().find_map(|line| {
        let line = line.strip_prefix("export ").unwrap_or(line);
        let number = line.strip_prefix("const ")?.strip_prefix(name)?.strip_prefix(" = ")?;
        number.strip_suffix(';')?.replace('_', "").parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_says_all_that_the_simulation_needs() {
        let reader = Reader::read(&Checkout::here()).expect("the reader has the constants");
        assert!(reader.fresh < reader.refresh, "{reader:?}");
    }

    #[test]
    fn constants_are_found_by_name() {
        let source = "/** About A_MS = 1; */\nexport const A_MS = 5_000;\nconst A_MS_B = 7;\n";
        for (name, found) in
            [("A_MS", Some(5_000)), ("A_MS_B", Some(7)), ("A", None), ("B_MS", None)]
        {
            assert_eq!(constant(source, name), found, "{name}");
        }
        assert_eq!(Reader::parse("const REFRESH_MS = 5000;\n"), Err("FRESH_MS"));
    }
}
