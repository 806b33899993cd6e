//! A timeline as bytes that are used where they lie.
//!
//! | part | what, little-endian |
//! | --- | --- |
//! | magic | `IMTL`, then the format as `u32` |
//! | head | its length as `u32`, then JSON: the service, the edge, the channels, the languages, the history |
//! | windows | their number as `u32`, where each ends in the texts as `u32`, the length of the texts as `u32`, the texts: JSON, one a window |
//! | sets | the number of sets of channels as `u32`; of each its size and its places as `u16` |
//! | records | their number as `u32`, then [`RECORD`] bytes each |
//! | lanes | one for everything, then one a channel: the number of stretches as `u32`, then the stretches |
//!
//! Instants are nanoseconds since the epoch as `i64`, and offsets minutes as `i16`. Loading reads
//! the head and looks once over the records' numbers; the texts of a window are read when it opens.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::Occurrence;
use crate::{Overrun, Reason, Translations, WindowId, WindowTexts, lane::Lane};

/// Start, end, announced, released: an instant and an offset each. The local start that names it.
/// The window, the set, and whether it is cancelled.
pub(super) const RECORD: usize = 4 * INSTANT + 8 + 4 + 4 + 1;

/// Nanoseconds and minutes.
pub(crate) const INSTANT: usize = 8 + 2;

/// No instant.
pub(super) const NONE: i64 = i64::MIN;

/// What occurrences of a window share: all of them, but for those that were finished early or
/// released, which hold in no way or in another.
#[derive(Deserialize, Eq, Hash, PartialEq, Serialize)]
pub(super) struct Texts {
    pub(super) id: WindowId,
    pub(super) reason: Reason,
    pub(super) overrun: Overrun,
    pub(super) summary: Option<String>,
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub(super) translations: Translations<WindowTexts>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) limited: bool,
}

/// Where things lie in the bytes of a timeline whose numbers were looked over.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    pub(super) bytes: Rc<[u8]>,
    /// Where the `u32`s begin that say where a window's texts end.
    pub(super) ends: usize,
    /// Where the texts begin.
    pub(super) texts: usize,
    pub(super) sets: Vec<Vec<usize>>,
    /// Where the records begin.
    pub(super) records: usize,
    pub(super) count: usize,
    pub(super) lanes: Vec<Lane>,
}

impl Packed {
    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The occurrence of a record. Its numbers were looked over; a window whose texts cannot be
    /// read is told of by its place alone, for a gate must not fail over a summary.
    pub(super) fn occurrence(&self, place: usize) -> Occurrence {
        let record = self.record(place);
        let texts = self.texts(record.window).unwrap_or_else(|| Texts {
            id: WindowId(format!("window-{}", record.window)),
            reason: Reason::default(),
            overrun: Overrun::default(),
            summary: None,
            translations: Translations::default(),
            limited: false,
        });
        Occurrence {
            window: texts.id,
            of: (record.of != NONE).then(|| DateTime::from_timestamp_nanos(record.of).naive_utc()),
            start: instant(record.start).unwrap_or_default(),
            end: instant(record.end),
            announced: instant(record.announced),
            released: instant(record.released),
            limited: texts.limited,
            channels: self.sets.get(record.set).cloned().unwrap_or_default(),
            reason: texts.reason,
            overrun: texts.overrun,
            summary: texts.summary,
            translations: texts.translations,
            cancelled: record.cancelled,
        }
    }

    pub(super) fn record(&self, place: usize) -> Record {
        let at = self.records + place * RECORD;
        let bytes = &self.bytes;
        let pair = |at| (i64_at(bytes, at), i16_at(bytes, at + 8));
        let after = at + 4 * INSTANT;
        Record {
            start: pair(at),
            end: pair(at + INSTANT),
            announced: pair(at + 2 * INSTANT),
            released: pair(at + 3 * INSTANT),
            of: i64_at(bytes, after),
            window: u32_at(bytes, after + 8),
            set: u32_at(bytes, after + 12),
            cancelled: bytes.get(after + 16).is_some_and(|flag| *flag != 0),
        }
    }

    fn texts(&self, window: usize) -> Option<Texts> {
        let end = u32_at(&self.bytes, self.ends + 4 * window);
        let start = match window {
            0 => 0,
            _ => u32_at(&self.bytes, self.ends + 4 * (window - 1)),
        };
        let texts = self.bytes.get(self.texts + start..self.texts + end)?;
        serde_json::from_slice(texts).ok()
    }
}

/// The numbers of an occurrence.
pub(super) struct Record {
    pub(super) start: (i64, i16),
    pub(super) end: (i64, i16),
    pub(super) announced: (i64, i16),
    pub(super) released: (i64, i16),
    pub(super) of: i64,
    pub(super) window: usize,
    pub(super) set: usize,
    pub(super) cancelled: bool,
}

/// The instant of a pair, unless it is [`NONE`].
pub(crate) fn instant((nanos, minutes): (i64, i16)) -> Option<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(i32::from(minutes) * 60)?;
    (nanos != NONE).then(|| DateTime::from_timestamp_nanos(nanos).with_timezone(&offset))
}

/// The pair of an instant. Offsets are whole minutes in every zone since 2020; the seconds of one
/// that is not would be lost from what is shown, never from the instant.
pub(crate) fn pair(instant: Option<DateTime<FixedOffset>>) -> (i64, i16) {
    instant.map_or((NONE, 0), |instant| {
        let minutes = instant.offset().local_minus_utc() / 60;
        let nanos = instant.timestamp_nanos_opt().unwrap_or(i64::MAX);
        (nanos, i16::try_from(minutes).unwrap_or(0))
    })
}

/// What lies outside reads as zero: lengths are held against the bytes before they are used.
pub(crate) fn i64_at(bytes: &[u8], at: usize) -> i64 {
    bytes.get(at..at + 8).and_then(|octets| octets.try_into().ok()).map_or(0, i64::from_le_bytes)
}

pub(crate) fn i16_at(bytes: &[u8], at: usize) -> i16 {
    bytes.get(at..at + 2).and_then(|octets| octets.try_into().ok()).map_or(0, i16::from_le_bytes)
}

pub(crate) fn u32_at(bytes: &[u8], at: usize) -> usize {
    let octets = bytes.get(at..at + 4).and_then(|octets| octets.try_into().ok());
    octets.map_or(0, u32::from_le_bytes) as usize
}
