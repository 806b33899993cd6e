//! The bytes that are sent instead of the origin's.

/// The bytes that are sent instead of the origin's. The runtime adds `Content-Length`, and leaves
/// the body out for `HEAD`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Answer {
    pub status: u16,
    /// In the order in which they are sent; no name comes twice.
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl Answer {
    /// A document of ours: readable from every origin, and asked for anew each time, because what it
    /// says changes with the clock.
    pub(crate) fn document(content_type: &'static str, body: String) -> Self {
        Self::cached(content_type, "no-cache", body)
    }

    /// The same for what others may keep for some seconds, because it says nothing that is meant for one
    /// reader alone.
    pub(crate) fn shared(content_type: &'static str, seconds: u32, body: String) -> Self {
        Self::cached(content_type, &format!("public, max-age={seconds}"), body)
    }

    /// The same with another word on how long it may be kept.
    pub(crate) fn cached(content_type: &'static str, cache: &str, body: String) -> Self {
        let mut headers = vec![
            ("Content-Type", content_type.to_owned()),
            ("Cache-Control", cache.to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Access-Control-Allow-Origin", "*".to_owned()),
        ];
        if cache != "no-store" {
            // The time is what banners on other sites count by.
            headers.push(("Access-Control-Expose-Headers", "Date, ETag, Link".to_owned()));
        }
        Self { status: 200, headers, body }
    }

    /// For operators: why something cannot be done for the moment, as RFC 9457 writes it.
    pub fn problem(status: u16, document: String, seconds: u32) -> Self {
        Self {
            status,
            headers: vec![
                ("Content-Type", "application/problem+json".to_owned()),
                ("Cache-Control", "no-store".to_owned()),
                ("X-Content-Type-Options", "nosniff".to_owned()),
                ("Retry-After", seconds.to_string()),
            ],
            body: document,
        }
    }

    /// For addresses below our prefix that lead nowhere.
    pub fn not_found() -> Self {
        let body = "404 Not Found\nThere is no such maintenance page here.\n".to_owned();
        Self { status: 404, ..Self::document("text/plain; charset=utf-8", body) }
    }

    /// For a part of a document that there is not; `why` is a sentence that says which there are.
    pub fn no_such_part(why: &str) -> Self {
        let body = format!("404 Not Found\n{why}\n");
        Self { status: 404, ..Self::document("text/plain; charset=utf-8", body) }
    }

    /// For methods that our documents do not know.
    pub fn method_not_allowed() -> Self {
        let body = "405 Method Not Allowed\nThis page is only read: use GET or HEAD.\n".to_owned();
        let mut answer = Self { status: 405, ..Self::document("text/plain; charset=utf-8", body) };
        answer.headers.push(("Allow", "GET, HEAD".to_owned()));
        answer
    }

    /// For links that open nothing; `why` is a sentence that says what to do.
    pub fn forbidden(why: &str) -> Self {
        let body = format!("403 Forbidden\n{why}\n");
        Self { status: 403, ..Self::cached("text/plain; charset=utf-8", "no-store", body) }
    }

    /// For requests that met the very end of a window, and would get through now.
    pub fn try_again() -> Self {
        let body = "503 Service Unavailable\nThis was NOT processed. Send it again.\n".to_owned();
        let mut answer =
            Self { status: 503, ..Self::cached("text/plain; charset=utf-8", "no-store", body) };
        answer.headers.push(("Retry-After", "1".to_owned()));
        answer
    }

    /// For requests that cannot be understood; `why` is a sentence that says how to mend them.
    pub fn bad_request(why: &str) -> Self {
        let body = format!("400 Bad Request\n{why}\n");
        Self { status: 400, ..Self::document("text/plain; charset=utf-8", body) }
    }
}
