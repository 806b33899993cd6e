//! The words of `intermission notice`.

use std::{path::PathBuf, time::Duration};

use answer::notice::Kind;
use clap::{ArgGroup, Args, Subcommand, ValueEnum};
use schedule::{Length, LengthError};

use crate::arguments::{Connection, EXIT_CODES, Occurrence};

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the notice that is due, and write nothing
    #[command(after_help = EXIT_CODES)]
    Show(Show),
    /// Write a notice as a folder, for somebody to approve
    #[command(after_help = EXIT_CODES)]
    Draft(Draft),
    /// Approve a draft for its recipients, and freeze both
    #[command(after_help = EXIT_CODES)]
    Approve(Approve),
    /// Mail an approved notice; a run that was interrupted goes on where it was
    #[command(after_help = SERVER, after_long_help = long_help())]
    Send(Send),
    /// List the notices of a folder, and how far each is
    #[command(after_help = EXIT_CODES)]
    List(List),
}

const SERVER: &str = "\
Environment:
  INTERMISSION_SMTP           the mail server, as --smtp has it
  INTERMISSION_SMTP_USER      how to sign in there, if it asks for that
  INTERMISSION_SMTP_PASSWORD  only from here: options are seen by everybody on the machine";

fn long_help() -> String {
    format!("{SERVER}\n\n{EXIT_CODES}")
}

/// A length as a schedule has it, or `0` for no pause at all.
fn pause(text: &str) -> Result<Duration, LengthError> {
    match text {
        "0" => Ok(Duration::ZERO),
        text => Ok(text.parse::<Length>()?.to_delta().to_std().unwrap_or_default()),
    }
}

/// What a notice is about.
#[derive(Args, Clone, Debug)]
pub(super) struct About {
    /// The window's id
    pub(super) window: String,
    #[command(flatten)]
    pub(super) occurrence: Occurrence,
    /// What it is: announcement, reminder, moved, started, extended, over, cancelled
    /// [default: what is due]
    #[arg(long)]
    pub(super) kind: Option<Kind>,
    /// In which languages, one after the other: `en,es` [default: the service's]
    #[arg(long = "language", value_name = "TAG", value_delimiter = ',')]
    pub(super) languages: Vec<String>,
    /// A schedule that is not in force [default: the one in force]
    #[arg(long, value_name = "FILE")]
    pub(super) schedule: Option<PathBuf>,
    /// The schedule, or the revision, that people were told of before [default: the last notice
    /// of the folder that was sent]
    #[arg(long, value_name = "FILE|REVISION")]
    pub(super) since: Option<String>,
    /// When it is written, as far as what it says goes [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<String>,
    /// Whom it comes from, such as `ImmTrac2 <notices@registry.example.org>`
    /// [default: INTERMISSION_NOTICE_FROM, or the first contact of the window's channels]
    #[arg(long, value_name = "MAILBOX")]
    pub(super) from: Option<String>,
    #[command(flatten)]
    pub(super) folder: Folder,
    #[command(flatten)]
    pub(super) connection: Connection,
}

/// Where the notices are.
#[derive(Args, Clone, Debug)]
pub(super) struct Folder {
    /// Where the notices are; its folder `templates` has an organisation's own words
    #[arg(long, value_name = "DIR", default_value = "notices")]
    pub(super) folder: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Form {
    Text,
    Markdown,
    Html,
    /// The invitation, as a calendar takes it
    Ics,
    /// The whole message, as the sender gets it
    Eml,
}

#[derive(Args, Debug)]
pub(super) struct Show {
    /// In which form
    #[arg(long, value_enum, default_value = "text")]
    pub(super) form: Form,
    // Last, because its heading is that of whatever follows it.
    #[command(flatten)]
    pub(super) about: About,
}

/// Who answers for it.
#[derive(Args, Debug)]
pub(super) struct Signer {
    /// In whose name [default: git's user, or the machine's]
    #[arg(long = "as", value_name = "NAME")]
    pub(super) name: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Draft {
    #[command(flatten)]
    pub(super) signer: Signer,
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    // Last, because its heading is that of whatever follows it.
    #[command(flatten)]
    pub(super) about: About,
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("whom").required(true).args(["recipients", "to"]))]
pub(super) struct Approve {
    /// The draft: its folder, or its name
    pub(super) draft: String,
    /// Whom it goes to: a file with a mailbox in each line
    #[arg(long, value_name = "FILE")]
    pub(super) recipients: Option<PathBuf>,
    /// Whom it goes to instead: one mailbox, such as that of a mailing list, which passes it on
    #[arg(long, value_name = "MAILBOX")]
    pub(super) to: Option<String>,
    #[command(flatten)]
    pub(super) signer: Signer,
    /// Do not ask
    #[arg(long)]
    pub(super) yes: bool,
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) folder: Folder,
}

#[derive(Args, Debug)]
pub(super) struct Send {
    /// The notice: its folder, or its name
    pub(super) draft: String,
    /// The mail server: `smtp://host:587` (encrypted by STARTTLS), `smtps://host:465` (from the
    /// beginning), or, on this machine itself, `smtp://localhost:25?tls=none`
    #[arg(long, value_name = "URL")]
    pub(super) smtp: Option<String>,
    /// Sign in to the server, say what would be sent, and stop
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Do not ask
    #[arg(long)]
    pub(super) yes: bool,
    /// Send again also to whom it was perhaps sent when a run broke off: they may get it twice
    #[arg(long)]
    pub(super) retry_uncertain: bool,
    /// How long to wait before those whom the server put off are tried again
    #[arg(long, value_name = "LENGTH", default_value = "30s", value_parser = pause)]
    pub(super) pause: Duration,
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) folder: Folder,
}

#[derive(Args, Debug)]
pub(super) struct List {
    /// Say it as one JSON document
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) folder: Folder,
}
