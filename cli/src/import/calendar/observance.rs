//! What a `VTIMEZONE` says about clocks (RFC 5545, section 3.6.5).

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use schedule::{Bound, Resolution, Rule, Schedule, Timeline, Zone};

use super::component::Component;

/// Clocks as a calendar describes them, at least once.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Observances {
    /// In one line.
    pub(super) tzid: String,
    /// When clocks are set, by what they show before, and by how much they are ahead of UTC before and
    /// after; ascending.
    settings: Vec<Setting>,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Setting {
    at: NaiveDateTime,
    before: i32,
    after: i32,
}

impl Observances {
    /// `None` where something of it cannot be read: a zone that is known by half is not known.
    pub(super) fn read(tzid: String, described: &Component) -> Option<Self> {
        let mut settings = Vec::new();
        for part in &described.components {
            let seconds = |name: &str| offset(&part.property(name)?.value);
            let (before, after) = (seconds("TZOFFSETFROM")?, seconds("TZOFFSETTO")?);
            let starts = starts(part)?;
            settings.extend(starts.into_iter().map(|at| Setting { at, before, after }));
        }
        settings.sort_unstable();
        (!settings.is_empty()).then_some(Self { tzid, settings })
    }

    /// A time that clocks jump over is read with what they showed before, and of one that comes twice the
    /// first is taken (RFC 5545, section 3.3.5).
    pub(super) fn instant(&self, local: NaiveDateTime) -> DateTime<FixedOffset> {
        let seconds = i64::from(self.offset(local));
        (local - TimeDelta::seconds(seconds)).and_utc().fixed_offset()
    }

    /// Whether clocks go as those of `zone`, from a local time on, for as long as windows are compiled.
    pub(super) fn is_as(&self, zone: Zone, from: NaiveDateTime) -> bool {
        // At midnight and at noon: no two zones differ for less than half a day.
        (0..2 * Schedule::HORIZON.num_days()).all(|half| {
            let local = from.date().and_time(NaiveTime::MIN) + TimeDelta::hours(12 * half);
            match zone.resolve(local) {
                Resolution::Unambiguous(instant) => instant == self.instant(local),
                Resolution::Gap { .. } | Resolution::Fold { .. } => true,
            }
        })
    }

    fn offset(&self, local: NaiveDateTime) -> i32 {
        let set = |setting: &Setting| {
            // The gap is still read by the clocks before it.
            let jump = TimeDelta::seconds(i64::from(setting.after - setting.before).max(0));
            setting.at + jump <= local
        };
        let last = self.settings.iter().rev().find(|setting| set(setting));
        last.map_or_else(|| self.settings[0].before, |setting| setting.after)
    }
}

/// When the clocks are set so, in the years that are reckoned with, and once before.
fn starts(part: &Component) -> Option<Vec<NaiveDateTime>> {
    let first = read(&part.property("DTSTART")?.value)?;
    let mut starts = vec![first];
    for property in part.all("RDATE") {
        for text in property.value.split(',') {
            starts.push(read(text)?);
        }
    }
    for property in part.all("RRULE") {
        let rule: Rule = property.value.parse().ok()?;
        let until = match rule.bound() {
            Bound::Never => NaiveDateTime::MAX,
            Bound::Date(last) => last.and_hms_opt(23, 59, 59)?,
            Bound::Local(last) | Bound::Utc(last) => last + TimeDelta::days(1),
            Bound::Count(_) => NaiveDateTime::MAX,
        };
        // Outlook's rules begin in 1601; what was before our years does not matter.
        let begin = match rule.bound() {
            Bound::Count(_) => first.date(),
            _ => recent(first.date()),
        };
        let dates = rule.dates(begin).map(|date| date.and_time(first.time()));
        starts.extend(dates.take_while(|start| *start <= until));
    }
    Some(starts)
}

/// The same day in the year before those that are reckoned with, where a rule began earlier.
fn recent(first: NaiveDate) -> NaiveDate {
    let year = first.year().max(Timeline::YEARS.start() - 1);
    first.with_year(year).unwrap_or(first)
}

const FORM: &str = "%Y%m%dT%H%M%S";

/// A local time of four digits for the year: nothing that is reckoned from it leaves the calendar.
fn read(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let local = NaiveDateTime::parse_from_str(text, FORM).ok()?;
    (1..=9000).contains(&local.year()).then_some(local)
}

/// `-0600`, `+053000`: seconds.
fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|octet| octet.is_ascii_digit()) {
        return None;
    }
    let part =
        |from: usize| digits.get(from..from + 2).map_or(Some(0), |text| text.parse::<i32>().ok());
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4)?;
    FixedOffset::east_opt(seconds).map(|_| sign * seconds)
}
