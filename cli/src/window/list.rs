//! `intermission window list` and `show`.

use admin::Window;
use chrono::{DateTime, Utc};

use super::{
    arguments::{List, Show},
    candidate,
    error::listed,
    machine,
    repeated::{standing, stretch},
    situation::Situation,
    spoken::Spoken,
};
use crate::{clock, failure::Failure, keeper, page, said::Said};

/// Lists the windows that are not over, or all of them.
pub(super) fn list(options: &List) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let mut windows = client.windows()?;
    if !options.all {
        windows.windows.retain(|window| !candidate::is_over(window));
    }
    // Those that are open first, and then as they come.
    windows.windows.sort_by_key(|window| (rank(window), start(window)));
    if options.json {
        return Ok(Said::json(&windows));
    }
    Ok(Said::text(table(&windows.windows, clock::now())))
}

/// Shows a window by everybody's clocks, with the steps that may follow.
pub(super) fn show(options: &Show) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let situation = Situation::look(&client, clock::now())?;
    let window = match &options.window {
        Some(id) => client.window(id)?,
        None => candidate::only(&situation.windows, None).map_err(Failure::Window)?.clone(),
    };
    if options.json {
        return Ok(Said::json(&window));
    }
    let label = &situation.schedule.service().label;
    let spoken = Spoken { zone: situation.zone, label, machine: machine::zone() };
    Ok(Said::text(one(&window, spoken, situation.now)))
}

fn start(window: &Window) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(&window.start).ok().map(|start| start.to_utc())
}

fn rank(window: &Window) -> u8 {
    match &*window.phase {
        "overrun" => 0,
        "active" => 1,
        "imminent" | "announced" | "scheduled" => 2,
        _ => 3,
    }
}

fn table(windows: &[Window], now: DateTime<Utc>) -> String {
    if windows.is_empty() {
        return "no window is open or to come\n".to_owned();
    }
    let entry = |window: &Window| {
        let standing = stretch(window).map(|stretch| standing(window, stretch, now));
        let standing = standing.unwrap_or_else(|| window.phase.clone());
        page::fill(&format!("{}, {standing}", window.id), "", "  ")
            + &page::fill(&window.said, "  ", "  ")
            + &page::fill(&format!("over {}", listed(&window.channels)), "  ", "  ")
    };
    windows.iter().map(entry).collect()
}

fn one(window: &Window, spoken: Spoken<'_>, now: DateTime<Utc>) -> String {
    let reason = &window.reason;
    let mut text = format!("{}, {reason}\n", window.id);
    if let Some(summary) = &window.summary {
        text += &page::fill(summary, "  ", "  ");
    }
    if let Some(of) = &window.of {
        text += &page::item(&format!("it recurs; this is the one of {of}"));
    }
    if let Some(stretch) = stretch(window) {
        text.extend(spoken.lines(stretch).iter().map(|line| page::item(line)));
        text += &page::item(&standing(window, stretch, now));
    }
    text += &page::item(&format!("over {}", listed(&window.channels)));
    text += &match window.steps.is_empty() {
        true => page::item("nothing may follow"),
        false => page::item(&format!("what may follow: {}", window.steps.join(", "))),
    };
    text
}
