//! A token in a header: RFC 6750.

/// The challenge of an answer with status 401, for `WWW-Authenticate`, where nothing was sent.
pub const CHALLENGE: &str = r#"Bearer realm="intermission""#;

/// The challenge where something was sent that opens nothing.
pub const CHALLENGE_INVALID: &str = r#"Bearer realm="intermission", error="invalid_token""#;

/// The challenge where somebody known may not do this, with status 403.
pub const CHALLENGE_INSUFFICIENT: &str =
    r#"Bearer realm="intermission", error="insufficient_scope""#;

/// The token in the value of `Authorization`; `None` when it is of another scheme.
///
/// The scheme is compared without case (RFC 9110 section 11.1), and blanks around the token are not
/// part of it.
///
/// # Examples
///
/// ```
/// use credential::bearer;
///
/// assert_eq!(bearer::token("Bearer abc"), Some("abc"));
/// assert_eq!(bearer::token("Basic YTpi"), None);
/// ```
pub fn token(authorization: &str) -> Option<&str> {
    let authorization = authorization.trim();
    let (scheme, token) = authorization.split_once(' ').unwrap_or((authorization, ""));
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
