//! All of what is seen, in lines.

use anstyle::{AnsiColor, Style};
use schedule::{
    Disposition, Phase,
    speech::{Language, Speech},
};

use super::{
    change::named,
    seen::{Channel, Seen},
    standing,
};
use crate::countdown;
use chrono::TimeDelta;

/// A line, and how it is drawn.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) style: Style,
}

impl Line {
    fn plain(text: String) -> Self {
        Self { text, style: Style::new() }
    }
}

/// The service and its revision, a line for each channel, and one for each window.
pub(super) fn lines(seen: &Seen) -> Vec<Line> {
    let timeline = &seen.timeline;
    let service = &timeline.service;
    let now = Speech::new(Language::English, service.label()).moment(service.at(seen.now));
    let mut lines = vec![
        Line { text: format!("{}, {now}", service.name), style: Style::new().bold() },
        Line::plain(format!("the edge decides by {}{}", named(seen.revision()), age(seen))),
        Line::plain(String::new()),
    ];
    let width = timeline.channels.iter().map(|channel| channel.id.len()).max().unwrap_or(0);
    lines.extend(timeline.channels.iter().map(|channel| Line {
        text: format!("{:width$}  {}", channel.id, standing::channel(channel, seen)),
        style: style(channel),
    }));
    lines.push(Line::plain(String::new()));
    lines.extend(timeline.windows.iter().map(|window| {
        let standing = standing::window(window, service, seen.now);
        Line::plain(format!("{}, {standing}", window.id))
    }));
    if timeline.windows.is_empty() {
        lines.push(Line::plain("nothing is announced".to_owned()));
    }
    lines
}

fn age(seen: &Seen) -> String {
    match seen.health.age.and_then(|age| i64::try_from(age).ok()).and_then(TimeDelta::try_seconds) {
        Some(age) if age < TimeDelta::seconds(1) => ", confirmed just now".to_owned(),
        Some(age) => format!(", confirmed {} ago", countdown::about(age)),
        None if seen.revision().is_some_and(|revision| revision > 0) => {
            ", which the keeper has not confirmed yet".to_owned()
        }
        None => String::new(),
    }
}

fn style(channel: &Channel) -> Style {
    let closed = channel.phase.is_some_and(Phase::is_closed);
    let colour = match (closed, channel.disposition) {
        (true, Disposition::Unavailable) => AnsiColor::Red,
        (true, Disposition::ReadOnly | Disposition::Hold) => AnsiColor::Yellow,
        _ => AnsiColor::Green,
    };
    Style::new().fg_color(Some(colour.into()))
}
