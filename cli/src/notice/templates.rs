//! An organisation's own words, from the folder `templates`.

use std::path::{Path, PathBuf};

use admin::{Finding, Severity};
use answer::{
    Language,
    notice::{Fault, Kind, Letter, Notice, Template},
};

use super::NoticeError;
use crate::{failure::Failure, source::Source};

/// A notice in one language: in the organisation's words where the folder has some.
pub(super) fn letter(
    folder: &Path,
    notice: &Notice<'_>,
    language: Language,
) -> Result<Letter, Failure> {
    let Some(file) = find(folder, notice.kind, language) else {
        return Ok(notice.letter(language));
    };
    let source = Source::read(&file)?;
    match Template::parse(&source.text) {
        Ok(template) => Ok(template.letter(notice, language)),
        Err(faults) => {
            let findings = faults.iter().map(finding).collect();
            Err(NoticeError::Mistakes { source, findings }.into())
        }
    }
}

/// `templates/announcement.es.md`, or one for every kind in that language, `templates/notice.es.md`.
fn find(folder: &Path, kind: Kind, language: Language) -> Option<PathBuf> {
    let templates = folder.join("templates");
    [kind.as_str(), "notice"]
        .into_iter()
        .map(|name| templates.join(format!("{name}.{}.md", language.tag())))
        .find(|file| file.exists())
}

fn finding(fault: &Fault) -> Finding {
    Finding {
        severity: Severity::Error,
        message: fault.kind.to_string(),
        line: fault.line,
        column: fault.column,
        help: Some(fault.kind.help()),
    }
}
