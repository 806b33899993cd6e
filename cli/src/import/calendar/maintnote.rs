//! What X-MAINTNOTE (NANOG's BCOP, draft 0.1) says of objects, impact and status.

use super::component::{Component, Property};
use crate::import::{event::State, plain, why::Why};

/// What the properties of one event say.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Maintnote {
    /// The primary one.
    pub(super) id: Option<String>,
    /// What is closed, or works badly.
    pub(super) objects: Vec<String>,
    pub(super) state: Option<State>,
    /// Who sends it, for which account, as what.
    pub(super) comments: Vec<String>,
    pub(super) notes: Vec<String>,
}

const OBJECT: &str = "X-MAINTNOTE-OBJECT-ID";
const ID: &str = "X-MAINTNOTE-MAINTENANCE-ID";

impl Maintnote {
    pub(super) fn read(event: &Component) -> Result<Self, Why> {
        let mut notes = Vec::new();
        let objects = objects(event, &mut notes)?;
        let state = state(event, &mut notes)?;
        let ids: Vec<&Property> = event.all(ID).collect();
        let is_primary = |id: &&Property| {
            id.parameter("X-MAINTNOTE-PRECEDENCE")
                .is_some_and(|word| word.eq_ignore_ascii_case("PRIMARY"))
        };
        let primary = ids.iter().copied().find(is_primary).or(ids.first().copied());
        let others = ids.iter().filter(|id| Some(**id) != primary).map(|id| id.line());
        let others: Vec<String> = others.collect();
        let line = |name| event.property(name).map(Property::line);
        let said = [
            ("provider", line("X-MAINTNOTE-PROVIDER")),
            ("account", line("X-MAINTNOTE-ACCOUNT")),
            ("maintenance", primary.map(Property::line)),
            ("also known as", Some(others.join(", ")).filter(|others| !others.is_empty())),
        ];
        let said: Vec<String> =
            said.into_iter().filter_map(|(word, text)| Some(format!("{word} {}", text?))).collect();
        Ok(Self {
            id: primary.map(Property::line).filter(|id| !id.is_empty()),
            objects,
            state,
            comments: if said.is_empty() { Vec::new() } else { vec![said.join(", ")] },
            notes,
        })
    }
}

/// An object has an impact of its own or the event's; without one it is an outage, and so is one that the
/// draft does not know.
fn objects(event: &Component, notes: &mut Vec<String>) -> Result<Vec<String>, Why> {
    let whole = event.word("X-MAINTNOTE-IMPACT").unwrap_or_else(|| "OUTAGE".to_owned());
    let (mut objects, mut spared) = (Vec::new(), Vec::new());
    for property in event.all(OBJECT) {
        let own = property.parameter("X-MAINTNOTE-OBJECT-IMPACT").map(str::to_ascii_uppercase);
        let impact = own.filter(|own| !own.is_empty()).unwrap_or_else(|| whole.clone());
        let object = property.line();
        if is_none(&impact) {
            spared.push(format!("`{object}` ({})", plain::line(&impact)));
        } else if !objects.contains(&object) {
            if impact == "DEGRADED" {
                notes.push(format!(
                    "`{object}` is DEGRADED: what that means is up to the disposition of its channel"
                ));
            }
            objects.push(object);
        }
    }
    if objects.is_empty() && (is_none(&whole) || !spared.is_empty()) {
        let impact = if is_none(&whole) { plain::line(&whole) } else { spared.join(", ") };
        return Err(Why::NotAffected { impact });
    }
    if !spared.is_empty() {
        notes.push(format!("not closed: {}", spared.join(", ")));
    }
    Ok(objects)
}

/// The service goes on.
fn is_none(impact: &str) -> bool {
    matches!(impact, "NO-IMPACT" | "REDUCED-REDUNDANCY")
}

fn state(event: &Component, notes: &mut Vec<String>) -> Result<Option<State>, Why> {
    let Some(word) = event.word("X-MAINTNOTE-STATUS") else { return Ok(None) };
    match word.as_str() {
        "CONFIRMED" => {}
        "TENTATIVE" => notes.push("it is tentative".to_owned()),
        "IN-PROCESS" => return Ok(Some(State::Open)),
        "COMPLETED" => return Ok(Some(State::Over)),
        "CANCELLED" => return Ok(Some(State::Cancelled)),
        _ => return Err(Why::UnknownStatus { status: plain::line(&word) }),
    }
    Ok(Some(State::Planned))
}
