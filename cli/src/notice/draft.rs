//! `intermission notice draft`.

use std::fs;

use serde::Serialize;

use super::{
    NoticeError,
    about::Asked,
    arguments,
    composed::Composed,
    folder::{self, Draft},
    manifest::{Digests, Manifest, Signed},
    who,
};
use crate::{clock, failure::Failure, said::Said};

#[derive(Serialize)]
struct Document<'a> {
    draft: &'a str,
    folder: String,
    manifest: &'a Manifest,
}

pub(super) fn run(options: &arguments::Draft) -> Result<Said, Failure> {
    let drafted = Signed::now(who::name(&options.signer)?);
    let asked = Asked::read(&options.about)?;
    let notice = asked.notice(&options.about)?;
    let folder = asked.folder(&options.about)?;
    let composed = Composed::of(&options.about, &asked, &notice, &folder)?;
    let (start, end) = folder::times(&notice.about, asked.now);
    let mail = &composed.mail;
    let manifest = Manifest {
        format: Manifest::FORMAT,
        window: notice.about.occurrence.window.as_str().to_owned(),
        of: notice.about.occurrence.of.map(|of| of.format("%Y-%m-%dT%H:%M:%S").to_string()),
        kind: notice.kind.as_str().to_owned(),
        number: folder.number(&composed.uid),
        revision: asked.revision,
        sequence: composed.sequence,
        uid: composed.uid.clone(),
        start,
        end,
        languages: composed.languages.iter().map(|&tag| tag.to_owned()).collect(),
        subject: mail.subject.clone(),
        from: mail.from.to_string(),
        list: mail.list.clone(),
        method: mail.method.clone(),
        drafted,
        files: Digests::new(),
        approved: None,
    };
    let draft = write(folder.path().join(&mail.name), manifest, &composed)?;
    let name = draft.name();
    if options.json {
        let folder = draft.path.display().to_string();
        return Ok(Said::json(&Document { draft: &name, folder, manifest: &draft.manifest }));
    }
    let text = format!("drafted {name}: {}\n", mail.subject);
    let aside = format!(
        "Look at it in {}, edit it if need be, then:\n  \
         intermission notice approve {name} --recipients FILE\n",
        draft.path.display()
    );
    Ok(Said::followed(&text, aside))
}

/// The manifest comes last: what has none is no draft.
fn write(
    path: std::path::PathBuf,
    manifest: Manifest,
    composed: &Composed,
) -> Result<Draft, Failure> {
    let mail = &composed.mail;
    let parent = path.parent().map_or(Ok(()), fs::create_dir_all);
    // Two who draft at once do not get one folder.
    if let Err(error) = parent.and_then(|()| fs::create_dir(&path)) {
        return Err(match error.kind() {
            std::io::ErrorKind::AlreadyExists => NoticeError::Taken { folder: path }.into(),
            _ => Failure::Unwritable { path, error },
        });
    }
    let mut draft = Draft { path, manifest };
    draft.write(folder::TEXT, &mail.text)?;
    draft.write(folder::MARKDOWN, &composed.markdown)?;
    draft.write(folder::HTML, &mail.html)?;
    draft.write(folder::INVITATION, &mail.calendar)?;
    draft.write(folder::COPY, mail.to(&mail.from, clock::now()).bytes)?;
    draft.manifest.files = draft.digests(&folder::FORMS)?;
    draft.write_manifest()?;
    Ok(draft)
}
