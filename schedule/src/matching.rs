//! Which requests belong to a channel, by more than their address.

use serde::{Deserialize, Serialize};

use crate::{Form, Request, Route};

/// A rule that finds requests of a channel by their route and by what they are. All of its
/// conditions must hold. It may name the form of the answer, for clients that cannot be told by
/// their headers: a gateway that posts HL7 as a form looks like a browser.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Match {
    pub route: Route,
    /// Any of these; every method when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<MediaPattern>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<HeaderPattern>,
    /// The form of the answer, in place of what would be detected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Form>,
}

impl Match {
    /// Whether what the request is agrees; its route is matched by the gate.
    pub(crate) fn agrees(&self, request: &Request<'_>) -> bool {
        (self.methods.is_empty() || self.methods.iter().any(|method| method == request.method))
            && self.content_type.as_ref().is_none_or(|pattern| {
                request.header("content-type").is_some_and(|value| pattern.matches(&value))
            })
            && self.header.as_ref().is_none_or(|pattern| {
                request.header(&pattern.name).is_some_and(|value| pattern.matches(&value))
            })
    }

    /// Whether it finds the same requests as another.
    #[cfg(feature = "parse")]
    pub(crate) fn asks_the_same(&self, other: &Self) -> bool {
        let asks = |rule: &Self| {
            let mut methods = rule.methods.clone();
            methods.sort();
            methods.dedup();
            Self { methods, answer: None, ..rule.clone() }
        };
        asks(self) == asks(other)
    }

    /// How many conditions it has besides its route: of two rules with one route, the one that
    /// asks more is the more specific.
    pub(crate) fn conditions(&self) -> usize {
        usize::from(!self.methods.is_empty())
            + usize::from(self.content_type.is_some())
            + usize::from(self.header.is_some())
    }
}

/// `text/xml`, or the beginning of a media type, `application/fhir*`; in lower case. Parameters of
/// the request's type do not matter.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct MediaPattern(pub(crate) String);

impl MediaPattern {
    fn matches(&self, content_type: &str) -> bool {
        let essence = content_type.split([';', ',']).next().unwrap_or_default().trim();
        begins(&self.0, &essence.to_ascii_lowercase())
    }

    /// As a schedule has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A header that must be there, with any value, with one, or with the beginning of one.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct HeaderPattern {
    /// In lower case.
    pub name: String,
    /// Compared as it is; a `*` at its end stands for any rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl HeaderPattern {
    fn matches(&self, value: &str) -> bool {
        self.value.as_ref().is_none_or(|pattern| begins(pattern, value.trim()))
    }
}

/// Whether a text is the pattern, or begins with it where that ends in `*`.
fn begins(pattern: &str, text: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => text.starts_with(start),
        None => text == pattern,
    }
}
