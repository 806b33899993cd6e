//! An answer as it came, and whether it is one of the keeper.

use admin::{Kind, Problem};
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use ureq::http::{HeaderMap, HeaderName, header, response::Parts};

use super::{Address, KeeperError, Published, Refusal, foreign::Foreign};

/// An answer as it came.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// The media type without its parameters, in lower case.
    media: String,
    location: Option<String>,
    retry_after: Option<u64>,
    /// By the clock of whoever answered, to the second.
    pub(super) date: Option<DateTime<Utc>>,
    /// What it is known by.
    tag: Option<String>,
    /// Whether the gate gave it: it names the page about the downtime.
    pub(super) is_of_the_gate: bool,
    body: String,
}

impl Answer {
    pub(super) fn new(head: &Parts, body: &[u8]) -> Self {
        let field = |name: HeaderName| text(&head.headers, &name);
        let media = field(header::CONTENT_TYPE).unwrap_or_default();
        let links = head.headers.get_all(header::LINK).iter();
        Self {
            status: head.status.as_u16(),
            media: media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase(),
            location: field(header::LOCATION),
            retry_after: field(header::RETRY_AFTER).and_then(|text| text.trim().parse().ok()),
            date: field(header::DATE)
                .and_then(|date| DateTime::parse_from_rfc2822(&date).ok())
                .map(|date| date.to_utc()),
            tag: field(header::ETAG),
            is_of_the_gate: links
                .filter_map(|link| link.to_str().ok())
                .any(|link| link.contains("rel=\"status\"")),
            body: String::from_utf8_lossy(body).into_owned(),
        }
    }

    /// What the keeper says, if it is the keeper who says it.
    pub(super) fn read<T: DeserializeOwned>(self, address: &Address) -> Result<T, KeeperError> {
        if !(200..300).contains(&self.status) {
            return Err(self.refusal(address));
        }
        if self.media != "application/json" {
            return Err(self.foreign(address));
        }
        serde_json::from_str(&self.body).map_err(|error| KeeperError::Unreadable {
            host: address.host().to_owned(),
            status: self.status,
            error: error.to_string(),
        })
    }

    /// A public document as it came.
    pub(super) fn published(self, address: &Address) -> Result<Published, KeeperError> {
        let text = match self.status {
            304 => None,
            200 if self.media == "application/json" => Some(self.body),
            200 => return Err(self.foreign(address)),
            _ => return Err(self.refusal(address)),
        };
        Ok(Published { text, tag: self.tag, date: self.date })
    }

    fn refusal(self, address: &Address) -> KeeperError {
        let problem = match &*self.media {
            "application/problem+json" => serde_json::from_str::<Problem>(&self.body).ok(),
            _ => None,
        };
        // Others speak of problems in the same form; a newer keeper may have kinds that are new.
        let ours = |problem: &Problem| {
            let pages = format!("{}/problems/", address.prefix());
            Kind::from_address(&problem.kind).is_some() || problem.kind.contains(&pages)
        };
        match problem.filter(ours) {
            None => self.foreign(address),
            Some(problem) => KeeperError::Refused(Box::new(Refusal {
                address: address.clone(),
                kind: Kind::from_address(&problem.kind),
                status: self.status,
                problem,
                retry_after: self.retry_after,
                base: None,
                newer: None,
                source: None,
            })),
        }
    }

    fn foreign(self, address: &Address) -> KeeperError {
        KeeperError::NotOurs(Box::new(Foreign {
            address: address.clone(),
            status: self.status,
            title: match &*self.media {
                "text/html" | "application/xhtml+xml" => title(&self.body),
                _ => None,
            },
            media: self.media,
            location: self.location,
            is_of_the_gate: self.is_of_the_gate,
        }))
    }
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(ToOwned::to_owned)
}

/// The title of a page, in one line and not too long, without what a terminal would obey.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let open = lower.find("<title")?;
    let start = open + lower[open..].find('>')? + 1;
    let end = start + lower[start..].find("</title")?;
    let words: Vec<&str> = page[start..end].split_whitespace().collect();
    let plain = words.join(" ").chars().filter(|c| !c.is_control()).take(80).collect::<String>();
    Some(plain).filter(|title| !title.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_pages() {
        let table = [
            ("<html><head><TITLE>\n Sign in </TITLE>", Some("Sign in")),
            ("<title lang=en>404 &middot; Not found</title>", Some("404 &middot; Not found")),
            ("<title>\u{1b}[31mred\u{7}</title>", Some("[31mred")),
            ("<title></title>", None),
            ("<title>never ends", None),
            ("<title", None),
            ("İ<title>one</title>", Some("one")),
            ("no page at all", None),
        ];
        for (page, expected) in table {
            assert_eq!(title(page).as_deref(), expected, "{page}");
        }
    }
}
