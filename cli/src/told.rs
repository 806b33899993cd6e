//! Instants of the record in the words of the service.

use chrono::{DateTime, FixedOffset};
use schedule::{
    Schedule, Zone,
    speech::{Language, Speech},
};

use crate::{
    clock,
    keeper::{Client, KeeperError},
};

/// How instants of the record are told: in the zone of the service and its word for it, or in UTC
/// where the service is not known.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    zone: Option<Zone>,
    label: String,
}

impl Told {
    pub(crate) fn of(schedule: &Schedule) -> Self {
        Self::of_zone(&schedule.service().zone, &schedule.service().label)
    }

    /// By the name of a zone, which this version may not know.
    pub(crate) fn of_zone(zone: &str, label: &str) -> Self {
        match zone.parse() {
            Ok(zone) => Self { zone: Some(zone), label: label.to_owned() },
            Err(_) => Self::in_utc(),
        }
    }

    /// As the schedule in force has it.
    pub(crate) fn in_force(client: &Client) -> Result<Self, KeeperError> {
        Ok(Self::of_document(&client.current()?.document))
    }

    pub(crate) fn of_document(document: &str) -> Self {
        let schedule = schedule::parse(document, clock::now()).schedule;
        schedule.as_ref().map_or_else(Self::in_utc, Self::of)
    }

    pub(crate) fn in_utc() -> Self {
        Self { zone: None, label: "UTC".to_owned() }
    }

    /// An instant of the record, which is a text in RFC 3339. What is none is told as it is.
    pub(crate) fn moment(&self, at: &str) -> String {
        match DateTime::parse_from_rfc3339(at) {
            Ok(instant) => self.speech().moment(self.tell(instant)),
            Err(_) => at.escape_debug().to_string(),
        }
    }

    pub(crate) fn speech(&self) -> Speech<'_> {
        self.speech_in(Language::English)
    }

    pub(crate) fn speech_in(&self, language: Language) -> Speech<'_> {
        Speech::new(language, &self.label)
    }

    pub(crate) fn tell(&self, instant: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        self.zone.map_or_else(|| instant.to_utc().fixed_offset(), |zone| zone.at(instant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        let parsed = schedule::parse(
            "[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\nlabel = \"CT\"\n\
             [[channel]]\nid = \"web\"\nname = \"the web\"\nroutes = [\"/*\"]\n",
            DateTime::UNIX_EPOCH,
        );
        let chicago = Told::of(&parsed.schedule.expect("it is good"));
        let table = [
            (&chicago, "2025-02-07T00:42:00.123Z", "Thursday, February 6, 2025, 6:42 p.m. (CT)"),
            (
                &Told::in_utc(),
                "2025-02-07T00:42:00-06:00",
                "Friday, February 7, 2025, 6:42 a.m. (UTC)",
            ),
            (&Told::in_utc(), "yesterday\u{1b}", "yesterday\\u{1b}"),
        ];
        for (told, at, expected) in table {
            assert_eq!(told.moment(at), expected);
        }
    }
}
