//! `timeline.json` as it was read: what a decision needs of it.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};
use schedule::{
    Contact, Disposition, Instructions, Occurrence, Overrun, Phase, Reason, Translations, WindowId,
    speech::Language,
};
use serde::Deserialize;

use crate::told::Told;

/// What the edge tells of a service. Every occurrence names channels that there are, and no instant is
/// so far away that a length cannot be taken from it.
#[derive(Debug)]
pub(super) struct Plan {
    /// What the service is called.
    pub(super) name: String,
    /// The language of its texts.
    pub(super) language: Language,
    pub(super) told: Told,
    /// 0 is the one that was deployed.
    pub(super) revision: u64,
    /// When the edge says something else by itself.
    pub(super) next: Option<DateTime<Utc>>,
    pub(super) channels: Vec<Channel>,
    pub(super) occurrences: Vec<Occurrence>,
}

/// One way of reaching the service, and what its users are told.
#[derive(Debug, Deserialize)]
pub(super) struct Channel {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) disposition: Disposition,
    #[serde(default)]
    pub(super) instructions: Instructions,
    #[serde(default)]
    pub(super) contact: Option<Contact>,
}

/// Why a text is no `timeline.json`.
#[derive(Debug)]
pub(super) enum PlanError {
    Json(serde_json::Error),
    /// An instant that no calendar of people has.
    FarAway {
        window: String,
    },
    Backwards {
        window: String,
    },
    Stranger {
        window: String,
        channel: String,
    },
}

#[derive(Deserialize)]
struct Document {
    service: Service,
    revision: u64,
    next: Option<DateTime<Utc>>,
    channels: Vec<Channel>,
    windows: Vec<Window>,
}

#[derive(Deserialize)]
struct Service {
    name: String,
    zone: String,
    label: String,
    language: String,
}

#[derive(Deserialize)]
struct Window {
    id: WindowId,
    of: Option<NaiveDateTime>,
    phase: Phase,
    start: DateTime<Utc>,
    end: Option<DateTime<Utc>>,
    overrun: Overrun,
    reopens: Option<DateTime<Utc>>,
    reason: Reason,
    summary: Option<String>,
    channels: Vec<String>,
}

impl Plan {
    pub(super) fn read(text: &str) -> Result<Self, PlanError> {
        let document: Document = serde_json::from_str(text).map_err(PlanError::Json)?;
        let Document { service, revision, next, channels, windows } = document;
        let told = Told::of_zone(&service.zone, &service.label);
        let occurrences = windows
            .into_iter()
            .map(|window| window.occurrence(&channels, &told))
            .collect::<Result<_, _>>()?;
        let language = Language::from_tag(&service.language);
        Ok(Self { name: service.name, language, told, revision, next, channels, occurrences })
    }

    /// The place of a channel.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.channels.iter().position(|channel| channel.id == id)
    }
}

impl Window {
    fn occurrence(self, known: &[Channel], told: &Told) -> Result<Occurrence, PlanError> {
        let window = self.id.as_str().to_owned();
        let instants = [Some(self.start), self.end, self.reopens];
        if instants.into_iter().flatten().any(is_far_away) {
            return Err(PlanError::FarAway { window });
        }
        if self.end.is_some_and(|end| end < self.start) {
            return Err(PlanError::Backwards { window });
        }
        let mut channels = Vec::new();
        for channel in self.channels {
            match known.iter().position(|known| known.id == channel) {
                Some(place) => channels.push(place),
                None => return Err(PlanError::Stranger { window, channel }),
            }
        }
        let at = |instant: DateTime<Utc>| told.tell(instant.fixed_offset());
        // One that is over is over, even where its limit let it go and not its end.
        let (end, released) = match self.phase {
            Phase::Ended => {
                let end = self.end.unwrap_or(self.start);
                (Some(end), self.reopens.or(Some(end)))
            }
            _ => (self.end, self.reopens),
        };
        Ok(Occurrence {
            window: self.id,
            of: self.of,
            start: at(self.start),
            end: end.map(at),
            announced: None,
            released: released.map(at),
            limited: false,
            channels,
            reason: self.reason,
            overrun: self.overrun,
            summary: self.summary,
            cancelled: self.phase == Phase::Cancelled,
            translations: Translations::default(),
        })
    }
}

fn is_far_away(instant: DateTime<Utc>) -> bool {
    use chrono::Datelike;
    !(1970..=9998).contains(&instant.year())
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "expected a `timeline.json`: {error}"),
            Self::FarAway { window } => {
                write!(f, "expected instants from 1970 on, found others in window `{window}`")
            }
            Self::Backwards { window } => {
                write!(f, "expected an end after the start of window `{window}`, found one before")
            }
            Self::Stranger { window, channel } => write!(
                f,
                "expected window `{window}` over channels that there are, found `{channel}`"
            ),
        }
    }
}
