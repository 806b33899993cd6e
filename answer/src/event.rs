//! What happened to an occurrence, as people may know it: that it was announced, what was changed, that
//! it started, and that it is over.

use catalogue::fill;
use chrono::{DateTime, FixedOffset, Utc};
use schedule::{AmendmentKind, Known, Overrun, Phase, Plan, Timeline, speech::Speech};

/// Something that happened to an occurrence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Event<'a> {
    pub(crate) at: DateTime<Utc>,
    pub(crate) what: What<'a>,
    /// What was planned from then on.
    pub(crate) plan: Plan,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What<'a> {
    Announced,
    /// By a revision, which has a number; what was planned before it.
    Amended {
        kind: AmendmentKind,
        revision: u32,
        before: Option<&'a Plan>,
    },
    Started,
    Overran,
    Over,
}

impl<'a> Event<'a> {
    /// Everything that happened by `now`, oldest first.
    pub(crate) fn all(timeline: &Timeline, known: &Known<'a>, now: DateTime<Utc>) -> Vec<Self> {
        let last = Plan::of(&known.whole, timeline);
        let first = known.history.first().map(|one| one.before.as_ref().or(one.after.as_ref()));
        let first = first.flatten().unwrap_or(&last);
        let mut events = vec![Self { at: known.since, what: What::Announced, plan: first.clone() }];
        for amendment in &known.history {
            let after = amendment.after.as_ref();
            // That it is over, or announced, is told by the clock.
            let told = after.and_then(Plan::reopens).is_some_and(|over| over <= amendment.at);
            if amendment.kind == AmendmentKind::Added || (told && known.phase == Phase::Ended) {
                continue;
            }
            let before = amendment.before.as_ref();
            let what = What::Amended { kind: amendment.kind, revision: amendment.revision, before };
            let Some(plan) = after.or(before).cloned() else { continue };
            events.push(Self { at: amendment.at, what, plan });
        }
        events.extend(clock(known, &last, now));
        events.sort_by_key(|event| event.at);
        events
    }

    /// A word for it, and the number of the revision or the instant that tells it from others.
    pub(crate) fn name(&self) -> String {
        let second = self.at.timestamp();
        match self.what {
            What::Announced => "announced".to_owned(),
            What::Amended { kind, revision, .. } => format!("{}/{revision}", kind.as_str()),
            What::Started => format!("started/{second}"),
            What::Overran => format!("overrun/{second}"),
            What::Over => format!("over/{second}"),
        }
    }

    pub(crate) fn is_amendment(&self) -> bool {
        matches!(self.what, What::Amended { .. })
    }

    /// Whether it does not take place from then on.
    pub(crate) fn takes_back(&self) -> bool {
        matches!(self.what, What::Amended { kind: AmendmentKind::Removed, .. })
    }

    /// The word alone.
    pub(crate) fn term(&self) -> &'static str {
        match self.what {
            What::Announced => "announced",
            What::Amended { kind, .. } => kind.as_str(),
            What::Started => "started",
            What::Overran => "overrun",
            What::Over => "over",
        }
    }

    /// The sentence for it.
    pub(crate) fn said(&self, speech: &Speech<'_>) -> String {
        let (page, words) = (speech.language.page(), speech.language.history());
        match self.what {
            What::Announced => page.announced.to_owned(),
            What::Started => page.active.to_owned(),
            What::Overran => page.overrunning.to_owned(),
            What::Over => page.ended.to_owned(),
            What::Amended { kind: AmendmentKind::Cancelled, .. } => page.cancelled.to_owned(),
            What::Amended { kind, before, .. } => {
                let before = before.unwrap_or(&self.plan);
                let (was, is) = (speech.when(before), speech.when(&self.plan));
                let values = [("before", &*was), ("now", &*is)];
                let pattern = match kind {
                    AmendmentKind::Added => page.announced,
                    AmendmentKind::Removed | AmendmentKind::Cancelled => words.removed,
                    AmendmentKind::Restored => words.restored,
                    AmendmentKind::Moved => words.moved,
                    AmendmentKind::Finished => words.finished,
                    AmendmentKind::Extended => words.extended,
                    AmendmentKind::Shortened => words.shortened,
                    AmendmentKind::Held => words.held,
                    AmendmentKind::Released => words.released,
                    AmendmentKind::Rescoped => words.rescoped,
                    AmendmentKind::Reworded => words.reworded,
                };
                fill(pattern, &values)
            }
        }
    }
}

/// What happened by the clock alone.
fn clock<'a>(known: &Known<'_>, last: &Plan, now: DateTime<Utc>) -> Vec<Event<'a>> {
    let start = last.start.to_utc();
    let was_open = !last.cancelled && known.phase != Phase::Cancelled;
    if start > now || !(was_open || known.changed() > start) {
        return Vec::new();
    }
    let event = |at, what| Event { at, what, plan: last.clone() };
    let mut events = vec![event(start, What::Started)];
    if was_open {
        let over = last.reopens().map(|over| over.to_utc()).filter(|over| *over <= now);
        let end = last.end.map(|end| end.to_utc()).filter(|end| *end <= now);
        if let Some(end) = end.filter(|end| over.is_none_or(|over| over > *end)) {
            events.push(event(end, What::Overran));
        }
        events.extend(over.map(|over| event(over, What::Over)));
    }
    events
}

/// When a plan is, in words.
pub(crate) trait When {
    fn when(&self, plan: &Plan) -> String;
}

impl When for Speech<'_> {
    fn when(&self, plan: &Plan) -> String {
        match last_instant(plan) {
            Some(end) => self.span(plan.start, end),
            None => self.open_span(plan.start),
        }
    }
}

/// Until when it is told to last: what was held and let go lasted until then.
pub(crate) fn last_instant(plan: &Plan) -> Option<DateTime<FixedOffset>> {
    let released = plan.released.filter(|_| plan.overrun == Overrun::Hold && !plan.limited);
    released.or(plan.end)
}
