//! The record: revisions, what differs between them, and the audit log.

use admin::{Audit, Difference, RevisionWithDocument, Revisions};
use schedule::Schedule;

use crate::{
    case::Case, findings, query::LARGEST, refusal::Refusal, reply::Reply, route::no_revision,
};

pub(super) fn revisions(case: &Case<'_>) -> Result<Reply, Refusal> {
    let page = case.asked.page()?;
    let revisions = case.store.revisions(page.before, page.limit)?;
    // The first of all has the number 1.
    let next = revisions.last().map(|last| last.number).filter(|&number| number > 1);
    Ok(Reply::json(200, &Revisions { revisions, next }))
}

pub(super) fn revision(case: &Case<'_>, number: u64) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let revision = case.store.revision(number)?.ok_or_else(|| no_revision(number))?;
    let document = case.store.document(number)?;
    Ok(Reply::json(200, &RevisionWithDocument { revision, document }))
}

pub(super) fn difference(case: &Case<'_>, to: u64) -> Result<Reply, Refusal> {
    case.asked.takes(&["from"])?;
    let from = case.asked.number("from", 0, LARGEST)?.unwrap_or(to - 1);
    let after = schedule(case, to)?;
    let before = if from == 0 { None } else { Some(schedule(case, from)?) };
    let differences = lifecycle::difference(before.as_ref(), &after, case.now);
    let said = differences.into_iter().map(|difference| difference.said).collect();
    Ok(Reply::json(200, &Difference { from, to, said }))
}

/// The schedule of a revision. This build may find mistakes where the one that took it found none.
fn schedule(case: &Case<'_>, number: u64) -> Result<Schedule, Refusal> {
    if number > case.store.current_number()? {
        return Err(no_revision(number));
    }
    let document = case.store.document(number)?;
    let parsed = schedule::parse(&document, case.now);
    findings::valid(&document, parsed).map(|(schedule, _)| schedule)
}

pub(super) fn audit(case: &Case<'_>) -> Result<Reply, Refusal> {
    let page = case.asked.page()?;
    // One more than is asked for says whether there is more: numbers have gaps here.
    let mut entries = case.store.entries(page.before, page.limit + 1)?;
    let is_more = entries.len() as u64 > page.limit;
    if is_more {
        entries.pop();
    }
    let next = entries.last().map(|last| last.number).filter(|_| is_more);
    Ok(Reply::json(200, &Audit { entries, next }))
}
