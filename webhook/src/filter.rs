//! Of what a subscriber wants to be told.

use std::fmt;

use crate::{Event, Occasion};

/// Of what a subscriber wants to be told; empty lists are everything. A ping always gets through.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Filter {
    /// Ids of channels. Those that the schedule does not have are never told of.
    pub channels: Vec<String>,
    pub occasions: Vec<Occasion>,
}

impl Filter {
    /// Lists may have sixteen channels, at most.
    pub const MOST: usize = 16;

    /// # Errors
    ///
    /// * [`FilterError::Occasion`] for a word that is none.
    /// * [`FilterError::Channel`] for what cannot be the id of a channel.
    /// * [`FilterError::TooMany`] for more than [`Filter::MOST`] channels.
    pub fn new(channels: &[String], occasions: &[String]) -> Result<Self, FilterError> {
        if channels.len() > Self::MOST {
            return Err(FilterError::TooMany { found: channels.len() });
        }
        if let Some(found) = channels.iter().find(|id| !is_id(id)) {
            return Err(FilterError::Channel { found: found.clone() });
        }
        let occasions = occasions
            .iter()
            .map(|word| word.parse().map_err(|()| FilterError::Occasion { found: word.clone() }));
        let mut occasions: Vec<Occasion> = occasions.collect::<Result<_, _>>()?;
        occasions.sort_unstable();
        occasions.dedup();
        let mut channels = channels.to_vec();
        channels.sort_unstable();
        channels.dedup();
        Ok(Self { channels, occasions })
    }

    /// Whether a window over these channels is of interest.
    pub fn takes_channels<'a>(&self, mut over: impl Iterator<Item = &'a str>) -> bool {
        self.channels.is_empty() || over.any(|id| self.channels.iter().any(|known| known == id))
    }

    pub fn takes(&self, event: &Event) -> bool {
        let Some(about) = &event.about else { return true };
        let is_wanted = self.occasions.is_empty() || self.occasions.contains(&event.occasion);
        is_wanted && self.takes_channels(about.channels.iter().map(|(id, _)| &**id))
    }
}

fn is_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(is_plain) && !text.starts_with('-')
}

/// Why a filter is none.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum FilterError {
    Occasion { found: String },
    Channel { found: String },
    TooMany { found: usize },
}

impl fmt::Display for FilterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Occasion { found } => {
                let known = Occasion::ALL.map(Occasion::as_str).join("`, `");
                write!(
                    f,
                    "expected events among `{known}`, found `{}`",
                    crate::public::shown(found)
                )
            }
            Self::Channel { found } => {
                write!(
                    f,
                    "expected ids of channels such as `web`, found `{}`",
                    crate::public::shown(found)
                )
            }
            Self::TooMany { found } => {
                write!(f, "expected at most {} channels, found {found}", Filter::MOST)
            }
        }
    }
}

impl std::error::Error for FilterError {}
