//! A notice in all of its forms.

use std::env;

use answer::{
    calendar::{Invitation, Person, uid},
    notice::{Letter, Notice, html, markdown, text},
};
use lettre::message::Mailbox;

use super::{
    NoticeError,
    about::Asked,
    arguments,
    folder::Folder,
    mail::{self, Mail},
    templates,
};
use crate::failure::Failure;

/// Whom notices come from, where the command line does not say.
const FROM: &str = "INTERMISSION_NOTICE_FROM";

/// A notice in all of its forms.
#[derive(Debug)]
pub(super) struct Composed {
    /// The name of its occurrence in calendars, and of its thread in mail.
    pub(super) uid: String,
    pub(super) sequence: u32,
    pub(super) languages: Vec<&'static str>,
    pub(super) mail: Mail,
    pub(super) markdown: String,
}

impl Composed {
    pub(super) fn of(
        options: &arguments::About,
        asked: &Asked,
        notice: &Notice<'_>,
        folder: &Folder,
    ) -> Result<Self, Failure> {
        let about = notice.about;
        let languages = asked.languages(options)?;
        let letters: Vec<Letter> = languages
            .iter()
            .map(|language| templates::letter(folder.path(), notice, *language))
            .collect::<Result<_, _>>()?;
        let from = sender(options, notice)?;
        let text = text(&letters);
        let subject = letters.iter().map(|letter| letter.subject.as_str()).collect::<Vec<_>>();
        let subject = subject.join(" / ");
        let sequence = folder.sequence(&about, asked.changed, asked.now);
        let titles: Vec<String> =
            languages.iter().map(|language| notice.title(*language)).collect();
        let link = notice.link();
        let invitation = Invitation {
            about,
            sequence,
            stamp: asked.now,
            organizer: Person { name: from.name.as_deref(), email: from.email.as_ref() },
            summary: &titles.join(" / "),
            description: &text,
            url: link.as_deref(),
        };
        let (method, calendar) = (invitation.method().to_owned(), invitation.calendar());
        let uid = uid(&asked.timeline, about.occurrence);
        let list = list(&asked.timeline.service.name, &uid);
        Ok(Self {
            sequence,
            languages: languages.iter().map(|language| language.tag()).collect(),
            markdown: markdown(&letters),
            mail: Mail {
                thread: uid.clone(),
                first: folder.number(&uid) == 1,
                name: folder.name(&about, notice.kind, &uid),
                subject,
                from,
                list,
                method,
                text,
                html: html(&letters),
                calendar,
            },
            uid,
        })
    }
}

/// Nobody is written to by nobody: without any address there is no draft.
fn sender(options: &arguments::About, notice: &Notice<'_>) -> Result<Mailbox, Failure> {
    let given = options.from.clone().map(|text| ("--from", text));
    let given = given.or_else(|| env::var(FROM).ok().map(|text| (FROM, text)));
    if let Some((origin, found)) = given {
        return mail::mailbox(&found)
            .ok_or_else(|| NoticeError::MalformedSender { origin, found }.into());
    }
    let service = &notice.about.timeline.service;
    let channels = notice.about.timeline.channels.iter().enumerate();
    let contact = channels
        .filter(|(place, _)| notice.about.occurrence.channels.contains(place))
        .find_map(|(_, channel)| channel.contact.as_ref())
        .and_then(|contact| contact.email.parse().ok());
    match contact {
        Some(email) => Ok(Mailbox::new(Some(mail::plain(&service.name)), email)),
        None => Err(NoticeError::NoSender.into()),
    }
}

/// RFC 2919: a name for people, and one below a domain of ours for programs.
fn list(service: &str, uid: &str) -> String {
    let host = uid.rsplit_once('@').map_or(uid, |(_, host)| host);
    let name = service.replace(['<', '>'], "");
    format!("{name} <notices.{host}>")
}
