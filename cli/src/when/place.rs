//! The zone or the offset behind a time.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use schedule::{Problem, Resolution, Zone};

use super::{Clocks, WhenError, words};

/// Whose clocks a time is of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    Service,
    Zone(Zone),
    Offset(FixedOffset),
    /// `(CT, UTC−6)`, which leaves no doubt in the night in which clocks are put back.
    Exact(Zone, FixedOffset),
}

impl Place {
    /// The date there.
    pub(super) fn date(self, instant: DateTime<Utc>, clocks: Clocks<'_>) -> NaiveDate {
        match self {
            Self::Service => clocks.zone.at(instant.fixed_offset()).date_naive(),
            Self::Zone(zone) | Self::Exact(zone, _) => zone.at(instant.fixed_offset()).date_naive(),
            Self::Offset(offset) => instant.with_timezone(&offset).date_naive(),
        }
    }

    /// What a local time is there: every instant that it may be.
    pub(super) fn instants(
        self,
        local: NaiveDateTime,
        clocks: Clocks<'_>,
    ) -> Vec<DateTime<FixedOffset>> {
        match self.resolution(local, clocks) {
            Some(Resolution::Unambiguous(instant)) => vec![instant],
            Some(Resolution::Gap { before: one, after: other }) => vec![other, one],
            Some(Resolution::Fold { first, second }) => vec![first, second],
            None => Vec::new(),
        }
    }

    /// The one instant that a local time is there.
    pub(super) fn resolve(
        self,
        local: NaiveDateTime,
        clocks: Clocks<'_>,
    ) -> Result<DateTime<FixedOffset>, WhenError> {
        let name = match self {
            Self::Zone(zone) | Self::Exact(zone, _) => zone.name(),
            Self::Service | Self::Offset(_) => clocks.zone.name(),
        };
        let awkward = |problem| Err(WhenError::Awkward(Box::new(problem)));
        match self.resolution(local, clocks) {
            Some(Resolution::Unambiguous(instant)) => match self {
                Self::Exact(zone, offset) if zone.at(instant).offset() != &offset => {
                    Err(WhenError::OtherOffset {
                        zone: zone.name(),
                        offset,
                        instant: zone.at(instant),
                    })
                }
                _ => Ok(clocks.zone.at(instant)),
            },
            Some(Resolution::Gap { before, after }) => {
                awkward(Problem::FallsInGap { local, zone: name, before, after })
            }
            Some(Resolution::Fold { first, second }) => {
                awkward(Problem::FallsInFold { local, zone: name, first, second })
            }
            None => Err(WhenError::OutOfRange { found: local.to_string() }),
        }
    }

    fn resolution(self, local: NaiveDateTime, clocks: Clocks<'_>) -> Option<Resolution> {
        match self {
            Self::Service => Some(clocks.zone.resolve(local)),
            Self::Zone(zone) => Some(zone.resolve(local)),
            Self::Offset(offset) | Self::Exact(_, offset) => {
                let instant = local.and_local_timezone(offset).single()?;
                Some(Resolution::Unambiguous(instant))
            }
        }
    }
}

/// The text before the zone, and the zone, if one stands behind.
pub(super) fn split<'t>(
    text: &'t str,
    clocks: Clocks<'_>,
) -> Result<(&'t str, Option<Place>), WhenError> {
    if let Some((before, inside)) = text.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        return Ok((before.trim_end(), Some(bracketed(inside.trim(), clocks)?)));
    }
    if let Some(before) = without_suffix(text, &words::plain(clocks.label))
        && before.ends_with(' ')
    {
        return Ok((before.trim_end(), Some(Place::Service)));
    }
    let Some((before, last)) = text.rsplit_once(' ') else { return Ok((text, None)) };
    if let Some(place) = named(last) {
        return Ok((before.trim_end(), Some(place)));
    }
    // A word behind a time that is no part of it is the name of a zone that we do not know, and to
    // leave it unread would be to read another time.
    let is_name = last.chars().all(|c| c.is_alphabetic() || c == '/' || c == '_');
    let is_ahead = before.get(..3).is_some_and(|first| first.eq_ignore_ascii_case("in "));
    let follows_time = before.contains(|c: char| c.is_ascii_digit()) || before.ends_with("noon");
    if is_name && follows_time && !is_ahead && !words::is_known(last) {
        return Err(WhenError::unknown_zone(last, clocks));
    }
    Ok((text, None))
}

/// `CT`, `CT, UTC−6`, `UTC−6`, `America/Chicago`.
fn bracketed(text: &str, clocks: Clocks<'_>) -> Result<Place, WhenError> {
    let label = words::plain(clocks.label);
    if text.eq_ignore_ascii_case(&label) {
        return Ok(Place::Service);
    }
    if let Some(place) = named(text) {
        return Ok(place);
    }
    let unknown = || WhenError::unknown_zone(text, clocks);
    let (name, offset) = text.rsplit_once(", ").ok_or_else(unknown)?;
    let offset = offset_of_utc(offset).ok_or_else(unknown)?;
    if name.eq_ignore_ascii_case(&label) {
        return Ok(Place::Exact(clocks.zone, offset));
    }
    match named(name) {
        Some(Place::Zone(zone)) => Ok(Place::Exact(zone, offset)),
        _ => Err(unknown()),
    }
}

/// What needs no service to be understood. Of the IANA's names only those with a slash: `EST` is
/// one too, and there is more than one zone that people call so.
fn named(word: &str) -> Option<Place> {
    if let Some(offset) = offset_of_utc(word) {
        return Some(Place::Offset(offset));
    }
    word.contains('/').then(|| word.parse().ok()).flatten().map(Place::Zone)
}

/// `UTC`, `UTC-6`, `UTC+5:30`, `UTC+05:30`.
fn offset_of_utc(word: &str) -> Option<FixedOffset> {
    let rest = match word.get(..3) {
        Some(utc) if utc.eq_ignore_ascii_case("utc") => &word[3..],
        _ => return None,
    };
    if rest.is_empty() { FixedOffset::east_opt(0) } else { offset(rest) }
}

/// `-06:00`, `+0530`, `-6`, `+5:30`, from −12:00 to +14:00, and with seconds. The rest of what could be one is
/// rather the end of a span.
pub(super) fn offset(text: &str) -> Option<FixedOffset> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let mut parts = rest.split(':');
    let hours = parts.next()?;
    let (hours, minutes) = match parts.next() {
        Some(minutes) => (hours, minutes),
        None if hours.len() == 4 => hours.split_at_checked(2)?,
        None => (hours, "00"),
    };
    let seconds = words::number(parts.next().unwrap_or("00"), 2..=2)?;
    let (hours, minutes) = (words::number(hours, 1..=2)?, words::number(minutes, 2..=2)?);
    if parts.next().is_some() || minutes > 59 || seconds > 59 {
        return None;
    }
    let seconds = sign * i32::try_from(hours * 3600 + minutes * 60 + seconds).ok()?;
    (-12 * 3600..=14 * 3600).contains(&seconds).then(|| FixedOffset::east_opt(seconds))?
}

fn without_suffix<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let place = text.len().checked_sub(suffix.len()).filter(|_| !suffix.is_empty())?;
    let (before, end) = text.split_at_checked(place)?;
    end.eq_ignore_ascii_case(suffix).then_some(before)
}
