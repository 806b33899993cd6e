//! Windows, asked for and as they stand.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::openapi::form;

/// The body of `POST windows`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "openapi", schemars(extend("oneOf" = form::one_of("end", "length"))))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NewWindow {
    /// Made from the reason and the date where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Id>"))]
    pub id: Option<String>,
    /// The ids of the channels that it is over.
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<form::Id>", length(min = 1)))]
    pub channels: Vec<String>,
    /// Local time of the service such as `2025-02-06T19:00`, an RFC 3339 instant, or `now`.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Start"))]
    pub start: String,
    /// As `start`, or `unknown`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Ending>"))]
    pub end: Option<String>,
    /// A length such as `2h`, instead of an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Length>"))]
    pub length: Option<String>,
    /// `planned` (the default) or `emergency`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Reason>"))]
    pub reason: Option<String>,
    /// What is done, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// From when on people are told: as `start`, or a length before it; at once where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Announcement>"))]
    pub announce: Option<String>,
    /// `reopen` (the default) or `hold`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Overrun>"))]
    pub overrun: Option<String>,
    /// With `hold`: how long after its end it opens by itself in any case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Length>"))]
    pub hold_limit: Option<String>,
    /// Why, for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Why>"))]
    pub why: Option<String>,
}

/// Where a window stands: its occurrence that is open, or else the next, or else the last.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Window {
    #[cfg_attr(feature = "openapi", schemars(with = "form::Id"))]
    pub id: String,
    /// The local start that its rule gives this occurrence, for a window that recurs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Of>"))]
    pub of: Option<String>,
    /// `scheduled`, `announced`, `imminent`, `active`, `overrun`, `ended` or `cancelled`.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Phase"))]
    pub phase: String,
    /// The first instant inside, in RFC 3339 at the offset of the service's zone.
    #[cfg_attr(feature = "openapi", schemars(with = "form::LocalInstant"))]
    pub start: String,
    /// The first instant outside; absent while nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::LocalInstant>"))]
    pub end: Option<String>,
    /// When it opens by itself, for a window that holds; or when somebody let it go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::LocalInstant>"))]
    pub released: Option<String>,
    /// The ids of the channels.
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<form::Id>"))]
    pub channels: Vec<String>,
    #[cfg_attr(feature = "openapi", schemars(with = "form::Reason"))]
    pub reason: String,
    #[cfg_attr(feature = "openapi", schemars(with = "form::Overrun"))]
    pub overrun: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The verbs of the steps that may follow now.
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<form::Verb>"))]
    pub steps: Vec<String>,
    /// When it is, in words, with weekday, date and zone.
    pub said: String,
}

/// All windows.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Windows {
    pub revision: u64,
    pub windows: Vec<Window>,
}
