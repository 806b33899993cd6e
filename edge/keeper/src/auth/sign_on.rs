//! People and programs that Cloudflare Access has let in.

use admin::Kind;
use chrono::{DateTime, Utc};
use credential::{Assertion, Expected};

use super::{Actor, Context, certs, context::Access, denied::Denied};
use crate::{asked::Asked, refusal::Refusal};

/// What Access sends along, where Access is set up.
pub(super) fn sent(context: &Context<'_>, asked: &Asked) -> Option<(String, Access)> {
    let text = asked.header("cf-access-jwt-assertion")?;
    Some((text, context.access()?))
}

/// Who was let in. Nothing that is said is believed before the signature is.
pub(super) async fn verify(
    access: &Access,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Actor, Denied> {
    let assertion = Assertion::new(text).map_err(|why| Denied::failed(None, &why))?;
    let key = certs::key(&access.team, assertion.key_id(), now)
        .await
        .map_err(|certs::Unreachable| Denied::Trouble(unreachable()))?
        .ok_or_else(|| {
            Denied::failed(
                None,
                &"expected an assertion that our team has signed, found an unknown key",
            )
        })?;
    let is_signed =
        key.has_signed(&assertion).await.map_err(|_| Denied::Trouble(Refusal::fault()))?;
    if !is_signed {
        return Err(Denied::failed(
            None,
            &"expected an assertion that our team has signed, found a wrong signature",
        ));
    }
    let claims = assertion.claims().map_err(|why| Denied::failed(None, &why))?;
    let expected = Expected { team: &access.team, audience: &access.audience };
    let identity = claims.identify(expected, now).map_err(|why| Denied::failed(None, &why))?;
    Ok(Actor::signed_on(identity))
}

fn unreachable() -> Refusal {
    Refusal::new(
        Kind::Fault,
        "expected the keys of single sign-on, found that their team cannot be reached; nothing was \
         changed",
    )
    .with_help("use a token until then")
}
