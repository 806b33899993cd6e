//! `intermission notice show`.

use super::{
    about::Asked,
    arguments::{Form, Show},
    composed::Composed,
};
use crate::{failure::Failure, said::Said};

pub(super) fn run(options: &Show) -> Result<Said, Failure> {
    let asked = Asked::read(&options.about)?;
    let notice = asked.notice(&options.about)?;
    let folder = asked.folder(&options.about)?;
    let composed = Composed::of(&options.about, &asked, &notice, &folder)?;
    let mail = &composed.mail;
    Ok(Said::text(match options.form {
        Form::Text => mail.text.clone(),
        Form::Markdown => composed.markdown,
        Form::Html => mail.html.clone(),
        Form::Ics => mail.calendar.clone(),
        // Mail is ASCII, because it has been encoded as that.
        Form::Eml => String::from_utf8_lossy(&mail.to(&mail.from, asked.now).bytes).into_owned(),
    }))
}
