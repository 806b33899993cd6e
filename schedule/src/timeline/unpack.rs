//! Reading a timeline from bytes.

use std::rc::Rc;

use chrono::{DateTime, Datelike, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{
    Amendment, Occurrences, Timeline, TimelineError,
    packed::{NONE, Packed, RECORD, Record, instant},
};
use crate::{Channel, EdgeSettings, LanguageTag, Service, lane::Lane};

/// What is read at once: everything that does not grow with the number of windows, and a history
/// that is bounded.
#[derive(Deserialize, Serialize)]
pub(super) struct Head {
    zones: String,
    service: Service,
    edge: EdgeSettings,
    channels: Vec<Channel>,
    /// Found again, they would make every window be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    translated: Vec<LanguageTag>,
    #[serde(
        default,
        deserialize_with = "super::history::read",
        skip_serializing_if = "Vec::is_empty"
    )]
    history: Vec<Amendment>,
}

impl Timeline {
    pub(super) const MAGIC: &[u8] = b"IMTL";
    pub(super) const PACKED_FORMAT: u32 = 2;

    pub(super) fn head(&self) -> Head {
        Head {
            zones: self.zones.clone(),
            service: self.service.clone(),
            edge: self.edge.clone(),
            channels: self.channels.clone(),
            translated: self.translated.clone(),
            history: self.history.clone(),
        }
    }

    pub(super) fn unpack(bytes: &[u8]) -> Result<Self, TimelineError> {
        let bytes: Rc<[u8]> = bytes.into();
        let mut reader = Reader { bytes: &bytes, at: Self::MAGIC.len() };
        let found = reader.number()?;
        if found != Self::PACKED_FORMAT as usize {
            let found = u32::try_from(found).unwrap_or(u32::MAX);
            return Err(TimelineError::UnknownFormat { expected: Self::PACKED_FORMAT, found });
        }
        let length = reader.number()?;
        let head: Head =
            serde_json::from_slice(reader.take(length)?).map_err(TimelineError::Malformed)?;
        super::judge_prefix(&head.edge)?;
        let channels = head.channels.len();

        let windows = reader.number()?;
        let ends = reader.skip(windows, 4)?;
        let length = reader.number()?;
        let texts = reader.skip(length, 1)?;
        let sets = (0..reader.number()?)
            .map(|_| (0..reader.short()?).map(|_| reader.short()).collect())
            .collect::<Result<Vec<Vec<usize>>, TimelineError>>()?;
        let count = reader.number()?;
        let records = reader.skip(count, RECORD)?;
        let lanes = (0..=channels)
            .map(|_| {
                let stretches = reader.number()?;
                let at = reader.skip(stretches, Lane::STRETCH)?;
                Lane::packed(Rc::clone(&bytes), at, stretches, count)
                    .ok_or(TimelineError::Truncated { at })
            })
            .collect::<Result<Vec<Lane>, TimelineError>>()?;

        let packed = Packed { bytes: Rc::clone(&bytes), ends, texts, sets, records, count, lanes };
        judge(&packed, windows, channels)?;
        let Head { zones, service, edge, channels, translated, history } = head;
        let occurrences = Occurrences::from_packed(packed);
        let format = Self::FORMAT;
        Ok(Self { format, zones, service, edge, channels, occurrences, history, translated })
    }
}

/// Looks over the numbers of every record, so that nothing has to be doubted later.
fn judge(packed: &Packed, windows: usize, channels: usize) -> Result<(), TimelineError> {
    for place in 0..packed.len() {
        let record = packed.record(place);
        let set = packed.sets.get(record.set);
        if record.window >= windows || set.is_none() {
            return Err(TimelineError::Truncated { at: place });
        }
        let window = || packed.occurrence(place).window;
        if let Some(&channel) = set.into_iter().flatten().find(|channel| **channel >= channels) {
            return Err(TimelineError::NoSuchChannel { window: window(), channel, channels });
        }
        let Record { start, end, announced, released, .. } = record;
        if [end, released].iter().any(|(over, _)| *over != NONE && *over <= start.0) {
            return Err(TimelineError::EndNotAfterStart { window: window() });
        }
        if start.0 == NONE || ![start, end, announced, released].into_iter().all(is_in_range) {
            return Err(TimelineError::OutOfRange { window: window() });
        }
    }
    Ok(())
}

/// Whether a pair is no instant, or one of the years that we reckon with.
fn is_in_range(pair: (i64, i16)) -> bool {
    let year = |instant: DateTime<FixedOffset>| instant.year();
    pair.0 == NONE || instant(pair).map(year).is_some_and(|year| Timeline::YEARS.contains(&year))
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], TimelineError> {
        let truncated = TimelineError::Truncated { at: self.at };
        let taken = self.at.checked_add(length).and_then(|end| self.bytes.get(self.at..end));
        let taken = taken.ok_or(truncated)?;
        self.at += length;
        Ok(taken)
    }

    /// Steps over `count` things of a size, and says where they begin.
    fn skip(&mut self, count: usize, size: usize) -> Result<usize, TimelineError> {
        let at = self.at;
        let length = count.checked_mul(size).ok_or(TimelineError::Truncated { at })?;
        self.take(length).map(|_| at)
    }

    fn number(&mut self) -> Result<usize, TimelineError> {
        self.take(4).map(|octets| super::packed::u32_at(octets, 0))
    }

    fn short(&mut self) -> Result<usize, TimelineError> {
        let octets = self.take(2)?;
        Ok(usize::from(u16::from_le_bytes([octets[0], octets[1]])))
    }
}
