//! A token in the header `Authorization`.

use chrono::{DateTime, Utc};
use credential::{Kept, Token, bearer};

use super::{Actor, Context, denied::Denied, kept};
use crate::asked::Asked;

/// What was sent, if it is of this scheme.
pub(super) fn sent(asked: &Asked) -> Option<String> {
    bearer::token(&asked.header("authorization")?).map(str::to_owned)
}

/// Whose token it is.
///
/// The root token is compared first, and so that it does not depend on what else there is.
pub(super) fn verify(
    context: &Context<'_>,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Actor, Denied> {
    if context.root().is_some_and(|root| root.matches(text)) {
        return Ok(Actor::root());
    }
    let sent: Token = text.parse().map_err(|why| Denied::failed(None, &why))?;
    let found = kept::find(context.store, sent.id())?;
    Kept::admit(found.as_ref().map(|found| &found.kept), &sent, now)
        .map_err(|why| Denied::failed(found.is_some().then(|| sent.id()), &why))?;
    let found = found.ok_or_else(|| Denied::failed(None, &credential::KeptError::Unknown))?;
    found.used(context.store, now);
    Ok(found.into_actor())
}
