//! A link as it comes back.

use std::borrow::Cow;

use crate::Flaw;

/// The parameters of ours in the query of a request, decoded. Others may stand between them: mail
/// programs and trackers add theirs.
pub(crate) struct Query<'q> {
    pub(crate) expires: Cow<'q, str>,
    pub(crate) signature: Cow<'q, str>,
    pub(crate) to: Option<Cow<'q, str>>,
}

/// Bytes that are looked at. The longest link of ours has 3,200: a path of nothing but `%`.
const LONGEST: usize = 4096;

impl<'q> Query<'q> {
    /// `text` is with or without the `?` before it.
    pub(crate) fn parse(text: &'q str) -> Result<Self, Flaw> {
        if text.len() > LONGEST {
            return Err(Flaw::TooLong { bytes: text.len() });
        }
        let (mut expires, mut signature, mut to) = (None, None, None);
        let text = text.strip_prefix('?').unwrap_or(text);
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let (parameter, place) = match &*name {
                "expires" => ("expires", &mut expires),
                "signature" => ("signature", &mut signature),
                "to" => ("to", &mut to),
                _ => continue,
            };
            // Two readers could each take another one of them.
            if place.replace(value).is_some() {
                return Err(Flaw::Repeated { parameter });
            }
        }
        Ok(Self {
            expires: expires.ok_or(Flaw::Missing { parameter: "expires" })?,
            signature: signature.ok_or(Flaw::Missing { parameter: "signature" })?,
            to,
        })
    }
}
