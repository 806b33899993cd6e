//! An event as a message in a chat.

use schedule::Service;
use serde_json::{Value, json};

use crate::{Event, event::link, said::said};

/// As Slack's incoming webhooks take it, and Mattermost's and Rocket.Chat's with them.
pub(crate) fn slack(event: &Event, service: &Service, prefix: &str) -> String {
    let mut text = escaped(&said(event, service));
    if let Some(link) = link(event, service, prefix) {
        text += &format!(" <{link}|More>");
    }
    json!({ "text": text }).to_string()
}

/// As the workflows of Teams take it: an adaptive card.
pub(crate) fn teams(event: &Event, service: &Service, prefix: &str) -> String {
    // A text run, unlike a text block, takes no Markdown: what an operator wrote stays as it is.
    let run = json!({ "type": "TextRun", "text": said(event, service) });
    let mut card = json!({
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [{ "type": "RichTextBlock", "inlines": [run] }],
    });
    if let Some(link) = link(event, service, prefix) {
        card["actions"] = json!([{ "type": "Action.OpenUrl", "title": "More", "url": link }]);
    }
    let attachment = json!({
        "contentType": "application/vnd.microsoft.card.adaptive",
        "contentUrl": Value::Null,
        "content": card,
    });
    json!({ "type": "message", "attachments": [attachment] }).to_string()
}

/// Without the three characters that mean something to Slack: a mention would wake a whole company.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
