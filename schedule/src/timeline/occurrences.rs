//! The occurrences of a timeline, each made when it is first asked for.

use std::{cell::OnceCell, fmt, ops::Index};

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize, Serializer};

use super::{
    Occurrence,
    packed::{Packed, Record},
};

/// Occurrences, ascending by start, then by window; those of one that was partly finished early, the
/// part that was not comes first.
///
/// Those of a packed timeline stay as bytes until somebody asks: an isolate that starts with ten
/// thousand windows makes the one or two that are open.
#[derive(Clone, Deserialize)]
#[serde(from = "Vec<Occurrence>")]
pub struct Occurrences {
    made: Vec<OnceCell<Box<Occurrence>>>,
    /// What those that are not made yet are made from.
    packed: Option<Packed>,
}

impl Occurrences {
    pub(super) fn from_packed(packed: Packed) -> Self {
        Self { made: vec![OnceCell::new(); packed.len()], packed: Some(packed) }
    }

    pub(super) fn packed(&self) -> Option<&Packed> {
        self.packed.as_ref()
    }

    pub fn len(&self) -> usize {
        self.made.len()
    }

    pub fn is_empty(&self) -> bool {
        self.made.is_empty()
    }

    /// Whether people may know at `now` of one that is to come, or was called off less than a day after
    /// it was to end. Looked for among the numbers of all, so that none has to be made.
    pub(crate) fn any_told(&self, now: DateTime<Utc>) -> bool {
        let now = now.timestamp_nanos_opt().unwrap_or(i64::MAX);
        (0..self.len()).any(|place| {
            let Times { start, end, announced, cancelled } = self.times(place);
            let until = if cancelled { end.max(start).saturating_add(DAY) } else { start };
            announced <= now && now < until
        })
    }

    fn times(&self, place: usize) -> Times {
        if let (None, Some(packed)) = (self.made[place].get(), &self.packed) {
            let Record { start, end, announced, cancelled, .. } = packed.record(place);
            // None of these is earlier than any instant.
            return Times { start: start.0, end: end.0, announced: announced.0, cancelled };
        }
        let occurrence = &self[place];
        let nanos = |instant: Option<DateTime<FixedOffset>>| super::pair(instant).0;
        Times {
            start: nanos(Some(occurrence.start)),
            end: nanos(occurrence.end),
            announced: nanos(occurrence.announced),
            cancelled: occurrence.cancelled,
        }
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Occurrence> + DoubleEndedIterator {
        (0..self.len()).map(|place| &self[place])
    }
}

/// # Panics
///
/// When there are not so many, as slices do.
impl Index<usize> for Occurrences {
    type Output = Occurrence;

    fn index(&self, place: usize) -> &Occurrence {
        self.made[place].get_or_init(|| {
            let packed = self.packed.as_ref();
            Box::new(packed.expect("only packed occurrences are made late").occurrence(place))
        })
    }
}

/// In nanoseconds since the epoch; what is not there is the earliest of all.
struct Times {
    start: i64,
    end: i64,
    announced: i64,
    cancelled: bool,
}

const DAY: i64 = 86_400_000_000_000;

impl From<Vec<Occurrence>> for Occurrences {
    fn from(mut occurrences: Vec<Occurrence>) -> Self {
        occurrences.sort_by(|a, b| (a.start, &a.window).cmp(&(b.start, &b.window)));
        let made = occurrences.into_iter().map(|occurrence| Box::new(occurrence).into()).collect();
        Self { made, packed: None }
    }
}

impl PartialEq for Occurrences {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Occurrences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Occurrences {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
