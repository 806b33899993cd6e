//! What operators do with subscriptions.

use admin::{Kind, NewWebhook, Nothing, Replay, Replayed, SecretWebhook};
use webhook::{Asked, Event, Secret, Subscription};
use worker::console_error;

use super::{
    kept::{self, Kept},
    outbox, read, tell,
};
use crate::{
    auth::random, body, case::Case, change::Key, refusal::Refusal, reply::Reply,
    route::WebhookVerb, store::Fault,
};

/// Subscriptions, at most: a message goes to each of them.
const MOST: u64 = 100;

/// What was done, for the record: which subscription, what is said, and the answer.
pub(crate) struct Done {
    pub(crate) id: String,
    pub(crate) said: String,
    pub(crate) reply: Reply,
}

/// A new subscription, with its secret, which is told this once.
pub(crate) fn create(case: &Case<'_>, text: &str, key: Option<&Key>) -> Result<Done, Refusal> {
    let asked: NewWebhook = body::parse(text)?;
    let subscription = Subscription::new(
        &Asked {
            name: &asked.name,
            url: &asked.url,
            kind: asked.kind.as_deref(),
            channels: &asked.channels,
            events: &asked.events,
            authorization: asked.authorization.as_deref(),
            destination: asked.destination.as_deref(),
            template: asked.template.as_ref().map(ToString::to_string).as_deref(),
        },
        case.reach,
    )
    .map_err(|why| {
        let refusal = Refusal::new(Kind::InvalidRequest, why.to_string());
        match why.help() {
            Some(help) => refusal.with_help(help),
            None => refusal,
        }
    })?;
    let store = case.store;
    // Whoever is new is not told of what was before.
    tell::time(store, case.now)?;
    store.transaction(|| {
        if let Some(key) = key {
            key.refuse_repeat(case, "a subscription")?;
        }
        if kept::is_taken(store, &subscription.name)? {
            let detail = format!(
                "expected a name that no other subscription has, found `{}`",
                subscription.name
            );
            return Err(Refusal::new(Kind::InvalidRequest, detail)
                .with_help("choose another name, or delete that subscription first"));
        }
        if kept::count(store)? >= MOST {
            let detail = format!("expected at most {MOST} subscriptions, found one more");
            return Err(Refusal::new(Kind::InvalidRequest, detail)
                .with_help("delete one that is not needed any more"));
        }
        let new = Kept {
            id: id()?,
            subscription,
            author: case.actor.author.clone(),
            created: case.now,
            secret: secret()?,
            before: None,
            paused: None,
            delivered: None,
            told: None,
        };
        kept::insert(store, &new)?;
        if let Some(key) = key {
            // Not the answer, which has the secret in it.
            key.put(case, None, &[])?;
        }
        let said = format!("subscribed `{}`", new.subscription.name);
        let reply = Reply::json(201, &with_secret(case, &new)?);
        Ok(Done { id: new.id, said, reply })
    })
}

/// Deletes a subscription with all that is kept of it.
pub(crate) fn delete(case: &Case<'_>, id: &str) -> Result<Done, Refusal> {
    let kept = read::find(case.store, id)?;
    let reply = Reply::json(200, &read::shown(case.store, &kept, case.now)?);
    case.store.transaction(|| kept::remove(case.store, id))?;
    Ok(done(&kept, "deleted", reply))
}

pub(crate) fn step(
    case: &Case<'_>,
    id: &str,
    verb: WebhookVerb,
    text: &str,
) -> Result<Done, Refusal> {
    let replay: Replay = match verb {
        WebhookVerb::Replay => body::parse(text)?,
        _ => body::parse(text).map(|Nothing {}| Replay::default())?,
    };
    let (store, now) = (case.store, case.now);
    let kept = read::find(store, id)?;
    match verb {
        WebhookVerb::Pause => {
            if kept.paused.is_none() {
                kept::pause(store, id, &format!("{} paused it", case.actor.author))?;
            }
            again(case, id, "paused")
        }
        WebhookVerb::Resume => {
            if kept.paused.is_some() {
                store.transaction(|| {
                    kept::resume(store, id)?;
                    outbox::renew(store, id, now)
                })?;
            }
            again(case, id, "resumed")
        }
        WebhookVerb::Rotate => {
            kept::rotate(store, id, &secret()?, now)?;
            let kept = read::find(store, id)?;
            let reply = Reply::json(200, &with_secret(case, &kept)?);
            Ok(done(&kept, "made a new secret for", reply))
        }
        WebhookVerb::Test => {
            if store.current_number()? == 0 {
                let detail = "expected a schedule in force, found none yet";
                return Err(Refusal::new(Kind::InvalidRequest, detail)
                    .with_help("publish a schedule first: a ping says which service it is from"));
            }
            let event = Event::ping(format!("ping_{}", self::id()?), now);
            store.transaction(|| tell::ping(store, &kept, &event, now))?;
            again(case, id, "sent a ping to")
        }
        WebhookVerb::Replay => {
            let replayed = outbox::replay(store, id, replay.number, now)?;
            if let (Some(number), 0) = (replay.number, replayed) {
                let detail = format!(
                    "expected the number of a delivery that arrived or was given up, found {number}"
                );
                return Err(Refusal::new(Kind::NotFound, detail)
                    .with_help("`GET webhooks/{id}/deliveries` lists them"));
            }
            Ok(done(&kept, "replays messages to", Reply::json(200, &Replayed { replayed })))
        }
    }
}

fn again(case: &Case<'_>, id: &str, did: &str) -> Result<Done, Refusal> {
    let kept = read::find(case.store, id)?;
    let reply = Reply::json(200, &read::shown(case.store, &kept, case.now)?);
    Ok(done(&kept, did, reply))
}

fn done(kept: &Kept, did: &str, reply: Reply) -> Done {
    let said = format!("{did} `{}`", kept.subscription.name);
    Done { id: kept.id.clone(), said, reply }
}

fn with_secret(case: &Case<'_>, kept: &Kept) -> Result<SecretWebhook, Fault> {
    let webhook = read::shown(case.store, kept, case.now)?;
    Ok(SecretWebhook { webhook, secret: kept.secret.reveal() })
}

fn id() -> Result<String, Refusal> {
    let bytes = random::bytes::<5>().map_err(|why| no_randomness(&why))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn secret() -> Result<Secret, Refusal> {
    random::bytes().map(Secret::new).map_err(|why| no_randomness(&why))
}

fn no_randomness(why: &wasm_bindgen::JsValue) -> Refusal {
    console_error!("intermission: no randomness: {why:?}");
    Refusal::fault()
}
