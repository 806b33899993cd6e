//! Keys of the API: made and revoked on record.

use admin::NewToken;

use super::{entry, key::Key};
use crate::{
    auth, body, case::Case, refusal::Refusal, reply::Reply, route::Write, store::audit::NewEntry,
};

pub(super) fn create(case: &Case<'_>, wanted: &Write<'_>, text: &str) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let asked: NewToken = body::parse(text)?;
    let key = Key::read(case, text)?;
    let created = case.store.transaction(|| {
        if let Some(key) = &key {
            key.refuse_repeat(case, "a token")?;
        }
        let created = auth::tokens::create(case.store, case.actor, &asked, case.now)?;
        case.store.put_entry(&NewEntry {
            subject: Some(created.token.id.clone()),
            status: 201,
            said: Some(format!("made the token `{}`", created.token.name)),
            ..entry(case, wanted)
        })?;
        if let Some(key) = &key {
            // Not the answer, which has the secret in it.
            key.put(case, None, &[])?;
        }
        Ok::<_, Refusal>(created)
    })?;
    Ok(Reply::json(201, &created))
}

pub(super) fn revoke(case: &Case<'_>, wanted: &Write<'_>, id: &str) -> Result<Reply, Refusal> {
    case.asked.takes(&[])?;
    let token = case.store.transaction(|| {
        let token = auth::tokens::revoke(case.store, case.actor, id, case.now)?;
        case.store.put_entry(&NewEntry {
            said: Some(format!("revoked the token `{}`", token.name)),
            ..entry(case, wanted)
        })?;
        Ok::<_, Refusal>(token)
    })?;
    Ok(Reply::json(200, &token))
}
