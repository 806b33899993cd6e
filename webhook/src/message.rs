//! What is sent.

use schedule::Service;

use crate::{Event, Kind, Subscription, chat, cloud_event};

/// What is sent for an event, but for the fields that depend on when it is sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Message {
    pub method: Method,
    /// What follows the address of the subscription.
    pub path: String,
    /// Absent where there is no body.
    pub content_type: Option<&'static str>,
    pub body: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    Post,
    Delete,
}

impl Method {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

impl Message {
    /// What a subscriber is sent for an event. `prefix` is where the public pages are. `None` for
    /// [`Kind::IzGateway`], which is not told of events but of [`Maintenance`](crate::Maintenance).
    pub fn of(
        event: &Event,
        subscription: &Subscription,
        service: &Service,
        prefix: &str,
    ) -> Option<Self> {
        let own = |escaped| {
            let template = subscription.template.as_ref()?;
            Some(template.filled(event, service, prefix, escaped))
        };
        let (content_type, body) = match subscription.kind {
            Kind::CloudEvents => {
                ("application/cloudevents+json", cloud_event::body(event, service, prefix))
            }
            Kind::Slack => (
                "application/json",
                own(chat::escaped).unwrap_or_else(|| chat::slack(event, service, prefix)),
            ),
            Kind::Teams => (
                "application/json",
                own(str::to_owned).unwrap_or_else(|| chat::teams(event, service, prefix)),
            ),
            Kind::Json => ("application/json", own(str::to_owned)?),
            Kind::IzGateway => return None,
        };
        Some(Self {
            method: Method::Post,
            path: String::new(),
            content_type: Some(content_type),
            body,
        })
    }
}
