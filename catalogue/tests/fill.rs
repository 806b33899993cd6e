//! Texts whose placeholders are replaced.

use catalogue::fill;
use proptest::prelude::*;

#[test]
fn placeholders_are_replaced() {
    #[track_caller]
    fn check(pattern: &str, values: &[(&str, &str)], expected: &str) {
        assert_eq!(fill(pattern, values), expected, "{pattern}");
    }
    let values = [("kind", "Maintenance"), ("end", "at noon"), ("", "nothing")];
    check("{kind} ends {end}.", &values, "Maintenance ends at noon.");
    check("{end}{end}", &values, "at noonat noon");
    check("", &values, "");
    check("no placeholder", &values, "no placeholder");
    check("{kind} ends {end}.", &[], "{kind} ends {end}.");
    check("{kind} ends {when}.", &values, "Maintenance ends {when}.");
    // The name is the whole of it.
    check("{kinds} { end } {End}", &values, "{kinds} { end } {End}");
    check("{}", &values, "nothing");
    // Braces without a partner.
    check("{", &values, "{");
    check("}{", &values, "}{");
    check("{end", &values, "{end");
    check("end}", &values, "end}");
    check("{a{end}", &values, "{aat noon");
    check("{{end}}", &values, "{at noon}");
    check("días: {end}ñ", &values, "días: at noonñ");
    // What is filled in is not filled again, whatever an operator calls a zone.
    check("{a} {b}", &[("a", "{b}"), ("b", "{a}")], "{b} {a}");
    check("{a}b}", &[("a", "{"), ("b", "no")], "{b}");
    // The first of two values.
    check("{a}", &[("a", "1"), ("a", "2")], "1");
}

proptest! {
    #[test]
    fn prop_filling_never_panics(
        pattern in "[{}ab é]{0,12}",
        values in prop::collection::vec(("[ab{}]{0,2}", "[{}ab]{0,4}"), 0..4),
    ) {
        let values: Vec<_> = values.iter().map(|(name, value)| (&**name, &**value)).collect();
        fill(&pattern, &values);
    }

    #[test]
    fn prop_without_values_nothing_changes(pattern in ".*") {
        prop_assert_eq!(fill(&pattern, &[]), pattern);
    }

    #[test]
    fn prop_a_value_is_taken_as_it_is(value in ".*", before in "[^{]*", after in "[^{]*") {
        let pattern = format!("{before}{{name}}{after}");
        prop_assert_eq!(fill(&pattern, &[("name", &value)]), format!("{before}{value}{after}"));
    }
}
