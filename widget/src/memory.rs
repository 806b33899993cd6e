//! What a visitor knows, has heard and has put away.

use schedule::Phase;

use crate::{Change, Span, Told, Window};

/// What a visitor knows, has heard and has put away. It is kept in the browser as rows of numbers,
/// where other tabs read it, and where anything may have happened to it: a row that is none is left
/// out.
///
/// | row | what |
/// | --- | --- |
/// | 0, window, revision, channel, print, start, end, start, end | what was told last, and before; −1 is an end that nobody knows |
/// | 1, window, revision, phase, 0, 0, 0, 0, 0 | that it was read out |
/// | 2, window, revision, phase, 0, 0, 0, 0, 0 | that the visitor has put it away |
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    rows: Vec<Row>,
}

/// One thing that is remembered.
pub type Row = [i64; 9];

/// What was told last of a window, to the users of a channel, and what before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// The one in which this telling came.
    pub revision: u32,
    print: u32,
    now: Span,
    before: Span,
}

/// What has become of a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Met {
    /// It was read out.
    Heard,
    /// The visitor has put it away.
    Closed,
}

impl Memory {
    /// More than any schedule has announced at a time; a browser must not fill up.
    const MOST: usize = 64;

    pub(crate) const fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Takes in a document, and what of it is new to the visitor. What is over or cancelled is news
    /// only to somebody who knew of it.
    pub fn learn(&mut self, told: &Told, is_public: impl Fn(&Window) -> bool) {
        for window in &told.windows {
            let (revision, print, now) = (told.revision, window.print, window.span());
            for channel in told.affected(window) {
                let known = match self.known(window, channel) {
                    // Another place may not have heard yet what this visitor knows.
                    Some(known) if known.revision > revision => continue,
                    Some(known) if known.now != now => {
                        Known { revision, print, now, before: known.now }
                    }
                    Some(known) if known.print != print => Known { revision, print, ..known },
                    Some(_) => continue,
                    None if is_public(window) => Known { revision, print, now, before: now },
                    None => continue,
                };
                self.keep(known.row(window.name, channel));
            }
        }
    }

    /// What was told of a window to the users of a channel.
    pub fn known(&self, window: &Window, channel: u32) -> Option<Known> {
        let found = |row: &&Row| {
            row[0] == 0 && row[1] == i64::from(window.name) && row[3] == i64::from(channel)
        };
        self.rows.iter().find(found).and_then(Known::of)
    }

    /// Whether something has become of a message about a window, in its phase and revision.
    pub fn has(&self, met: Met, window: &Window, phase: Phase, revision: u32) -> bool {
        self.rows.contains(&met.row(window, phase, revision))
    }

    /// Whether the visitor has heard, in any revision, that a window was in this phase.
    pub fn has_heard(&self, window: &Window, phase: Phase) -> bool {
        let [how, name, _, phase, ..] = Met::Heard.row(window, phase, 0);
        self.rows.iter().any(|row| [row[0], row[1], row[3]] == [how, name, phase])
    }

    pub fn meet(&mut self, met: Met, window: &Window, phase: Phase, revision: u32) {
        self.keep(met.row(window, phase, revision));
    }

    /// What another tab, or an earlier page, has kept: the newer telling of a window counts.
    pub fn recall(&mut self, row: Row) {
        let older = |known: &Row| same(known, &row) && known[2] >= row[2];
        let numbers = row.iter().all(|number| (-1..=crate::told::LAST).contains(number));
        if numbers && row[0] <= 2 && !self.rows.iter().any(older) {
            self.keep(row);
        }
    }

    /// What to keep for other pages.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    fn keep(&mut self, row: Row) {
        self.rows.retain(|known| !same(known, &row));
        let mut excess = (self.rows.len() + 1).saturating_sub(Self::MOST);
        self.rows.retain(|_| {
            let stays = excess == 0;
            excess = excess.saturating_sub(1);
            stays
        });
        self.rows.push(row);
    }
}

/// Whether one row takes the place of the other: it is the same, or tells of the same thing.
fn same(one: &Row, other: &Row) -> bool {
    one == other || (one[0] == 0 && other[0] == 0 && one[1] == other[1] && one[3] == other[3])
}

impl Known {
    /// What makes the window different from what the visitor knew.
    pub fn change(&self, phase: Phase) -> Option<Change> {
        Change::between(self.before, self.now, phase)
    }

    fn row(&self, window: u32, channel: u32) -> Row {
        let end = |span: Span| span.end.unwrap_or(-1);
        let [window, revision, channel, print] =
            [window, self.revision, channel, self.print].map(i64::from);
        let (now, before) = (self.now, self.before);
        [0, window, revision, channel, print, now.start, end(now), before.start, end(before)]
    }

    fn of(row: &Row) -> Option<Self> {
        let [_, _, revision, _, print, start, end, start_before, end_before] = *row;
        let span = |start, end| Span { start, end: Some(end).filter(|end| *end >= 0) };
        Some(Self {
            revision: u32::try_from(revision).ok()?,
            print: u32::try_from(print).ok()?,
            now: span(start, end),
            before: span(start_before, end_before),
        })
    }
}

impl Met {
    fn row(self, window: &Window, phase: Phase, revision: u32) -> Row {
        let how = match self {
            Self::Heard => 1,
            Self::Closed => 2,
        };
        let [window, revision, phase] = [window.name, revision, number(phase)].map(i64::from);
        [how, window, revision, phase, 0, 0, 0, 0, 0]
    }
}

/// The number of a phase, where it is kept and where it crosses the border.
pub(crate) fn number(phase: Phase) -> u32 {
    match phase {
        Phase::Scheduled => 0,
        Phase::Announced => 1,
        Phase::Imminent => 2,
        Phase::Active => 3,
        Phase::Overrun => 4,
        Phase::Ended => 5,
        Phase::Cancelled => 6,
    }
}
