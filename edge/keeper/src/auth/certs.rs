//! The keys of single sign-on, fetched from the team that signs.

use chrono::{DateTime, Utc};
use credential::{Search, Team};
use futures_util::TryStreamExt;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use worker::{
    Fetch, Request, RequestInit, RequestRedirect, console_error,
    wasm_bindgen_futures::{JsFuture, future_to_promise},
};

use super::{memory, signature::PublicKey};
use crate::limit;

/// How long the team may take, in milliseconds.
const PATIENCE: u32 = 5000;

/// Bytes, at most: a team's document has about eight thousand.
const LONGEST: usize = 128 * 1024;

/// There is no key to verify anything with, because none could be fetched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unreachable;

/// The key that an assertion names; `None` when the team has none of this name.
///
/// # Errors
///
/// When the team was never reached.
pub(super) async fn key(
    team: &Team,
    id: &str,
    now: DateTime<Utc>,
) -> Result<Option<PublicKey>, Unreachable> {
    match memory::with(|memory| memory.ring.search(id, now)) {
        Search::Found(key) => return Ok(Some(key)),
        Search::Fetch => settled(start(team, now)).await,
        // Whoever comes while another request fetches has to wait as long as that one.
        Search::Missing => {
            let fetching = memory::with(|memory| memory.fetching.clone());
            if let Some(fetching) = fetching {
                settled(fetching).await;
            }
        }
    }
    memory::with(|memory| match memory.ring.get(id) {
        None if memory.ring.is_empty() => Err(Unreachable),
        found => Ok(found),
    })
}

fn start(team: &Team, now: DateTime<Utc>) -> Promise {
    memory::with(|memory| memory.ring.trying(now));
    let address = team.certs();
    let fetching = future_to_promise(async move {
        match fetch(&address).await {
            Ok(keys) => memory::with(|memory| memory.ring.replace(keys, now)),
            Err(why) => console_error!("intermission: no keys from {address}: {why}"),
        }
        memory::with(|memory| memory.fetching = None);
        Ok(JsValue::UNDEFINED)
    });
    memory::with(|memory| memory.fetching = Some(fetching.clone()));
    fetching
}

async fn settled(promise: Promise) {
    // It never fails: what went wrong is in the log.
    let _ = JsFuture::from(promise).await;
}

/// The keys, ready for use.
async fn fetch(address: &str) -> Result<Vec<(String, PublicKey)>, String> {
    let document = document(address).await?;
    let mut keys = Vec::new();
    for key in credential::keys(&document).map_err(|why| why.to_string())? {
        match PublicKey::import(&key).await {
            Ok(public) => keys.push((key.id, public)),
            Err(why) => console_error!("intermission: a key of {address} is passed over: {why:?}"),
        }
    }
    // Keys that nobody can use must not take the place of those that are there.
    if keys.is_empty() {
        Err("expected a key that can be used, found none".to_owned())
    } else {
        Ok(keys)
    }
}

async fn document(address: &str) -> Result<Vec<u8>, String> {
    let mut init = RequestInit::new();
    // A team that sends us elsewhere is not the team that was configured.
    init.with_redirect(RequestRedirect::Manual);
    let request = Request::new_with_init(address, &init).map_err(|why| why.to_string())?;
    let mut response = Fetch::Request(request)
        .send_with_signal(&limit::after(PATIENCE).into())
        .await
        .map_err(|why| why.to_string())?;
    if response.status_code() != 200 {
        return Err(format!("expected status 200, found {}", response.status_code()));
    }
    let mut body = response.stream().map_err(|why| why.to_string())?;
    let mut document = Vec::new();
    while let Some(chunk) = body.try_next().await.map_err(|why| why.to_string())? {
        document.extend(chunk);
        if document.len() > LONGEST {
            return Err(format!("expected at most {LONGEST} bytes, found more"));
        }
    }
    Ok(document)
}
