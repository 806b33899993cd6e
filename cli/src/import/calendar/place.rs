//! The zone that a `TZID` names, or that its `VTIMEZONE` describes.

use schedule::Zone;
use windows_timezones::WindowsTimezone;

use super::{component::Component, observance::Observances};
use crate::import::{plain, why::Why};

/// Where a local time of a calendar is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    /// A zone of the tables. They are newer than what calendars carry with them.
    Named(Zone),
    /// A name of the calendar's own: what it says about it is all that is known.
    Described(Observances),
}

impl Place {
    pub(super) fn find(tzid: &str, calendar: &Component) -> Result<Self, Why> {
        if let Some(zone) = named(tzid) {
            return Ok(Self::Named(zone));
        }
        let described = calendar.components.iter().find(|part| {
            part.name == "VTIMEZONE"
                && part.property("TZID").is_some_and(|own| own.value.trim() == tzid.trim())
        });
        let unknown = || Why::UnknownZone { tzid: plain::line(tzid) };
        let described = described.ok_or_else(unknown)?;
        let hint = described.property("X-LIC-LOCATION").and_then(|hint| named(&hint.value));
        match hint {
            Some(zone) => Ok(Self::Named(zone)),
            None => Observances::read(plain::line(tzid), described)
                .map(Self::Described)
                .ok_or_else(unknown),
        }
    }

    pub(super) fn named(&self) -> Option<Zone> {
        match self {
            Self::Named(zone) => Some(*zone),
            Self::Described(_) => None,
        }
    }
}

/// By an IANA name, also at the end of one with a slash before it (RFC 5545, section 3.2.19, as in
/// `/mozilla.org/20050126_1/America/Chicago`); or by a name of Windows, or how Windows shows it.
fn named(tzid: &str) -> Option<Zone> {
    let tzid = tzid.trim();
    let parts: Vec<&str> = tzid.split('/').collect();
    let from = |place: usize| parts[place..].join("/").parse().ok();
    let iana = (0..parts.len()).find_map(from);
    iana.or_else(|| windows(tzid)?.tzdb_id().parse().ok())
}

fn windows(name: &str) -> Option<WindowsTimezone> {
    name.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_zones() {
        let table = [
            ("America/Chicago", Some("America/Chicago")),
            ("US/Central", Some("US/Central")),
            ("UTC", Some("UTC")),
            ("/mozilla.org/20050126_1/America/Chicago", Some("America/Chicago")),
            ("/freeassociation.sourceforge.net/Europe/Berlin", Some("Europe/Berlin")),
            (
                "/citadel.org/20250101_1/America/Argentina/Buenos_Aires",
                Some("America/Argentina/Buenos_Aires"),
            ),
            ("Central Standard Time", Some("America/Chicago")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("Eastern Standard Time", Some("America/New_York")),
            ("Customized Time Zone", None),
            ("", None),
        ];
        for (tzid, expected) in table {
            assert_eq!(named(tzid).map(Zone::name), expected, "{tzid}");
        }
    }
}
