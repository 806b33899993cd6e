//! What a subscriber understands.

use std::{fmt, str::FromStr};

/// What a subscriber understands.
///
/// | word | what is sent |
/// | --- | --- |
/// | `cloudevents` | CloudEvents 1.0 in structured JSON, signed |
/// | `slack` | one sentence, as Slack's incoming webhooks and all that are like them take it |
/// | `teams` | one sentence on an adaptive card, as the workflows of Teams take it |
/// | `json` | a document of the subscriber's own ([`Template`](crate::Template)); chats may have one, too |
/// | `izgateway` | the next downtime for the maintenance switch of CDC's IZ Gateway |
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    CloudEvents,
    Slack,
    Teams,
    Json,
    IzGateway,
}

impl Kind {
    pub const ALL: [Self; 5] =
        [Self::CloudEvents, Self::Slack, Self::Teams, Self::Json, Self::IzGateway];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CloudEvents => "cloudevents",
            Self::Slack => "slack",
            Self::Teams => "teams",
            Self::Json => "json",
            Self::IzGateway => "izgateway",
        }
    }

    /// Whether the address itself is the secret, as that of an incoming webhook of a chat is.
    pub fn has_secret_address(self) -> bool {
        matches!(self, Self::Slack | Self::Teams | Self::Json)
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
