//! What goes with each write.

use std::fmt;

/// What goes with each write, so that it hits the revision that was meant, and hits it once.
#[derive(Clone, Debug)]
pub(crate) struct Write {
    pub(crate) base: Base,
    /// Names this write: the keeper answers a repeat with the same key as it answered the first.
    pub(crate) key: String,
    /// Ask only what it would do.
    pub(crate) dry_run: bool,
}

/// The revision that must be in force for a write to be done.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Base {
    /// This one; 0 is the state before anything was published.
    Revision(u64),
    Any,
}

/// The system has no random numbers to give.
#[derive(Debug)]
pub(crate) struct NoRandomness(getrandom::Error);

impl Write {
    /// A write with a key of its own.
    pub(crate) fn new(base: Base) -> Result<Self, NoRandomness> {
        Ok(Self { base, key: key()?, dry_run: false })
    }

    /// The same as a rehearsal, which writes nothing. Its key is another one: the body is the
    /// same, the request is not.
    pub(crate) fn rehearsed(&self) -> Self {
        Self { base: self.base, key: format!("{}-rehearsal", self.key), dry_run: true }
    }
}

impl fmt::Display for Base {
    /// As `If-Match` has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Revision(number) => write!(f, "\"{number}\""),
            Self::Any => f.write_str("*"),
        }
    }
}

impl fmt::Display for NoRandomness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected random numbers of the system for the name of the write: {}", self.0)
    }
}

/// 128 random bits: two writes never share one.
fn key() -> Result<String, NoRandomness> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).map_err(NoRandomness)?;
    Ok(bits.iter().map(|octet| format!("{octet:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_writes_never_share_a_key() {
        let one = Write::new(Base::Any).expect("random numbers");
        let other = Write::new(Base::Any).expect("random numbers");
        assert_ne!(one.key, other.key);
        assert_eq!(one.key.len(), 32);
        let rehearsal = one.rehearsed();
        assert!(rehearsal.dry_run && !one.dry_run);
        assert_ne!(rehearsal.key, one.key);
    }

    #[test]
    fn a_base_as_a_header_field() {
        assert_eq!(Base::Revision(7).to_string(), "\"7\"");
        assert_eq!(Base::Any.to_string(), "*");
    }
}
