//! Tokens: made, listed and revoked by whoever has the root token, and by people who sign on.

use admin::{CreatedToken, Kind, NewToken, Scope, Tokens};
use chrono::{DateTime, Utc};
use credential::{Grant, Token};
use worker::console_error;

use super::{
    Actor,
    kept::{self, KeptToken},
    random,
};
use crate::{refusal::Refusal, store::Store};

/// `GET tokens`: all of them, without their secrets, the newest first.
///
/// # Errors
///
/// A refusal with 403 for whoever may not.
pub(crate) fn list(store: &Store, actor: &Actor) -> Result<Tokens, Refusal> {
    actor.require(Scope::Root)?;
    let tokens = kept::all(store)?.iter().map(KeptToken::shown).collect();
    Ok(Tokens { tokens })
}

/// `POST tokens`: a new one, with its secret, which is told this once. Nothing in here waits, so that
/// no other can take the name meanwhile.
///
/// # Errors
///
/// A refusal with 400 when there cannot be such a token, or one of this name is in force; with 403
/// for whoever may not.
pub(crate) fn create(
    store: &Store,
    actor: &Actor,
    asked: &NewToken,
    now: DateTime<Utc>,
) -> Result<CreatedToken, Refusal> {
    actor.require(Scope::Root)?;
    let grant = Grant::new(asked).map_err(|why| invalid(why.to_string()))?;
    let token = random_token()?;
    let new = KeptToken::new(&token, grant, actor, now);
    if kept::is_taken(store, &new.name)? {
        let detail = format!("expected a name that no token in force has, found `{}`", new.name);
        return Err(invalid(detail).with_help("choose another name, or revoke that token first"));
    }
    kept::insert(store, &new)?;
    Ok(CreatedToken { token: new.shown(), secret: token.reveal() })
}

/// `DELETE tokens/{id}`: it opens nothing from now on. A token that was revoked before stays as it
/// is, so that this can be repeated.
///
/// # Errors
///
/// A refusal with 404 when there is no such token, and with 403 for whoever may not.
pub(crate) fn revoke(
    store: &Store,
    actor: &Actor,
    id: &str,
    now: DateTime<Utc>,
) -> Result<admin::Token, Refusal> {
    actor.require(Scope::Root)?;
    kept::revoke(store, id, now)?;
    let token = kept::find(store, id)?.ok_or_else(|| {
        Refusal::new(Kind::NotFound, "expected the id of a token, found no token of this id")
            .with_help("`GET tokens` lists them")
    })?;
    Ok(token.shown())
}

fn random_token() -> Result<Token, Refusal> {
    match (random::bytes(), random::bytes()) {
        (Ok(id), Ok(secret)) => Ok(Token::new(id, secret)),
        (Err(why), _) | (_, Err(why)) => {
            console_error!("intermission: no randomness: {why:?}");
            Err(Refusal::fault())
        }
    }
}

fn invalid(detail: String) -> Refusal {
    Refusal::new(Kind::InvalidRequest, detail)
}
