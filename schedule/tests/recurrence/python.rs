//! Our dates and instances beside those of Python: `python-dateutil` for dates, `zoneinfo` for what
//! zones make of them, `recurring-ical-events` for a calendar as a whole. Only with
//! `INTERMISSION_LONG=1`, because it installs them.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use proptest::{prelude::*, strategy::ValueTree};
use schedule::{Rule, Zone};
use serde_json::{Value, json};

use crate::{
    drawn::{Drawn, Until, Written, drawn},
    elsewhere::{is_long, runner},
};

/// What is installed. The zones are of the release that ours are of, which is asserted.
const PACKAGES: [&str; 3] =
    ["python-dateutil==2.9.0.post0", "recurring-ical-events==3.8.2", "tzdata"];

const RULES: usize = 20_000;
const SERIES: usize = 4_000;
const DATES: usize = 60;

/// Zones with steps of an hour east and west, north and south; at midnight; of thirty minutes and of
/// two hours; with four changes a year; and without any.
const ZONES: [&str; 10] = [
    "America/Chicago",
    "Europe/Berlin",
    "Europe/Dublin",
    "America/Havana",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Kathmandu",
];

/// A recurring window as both sides are asked about it.
#[derive(Clone, Debug)]
struct Series {
    rule: String,
    first: NaiveDateTime,
    zone: &'static str,
    length: TimeDelta,
    /// Whether the end is what clocks show.
    clock: bool,
    also: Vec<NaiveDateTime>,
    except: Vec<NaiveDateTime>,
}

/// Times of day: any quarter of an hour, and oftener those at which clocks change.
fn minute() -> impl Strategy<Value = i64> {
    prop_oneof![(0..96_i64).prop_map(|quarter| quarter * 15), (0..16_i64).prop_map(|q| q * 15)]
}

fn series() -> impl Strategy<Value = Option<Series>> {
    (
        drawn(Written { mixed: false, until: Until::Any }),
        minute(),
        prop::sample::select(&ZONES),
        (1..20 * 4_i64, any::<bool>()),
        prop::collection::vec(0..700_i64, 0..4),
        prop::collection::vec(0..40_usize, 0..4),
    )
        .prop_map(|(drawn, minute, zone, (quarters, clock), also, except)| {
            // A calendar with a zone has its `UNTIL` in UTC.
            let until = drawn.text.split(';').find_map(|part| part.strip_prefix("UNTIL="));
            if until.is_some_and(|until| !until.ends_with('Z')) {
                return None;
            }
            // A window starts in step with its rule, so it starts with the first date.
            let rule: Rule = drawn.text.parse().expect("what is drawn is a rule");
            let at = |date: NaiveDate| date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
            let starts: Vec<NaiveDateTime> = rule.dates(drawn.first).take(40).map(at).collect();
            let first = *starts.first()?;
            // Counted from the first date on there (`elsewhere.rs`).
            if drawn.text.contains("WEEKLY")
                && drawn.text.contains("SETPOS")
                && first.date() != drawn.first
            {
                return None;
            }
            let also = also.iter().map(|days| first + TimeDelta::days(*days)).collect();
            let except = except.iter().filter_map(|place| starts.get(*place).copied()).collect();
            let length = TimeDelta::minutes(quarters * 15);
            Some(Series { rule: drawn.text, first, zone, length, clock, also, except })
        })
}

/// Two years: as many changes of clocks as a zone has of any kind.
fn until(series: &Series) -> DateTime<Utc> {
    series.first.and_utc() + TimeDelta::days(2 * 365)
}

fn list(locals: &[NaiveDateTime]) -> String {
    let locals: Vec<String> =
        locals.iter().map(|local| local.format("%Y-%m-%dT%H:%M:%S").to_string()).collect();
    locals.join(", ")
}

/// Pairs of instants, or `None` for a window that we refuse.
fn instances(series: &Series) -> Option<Vec<(i64, i64)>> {
    let Series { rule, first, zone, length, .. } = series;
    let end = match series.clock {
        true => format!("end = {}", list(&[*first + *length])),
        false => format!("length = \"{}s\"", length.num_seconds()),
    };
    let source = format!(
        "[service]\nname = \"x\"\nzone = \"{zone}\"\n[[channel]]\nid = \"web\"\nname = \"x\"\n\
         [[window]]\nid = \"w\"\nchannels = [\"web\"]\nrepeat = \"{rule}\"\nstart = {}\n{end}\n\
         also = [{}]\nexcept = [{}]\n",
        list(&[*first]),
        list(&series.also),
        list(&series.except),
    );
    let now = first.and_utc();
    let timeline = schedule::parse(&source, now).schedule?.timeline(now);
    let until = until(series);
    let occurrences = timeline.occurrences.iter().filter(|occurrence| occurrence.start < until);
    let end = |end: Option<DateTime<_>>| end.expect("a recurring window has an end").timestamp();
    Some(
        occurrences.map(|occurrence| (occurrence.start.timestamp(), end(occurrence.end))).collect(),
    )
}

/// A Python with the packages, in a place that `cargo clean` removes.
fn python() -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle");
    let python = home.join("bin/python");
    let run = |program: &Path, arguments: &[&str]| {
        let status = Command::new(program).args(arguments).status();
        assert!(
            status.as_ref().is_ok_and(std::process::ExitStatus::success),
            "`{} {}` failed ({status:?}): this comparison needs python3 with venv, and PyPI; leave \
             INTERMISSION_LONG out to do without",
            program.display(),
            arguments.join(" "),
        );
    };
    if !python.exists() {
        run(Path::new("python3"), &["-m", "venv", &home.to_string_lossy()]);
    }
    run(&python, &[&["-m", "pip", "install", "--quiet", "--upgrade"][..], &PACKAGES].concat());
    python
}

/// What Python makes of `cases`, and of which release its zones are.
fn ask(cases: &[Value]) -> (String, Vec<Value>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (asked, answered) = (folder.join("cases.jsonl"), folder.join("results.jsonl"));
    let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
    std::fs::write(&asked, lines.join("\n")).expect("the target folder can be written");
    let status = Command::new(python())
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/recurrence.py"))
        .args([&asked, &answered])
        // Its own zones, not the system's, which may be older.
        .env("PYTHONTZPATH", "")
        .status();
    assert!(status.is_ok_and(|status| status.success()), "see above for what Python says");
    let answers = std::fs::read_to_string(&answered).expect("Python wrote it");
    let mut lines =
        answers.lines().map(|line| serde_json::from_str::<Value>(line).expect("Python wrote JSON"));
    let release = lines.next().expect("a release comes first");
    (release["zones"].as_str().expect("a release is a text").to_owned(), lines.collect())
}

#[test]
fn dates_and_instances_are_those_of_python() {
    if !is_long() {
        println!("not compared with Python: set INTERMISSION_LONG=1");
        return;
    }
    let mut runner = runner(1);
    let rules = drawn(Written { mixed: false, until: Until::None });
    let rules: Vec<Drawn> = (0..RULES)
        .map(|_| rules.new_tree(&mut runner).expect("nothing is discarded").current())
        .collect();
    let all = series();
    let series: Vec<(Series, Vec<(i64, i64)>)> = std::iter::repeat_with(|| {
        all.new_tree(&mut runner).expect("nothing is discarded").current()
    })
    .flatten()
    .filter_map(|series| Some((series.clone(), instances(&series)?)))
    .take(SERIES)
    .collect();

    let asked = rules.iter().map(
        |drawn| json!({ "rule": drawn.text, "first": drawn.first.to_string(), "most": DATES }),
    );
    let asked = asked.chain(series.iter().map(|(series, _)| {
        json!({
            "rule": series.rule,
            "first": series.first.to_string().replace(' ', "T"),
            "zone": series.zone,
            "seconds": series.length.num_seconds(),
            "clock": series.clock,
            "also": series.also.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "except": series.except.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "until": until(series).to_rfc3339(),
        })
    }));
    let asked: Vec<Value> = asked.collect();
    let (zones, answers) = ask(&asked);
    assert_eq!(zones, Zone::RELEASE, "the zones of Python's `tzdata` are of another release");
    assert_eq!(answers.len(), asked.len());

    let (mut dates, mut never) = (0, 0);
    for (drawn, answer) in rules.iter().zip(&answers) {
        let rule: Rule = drawn.text.parse().expect("what is drawn is a rule");
        let found: Vec<String> =
            rule.dates(drawn.first).take(DATES).map(|date| date.to_string()).collect();
        dates += found.len();
        never += usize::from(found.is_empty());
        assert_eq!(json!(found), answer["dates"], "{drawn:?}");
    }
    let mut instances = 0;
    for ((series, found), answer) in series.iter().zip(&answers[RULES..]) {
        instances += found.len();
        let pairs: Vec<[f64; 2]> =
            found.iter().map(|(start, end)| [*start as f64, *end as f64]).collect();
        assert_eq!(json!(pairs), answer["instances"], "zoneinfo, {series:?}");
        let starts: Vec<f64> = pairs.iter().map(|[start, _]| *start).collect();
        assert_eq!(json!(starts), answer["starts"], "recurring-ical-events, {series:?}");
    }
    println!(
        "python: {RULES} rules with {dates} dates ({never} never fire), {SERIES} windows in {} zones \
         with {instances} instances, zones of {zones}",
        ZONES.len()
    );
}
