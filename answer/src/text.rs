//! The 503 as plain text: for logs, monitors, scripts, and whatever is not known better.

use chrono::SecondsFormat;
use schedule::Closing;

use crate::words;

/// Five short lines, because partners' software puts them into a log or an error message whole.
pub(crate) fn body(closing: &Closing<'_>) -> String {
    let timeline = closing.timeline();
    let service = &timeline.service;
    let window = closing.occurrence().window.as_str();
    let again = match closing.reopens {
        Some(reopens) => format!(
            " Send it again after {}.",
            reopens.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true)
        ),
        None => " Send it again later.".to_owned(),
    };
    format!(
        "503 {title}\n{message}\nThis request was NOT processed.{again}\n{outlook}\n\
         Window: {window}\nStatus: {status}\n",
        title = service.title,
        message = service.message,
        outlook = words::outlook(closing),
        status = words::address(timeline, &words::window_document(closing.occurrence())),
    )
}
