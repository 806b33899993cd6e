//! Writes from other sites' pages.

use admin::Kind;
use credential::foreign;

use crate::{asked::Asked, refusal::Refusal};

/// Makes sure that a write was not sent by another site's page.
///
/// # Errors
///
/// A refusal with 403.
pub(crate) fn check(asked: &Asked) -> Result<(), Refusal> {
    let (origin, site) = (asked.header("origin"), asked.header("sec-fetch-site"));
    foreign::check(origin.as_deref(), site.as_deref(), &asked.host)
        .map_err(|foreign| Refusal::new(Kind::Forbidden, foreign.to_string()))
}
