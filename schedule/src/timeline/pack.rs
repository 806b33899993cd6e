//! Writing a timeline as bytes.

use std::collections::HashMap;

use super::{
    Timeline,
    packed::{NONE, Texts, pair},
};
use crate::{Occurrence, lane::Lane};

impl Timeline {
    /// The timeline in the form that isolates load; [`Timeline::read`] reads it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend_from_slice(Self::MAGIC);
        put(&mut bytes, Self::PACKED_FORMAT as usize);
        let head = serde_json::to_vec(&self.head())
            .expect("texts and numbers under fixed keys can always be written");
        put(&mut bytes, head.len());
        bytes.extend_from_slice(&head);
        self.put_occurrences(&mut bytes);
        for lane in Lane::all(self) {
            lane.put(&mut bytes);
        }
        bytes
    }

    fn put_occurrences(&self, bytes: &mut Vec<u8>) {
        let (mut ends, mut texts, mut records) = (Vec::new(), Vec::new(), Vec::new());
        let (mut windows, mut sets) = (HashMap::new(), HashMap::new());
        let mut listed: Vec<&[usize]> = Vec::new();
        for occurrence in self.occurrences.iter() {
            let shared = shared(occurrence);
            let window = windows.len();
            let window = *windows.entry(shared).or_insert_with_key(|shared| {
                texts.extend(serde_json::to_vec(shared).expect("texts can always be written"));
                put(&mut ends, texts.len());
                window
            });
            let set = sets.len();
            let set = *sets.entry(occurrence.channels.as_slice()).or_insert_with_key(|channels| {
                listed.push(channels);
                set
            });
            record(occurrence, window, set, &mut records);
        }
        put(bytes, windows.len());
        bytes.extend(ends);
        put(bytes, texts.len());
        bytes.extend(texts);
        put(bytes, listed.len());
        for channels in listed {
            put_short(bytes, channels.len());
            channels.iter().for_each(|channel| put_short(bytes, *channel));
        }
        put(bytes, self.occurrences.len());
        bytes.extend(records);
    }
}

fn shared(occurrence: &Occurrence) -> Texts {
    Texts {
        id: occurrence.window.clone(),
        reason: occurrence.reason,
        overrun: occurrence.overrun,
        summary: occurrence.summary.clone(),
        translations: occurrence.translations.clone(),
        limited: occurrence.limited,
    }
}

fn record(occurrence: &Occurrence, window: usize, set: usize, bytes: &mut Vec<u8>) {
    let Occurrence { start, end, announced, released, of, .. } = *occurrence;
    for instant in [Some(start), end, announced, released] {
        let (nanos, minutes) = pair(instant);
        bytes.extend(nanos.to_le_bytes());
        bytes.extend(minutes.to_le_bytes());
    }
    let of = of.map_or(NONE, |of| of.and_utc().timestamp_nanos_opt().unwrap_or(NONE));
    bytes.extend(of.to_le_bytes());
    put(bytes, window);
    put(bytes, set);
    bytes.push(u8::from(occurrence.cancelled));
}

/// Four billion of anything would be over a hundred gigabytes before this is wrong.
pub(crate) fn put(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

fn put_short(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend(u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes());
}
