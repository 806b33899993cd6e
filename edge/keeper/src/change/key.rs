//! Keys that name a write, so that a repeat of it changes nothing.

use admin::{Kind, name};
use credential::Digest;

use crate::{
    case::Case,
    query::shown,
    refusal::Refusal,
    reply::Reply,
    store::replies::{Given, Named},
};

/// A key, and what it was sent with.
pub(crate) struct Key {
    text: String,
    request: Digest,
}

/// Characters.
const LONGEST: usize = 255;

impl Key {
    /// Reads `Idempotency-Key`; `None` where there is none.
    ///
    /// # Errors
    ///
    /// A refusal with 400 when it is not one to 255 visible characters of ASCII.
    pub(super) fn read(case: &Case<'_>, body: &str) -> Result<Option<Self>, Refusal> {
        let Some(text) = case.asked.header("idempotency-key") else { return Ok(None) };
        let is_visible = text.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_visible || text.is_empty() || text.len() > LONGEST {
            let detail = format!(
                "expected 1 to {LONGEST} visible characters in the header {}, found `{}`",
                name::IDEMPOTENCY_KEY,
                shown(&text)
            );
            return Err(Refusal::new(Kind::InvalidRequest, detail)
                .with_help("use a new UUID for each write"));
        }
        let (method, path) = (&case.asked.method, case.asked.path.join("/"));
        let request = Digest::of(&format!("{method} {path}\n{body}"));
        Ok(Some(Self { text, request }))
    }

    /// The answer that was given to this key, if there was one.
    ///
    /// # Errors
    ///
    /// A refusal with 422 when that was the answer to something else.
    pub(super) fn given(&self, case: &Case<'_>) -> Result<Option<Reply>, Refusal> {
        let Some(given) = case.store.given(self.named(case), case.now)? else { return Ok(None) };
        if !given.request.matches(&self.request) {
            let detail = "expected what this key was used for before, found another write";
            return Err(Refusal::new(Kind::KeyReused, detail)
                .with_help("use a new key for each write, and the same key only to repeat it"));
        }
        let reply = Reply::typed(given.status, "application/json", given.body)
            .with(name::IDEMPOTENCY_REPLAYED, "true");
        Ok(Some(match given.etag {
            Some(etag) => reply.with("ETag", etag),
            None => reply,
        }))
    }

    /// For what is made with a secret, such as `a token`: that is told only once, so a repeat of it
    /// cannot get the same answer.
    ///
    /// # Errors
    ///
    /// A refusal with 422 when something was made for this key before.
    pub(crate) fn refuse_repeat(&self, case: &Case<'_>, what: &str) -> Result<(), Refusal> {
        match self.given(case)? {
            None => Ok(()),
            Some(_) => {
                let detail = format!(
                    "{what} was made for this key before, and its secret is told only once"
                );
                Err(Refusal::new(Kind::KeyReused, detail)
                    .with_help("revoke or delete that one, and make another one with a new key"))
            }
        }
    }

    /// Keeps the answer that is given now.
    pub(crate) fn put(
        &self,
        case: &Case<'_>,
        etag: Option<&str>,
        body: &[u8],
    ) -> Result<(), Refusal> {
        let given = Given {
            request: self.request.clone(),
            status: 200,
            etag: etag.map(str::to_owned),
            body: body.to_vec(),
        };
        Ok(case.store.put_given(self.named(case), case.now, &given)?)
    }

    fn named<'a>(&'a self, case: &Case<'a>) -> Named<'a> {
        Named { actor: &case.actor.id, key: &self.text }
    }
}
