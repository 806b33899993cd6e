//! The banner: its files are below the prefix, and it is written into pages.

use answer::banner::{Dismissed, Page, Style, banner};
use schedule::Request as Asked;

use crate::{
    address, clock, held,
    request::{Headers, Request},
};

/// Whether a path below `prefix` is that of one of the banner's files.
pub(crate) fn is_file(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix)
        .is_some_and(|below| below == "/banner.js" || below.starts_with("/banner/"))
}

/// See [`crate::below`].
pub(crate) fn below(request: &Request) -> String {
    let url = request.url();
    let path = address::parts(&url).0.path;
    held::with(|held| {
        let prefix = held.map_or("", |held| held.gate.timeline().edge.prefix.as_str());
        path.strip_prefix(prefix).unwrap_or(path).to_owned()
    })
}

/// See [`crate::banner`].
pub(crate) fn markup(request: &Request, page: &PageSays<'_>) -> Option<String> {
    held::with(|held| {
        let held = held?;
        let url = request.url();
        let (target, query) = address::parts(&url);
        let (method, headers) = (request.method(), request.headers());
        let header = |name: &str| headers.value(name);
        let channel = held.gate.warns(&Asked::new(&method, target, query, &header))?;
        let now = clock::now(request).ok()?;
        let cookies = cookies(&headers);
        let page = Page {
            lang: page.lang,
            dismissed: Dismissed::of(&cookies),
            style: match page.style {
                None => Style::Forbidden,
                Some("") => Style::Linked,
                Some(text) => Style::Inline(text),
            },
            nonce: page.nonce,
            script: page.script,
            zone: page.zone,
            version: page.version,
        };
        banner(held.gate.timeline(), held.revision, channel, &page, now)
    })
}

/// What `js/banner.js` has found out about a page.
#[derive(Debug)]
pub(crate) struct PageSays<'a> {
    pub(crate) lang: &'a str,
    pub(crate) style: Option<&'a str>,
    pub(crate) nonce: Option<&'a str>,
    pub(crate) script: bool,
    pub(crate) zone: &'a str,
    pub(crate) version: &'a str,
}

fn cookies(headers: &Headers) -> String {
    headers.value("cookie").unwrap_or_default()
}
