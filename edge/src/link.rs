//! `bypass`: a signed link becomes a cookie.

use answer::Answer;
use bypass::{Host, Link, cookie};
use chrono::{DateTime, Utc};

use crate::held;

/// Gives whoever opens a link the cookie that it stands for, and sends them on.
pub(crate) fn open(host: &str, query: &str, now: DateTime<Utc>) -> Answer {
    held::with_bypass(|bypass| {
        // As if it were not there: whether links are in use is nobody's business.
        let Some(secret) = bypass.secret() else { return Answer::not_found() };
        let Ok(host) = host.parse::<Host>() else {
            return Answer::bad_request("This address names no host that a link could be for.");
        };
        match Link::verify(secret, &host, query, now) {
            Ok(pass) => go(pass.to().as_str(), pass.set_cookie()),
            Err(refused) => Answer::forbidden(&refused.to_string()),
        }
    })
}

/// Takes the cookie back.
pub(crate) fn forget() -> Answer {
    go("/", cookie::CLEAR)
}

/// 303, so that nothing is sent again; and nobody learns the link from a `Referer`.
fn go(to: &str, set_cookie: &str) -> Answer {
    Answer {
        status: 303,
        headers: vec![
            ("Location", to.to_owned()),
            ("Set-Cookie", set_cookie.to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
        ],
        body: String::new(),
    }
}
