//! The schedules of the benchmark: the founding notice's texts, with windows for ever.

use std::fs;

use crate::bundle::timeline::{self, Compiled};
use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

/// Its service and channels are a real notice's, so the answers have a real size.
const EXAMPLE: &str = "examples/immtrac2/schedule.toml";

/// A window that nobody who runs this will see open: every request passes, after a look at it.
pub const AHEAD: &str = "2099-01-01T00:00:00Z";
/// A window that has been open all along: every request is answered.
pub const OPEN: &str = "2021-01-01T00:00:00Z";
const END: &str = "2099-12-01T00:00:00Z";

/// The timeline with one window over all channels, from `start` on.
pub fn with_window(checkout: &Checkout, start: &str) -> Result<Compiled, Failure> {
    let path = checkout.path(EXAMPLE);
    let text = fs::read_to_string(&path).about("read the schedule", &path)?;
    timeline::compile_unseen(&with_only(&text, start), EXAMPLE)
}

/// The schedule's service and channels with one window instead of its own.
fn with_only(text: &str, start: &str) -> String {
    let channels = text.split("[[window]]").next().unwrap_or_default();
    format!(
        "{channels}[[window]]\nid = \"bench\"\nchannels = [\"web\", \"web-services\"]\n\
         start = {start}\nend = {END}\nsummary = \"Emergency production deployment for data fixes.\"\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_windows_of_the_example_are_replaced() {
        let text = "[service]\n\n[[window]]\nid = \"a\"\n\n[[window]]\nid = \"b\"\n";
        let only = with_only(text, OPEN);
        assert!(only.starts_with("[service]\n\n[[window]]\nid = \"bench\""), "{only}");
        assert_eq!(only.matches("[[window]]").count(), 1);
    }
}
