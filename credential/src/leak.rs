//! Secrets where they end up in logs.

use std::fmt;

use crate::token::PREFIX;

/// A secret in the address of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Leaked;

impl fmt::Display for Leaked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "expected the token in the header `Authorization: Bearer …`, found one in the address, \
             where every log on the way has it now",
        )
    }
}

impl std::error::Error for Leaked {}

/// Makes sure that no token is in a query, whose parameters are given decoded: neither in the one
/// that RFC 6750 section 2.3 allows, nor anything that looks like a token of ours.
///
/// # Errors
///
/// When there is one, whether it would open something or not.
pub fn check<'a>(query: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<(), Leaked> {
    let is_leak = query
        .into_iter()
        .any(|(name, value)| name == "access_token" || is_token(name) || is_token(value));
    if is_leak { Err(Leaked) } else { Ok(()) }
}

fn is_token(text: &str) -> bool {
    text.trim_start().starts_with(PREFIX)
}
