//! Who asks, and what they may do.
//!
//! | file | what |
//! | --- | --- |
//! | `context`, `actor` | what is needed to find out, and what was found |
//! | `bearer`, `sign_on` | the two ways in: a token, and Cloudflare Access |
//! | `denied` | why somebody is not let in: counted, and on record |
//! | `tokens`, `kept` | making and revoking tokens, and what is kept of them |
//! | `certs`, `signature`, `random` | what the platform does for it |
//! | `memory` | failures and keys, for as long as the object is in memory |
//! | `origin` | writes from other sites' pages |
//!
//! The rules themselves are in the crate `credential`, where tests can reach them.

mod actor;
mod bearer;
mod certs;
mod context;
mod denied;
mod kept;
mod memory;
pub(crate) mod origin;
pub(crate) mod random;
mod sign_on;
mod signature;
pub(crate) mod tokens;

use admin::Kind;
use chrono::{DateTime, Utc};
use credential::{Client, leak};

pub(crate) use self::{actor::Actor, context::Context};
use crate::{asked::Asked, refusal::Refusal, store::Store};

/// Finds out who asks.
///
/// Where a request has a token and was signed on for as well, the token decides. Cookies are never
/// looked at.
///
/// # Errors
///
/// A refusal with 401 when nobody known asks, and with 429 when this client has failed too often:
/// then nothing is compared. With 400 when there is a token in the address.
pub(crate) async fn authenticate(
    context: &Context<'_>,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<Actor, Refusal> {
    let query = asked.query.iter().map(|(name, value)| (&**name, &**value));
    leak::check(query).map_err(|leaked| {
        Refusal::new(Kind::InvalidRequest, leaked.to_string()).with_help("revoke it")
    })?;
    let client = Client::new(asked.address.as_deref());
    let verdict = if let Some(text) = bearer::sent(asked) {
        denied::before(client, now)?;
        bearer::verify(context, &text, now)
    } else if let Some((text, access)) = sign_on::sent(context, asked) {
        denied::before(client, now)?;
        sign_on::verify(&access, &text, now).await
    } else {
        return Err(denied::nothing_sent());
    };
    verdict.map_err(|denied| denied.refusal(context.store, asked, client, now))
}

/// Makes sure that somebody who was known when the request came in still is, once its body is there:
/// whoever sends slowly must not write after their token was revoked.
///
/// # Errors
///
/// A refusal with 401.
pub(crate) fn recheck(store: &Store, actor: &Actor, now: DateTime<Utc>) -> Result<(), Refusal> {
    // Only tokens are kept under the id of an actor; the root token and Access are not.
    match kept::find(store, &actor.id)? {
        Some(token) => token.kept.lives(now).map_err(|why| denied::over(&why)),
        None => Ok(()),
    }
}
