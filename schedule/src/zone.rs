//! IANA time zones, and the hours that their clocks skip or repeat.

use std::{fmt, str::FromStr};

use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{GapInfo, TZ_VARIANTS, Tz};

/// An IANA time zone that the zone tables know.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Zone(Tz);

/// What a local time names in a zone: one instant, none, or two. A value rather than a policy,
/// because a one-off window refuses the awkward hours while a recurring one must decide.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Resolution {
    /// The ordinary case.
    Unambiguous(DateTime<FixedOffset>),
    /// Clocks jump over this local time.
    Gap {
        /// Read with the offset before the jump: after the jump by as much as the time is into
        /// the gap. RFC 5545, section 3.3.5, reads it so.
        before: DateTime<FixedOffset>,
        /// Read with the offset after the jump, and so before the jump.
        after: DateTime<FixedOffset>,
    },
    /// Clocks are put back, and this local time comes twice.
    Fold { first: DateTime<FixedOffset>, second: DateTime<FixedOffset> },
}

impl Zone {
    /// The release of the IANA time zone database that is built in, such as "2025b".
    pub const RELEASE: &str = chrono_tz::IANA_TZDB_VERSION;

    /// Its IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// What `local` names here.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::{Resolution, Zone};
    ///
    /// // On March 9, 2025, at 2 a.m., clocks in Chicago went to 3 a.m.
    /// let chicago: Zone = "America/Chicago".parse().unwrap();
    /// let local = "2025-03-09T02:30:00".parse().unwrap();
    /// assert_eq!(chicago.resolve(local), Resolution::Gap {
    ///     before: "2025-03-09T03:30:00-05:00".parse().unwrap(),
    ///     after: "2025-03-09T01:30:00-06:00".parse().unwrap(),
    /// });
    /// ```
    pub fn resolve(self, local: NaiveDateTime) -> Resolution {
        match self.0.from_local_datetime(&local) {
            MappedLocalTime::Single(instant) => Resolution::Unambiguous(instant.fixed_offset()),
            MappedLocalTime::Ambiguous(one, other) => Resolution::Fold {
                first: one.min(other).fixed_offset(),
                second: one.max(other).fixed_offset(),
            },
            MappedLocalTime::None => {
                let gap = GapInfo::new(&local, &self.0);
                let before = gap.as_ref().and_then(|gap| gap.begin);
                let after = gap.as_ref().and_then(|gap| gap.end);
                // The tables begin in an unnamed past without gaps and end in a future without
                // changes, so every gap has both sides; UTC stands in for a side that is missing.
                let before = before.map_or(TimeDelta::zero(), |(_, offset)| {
                    TimeDelta::seconds(offset.fix().local_minus_utc().into())
                });
                let after = after.map_or(TimeDelta::zero(), |end| {
                    TimeDelta::seconds(end.offset().fix().local_minus_utc().into())
                });
                let at = |offset: TimeDelta| self.at((local - offset).and_utc().fixed_offset());
                Resolution::Gap { before: at(before), after: at(after) }
            }
        }
    }

    /// The same instant with the offset that clocks here have then.
    pub fn at(self, instant: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        instant.with_timezone(&self.0).fixed_offset()
    }

    /// The names most like `name`, best first, at most three.
    pub(crate) fn nearest(name: &str) -> Vec<&'static str> {
        let wanted = name.to_lowercase().replace(' ', "_");
        let city = |name: &str| name.rsplit('/').next().unwrap_or(name).to_owned();
        let likeness = |candidate: &str| {
            let candidate = candidate.to_lowercase();
            let whole = strsim::jaro_winkler(&wanted, &candidate);
            whole.max(strsim::jaro_winkler(&city(&wanted), &city(&candidate)))
        };
        let mut names: Vec<(f64, &str)> = TZ_VARIANTS
            .iter()
            .map(|zone| (likeness(zone.name()), zone.name()))
            .filter(|(likeness, _)| *likeness > 0.85)
            .collect();
        names.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.len().cmp(&b.1.len())));
        // Beside the one that was meant, what is far less like it only confuses.
        let best = names.first().map_or(0.0, |(likeness, _)| *likeness);
        names.retain(|(likeness, _)| best - likeness < 0.05);
        names.into_iter().take(3).map(|(_, name)| name).collect()
    }
}

/// A name that the zone tables do not hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownZone;

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        name.parse().map(Self).map_err(|_| UnknownZone)
    }
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the name of an IANA time zone")
    }
}

impl std::error::Error for UnknownZone {}
