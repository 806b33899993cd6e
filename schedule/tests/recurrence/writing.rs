//! A rule that is written and read again is the same rule.

use proptest::prelude::*;
use schedule::Rule;

use crate::drawn::{Until, Written, drawn, written};

proptest! {
    #[test]
    fn prop_a_rule_is_read_as_it_is_written(drawn in drawn(Written { mixed: true, until: Until::Any })) {
        let rule: Rule = drawn.text.parse().expect("what is drawn is a rule");
        let written = rule.to_string();
        let read: Rule = written.parse().expect("what we write is a rule");
        prop_assert_eq!(&read, &rule, "{}", written);
        prop_assert_eq!(read.to_string(), written, "the second time, nothing changes");
    }

    #[test]
    fn prop_the_order_of_parts_says_nothing(
        (one, other) in drawn(Written { mixed: true, until: Until::Any }).prop_flat_map(|drawn| {
            let parts: Vec<String> = drawn.text.split(';').map(str::to_owned).collect();
            (Just(drawn.text), Just(parts).prop_shuffle().prop_map(|parts| parts.join(";")))
        }),
    ) {
        let rule = |text: &str| text.parse::<Rule>().expect("what is drawn is a rule");
        prop_assert_eq!(rule(&one), rule(&other));
    }

    // Whatever is taken at all can be written: no text slips through that means something else when
    // it is read again.
    #[test]
    fn prop_what_is_read_from_any_text_can_be_written(text in written()) {
        if let Ok(rule) = text.parse::<Rule>() {
            let again = rule.to_string().parse::<Rule>();
            prop_assert_eq!(again.as_ref(), Ok(&rule), "`{}` was read as `{}`", text, rule);
        }
    }
}
