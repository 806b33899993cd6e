//! A message in a shape of the subscriber's own.

use std::fmt;

use schedule::Service;
use serde_json::Value;

use crate::{
    Event,
    cloud_event::reason,
    event::{link, written},
    said::said,
};

/// A JSON object in whose texts names in braces stand for what happened.
///
/// | name | what |
/// | --- | --- |
/// | `{said}` | all of it in one sentence |
/// | `{service}` | what the service is called |
/// | `{event}` | the word for what happened, such as `extended` |
/// | `{window}`, `{channels}`, `{reason}`, `{summary}` | which window, over which channels, why, for what |
/// | `{start}`, `{end}` | in RFC 3339, UTC |
/// | `{link}` | the page about the window, where the service's address is known |
///
/// What there is none of is empty. Only texts are filled, after they were read: nothing that an operator
/// writes into a summary becomes a part of the document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Template {
    document: Value,
}

const NAMES: [&str; 10] =
    ["said", "service", "event", "window", "channels", "reason", "summary", "start", "end", "link"];

/// Bytes.
const LONGEST: usize = 8000;

/// Names in all of it: a message is written with the revision that it is about, and one that is too large to be
/// kept would keep the revision from being published.
const MOST: usize = 50;

impl Template {
    /// # Errors
    ///
    /// When it is no JSON object, too long, or has too many names, or one that stands for nothing.
    pub fn read(text: &str) -> Result<Self, TemplateError> {
        if text.len() > LONGEST {
            return Err(TemplateError::Long);
        }
        let document: Value = serde_json::from_str(text)
            .map_err(|error| TemplateError::NoJson { why: error.to_string() })?;
        if !document.is_object() {
            return Err(TemplateError::NoObject);
        }
        let (mut count, mut unknown) = (0, None);
        every_text(&document, &mut |text| {
            count += names(text).count();
            let found = names(text).find(|name| !NAMES.contains(name));
            unknown = unknown.take().or_else(|| found.map(str::to_owned));
        });
        match unknown {
            Some(found) => Err(TemplateError::Unknown { found }),
            None if count > MOST => Err(TemplateError::Many { count }),
            None => Ok(Self { document }),
        }
    }

    pub fn document(&self) -> &Value {
        &self.document
    }

    /// As it was given, but for spaces between its parts.
    pub fn text(&self) -> String {
        self.document.to_string()
    }

    /// The message for an event; `escaped` is what a text needs that is filled in.
    pub(crate) fn filled(
        &self,
        event: &Event,
        service: &Service,
        prefix: &str,
        escaped: fn(&str) -> String,
    ) -> String {
        let about = event.about.as_ref();
        let value = |name: &str| -> String {
            let own = match name {
                "said" => Some(said(event, service)),
                "service" => Some(service.name.clone()),
                "event" => Some(event.occasion.as_str().to_owned()),
                "window" => about.map(|about| about.window.as_str().to_owned()),
                "channels" => about.map(|about| {
                    let names: Vec<_> = about.channels.iter().map(|(_, name)| &**name).collect();
                    names.join(", ")
                }),
                "reason" => about.map(|about| reason(about.reason).to_owned()),
                "summary" => about.and_then(|about| about.summary.clone()),
                "start" => about.map(|about| written(about.start.to_utc())),
                "end" => about.and_then(|about| about.end).map(|end| written(end.to_utc())),
                // An address is no words, and nothing in it is the operator's.
                _ => return link(event, service, prefix).unwrap_or_default(),
            };
            escaped(&own.unwrap_or_default())
        };
        filled(&self.document, &value).to_string()
    }
}

fn filled(part: &Value, value: &impl Fn(&str) -> String) -> Value {
    match part {
        Value::String(text) => Value::String(fill(text, value)),
        Value::Array(parts) => parts.iter().map(|part| filled(part, value)).collect(),
        Value::Object(parts) => {
            parts.iter().map(|(key, part)| (key.clone(), filled(part, value))).collect()
        }
        other => other.clone(),
    }
}

/// In one go: what is filled in is not looked through for names.
fn fill(text: &str, value: &impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, name, after)) = next(rest) {
        filled += before;
        filled += &value(name);
        rest = after;
    }
    filled + rest
}

fn every_text(part: &Value, look: &mut impl FnMut(&str)) {
    match part {
        Value::String(text) => look(text),
        Value::Array(parts) => parts.iter().for_each(|part| every_text(part, look)),
        Value::Object(parts) => parts.values().for_each(|part| every_text(part, look)),
        _ => {}
    }
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, name, after) = next(rest)?;
        rest = after;
        Some(name)
    })
}

/// What is before the first name in braces, the name, and what is after it. Braces around anything but small
/// letters are braces.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text.get(from..)?.find('{').map(|place| from + place) {
        let inside = text.get(open + 1..)?;
        let length = inside.bytes().take_while(u8::is_ascii_lowercase).count();
        let (name, after) = inside.split_at_checked(length)?;
        match after.strip_prefix('}') {
            Some(after) if length > 0 => return Some((text.get(..open)?, name, after)),
            _ => from = open + 1,
        }
    }
    None
}

/// Why there cannot be such a template.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum TemplateError {
    Long,
    NoJson { why: String },
    NoObject,
    Unknown { found: String },
    Many { count: usize },
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Long => write!(f, "at `template`: expected {LONGEST} bytes at most, found more"),
            Self::NoJson { why } => write!(f, "at `template`: expected JSON, found none: {why}"),
            Self::NoObject => {
                f.write_str("at `template`: expected a JSON object, found another value")
            }
            Self::Many { count } => {
                write!(f, "at `template`: expected {MOST} names in braces at most, found {count}")
            }
            Self::Unknown { found } => {
                let known = NAMES.map(|name| format!("{{{name}}}")).join("`, `");
                write!(f, "at `template`: expected one of `{known}`, found `{{{found}}}`")
            }
        }
    }
}

impl std::error::Error for TemplateError {}
