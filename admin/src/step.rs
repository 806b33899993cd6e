//! What is asked of a window that is there.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::openapi::form;

/// The body of `POST windows/{id}/{verb}`. Which members a verb takes:
///
/// | verb | members |
/// | --- | --- |
/// | `announce`, `start`, `release`, `cancel` | |
/// | `extend`, `shorten` | `by` or `until` |
/// | `reschedule` | `start`, and `end` or `length`, or neither: as long as before |
/// | `finish` | `channels`; all of them without it |
/// | `hold` | `limit`, four hours without it |
///
/// All of them take `of` and `why`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepRequest {
    /// Which occurrence of a recurring window: the date, or the local start, that its rule gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Of>"))]
    pub of: Option<String>,
    /// A length such as `30m`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Length>"))]
    pub by: Option<String>,
    /// Local time of the service such as `2025-02-06T19:00`, or an RFC 3339 instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Moment>"))]
    pub until: Option<String>,
    /// As `until`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Moment>"))]
    pub start: Option<String>,
    /// As `until`, or `unknown`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Ending>"))]
    pub end: Option<String>,
    /// A length such as `2h`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Length>"))]
    pub length: Option<String>,
    /// The ids of channels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<Vec<form::Id>>"))]
    pub channels: Option<Vec<String>>,
    /// A length such as `4h`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Length>"))]
    pub limit: Option<String>,
    /// Why, for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Why>"))]
    pub why: Option<String>,
}
