//! Rules as the laws and the comparisons draw them: valid by construction.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

/// A rule and its first date, which need not be one of its dates.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawn {
    pub(crate) text: String,
    pub(crate) first: NaiveDate,
}

/// Which rules are drawn.
#[derive(Clone, Copy)]
pub(crate) struct Written {
    /// Days with and without an ordinal in one rule: python-dateutil takes only days that are both,
    /// where the standard adds the one to the other.
    pub(crate) mixed: bool,
    pub(crate) until: Until,
}

/// Which kinds of `UNTIL` are drawn.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Until {
    None,
    Any,
}

const FREQUENCIES: [&str; 4] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A leap day, a day of another year's first week, a thirty-first, the ends of a year.
const AWKWARD: [&str; 5] = ["2020-02-29", "2024-12-30", "2026-01-31", "2026-12-31", "2027-01-01"];
const NAMES: [&str; 9] =
    ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"];

fn listed<T: ToString>(name: &str, values: &[T]) -> Option<String> {
    let values: Vec<String> = values.iter().map(T::to_string).collect();
    (!values.is_empty()).then(|| format!("{name}={}", values.join(",")))
}

fn numbers(most: i32, length: usize) -> impl Strategy<Value = Vec<i32>> {
    let number = prop_oneof![1..=most, -most..=-1];
    prop_oneof![
        3 => Just(Vec::new()),
        2 => prop::collection::vec(number, 1..=length),
    ]
}

fn weekdays() -> impl Strategy<Value = Vec<&'static str>> {
    prop_oneof![
        1 => Just(Vec::new()),
        2 => prop::collection::vec(prop::sample::select(&WEEKDAYS), 1..=5),
        // The working days, which most rules with positions choose among.
        1 => Just(WEEKDAYS[..5].to_vec()),
    ]
}

/// Days as `frequency` may have them.
fn days(frequency: usize, has_months: bool, mixed: bool) -> BoxedStrategy<Vec<String>> {
    let plain = weekdays().prop_map(|days| days.into_iter().map(str::to_owned).collect::<Vec<_>>());
    let most = match (frequency, has_months) {
        (0 | 1, _) => return plain.boxed(),
        (3, false) => 53,
        _ => 5,
    };
    // Mostly small ones: there is a fifty-third Monday every few years.
    let ordinal = prop_oneof![4 => 1..=4_i32.min(most), 1 => 1..=most];
    let counted = (ordinal, any::<bool>(), prop::sample::select(&WEEKDAYS));
    let counted = counted.prop_map(|(ordinal, from_end, day)| {
        format!("{}{ordinal}{day}", if from_end { "-" } else { "" })
    });
    let counted = prop::collection::vec(counted, 1..=3);
    if mixed {
        let both = (plain, counted).prop_map(|(plain, counted)| [plain, counted].concat());
        return both.boxed();
    }
    prop_oneof![plain, counted].boxed()
}

fn bound(first: NaiveDate, until: Until) -> BoxedStrategy<Option<String>> {
    let count = (1..=40_u32).prop_map(|count| Some(format!("COUNT={count}")));
    if until == Until::None {
        return prop_oneof![Just(None), count].boxed();
    }
    let until = (0..2_000_u64, 0..86_400_u32, 0..3_u8).prop_map(move |(days, second, kind)| {
        let last = first + Days::new(days);
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(second, 0);
        let last_time = last.and_time(time.expect("a second of a day"));
        Some(match kind {
            0 => format!("UNTIL={}", last.format("%Y%m%d")),
            1 => format!("UNTIL={}", last_time.format("%Y%m%dT%H%M%S")),
            _ => format!("UNTIL={}", last_time.format("%Y%m%dT%H%M%SZ")),
        })
    });
    prop_oneof![Just(None), count, until].boxed()
}

/// First dates: anywhere, and where calendars are awkward.
fn first() -> impl Strategy<Value = NaiveDate> {
    let start = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a date");
    prop_oneof![
        4 => (0..15 * 365_u64).prop_map(move |days| start + Days::new(days)),
        1 => prop::sample::select(&AWKWARD).prop_map(|date| date.parse().expect("a date")),
    ]
}

pub(crate) fn drawn(written: Written) -> impl Strategy<Value = Drawn> {
    let months = prop_oneof![
        3 => Just(Vec::new()),
        1 => prop::collection::vec(1..=12_u8, 1..=4),
    ];
    (0..4_usize, months, first())
        .prop_flat_map(move |(frequency, months, first)| {
            let month_days = match frequency {
                1 => Just(Vec::new()).boxed(),
                _ => numbers(31, 6).boxed(),
            };
            // As many as a period may have dates.
            let positions = numbers([1, 7, 31, 366][frequency], 3);
            let interval = prop_oneof![4 => Just(1), 4 => 2..=4_u32, 1 => 5..=100_u32];
            (
                Just((frequency, first)),
                interval,
                Just(months.clone()),
                month_days,
                days(frequency, !months.is_empty(), written.mixed),
                (positions, prop::option::of(prop::sample::select(&WEEKDAYS))),
                bound(first, written.until),
            )
        })
        .prop_map(
            |(
                (frequency, first),
                interval,
                months,
                month_days,
                days,
                (positions, week_start),
                bound,
            )| {
                let chooses = !(months.is_empty() && month_days.is_empty() && days.is_empty());
                let parts = [
                    Some(format!("FREQ={}", FREQUENCIES[frequency])),
                    (interval > 1).then(|| format!("INTERVAL={interval}")),
                    bound,
                    listed("BYMONTH", &months),
                    listed("BYMONTHDAY", &month_days),
                    listed("BYDAY", &days),
                    listed("BYSETPOS", &positions).filter(|_| chooses),
                    week_start.map(|day| format!("WKST={day}")),
                ];
                let parts: Vec<String> = parts.into_iter().flatten().collect();
                // The others count positions in the first week from the first date on, and in every
                // other week, month and year from its beginning, as we do in all.
                let has_positions = frequency == 1 && chooses && !positions.is_empty();
                let first = if has_positions { week_of(first, week_start) } else { first };
                Drawn { text: parts.join(";"), first }
            },
        )
}

/// The first day of the week that `date` lies in.
fn week_of(date: NaiveDate, week_start: Option<&str>) -> NaiveDate {
    let place = WEEKDAYS.iter().position(|day| Some(*day) == week_start).unwrap_or(0);
    let weekday = chrono::Weekday::try_from(u8::try_from(place).expect("below 7"));
    date.week(weekday.expect("below 7")).first_day()
}

/// Texts that look like rules: pieces of them in any order.
pub(crate) fn written() -> impl Strategy<Value = String> {
    let values = prop_oneof![
        prop::sample::select(&FREQUENCIES).prop_map(str::to_owned),
        prop::sample::select(&WEEKDAYS).prop_map(str::to_owned),
        "[0-9+ -]{1,8}",
        "[0-9+ -]{0,6}[0-9]{4}T[0-9 ]{6}Z?",
        "[+-]?[0-9]{1,2}(MO|FR|su)(,[+-]?[0-9]{1,2}){0,2}",
        any::<String>(),
    ];
    let part =
        (prop::sample::select(&NAMES), values).prop_map(|(name, value)| format!("{name}={value}"));
    let frequency = prop::sample::select(&FREQUENCIES).prop_map(|word| format!("FREQ={word}"));
    (frequency, prop::collection::vec(part, 0..3))
        .prop_map(|(frequency, parts)| [vec![frequency], parts].concat().join(";"))
}
