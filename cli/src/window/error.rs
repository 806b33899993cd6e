//! Why a command about a window cannot be understood.

use std::fmt;

/// Why a command about a window cannot be understood.
#[derive(Debug)]
pub(crate) enum WindowError {
    UnknownChannel {
        found: String,
        known: Vec<String>,
    },
    /// No window was named, and none allows the step. The windows are told in a line each.
    NoCandidate {
        verb: Option<String>,
        windows: Vec<String>,
    },
    /// No window was named, and more than one allows the step.
    Candidates {
        verb: Option<String>,
        windows: Vec<String>,
    },
    /// A recurring window is to be cancelled, and it is not said whether all of it.
    WhichOccurrence {
        window: String,
        next: Option<String>,
    },
    HoldLimitAlone,
}

/// Below the help that it is part of.
const LINE: &str = "\n            ";

impl WindowError {
    pub(crate) fn help(&self) -> Option<String> {
        Some(match self {
            Self::UnknownChannel { found, known } => {
                let likeness = |id: &&String| strsim::jaro_winkler(found, id);
                let nearest = known
                    .iter()
                    .filter(|id| likeness(id) > 0.8)
                    .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
                let known = listed(known);
                match nearest {
                    Some(nearest) => format!("did you mean `{nearest}`? The channels are {known}"),
                    None => format!("the channels are {known}"),
                }
            }
            Self::NoCandidate { windows, .. } if windows.is_empty() => {
                "no window is open or to come: `intermission window add` makes one".to_owned()
            }
            Self::NoCandidate { windows, .. } => windows.join(LINE),
            Self::Candidates { windows, .. } => {
                format!("name one of them:{LINE}{}", windows.join(LINE))
            }
            Self::WhichOccurrence { next, .. } => {
                let next = next.as_deref().unwrap_or("2026-03-12");
                format!("write `--of {next}` for one occurrence, or `--all` for the whole window")
            }
            Self::HoldLimitAlone => "add `--overrun hold`, or leave it out".to_owned(),
        })
    }

    /// A name that programs compare.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::UnknownChannel { .. } => "no-such-channel",
            Self::NoCandidate { .. } | Self::Candidates { .. } => "which-window",
            Self::WhichOccurrence { .. } => "which-occurrence",
            Self::HoldLimitAlone => "hold-limit",
        }
    }
}

pub(super) fn listed(ids: &[String]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownChannel { found, .. } => {
                write!(f, "expected the id of a channel, found `{}`", found.escape_debug())
            }
            Self::NoCandidate { verb: Some(verb), .. } => {
                write!(f, "expected the id of a window, and there is none that allows `{verb}` now")
            }
            Self::NoCandidate { verb: None, .. } => {
                f.write_str("expected the id of a window, and there is none that is not over")
            }
            Self::Candidates { verb: Some(verb), windows } => write!(
                f,
                "expected the id of a window: there are {} that allow `{verb}` now",
                windows.len()
            ),
            Self::Candidates { verb: None, windows } => {
                write!(f, "expected the id of a window: there are {}", windows.len())
            }
            Self::WhichOccurrence { window, .. } => {
                write!(f, "expected one occurrence of `{window}`, or all of them: it recurs")
            }
            Self::HoldLimitAlone => {
                f.write_str("--hold-limit: expected a window that is held at its end")
            }
        }
    }
}
