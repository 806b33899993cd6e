//! `intermission notice send`.

use lettre::message::Mailbox;
use serde::Serialize;

use super::{
    NoticeError,
    approve::counted,
    arguments::Send,
    delivery::Delivery,
    folder::{self, Draft, Folder},
    journal::{Journal, Standing, Standings},
    mail::{self, Mail},
    recipients,
    server::Server,
    smtp::Session,
};
use crate::{agree::agree, failure::Failure, page, said, said::Said, source::Source};

#[derive(Serialize)]
struct Document {
    draft: String,
    sent: usize,
    /// Who would get it, in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<usize>,
}

/// Mails a notice as it was approved.
pub(super) fn run(options: &Send) -> Result<Said, Failure> {
    let draft = Folder::find(&options.folder.folder, &options.draft)?;
    unchanged(&draft)?;
    newest(&draft)?;
    let mail = mail(&draft)?;
    let source = Source::read(&draft.path.join(folder::RECIPIENTS))?;
    let mailboxes = recipients::read(source)?;
    let server = Server::find(options.smtp.as_deref())?;

    if options.dry_run {
        let standings = Journal::read(&draft.path)?;
        let waiting = waiting(&mailboxes, &standings, options.retry_uncertain).len();
        Session::open(&server).map_err(|closed| closed.of(&server))?.close();
        let sent = sent(&mailboxes, &standings);
        let text = plan(&draft, &server, waiting, sent);
        let aside = "This was a dry run: nothing was sent.\n".to_owned();
        return Ok(match options.json {
            true => Said::json(&Document { draft: draft.name(), sent, waiting: Some(waiting) }),
            false => Said::followed(&text, aside),
        });
    }

    let already = Journal::read(&draft.path)?;
    let ahead = waiting(&mailboxes, &already, options.retry_uncertain).len();
    if ahead > 0 {
        if !(options.json && options.yes) {
            let sent = sent(&mailboxes, &already);
            said::print("", &plan(&draft, &server, ahead, sent));
        }
        agree("Send this?", options.yes)?;
        // A server that lets nobody in leaves no record.
        let session = Session::open(&server).map_err(|closed| closed.of(&server))?;
        let mut journal = Journal::open(&draft.path)?;
        // Another program may have sent some meanwhile.
        let waiting = waiting(&mailboxes, journal.standings(), options.retry_uncertain);
        let (pause, quiet) = (options.pause, options.json);
        let delivery = Delivery { mail: &mail, server: &server, pause, quiet };
        delivery.run(session, &mut journal, waiting)?;
    }
    outcome(&draft, &mailboxes, options.json)
}

/// The mail of a draft, from its files.
pub(super) fn mail(draft: &Draft) -> Result<Mail, Failure> {
    let manifest = &draft.manifest;
    let from = mail::mailbox(&manifest.from).ok_or_else(|| NoticeError::MalformedSender {
        origin: folder::MANIFEST,
        found: manifest.from.clone(),
    })?;
    Ok(Mail {
        thread: manifest.uid.clone(),
        first: manifest.number == 1,
        name: draft.name(),
        subject: manifest.subject.clone(),
        from,
        list: manifest.list.clone(),
        method: manifest.method.clone(),
        text: draft.read(folder::TEXT)?,
        html: draft.read(folder::HTML)?,
        calendar: draft.read(folder::INVITATION)?.replace("\r\n", "\n").replace('\n', "\r\n"),
    })
}

/// Nothing is sent but what was approved, to the byte.
fn unchanged(draft: &Draft) -> Result<(), Failure> {
    let name = draft.name();
    let Some(approval) = &draft.manifest.approved else {
        return Err(NoticeError::Unapproved { draft: name }.into());
    };
    let files: Vec<&str> = approval.files.keys().map(String::as_str).collect();
    let now = draft.digests(&files)?;
    let mut changed: Vec<String> = now
        .into_iter()
        .filter(|(file, digest)| approval.files.get(file) != Some(digest))
        .map(|(file, _)| file)
        .collect();
    if !draft.manifest.is_sealed() {
        changed.push(folder::MANIFEST.to_owned());
    }
    match changed.is_empty() {
        true => Ok(()),
        false => Err(NoticeError::Changed { draft: name, files: changed }.into()),
    }
}

/// What people were told last must not be overtaken by what was to be told before.
fn newest(draft: &Draft) -> Result<(), Failure> {
    let Some(parent) = draft.path.parent() else { return Ok(()) };
    let folder = Folder::open(parent)?;
    let newer = folder.drafts.iter().find(|other| {
        other.manifest.uid == draft.manifest.uid
            && other.manifest.number > draft.manifest.number
            && Journal::exists(&other.path)
    });
    match newer {
        Some(newer) => {
            Err(NoticeError::Overtaken { draft: draft.name(), newer: newer.name() }.into())
        }
        None => Ok(()),
    }
}

/// Who is still to get it, in the order of the file.
fn waiting<'a>(
    mailboxes: &'a [Mailbox],
    standings: &Standings,
    retry_uncertain: bool,
) -> Vec<&'a Mailbox> {
    let waits = |mailbox: &&Mailbox| match standings.get(&recipients::key(mailbox)) {
        None | Some(Standing::Postponed { .. }) => true,
        Some(Standing::Uncertain) => retry_uncertain,
        Some(Standing::Sent | Standing::Refused { .. }) => false,
    };
    mailboxes.iter().filter(waits).collect()
}

fn sent(mailboxes: &[Mailbox], standings: &Standings) -> usize {
    let is_sent =
        |mailbox: &&Mailbox| standings.get(&recipients::key(mailbox)) == Some(&Standing::Sent);
    mailboxes.iter().filter(is_sent).count()
}

fn plan(draft: &Draft, server: &Server, waiting: usize, sent: usize) -> String {
    let manifest = &draft.manifest;
    let already = match sent {
        0 => String::new(),
        sent => format!("; {sent} have it already"),
    };
    let plan = format!(
        "From:    {}\nTo:      {}{already}\nSubject: {}\nBy:      {server}\n",
        manifest.from,
        counted(waiting),
        manifest.subject
    );
    page::plain(&plan).into_owned()
}

/// What the record says at the end, however many runs it took.
fn outcome(draft: &Draft, mailboxes: &[Mailbox], json: bool) -> Result<Said, Failure> {
    let standings = Journal::read(&draft.path)?;
    let sent = sent(mailboxes, &standings);
    let (mut refused, mut postponed, mut uncertain) = (Vec::new(), Vec::new(), Vec::new());
    for mailbox in mailboxes {
        let to = mailbox.email.to_string();
        match standings.get(&recipients::key(mailbox)) {
            Some(Standing::Refused { said }) => refused.push((to, said.clone())),
            Some(Standing::Postponed { said }) => postponed.push((to, said.clone())),
            Some(Standing::Uncertain) => uncertain.push(to),
            None | Some(Standing::Sent) => {}
        }
    }
    let draft = draft.name();
    if refused.is_empty() && postponed.is_empty() && uncertain.is_empty() {
        return Ok(match json {
            true => Said::json(&Document { draft, sent, waiting: None }),
            false => Said::text(format!("sent {draft} to {}\n", counted(sent))),
        });
    }
    Err(NoticeError::Incomplete { draft, sent, refused, postponed, uncertain }.into())
}
