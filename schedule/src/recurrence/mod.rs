//! Recurrence: RFC 5545 rules over dates, of which a [`crate::Series`] makes instants.
//!
//! Dates are found without a zone. Only then is each one resolved in the zone, so a weekly 7 p.m.
//! is 7 p.m. in every week, whatever the clocks do.

mod dates;
mod error;
mod read;
mod rule;
mod write;

pub use error::RuleError;
pub use rule::{Bound, Day, Frequency, Rule};
