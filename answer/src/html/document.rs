//! A whole page around its content, and the headers that it is sent with.

use catalogue::Language;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Times, times};

/// The page runs our script and asks only its own host. The hashes are those of [`style`] and
/// [`script`], as a test shows. Frames are the service's own: some applications are made of them.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'sha256-vokBA1vXQa58rofB9R+aOr40bMRWThSZmAnmwoJv7ms='; \
    style-src 'sha256-/8UzHao2t9t8HKJVLrzJmo0VN/sKQmEP4337ZposKmw='; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// What a page is sent with besides what every answer is.
pub(crate) fn headers() -> [(&'static str, String); 2] {
    [
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY.to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ]
}

/// A page of ours.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) language: Language,
    pub(crate) title: &'a str,
    /// What else stands in its head.
    pub(crate) head: Option<&'a Markup>,
    pub(crate) content: &'a Markup,
    pub(crate) times: Option<Times<'a>>,
    pub(crate) watch: Option<Watch<'a>>,
}

/// What the script looks at, to see whether the service is back.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Watch<'a> {
    /// The state of a channel.
    Status(Status<'a>),
    /// The page that was wanted, which nothing but asking for it tells about.
    Page,
}

/// The state of a channel, in `timeline.json` on the page's own host, because the policy allows no
/// other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Status<'a> {
    /// Of the path.
    pub(crate) prefix: &'a str,
    pub(crate) channel: &'a str,
    /// The window whose end counts.
    pub(crate) window: &'a str,
    /// Whether something was sent, so that the page must not be loaded again by itself.
    pub(crate) sent: bool,
}

impl Document<'_> {
    /// Deliberately not well-formed XML (`<meta>` is not closed): one SOAP library takes a
    /// well-formed page for an empty success, and a record is lost.
    pub(crate) fn written(&self) -> String {
        let times = self.times.as_ref();
        let (status, outage) = match &self.watch {
            Some(Watch::Status(status)) => (Some(status), false),
            Some(Watch::Page) => (None, true),
            None => (None, false),
        };
        let page = html! {
            (DOCTYPE)
            html lang=(self.language.tag()) dir=(self.language.direction().as_str()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    @if let Some(head) = self.head { (head) }
                    style { (PreEscaped(style())) }
                }
                body {
                    main
                        data-start=[times.map(|times| times::machine(times.start))]
                        data-end=[times.and_then(|times| times.end).map(times::machine)]
                        data-status=[status.map(|status| format!("{}/timeline.json", status.prefix))]
                        data-channel=[status.map(|status| status.channel)]
                        data-window=[status.map(|status| status.window)]
                        data-sent=[status.and_then(|status| status.sent.then_some("true"))]
                        data-outage=[outage.then_some("true")]
                    { (self.content) }
                    script { (PreEscaped(script())) }
                }
            }
        };
        let mut page = page.into_string();
        // HTML knows no way to write them, and whoever typed one did not mean to.
        page.retain(|c| c == '\n' || !c.is_control());
        page
    }
}

fn style() -> &'static str {
    without_header(include_str!("../page.css"))
}

fn script() -> &'static str {
    without_header(include_str!("../page.js"))
}

/// A file without the comment that opens it, which is for us.
fn without_header(file: &'static str) -> &'static str {
    file.split_once("*/\n").map_or(file, |(_, rest)| rest)
}
