//! Laws of windows that recur, over drawn rules, zones and lengths.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc,
};
use proptest::prelude::*;
use schedule::{Decided, Instance, Rule, Schedule, Timeline, When, Zone};

use crate::zones::zone;

const RULES: [&str; 12] = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=400",
    "FREQ=DAILY;BYDAY=SA,SU",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=2TU,-1SU",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=3,10,11;BYDAY=-1SU,1SU,2SU",
    "FREQ=YEARLY",
];

/// A window that recurs, as it is drawn.
#[derive(Clone, Debug)]
struct Drawn {
    zone: &'static str,
    rule: &'static str,
    start: NaiveDateTime,
    length: TimeDelta,
    clock: bool,
    more: String,
}

impl Drawn {
    fn document(&self, label: &str) -> String {
        let Self { zone, rule, start, length, clock, more } = self;
        let local = |local: NaiveDateTime| local.format("%Y-%m-%dT%H:%M:%S").to_string();
        let end = match clock {
            true => format!("end = {}", local(*start + *length)),
            false => format!("length = \"{}s\"", length.num_seconds()),
        };
        format!(
            "[service]\nname = \"x\"\nzone = \"{zone}\"\nlabel = \"{label}\"\n\
             [[channel]]\nid = \"web\"\nname = \"x\"\n\
             [[window]]\nid = \"w\"\nchannels = [\"web\"]\nrepeat = \"{rule}\"\nstart = {}\n{end}\n{more}",
            local(*start)
        )
    }

    /// `None` for one that overlaps itself where clocks change.
    fn schedule(&self) -> Option<Schedule> {
        schedule::parse(&self.document("CT"), self.start.and_utc()).schedule
    }

    fn instances(&self) -> Option<Vec<Instance>> {
        let schedule = self.schedule()?;
        let When::Repeating(series) = &schedule.windows()[0].when else {
            unreachable!("it has a rule");
        };
        Some(series.instances(self.start.and_utc() + TimeDelta::days(3 * 365)).collect())
    }
}

fn drawn() -> impl Strategy<Value = Drawn> {
    // The hours in which clocks change, and any other.
    let minute = prop_oneof![2 => 0..5 * 60_i64, 1 => 0..24 * 60_i64];
    let length = prop_oneof![2 => 1..5 * 60_i64, 1 => 1..=24 * 60_i64];
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date");
    (
        zone(),
        prop::sample::select(&RULES),
        (0..1_000_i64, minute),
        length,
        any::<bool>(),
        prop::collection::vec(0..300_usize, 0..3),
    )
        .prop_map(move |(zone, rule, (day, minute), length, clock, except)| {
            let at = |date: NaiveDate| date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
            let read: Rule = rule.parse().expect("the rows are rules");
            let starts: Vec<NaiveDateTime> =
                read.dates(first + TimeDelta::days(day)).take(300).map(at).collect();
            let except: Vec<String> = except
                .iter()
                .filter_map(|place| starts.get(*place))
                .map(|start| start.format("%Y-%m-%dT%H:%M:%S").to_string())
                .collect();
            let more = format!("except = [{}]\n", except.join(", "));
            let start = *starts.first().expect("the rules have dates");
            Drawn { zone, rule, start, length: TimeDelta::minutes(length), clock, more }
        })
}

/// What a start or an end is shifted from, where it was.
fn asked(instance: &Instance) -> (NaiveDateTime, Option<NaiveDateTime>) {
    let mut asked = (instance.start.naive_local(), Some(instance.end.naive_local()));
    for decision in &instance.decisions {
        match decision {
            Decided::StartShifted { asked: start, .. } => asked.0 = *start,
            Decided::EndShifted { asked: end, .. } => asked.1 = Some(*end),
            Decided::EndByLength { .. } => asked.1 = None,
            _ => {}
        }
    }
    asked
}

proptest! {
    // Each case reads a document and finds years of instances.
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn prop_instances_ascend_and_never_overlap(drawn in drawn()) {
        let Some(instances) = drawn.instances() else { return Ok(()) };
        for instance in &instances {
            prop_assert!(instance.start < instance.end, "{:?}", instance);
        }
        for (one, other) in instances.iter().zip(instances.iter().skip(1)) {
            prop_assert!(one.of < other.of, "{:?} {:?}", one, other);
            prop_assert!(one.end <= other.start, "{:?} {:?}", one, other);
        }
    }

    // None is dropped, and each is where the rule put it, or later by what clocks jump.
    #[test]
    fn prop_every_date_of_the_rule_has_its_instance(drawn in drawn()) {
        let Some(instances) = drawn.instances() else { return Ok(()) };
        let rule: Rule = drawn.rule.parse().expect("the rows are rules");
        let last = instances.last().map_or(drawn.start, |instance| instance.of);
        let dates: Vec<NaiveDateTime> = rule
            .dates(drawn.start.date())
            .map(|date| date.and_time(drawn.start.time()))
            .take_while(|local| *local <= last)
            .filter(|local| !drawn.more.contains(&local.format("%Y-%m-%dT%H:%M:%S").to_string()))
            .collect();
        let found: Vec<NaiveDateTime> = instances.iter().map(|instance| instance.of).collect();
        prop_assert_eq!(found, dates);
        for instance in &instances {
            prop_assert_eq!(asked(instance).0, instance.of);
            let shift = instance.start.naive_local() - instance.of;
            prop_assert!((0..=120).contains(&shift.num_minutes()), "{:?}", instance);
        }
    }

    #[test]
    fn prop_a_length_is_what_it_says_on_every_day(drawn in drawn()) {
        let Some(instances) = drawn.instances() else { return Ok(()) };
        for instance in instances {
            let elapsed = instance.end - instance.start;
            let by_length =
                instance.decisions.iter().any(|d| matches!(d, Decided::EndByLength { .. }));
            if !drawn.clock || by_length {
                prop_assert_eq!(elapsed, drawn.length, "{:?}", instance);
            }
            if let (true, Some(end)) = (drawn.clock, asked(&instance).1) {
                prop_assert_eq!(end - instance.of, drawn.length, "{:?}", instance);
            }
            let shown = instance.end.naive_local() - instance.start.naive_local();
            let told = instance.decisions.contains(&Decided::ClocksChange { elapsed, shown });
            prop_assert_eq!(told, elapsed != shown, "{:?}", instance);
        }
    }

    // What is not told is as it was asked for.
    #[test]
    fn prop_an_awkward_hour_is_always_told(drawn in drawn()) {
        use schedule::Resolution::{Fold, Gap, Unambiguous};
        let Some(instances) = drawn.instances() else { return Ok(()) };
        let zone: Zone = drawn.zone.parse().expect("the rows are zones");
        for instance in instances {
            let told = |name: fn(&Decided) -> bool| instance.decisions.iter().any(name);
            let shifted = told(|d| matches!(d, Decided::StartShifted { .. }));
            let repeats = told(|d| matches!(d, Decided::StartRepeats { .. }));
            let (start, expected) = match zone.resolve(instance.of) {
                Unambiguous(start) => (start, (false, false)),
                Gap { before, .. } => (before, (true, false)),
                Fold { first, .. } => (first, (false, true)),
            };
            prop_assert_eq!((shifted, repeats), expected, "{:?}", &instance);
            prop_assert_eq!(instance.start, start);
            // Of the service's zone, so that people read what its clocks show.
            prop_assert_eq!(zone.at(instance.start).to_rfc3339(), instance.start.to_rfc3339());
            prop_assert_eq!(zone.at(instance.end).to_rfc3339(), instance.end.to_rfc3339());
        }
    }

    #[test]
    fn prop_the_label_of_a_zone_moves_no_instant(drawn in drawn(), label in "[A-Z]{2,4}|UTC") {
        let now = drawn.start.and_utc();
        let read = |label: &str| schedule::parse(&drawn.document(label), now).schedule;
        let (one, other) = (read("CT"), read(&label));
        prop_assert_eq!(one.is_some(), other.is_some());
        if let (Some(one), Some(other)) = (one, other) {
            prop_assert_eq!(one.timeline(now).occurrences, other.timeline(now).occurrences);
        }
    }

    #[test]
    fn prop_the_order_of_a_document_says_nothing(
        (drawn, lines) in drawn().prop_flat_map(|drawn| {
            let document = drawn.document("CT");
            let (head, window) = document.split_once("id = \"w\"\n").expect("it has a window");
            let lines: Vec<String> = window.lines().map(str::to_owned).collect();
            let head = format!("{head}id = \"w\"\n");
            (Just(drawn), Just(lines).prop_shuffle().prop_map(move |lines| head.clone() + &lines.join("\n")))
        }),
    ) {
        let now = drawn.start.and_utc();
        prop_assert_eq!(schedule::parse(&lines, now).schedule, drawn.schedule());
    }

    #[test]
    fn prop_a_timeline_of_recurring_windows_is_read_as_it_is_written(
        drawn in drawn(),
        announce in prop::option::of(1..366 * 24_u32),
    ) {
        let announce = announce.map_or(String::new(), |hours| format!("announce = \"{hours}h\"\n"));
        let drawn = Drawn { more: drawn.more.clone() + &announce, ..drawn };
        let Some(schedule) = drawn.schedule() else { return Ok(()) };
        let zone: Zone = drawn.zone.parse().expect("the rows are zones");
        let timeline = schedule.timeline(drawn.start.and_utc());
        for occurrence in timeline.occurrences.iter() {
            for instant in [Some(occurrence.start), occurrence.end, occurrence.announced] {
                let is_told_here =
                    |instant: DateTime<FixedOffset>| zone.at(instant).offset() == instant.offset();
                prop_assert!(instant.is_none_or(is_told_here), "{:?}", occurrence);
            }
        }
        let read = Timeline::from_json(timeline.to_json().as_bytes());
        prop_assert_eq!(read.ok(), Some(timeline));
    }
}

// Days with and without an ordinal in one rule are the days of either, which the comparisons with
// other implementations leave out, because those take only days that are both.
#[test]
fn days_with_and_without_an_ordinal_are_the_days_of_either() {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
    let dates = |rule: &str| -> Vec<NaiveDate> {
        rule.parse::<Rule>().expect("the rows are rules").dates(first).take(400).collect()
    };
    for frequency in
        ["FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3,10", "FREQ=MONTHLY;INTERVAL=5"]
    {
        for (one, other) in [("TH", "1MO"), ("SU", "-1FR,2TU"), ("MO,TU", "1MO"), ("FR", "-1FR")] {
            let both = dates(&format!("{frequency};BYDAY={one},{other}"));
            let mut either = dates(&format!("{frequency};BYDAY={one}"));
            either.extend(dates(&format!("{frequency};BYDAY={other}")));
            either.sort_unstable();
            either.dedup();
            either.truncate(400);
            assert_eq!(both, either[..both.len()], "{frequency} with {one} and {other}");
            assert_eq!(both.len(), 400);
        }
    }
}

/// Texts that are much work for little to read. Counted in what they ask for rather than timed: the
/// whole takes a second in a debug build, and minutes if anything of it were quadratic.
#[test]
fn no_text_makes_reading_slow() {
    let now: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("a literal instant");
    let document = |zone: &str, windows: &str| {
        format!(
            "[service]\nname = \"x\"\nzone = \"{zone}\"\n[[channel]]\nid = \"web\"\nname = \"x\"\n{windows}"
        )
    };
    let window = |id: usize, rule: &str, more: &str| {
        format!(
            "[[window]]\nid = \"w{id}\"\nchannels = [\"web\"]\nstart = 2020-01-01T02:30:00\n\
             length = \"5m\"\nrepeat = \"{rule}\"\n{more}\n"
        )
    };
    let days = |count: i64| {
        (0..count)
            .map(|day| NaiveDate::from_ymd_opt(2020, 1, 1).expect("a date") + TimeDelta::days(day))
    };
    let list = |count: i64| days(count).map(|day| day.to_string()).collect::<Vec<_>>().join(", ");

    // Never firing, in every way of looking for it.
    for rule in [
        "FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=WE;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=2;BYSETPOS=366",
    ] {
        let parsed = schedule::parse(&document("Europe/Berlin", &window(0, rule, "")), now);
        assert_eq!(parsed.diagnostics.len(), 1, "{rule}");
    }

    // As many as a rule may have, as many exceptions and changes as it has days, and each of them.
    let changes: String = days(1_000)
        .map(|day| format!("[[window.change]]\nof = {day}\nend = {day}T02:32:00\n"))
        .collect();
    for (rule, more, year) in [
        ("FREQ=DAILY;COUNT=10000", String::new(), Some(2030)),
        // To 2047, and so all that are compiled.
        ("FREQ=DAILY", format!("except = [{}]", list(10_000)), None),
        ("FREQ=DAILY;COUNT=10000", format!("except = [{}]", list(3_000)), Some(2030)),
        ("FREQ=DAILY", format!("also = [{}]", list(10_000)), Some(2030)),
        ("FREQ=DAILY", changes, Some(2030)),
    ] {
        // A zone without changes of clocks, so that no change falls into a gap.
        let parsed = schedule::parse(&document("UTC", &window(0, rule, &more)), now);
        let schedule = parsed.schedule.expect("it is much, and valid");
        let last = schedule.timeline(now).occurrences.iter().next_back().map(|o| o.start.year());
        assert_eq!(last, year, "{rule}");
    }
    // As many exceptions that are none.
    let wrong: Vec<String> = days(1_000).map(|day| format!("{day}T03:00:00")).collect();
    let more = format!("except = [{}]", wrong.join(", "));
    let parsed = schedule::parse(&document("Europe/Berlin", &window(0, "FREQ=DAILY", &more)), now);
    assert_eq!(parsed.diagnostics.len(), 1_000);

    // Twenty daily windows upon each other: every pair is told once, not for every day.
    let many: String = (0..20).map(|id| window(id, "FREQ=DAILY", "")).collect();
    let parsed = schedule::parse(&document("Europe/Berlin", &many), now);
    assert_eq!(parsed.diagnostics.len(), 19);
}
