//! What operators are told of subscriptions.

use admin::{Deliveries, Health, Kind, Webhook, Webhooks};
use chrono::{DateTime, Utc};

use super::{
    kept::{self, Kept},
    outbox,
};
use crate::{
    case::Case,
    clock,
    refusal::Refusal,
    reply::Reply,
    store::{Fault, Store},
};

pub(crate) fn webhooks(case: &Case<'_>) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let all = kept::all(case.store)?;
    let all = all.iter().map(|kept| shown(case.store, kept, case.now));
    Ok(Reply::json(200, &Webhooks { webhooks: all.collect::<Result<_, _>>()? }))
}

pub(crate) fn one(case: &Case<'_>, id: &str) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let kept = find(case.store, id)?;
    Ok(Reply::json(200, &shown(case.store, &kept, case.now)?))
}

/// The log of a subscription; `dead` is only what was given up.
pub(crate) fn deliveries(case: &Case<'_>, id: &str, dead: bool) -> Result<Reply, Refusal> {
    let page = case.asked.page()?;
    let kept = find(case.store, id)?;
    // One more than is asked for says whether there is more.
    let limit = page.limit + 1;
    let mut deliveries = outbox::log(case.store, &kept.id, dead, page.before, limit)?;
    let is_more = deliveries.len() as u64 > page.limit;
    if is_more {
        deliveries.pop();
    }
    let next = deliveries.last().map(|last| last.number).filter(|_| is_more);
    Ok(Reply::json(200, &Deliveries { deliveries, next }))
}

/// # Errors
///
/// A refusal with 404 when there is no such subscription.
pub(super) fn find(store: &Store, id: &str) -> Result<Kept, Refusal> {
    kept::find(store, id)?.ok_or_else(|| {
        let detail = "expected the id of a subscription, found no subscription of this id";
        Refusal::new(Kind::NotFound, detail).with_help("`GET webhooks` lists them")
    })
}

/// A subscription as it stands in JSON.
pub(super) fn shown(store: &Store, kept: &Kept, now: DateTime<Utc>) -> Result<Webhook, Fault> {
    let Kept { id, subscription, author, created, .. } = kept;
    let filter = &subscription.filter;
    let trouble = outbox::trouble(store, id)?;
    let (state, said) = match (&kept.paused, trouble) {
        (Some(why), _) => ("paused", Some(why.clone())),
        (None, Some(said)) => ("failing", Some(said)),
        (None, None) => ("healthy", None),
    };
    Ok(Webhook {
        id: id.clone(),
        name: subscription.name.clone(),
        url: subscription.shown_url(),
        kind: subscription.kind.as_str().to_owned(),
        channels: filter.channels.clone(),
        events: filter.occasions.iter().map(|occasion| occasion.as_str().to_owned()).collect(),
        destination: subscription.destination.clone(),
        template: subscription.template.as_ref().map(|template| template.document().clone()),
        author: author.clone(),
        created: clock::written(*created),
        rotating_until: kept.rotating(now).map(|(_, until)| clock::written(*until)),
        health: Health {
            state: state.to_owned(),
            said,
            pending: outbox::count(store, id, "pending")?,
            dead: outbox::count(store, id, "dead")?,
            delivered: kept.delivered.map(clock::written),
            next: outbox::head(store, id)?.map(|head| clock::written(head.due)),
        },
    })
}
