//! `intermission notice approve`.

use serde::Serialize;

use super::{
    NoticeError,
    arguments::Approve,
    folder::{self, Draft, Folder},
    journal::Journal,
    manifest::Signed,
    recipients, who,
};
use crate::{agree::agree, clock, failure::Failure, page, said, said::Said};

#[derive(Serialize)]
struct Document<'a> {
    draft: String,
    by: &'a str,
    recipients: usize,
    edited: Vec<String>,
}

/// Freezes a draft with its recipients, after it was looked at.
pub(super) fn run(options: &Approve) -> Result<Said, Failure> {
    let by = Signed::now(who::name(&options.signer)?);
    let mut draft = Folder::find(&options.folder.folder, &options.draft)?;
    if Journal::exists(&draft.path) {
        return Err(NoticeError::SentAlready { draft: draft.name() }.into());
    }
    let source = recipients::source(options)?;
    let text = source.text.clone();
    let mailboxes = recipients::read(source)?;
    let edited = edited(&draft)?;
    if !(options.json && options.yes) {
        said::print("", &shown(&draft, mailboxes.len(), &edited)?);
    }
    agree("Approve this?", options.yes)?;

    // Whatever was edited is in the copy, too.
    let copy = super::send::mail(&draft)?;
    draft.write(folder::COPY, copy.to(&copy.from, clock::now()).bytes)?;
    draft.write(folder::RECIPIENTS, text)?;
    let mut files = folder::FORMS.to_vec();
    files.push(folder::RECIPIENTS);
    let digests = draft.digests(&files)?;
    let signer = by.by.clone();
    draft.manifest = draft.manifest.approved(by, mailboxes.len(), digests);
    draft.write_manifest()?;

    let name = draft.name();
    if options.json {
        let recipients = mailboxes.len();
        return Ok(Said::json(&Document { draft: name, by: &signer, recipients, edited }));
    }
    let text = format!("approved {name} for {}, by {signer}\n", counted(mailboxes.len()));
    let aside = format!("Now: intermission notice send {name} --dry-run\n");
    Ok(Said::followed(&page::plain(&text), aside))
}

/// The files that somebody has changed by hand since they were drafted.
fn edited(draft: &Draft) -> Result<Vec<String>, Failure> {
    let now = draft.digests(&folder::FORMS)?;
    let differs = |(file, digest): (String, String)| {
        (draft.manifest.files.get(&file) != Some(&digest)).then_some(file)
    };
    Ok(now.into_iter().filter_map(differs).collect())
}

fn shown(draft: &Draft, recipients: usize, edited: &[String]) -> Result<String, Failure> {
    let manifest = &draft.manifest;
    let text = draft.read(folder::TEXT)?;
    let mut shown = format!(
        "From:    {}\nTo:      {}\nSubject: {}\n\n{text}\n",
        manifest.from,
        counted(recipients),
        manifest.subject
    );
    if !edited.is_empty() {
        shown += &format!(
            "note: edited since it was drafted: {}; the other forms do not say the same by \
             themselves\n",
            edited.join(", ")
        );
    }
    Ok(page::plain(&shown).into_owned())
}

pub(super) fn counted(recipients: usize) -> String {
    match recipients {
        1 => "1 recipient".to_owned(),
        many => format!("{many} recipients"),
    }
}
