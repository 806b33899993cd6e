//! What is written down is read as it was.

use proptest::prelude::*;
use schedule::{Length, Route, Target};

proptest! {
    #[test]
    fn prop_a_length_is_read_as_it_is_written(seconds in 1..=Length::MAX.as_secs()) {
        let length: Length = format!("{seconds}s").parse().expect("it is in the range");
        prop_assert_eq!(length.to_string().parse(), Ok(length));
        prop_assert_eq!(length.as_secs(), seconds);
    }

    #[test]
    fn prop_a_text_is_a_length_in_range_or_none(text in "([0-9]{1,10}[dhms é]){0,4}") {
        // Most of these are no lengths, and need only be refused without a panic.
        if let Ok(length) = text.parse::<Length>() {
            prop_assert!((1..=Length::MAX.as_secs()).contains(&length.as_secs()), "{}", text);
        }
    }

    #[test]
    fn prop_a_route_is_read_as_it_is_written(
        text in "(\\*?[a-zA-Z.]{0,4})(/[a-z%0-9A-F./]{0,6}\\*?)",
    ) {
        // What is no route has nothing to be written.
        if let Ok(route) = text.parse::<Route>() {
            prop_assert_eq!(route.to_string().parse(), Ok(route), "{}", text);
        }
    }

    #[test]
    fn prop_a_route_matches_its_own_path(path in "/[a-z%0-9A-F./-]{0,8}") {
        let exact: Route = path.parse().expect("a path without stars is a route");
        let below: Route = format!("{path}*").parse().expect("and so is one with a star behind it");
        let target = Target { host: "example.org", path: &path };
        prop_assert!(exact.matches(target));
        prop_assert!(below.matches(target));
    }

    #[test]
    fn prop_any_text_is_a_route_or_is_refused(text in any::<String>(), path in any::<String>()) {
        // Nothing to hold but that neither reading nor matching panics.
        if let Ok(route) = text.parse::<Route>() {
            route.matches(Target { host: &path, path: &path });
        }
    }
}
