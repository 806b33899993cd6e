//! The parameters of a request. What is unknown is refused, as unknown members of a body are: a
//! misspelt `dry-run` must not write.

use admin::Kind;

use crate::{asked::Asked, refusal::Refusal};

/// How much of a record is read at a time, where nobody says otherwise and at most.
const PAGE: u64 = 50;
const LARGEST_PAGE: u64 = 200;

/// From where on a record is read, and how much of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    /// Only what is older than this number.
    pub(crate) before: Option<u64>,
    pub(crate) limit: u64,
}

impl Asked {
    /// # Errors
    ///
    /// A refusal with 400 when there is another parameter than `known`, or one of them twice.
    pub(crate) fn takes(&self, known: &[&str]) -> Result<(), Refusal> {
        for (place, (name, _)) in self.query.iter().enumerate() {
            if !known.contains(&&**name) {
                let detail = match known {
                    [] => format!("expected no parameters, found `{}`", shown(name)),
                    _ => {
                        let known = known.join("`, `");
                        format!("expected no parameters but `{known}`, found `{}`", shown(name))
                    }
                };
                return Err(Refusal::new(Kind::InvalidRequest, detail));
            }
            if self.query[..place].iter().any(|(before, _)| before == name) {
                let detail = format!("expected the parameter `{name}` once, found it twice");
                return Err(Refusal::new(Kind::InvalidRequest, detail));
            }
        }
        Ok(())
    }

    /// Whether a write is only to say what it would do.
    pub(crate) fn is_dry_run(&self) -> Result<bool, Refusal> {
        match self.parameter(admin::name::DRY_RUN) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(found) => Err(unfit(admin::name::DRY_RUN, "`true` or `false`", found)),
        }
    }

    pub(crate) fn page(&self) -> Result<Page, Refusal> {
        self.takes(&["before", "limit"])?;
        let limit = self.number("limit", 1, LARGEST_PAGE)?.unwrap_or(PAGE);
        Ok(Page { before: self.number("before", 1, LARGEST)?, limit })
    }

    /// The number that a parameter gives.
    pub(crate) fn number(&self, name: &str, least: u64, most: u64) -> Result<Option<u64>, Refusal> {
        let Some(text) = self.parameter(name) else { return Ok(None) };
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|number| digits && (least..=most).contains(number));
        let expected = || format!("a whole number from {least} to {most}");
        number.map(Some).ok_or_else(|| unfit(name, &expected(), text))
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }
}

/// As far as numbers go that are whole for every program.
pub(crate) const LARGEST: u64 = 999_999_999_999;

fn unfit(name: &str, expected: &str, found: &str) -> Refusal {
    let detail =
        format!("expected {expected} for the parameter `{name}`, found `{}`", shown(found));
    Refusal::new(Kind::InvalidRequest, detail)
}

/// The beginning of what a client sent, for a sentence about it.
pub(crate) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(MOST_SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// Characters.
const MOST_SHOWN: usize = 80;
