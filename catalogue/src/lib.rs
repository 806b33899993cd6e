//! What Intermission says to people: one file a language, which a translator writes without Rust.
//!
//! `languages/en.toml` says which texts there are and how a language is added. At build time every
//! file beside it becomes constants, so that a text is a field that the compiler knows, looking it
//! up costs nothing, and no parser gets into the worker.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `languages/*.toml` | the texts |
//! | `compile/` | from the files to Rust, called by `build.rs` |
//! | `language` | a [`Language`], and which one answers a tag |
//! | `fill` | a text whose `{placeholders}` are replaced |
//! | `plural`, `rule` | texts that differ with a number |
//! | `clock`, `direction` | what a language chooses besides its words |
//!
//! A text that a language lacks is English. What it is made of (dates, lengths, sentences) is for
//! the callers to know: this crate has no time and no HTML.
//!
//! # Examples
//!
//! ```
//! use catalogue::{Language, fill};
//!
//! let spanish = Language::from_tag("es-MX");
//! assert_eq!(spanish.page().meanwhile, "Mientras tanto");
//! assert_eq!(
//!     fill(spanish.page().zone_is, &[("label", "CT"), ("zone", "America/Chicago")]),
//!     "CT es America/Chicago",
//! );
//! assert_eq!(fill(spanish.length().days.of(3), &[("count", "3")]), "3 días");
//! ```

mod clock;
mod direction;
mod fill;
mod language;
mod plural;
mod rule;

pub use clock::Clock;
pub use direction::Direction;
pub use fill::fill;
pub use language::{Language, closest, texts};
pub use plural::Plural;
pub use rule::{Category, Rule};
