//! What is seen of a page: its content, a line a block, without the style and the script.

use answer::{Cause, Fate, Form, Language, Refusal, Sent, Site};
use schedule::{Decision, Gate, Reader, Request, Target};

/// Where the tests read our documents.
pub(crate) fn site(gate: &Gate) -> Site<'_> {
    Site { timeline: gate.timeline(), origin: "https://registry.example" }
}

/// The content of `<main>`, a line a block.
pub(crate) fn content(page: &str) -> String {
    let (_, rest) = page.split_once("<main").expect("a page has a main part");
    let (content, _) = rest.split_once("</main>").expect("it ends");
    let mut seen = format!("<main{content}");
    for block in ["p", "h1", "h2", "div", "dl", "ul", "li", "section"] {
        for end in [" ", ">"] {
            seen = seen.replace(&format!("<{block}{end}"), &format!("\n<{block}{end}"));
        }
    }
    seen + "\n"
}

/// The 503 for a request by `method` for `path` at an instant, which is closed then or opens step
/// by step.
#[track_caller]
pub(crate) fn refused(
    gate: &Gate,
    (method, path): (&str, &str),
    now: &str,
    language: Language,
) -> String {
    let target = Target { host: "registry.example", path };
    let now = now.parse().expect("the test gives an instant");
    let closing = match gate.decide(&Request::plain(method, target), now) {
        Decision::Closed(closing) | Decision::Reopening { closing, .. } => closing,
        other => panic!("{method} {path} is not closed at {now}: {other:?}"),
    };
    let reader = Reader::of(language, &gate.timeline().service);
    page(Cause::Window(closing), Sent::by(method), reader)
}

/// The 503 while the origin cannot be reached.
pub(crate) fn outage(gate: &Gate, channel: Option<usize>, fate: Fate, sent: Sent) -> String {
    let timeline = gate.timeline();
    let reader = Reader::of(Language::English, &timeline.service);
    page(Cause::Outage { timeline, channel, fate }, sent, reader)
}

fn page(cause: Cause<'_>, sent: Sent, reader: Reader<'_>) -> String {
    Refusal { cause, form: Form::Html, reader, sent, origin: None }.answer().body
}
