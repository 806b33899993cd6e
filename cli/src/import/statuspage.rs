//! Statuspage's `scheduled-maintenances.json`, as its own pages and those of others write it.

use chrono::{DateTime, Datelike, FixedOffset};
use schedule::{Length, Timeline};
use serde::Deserialize;
use serde_json::Value;

use super::{
    event::{Event, Key, State, Untaken, When},
    plain,
    why::Why,
};

/// A page with its maintenances, each as it came: one that cannot be read does not hide the others.
#[derive(Debug, Deserialize)]
pub(super) struct Statuspage {
    #[serde(default)]
    page: Option<Page>,
    /// Of `summary.json`.
    #[serde(default)]
    components: Option<Vec<Component>>,
    scheduled_maintenances: Vec<Value>,
}

#[derive(Debug, Deserialize)]
struct Page {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    time_zone: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Component {
    name: String,
    /// One that only holds others together.
    #[serde(default)]
    group: Option<bool>,
}

#[derive(Debug, Deserialize)]
struct Maintenance {
    id: String,
    #[serde(default)]
    name: Option<String>,
    status: String,
    #[serde(default)]
    impact: Option<String>,
    #[serde(default)]
    scheduled_for: Option<String>,
    #[serde(default)]
    scheduled_until: Option<String>,
    /// When it was over, which is asked for where nobody had said when it would be.
    #[serde(default)]
    resolved_at: Option<String>,
    #[serde(default)]
    components: Option<Vec<Component>>,
    #[serde(default)]
    incident_updates: Option<Vec<Update>>,
}

#[derive(Debug, Deserialize)]
struct Update {
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    created_at: Option<String>,
    #[serde(default)]
    affected_components: Option<Vec<Component>>,
}

impl Statuspage {
    pub(super) fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    pub(super) fn len(&self) -> usize {
        self.scheduled_maintenances.len()
    }

    pub(super) fn name(&self) -> Option<&str> {
        self.page.as_ref()?.name.as_deref().filter(|name| !name.trim().is_empty())
    }

    pub(super) fn zone(&self) -> Option<&str> {
        self.page.as_ref()?.time_zone.as_deref().filter(|zone| !zone.is_empty())
    }

    /// What the page lists, whether something is planned for it or not.
    pub(super) fn objects(&self) -> Vec<String> {
        names(self.components.iter().flatten())
    }

    pub(super) fn events(&self, length: Option<Length>) -> Vec<Result<Event, Untaken>> {
        self.scheduled_maintenances.iter().map(|value| event(value, length)).collect()
    }
}

fn names<'a>(components: impl Iterator<Item = &'a Component>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for component in components.filter(|component| component.group != Some(true)) {
        let name = plain::line(&component.name);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn event(value: &Value, length: Option<Length>) -> Result<Event, Untaken> {
    let called = ["name", "id"].iter().find_map(|key| value.get(key)?.as_str());
    let name = called.map_or_else(|| "a maintenance".to_owned(), plain::line);
    let untaken = |why| Untaken::one(name.clone(), why);
    let maintenance = Maintenance::deserialize(value).map_err(|error| {
        let (expected, found) = ("an object as Statuspage's", error.to_string());
        untaken(Why::Malformed { key: "scheduled_maintenances", expected, found })
    })?;
    let read = maintenance.read(name.clone(), length);
    read.map_err(untaken)
}

impl Maintenance {
    fn read(self, name: String, length: Option<Length>) -> Result<Event, Why> {
        let state = match self.status.as_str() {
            "scheduled" => State::Planned,
            "in_progress" | "verifying" => State::Open,
            "completed" => State::Over,
            status => return Err(Why::UnknownStatus { status: plain::line(status) }),
        };
        let start = instant("scheduled_for", self.scheduled_for.as_deref())?;
        let start = start.ok_or(Why::Missing { key: "scheduled_for" })?;
        let resolved = self.resolved_at.filter(|_| state == State::Over);
        let until = self.scheduled_until.or(resolved);
        let mut notes = Vec::new();
        let end = match (instant("scheduled_until", until.as_deref())?, length) {
            (Some(end), _) => end,
            (None, Some(length)) => {
                notes.push(format!("its end is not said; it takes {length}, by `--for`"));
                start + length.to_delta()
            }
            (None, None) => return Err(Why::NoEnd { key: "scheduled_until" }),
        };
        if self.status == "verifying" {
            notes.push("it is being verified; the window ends as it was planned".to_owned());
        }
        let updates = self.incident_updates.unwrap_or_default();
        let mut left_out = Vec::new();
        if let Some(impact) = self.impact.filter(|impact| impact != "maintenance") {
            left_out.push(format!("impact `{}`", plain::line(&impact)));
        }
        if updates.len() > 1 {
            let s = if updates.len() == 2 { "" } else { "s" };
            left_out.push(format!("{} earlier update{s}", updates.len() - 1));
        }
        // Texts in RFC 3339 of one page have the same form, so that they sort by their time; where
        // two have the same, the first is the newest.
        let newest = updates.iter().rev().max_by_key(|update| update.created_at.as_deref());
        let mut objects = names(self.components.iter().flatten());
        if objects.is_empty() {
            let affected = newest.and_then(|update| update.affected_components.as_ref());
            objects = names(affected.into_iter().flatten());
        }
        let body = newest.and_then(|update| update.body.as_deref());
        Ok(Event {
            key: Key { name: self.id.clone(), unique: self.id },
            summary: self.name.map(|name| plain::line(&name)).filter(|name| !name.is_empty()),
            name,
            series: None,
            parts: 1,
            objects,
            when: When::Once { start, end },
            state,
            comments: body
                .map(plain::of_html)
                .filter(|body| !body.is_empty())
                .into_iter()
                .collect(),
            notes,
            left_out,
        })
    }
}

fn instant(key: &'static str, text: Option<&str>) -> Result<Option<DateTime<FixedOffset>>, Why> {
    let Some(text) = text else { return Ok(None) };
    let instant = DateTime::parse_from_rfc3339(text).map_err(|_| Why::Malformed {
        key,
        expected: "an instant such as `2025-02-06T19:00:00.000-06:00`",
        found: plain::line(text),
    })?;
    match Timeline::YEARS.contains(&instant.year()) {
        true => Ok(Some(instant)),
        false => Err(Why::out_of_years(key, text, instant.year())),
    }
}
