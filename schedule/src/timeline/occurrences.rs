//! The occurrences of a timeline, each made when it is first asked for.

use std::{cell::OnceCell, fmt, ops::Index};

use serde::{Deserialize, Serialize, Serializer};

use super::{Occurrence, packed::Packed};

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
