//! The banner's decisions: which window it speaks of at an instant, in which phase, what has changed
//! since this visitor was told, and until when that stands.
//!
//! The page's JavaScript has the effects (it fetches, waits, stores, draws and says times by the
//! browser's `Intl`, which knows the zones); what to say is decided here, over the phases that the
//! gate decides by.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `told` | [`Told`]: `timeline.json` as it was read |
//! | `memory` | [`Memory`]: what this visitor knows, has heard and has put away |
//! | `change` | [`Change`]: moved, extended, over early, cancelled |
//! | `countdown` | the time left, in calm steps |
//! | `banner` | [`Banner`]: all of it, asked for a [`Message`] |
//! | `words` | the words of a language for the page; at build time only |
//! | `border` | what JavaScript calls; in wasm only |
//!
//! Instants that cross the border are milliseconds since the epoch, by the server's clock.

mod banner;
mod change;
mod countdown;
mod memory;
mod message;
mod told;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod border;
#[cfg(not(target_arch = "wasm32"))]
mod words;

pub use banner::{Banner, Said};
pub use change::{Change, Span};
pub use countdown::Countdown;
pub use memory::{Known, Memory, Met, Row};
pub use message::{Advice, Message, Reminder, State};
pub use told::{Channel, Facts, Over, Told, Window};

#[cfg(not(target_arch = "wasm32"))]
pub use words::{names, words};
