//! Writes that another site's page sends with the browser of somebody who may.
//!
//! Single sign-on sits in front of us and knows people by a cookie, so that a browser adds it to
//! whatever any page sends. Browsers also say where a request comes from, and no page can change
//! what they say.

use std::fmt;

/// Why a write is not accepted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Foreign {
    /// `Origin` is another host, or the browser does not tell it.
    Origin,
    /// `Sec-Fetch-Site` is not one of ours.
    Site,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Origin => {
                "expected a write from a page of this host or from a program, found one with an \
                 `Origin` of another host"
            }
            Self::Site => {
                "expected a write from a page of this host or from a program, found one that \
                 another site's page sent (`Sec-Fetch-Site`)"
            }
        })
    }
}

impl std::error::Error for Foreign {}

/// Makes sure that a write comes from a page of `host` (with its port, where there is one) or from
/// no page at all, by the values of `Origin` and `Sec-Fetch-Site`.
///
/// A page of the same host over another scheme is told by `Sec-Fetch-Site`, which counts schemes
/// as sites; `Origin` alone is compared by host, because behind a proxy nobody knows the scheme.
///
/// # Errors
///
/// When it comes from elsewhere.
pub fn check(origin: Option<&str>, fetch_site: Option<&str>, host: &str) -> Result<(), Foreign> {
    if !origin.is_none_or(|origin| is_own(origin.trim(), host.trim())) {
        return Err(Foreign::Origin);
    }
    // `none`: a person typed the address.
    match fetch_site.map(str::trim) {
        None | Some("same-origin" | "none") => Ok(()),
        Some(_) => Err(Foreign::Site),
    }
}

fn is_own(origin: &str, host: &str) -> bool {
    [("https://", ":443"), ("http://", ":80")].into_iter().any(|(scheme, port)| {
        origin.strip_prefix(scheme).is_some_and(|origin| {
            let [origin, host] = [origin, host].map(|text| text.strip_suffix(port).unwrap_or(text));
            !host.is_empty() && origin.eq_ignore_ascii_case(host)
        })
    })
}
