//! The words of `intermission webhook`.

use std::{num::NonZeroU64, path::PathBuf};

use clap::{Args, Subcommand};

use super::{Connection, EXIT_CODES};

#[derive(Debug, Subcommand)]
pub(crate) enum Webhook {
    /// Subscribe somebody, and print the secret that messages are signed with this once
    #[command(after_help = EXIT_CODES)]
    Add(AddWebhook),
    /// List the subscriptions, and how they fare
    #[command(after_help = EXIT_CODES)]
    List(ListWebhooks),
    /// Say how a subscription fares
    #[command(after_help = EXIT_CODES)]
    Show(OneWebhook),
    /// Tell a subscriber nothing more, and forget its messages
    #[command(after_help = EXIT_CODES)]
    Remove(RemoveWebhook),
    /// Keep messages back until it is resumed
    #[command(after_help = EXIT_CODES)]
    Pause(OneWebhook),
    /// Send what was kept back
    #[command(after_help = EXIT_CODES)]
    Resume(OneWebhook),
    /// Make a new secret, and print it; the old one is good for another 24 hours
    #[command(after_help = EXIT_CODES)]
    Rotate(OneWebhook),
    /// Send a ping, and wait for what becomes of it
    #[command(after_help = EXIT_CODES)]
    Test(OneWebhook),
    /// List what became of messages, the newest first
    #[command(after_help = EXIT_CODES)]
    Deliveries(Deliveries),
    /// Send messages again that were given up
    #[command(after_help = EXIT_CODES)]
    Replay(Replay),
}

#[derive(Args, Debug)]
pub(crate) struct AddWebhook {
    /// Where messages are sent, by https
    // Not `url`, which is where the service is.
    #[arg(value_name = "TARGET")]
    pub(crate) target: String,
    /// What the subscriber is called
    #[arg(long)]
    pub(crate) name: String,
    /// What it understands: cloudevents, slack, teams, json or izgateway
    #[arg(long, default_value = "cloudevents")]
    pub(crate) kind: String,
    /// Channels to be told of, with commas between [default: all]
    #[arg(long, value_delimiter = ',', value_name = "CHANNELS")]
    pub(crate) channels: Vec<String>,
    /// Events to be told of, such as `announced,started,ended` [default: all]
    #[arg(long, value_delimiter = ',', value_name = "EVENTS")]
    pub(crate) events: Vec<String>,
    /// The destination at the IZ Gateway
    #[arg(long, value_name = "ID")]
    pub(crate) destination: Option<String>,
    /// A file with a JSON object, the shape of messages for json (and slack and teams): `{said}` in its
    /// texts is all of it in a sentence
    #[arg(long, value_name = "FILE")]
    pub(crate) template_file: Option<PathBuf>,
    /// A file with the value of the header Authorization
    #[arg(long, value_name = "FILE")]
    pub(crate) authorization_file: Option<PathBuf>,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
pub(crate) struct ListWebhooks {
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
pub(crate) struct OneWebhook {
    /// Its id or its name, as `webhook list` tells them
    pub(crate) webhook: String,
    /// Say it as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

#[derive(Args, Debug)]
pub(crate) struct RemoveWebhook {
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) one: OneWebhook,
}

#[derive(Args, Debug)]
pub(crate) struct Deliveries {
    /// Only those that were given up
    #[arg(long)]
    pub(crate) dead: bool,
    /// How many at most, up to 200
    #[arg(long, value_name = "NUMBER", default_value = "20")]
    pub(crate) limit: NonZeroU64,
    #[command(flatten)]
    pub(crate) one: OneWebhook,
}

#[derive(Args, Debug)]
pub(crate) struct Replay {
    /// The number of one delivery, also of one that arrived [default: all that were given up]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) number: Option<NonZeroU64>,
    #[command(flatten)]
    pub(crate) one: OneWebhook,
}
