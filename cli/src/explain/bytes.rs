//! The bytes of an answer, as they look in a terminal.

use std::fmt::Write as _;

use super::answered::Answered;

/// The status line, the headers and the body.
pub(super) fn bytes(answered: &Answered) -> String {
    let answer = &answered.answer;
    let mut text = format!("HTTP/1.1 {}\n", status(answer.status));
    for (name, value) in &answer.headers {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{name}: {value}");
    }
    if !answered.is_head && !answer.body.is_empty() {
        // Segments of HL7 end in a carriage return alone, which would send the cursor back.
        let body = folded(&answer.body.replace("\r\n", "\n").replace('\r', "\n"));
        let _ = write!(text, "\n{}\n", body.trim_end_matches('\n'));
    }
    text
}

pub(super) fn status(status: u16) -> String {
    let phrase = match status {
        200 => "OK",
        204 => "No Content",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => return status.to_string(),
    };
    format!("{status} {phrase}")
}

/// The page's style and script, which are most of it and the same for everybody, as `…`.
fn folded(body: &str) -> String {
    ["style", "script"].iter().fold(body.to_owned(), |body, element| fold(&body, element))
}

fn fold(body: &str, element: &str) -> String {
    let fold = || {
        let opening = body.find(&format!("<{element}"))?;
        let inside = opening + body[opening..].find('>')? + 1;
        let closing = inside + body[inside..].find(&format!("</{element}>"))?;
        Some(format!("{}…{}", &body[..inside], &body[closing..]))
    };
    fold().unwrap_or_else(|| body.to_owned())
}
