//! Any text is a rule or is not; a rule is written as it was read, and its dates ascend and end.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run recurrence -- -timeout=1`

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use schedule::Rule;

fuzz_target!(|input: (u16, &str)| {
    let (day, text) = input;
    let Ok(rule) = text.parse::<Rule>() else { return };
    assert_eq!(rule.to_string().parse::<Rule>().as_ref(), Ok(&rule));
    let epoch = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a date");
    let first = epoch + chrono::Days::new(u64::from(day) % 29_000);
    let mut last = None;
    for date in rule.dates(first) {
        assert!(date >= first && last.is_none_or(|last| last < date), "{rule} from {first}");
        last = Some(date);
    }
});
