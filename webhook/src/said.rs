//! An event in one sentence.

use schedule::{
    Service,
    speech::{Language, Speech},
};

use crate::{About, Event};

/// "ImmTrac2: `deployment` was extended: Thursday, …, 7:00 p.m. – 9:30 p.m. (CT) instead of …, over the
/// web application. Data fixes."
pub(crate) fn said(event: &Event, service: &Service) -> String {
    let Some(about) = &event.about else {
        return format!("{}: this webhook is tried, and works.", service.name);
    };
    let speech = Speech::new(Language::English, &service.label);
    let span = |start, end| match end {
        Some(end) => speech.span(start, end),
        None => speech.open_span(start),
    };
    let About { window, start, end, before, channels, summary, .. } = about;
    let instead = before.map(|(start, end)| format!(" instead of {}", span(start, end)));
    let names: Vec<&str> = channels.iter().map(|(_, name)| &**name).collect();
    let over = match names.split_last() {
        Some((last, [])) => format!(", over {last}"),
        Some((last, others)) => format!(", over {} and {last}", others.join(", ")),
        None => String::new(),
    };
    let summary = summary.as_ref().map(|summary| format!(" {summary}"));
    format!(
        "{}: `{}` {}: {}{}{over}.{}",
        service.name,
        window.as_str(),
        event.occasion.verb(),
        span(*start, *end),
        instead.unwrap_or_default(),
        summary.unwrap_or_default(),
    )
}
