//! What a schedule will do, in words.

use chrono::{DateTime, Days, FixedOffset, Utc};
use schedule::{Finished, Instance, Overrun, Schedule, Series, When, Window, speech::Speech};

/// One line for what was read, and one for each decision about an hour that clocks skip or repeat
/// in the year that begins at `now`: nobody should learn of those on the night itself.
pub(super) fn summary(schedule: &Schedule, name: &str, now: DateTime<Utc>) -> String {
    let count = |number: usize, noun: &str| match number {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    };
    let mut words = format!(
        "{name} is good: {}, {} and {}\n",
        schedule.service().name,
        count(schedule.channels().len(), "channel"),
        count(schedule.windows().len(), "window")
    );
    let speech = Speech::of(schedule.service());
    for window in schedule.windows() {
        let When::Repeating(series) = &window.when else { continue };
        for decided in instances(series, now).flat_map(|instance| instance.decisions) {
            words += &format!("  {}: {}\n", window.id.as_str(), speech.decided(&decided));
        }
    }
    words
}

/// Those that are not over at `now`, for a year.
pub(super) fn instances(series: &Series, now: DateTime<Utc>) -> impl Iterator<Item = Instance> {
    let until = now.checked_add_days(Days::new(366)).unwrap_or(DateTime::<Utc>::MAX_UTC);
    series.instances(until).filter(move |instance| instance.end > now)
}

/// Every window, with its occurrences of the year that begins at `now`.
pub(super) fn year(schedule: &Schedule, now: DateTime<Utc>) -> String {
    let service = schedule.service();
    let speech = Speech::of(service);
    let mut words = format!(
        "{} in {} ({}), zone data {}\n",
        service.name,
        service.zone,
        service.label,
        schedule::Zone::RELEASE
    );
    for window in schedule.windows() {
        let channels: Vec<&str> =
            window.channels.iter().map(|&place| schedule.channels()[place].id.as_str()).collect();
        words += &format!("\n{} over {}\n", window.id.as_str(), channels.join(", "));
        words += &held(window, speech);
        words += &occurrences(window, schedule, now);
    }
    words
}

/// What happens after its end.
fn held(window: &Window, speech: Speech<'_>) -> String {
    if window.overrun == Overrun::Reopen {
        return String::new();
    }
    let limit = window.hold_limit.map_or_else(String::new, |limit| {
        format!(", at most {} longer", speech.length(limit.to_delta()))
    });
    format!("  after its end it stays closed until somebody releases it{limit}\n")
}

fn occurrences(window: &Window, schedule: &Schedule, now: DateTime<Utc>) -> String {
    let speech = Speech::of(schedule.service());
    match &window.when {
        When::Once { start, end, finished, .. } => {
            let span = end.map_or_else(|| speech.open_span(*start), |end| speech.span(*start, end));
            format!("  {span}\n{}", early(finished, schedule))
        }
        When::Repeating(series) => {
            let lines: String = instances(series, now)
                .map(|instance| self::instance(&instance, schedule))
                .collect();
            format!("  {}\n{lines}", rule(series))
        }
    }
}

/// One line for each channel that is open before the rest.
fn early(finished: &Finished, schedule: &Schedule) -> String {
    let speech = Speech::of(schedule.service());
    let line = |(place, at): (&usize, &DateTime<FixedOffset>)| {
        let id = schedule.channels()[*place].id.as_str();
        format!("      finished early on {id}: {}\n", speech.moment(*at))
    };
    finished.iter().map(line).collect()
}

fn rule(series: &Series) -> String {
    match series.rule() {
        Some(rule) => format!("{rule} in local time of {}", series.zone().name()),
        None => format!("at single dates in local time of {}", series.zone().name()),
    }
}

fn instance(instance: &Instance, schedule: &Schedule) -> String {
    let speech = Speech::of(schedule.service());
    let mut words = format!("  {}", speech.span(instance.start, instance.end));
    if instance.cancelled {
        words += ", cancelled";
    } else if instance.changed {
        words += &format!(", changed: by the rule it starts {}", speech.local(instance.of));
    }
    words.push('\n');
    words += &early(&instance.finished, schedule);
    for decided in &instance.decisions {
        words += &format!("      {}\n", speech.decided(decided));
    }
    words
}
