//! Components and properties, as the library reads them.

use icalendar::parser;

use crate::import::plain;

/// A component with its properties, in their order; names in capitals.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Component {
    pub(super) name: String,
    pub(super) properties: Vec<Property>,
    pub(super) components: Vec<Component>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Property {
    pub(super) name: String,
    /// Texts without their escapes.
    pub(super) value: String,
    parameters: Vec<(String, String)>,
}

/// A property as it is repeated in messages.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) struct Value {
    pub(in crate::import) name: String,
    pub(in crate::import) text: String,
}

/// Why a text is no calendar.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) enum Malformed {
    /// A line that is none of a calendar, unfolded.
    Line(String),
    /// It stops before its end.
    CutOff,
}

/// Calendars nest three deep. The library descends with them, and would overflow its stack.
const DEEPEST: usize = 8;

pub(super) fn read(text: &str) -> Result<Vec<Component>, Malformed> {
    let mut calendars = Vec::new();
    for calendar in divided(text)? {
        let read = parser::read_calendar_simple(&calendar);
        let Ok(read) = read else { return Err(stumbled(&calendar)) };
        calendars.extend(read.iter().map(Component::of));
    }
    Ok(calendars)
}

/// Each calendar of a text, unfolded, its lines ended by CRLF: the library looks for these first, and
/// without them reads the rest of the text for each line.
fn divided(text: &str) -> Result<Vec<String>, Malformed> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let (mut calendars, mut depth) = (vec![String::new()], 0_usize);
    for line in parser::unfold(&text).lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let begins =
            |word: &str| line.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        if begins("BEGIN:") {
            depth += 1;
        } else if begins("END:") {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            return Err(Malformed::Line(plain::line(line)));
        }
        if depth > DEEPEST {
            return Err(Malformed::Line(plain::line(line)));
        }
        if let Some(calendar) = calendars.last_mut() {
            calendar.push_str(line);
            calendar.push_str("\r\n");
        }
        if depth == 0 {
            calendars.push(String::new());
        }
    }
    if depth > 0 {
        return Err(Malformed::CutOff);
    }
    calendars.retain(|calendar| !calendar.is_empty());
    Ok(calendars)
}

/// The line at which the library stopped; or the last, where the ends are mixed up.
fn stumbled(calendar: &str) -> Malformed {
    let lines: Vec<&str> = calendar.lines().collect();
    let is_property = |line: &str| parser::Property::try_from(line).is_ok() && line.contains(':');
    let is_frame = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        name.eq_ignore_ascii_case("BEGIN") || name.eq_ignore_ascii_case("END")
    };
    let wrong = lines.iter().find(|line| !is_frame(line) && !is_property(line));
    Malformed::Line(plain::line(wrong.or(lines.last()).copied().unwrap_or_default()))
}

impl Component {
    fn of(read: &parser::Component<'_>) -> Self {
        Self {
            name: read.name.as_str().to_ascii_uppercase(),
            properties: read.properties.iter().map(Property::of).collect(),
            components: read.components.iter().map(Self::of).collect(),
        }
    }

    /// The first of this name.
    pub(super) fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The value of the first of this name, in capitals.
    pub(super) fn word(&self, name: &str) -> Option<String> {
        self.property(name).map(|property| property.value.trim().to_ascii_uppercase())
    }
}

impl Property {
    fn of(read: &parser::Property<'_>) -> Self {
        let parameters = read.params.iter().map(|parameter| {
            let value = parameter.val.as_ref().map_or("", |value| value.as_str());
            (parameter.key.as_str().to_ascii_uppercase(), value.to_owned())
        });
        Self {
            name: read.name.as_str().trim().to_ascii_uppercase(),
            value: read.val.as_str().to_owned(),
            parameters: parameters.collect(),
        }
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let parameter = self.parameters.iter().find(|(known, _)| known == name);
        parameter.map(|(_, value)| value.as_str())
    }

    /// Its text, in one line.
    pub(super) fn line(&self) -> String {
        plain::line(&self.value)
    }

    /// As it is repeated in messages.
    pub(super) fn shown(&self) -> Value {
        Value { name: self.name.clone(), text: self.line() }
    }
}
