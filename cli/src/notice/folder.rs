//! The folder with the notices, each of them a folder of its own.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use answer::notice::{About, Kind};
use chrono::{DateTime, Utc};

use super::{
    NoticeError, digest,
    journal::Journal,
    manifest::{Digests, Manifest},
};
use crate::failure::Failure;

pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const TEXT: &str = "notice.txt";
pub(super) const MARKDOWN: &str = "notice.md";
pub(super) const HTML: &str = "notice.html";
pub(super) const INVITATION: &str = "invitation.ics";
pub(super) const RECIPIENTS: &str = "recipients.txt";
/// The whole message as its sender gets it, to look at in a mail program.
pub(super) const COPY: &str = "copy.eml";

/// What people get, or can pass on.
pub(super) const FORMS: [&str; 4] = [TEXT, MARKDOWN, HTML, INVITATION];

/// The notices that there are.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    pub(super) drafts: Vec<Draft>,
}

/// One notice on disk.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) path: PathBuf,
    pub(super) manifest: Manifest,
}

impl Folder {
    /// What is in it, in the order of names. A folder that is not there yet is empty; one without a
    /// manifest is none of ours.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries.collect::<io::Result<Vec<_>>>(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
        };
        let entries = entries.map_err(|error| unreadable(path, error))?;
        let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
        paths.retain(|path| path.join(MANIFEST).is_file());
        paths.sort();
        let drafts = paths.iter().map(|path| Draft::open(path)).collect::<Result<_, _>>()?;
        Ok(Self { path: path.to_owned(), drafts })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A draft by its name here, or by its path.
    pub(super) fn find(path: &Path, name: &str) -> Result<Draft, Failure> {
        let places = [path.join(name), PathBuf::from(name)];
        match places.iter().find(|place| place.join(MANIFEST).is_file()) {
            Some(place) => Draft::open(place),
            None => {
                let found = name.to_owned();
                let known = Self::open(path)?.drafts.iter().map(Draft::name).collect();
                Err(NoticeError::UnknownDraft { found, folder: path.to_owned(), known }.into())
            }
        }
    }

    /// Which notice about this occurrence comes next, from 1.
    pub(super) fn number(&self, uid: &str) -> u32 {
        self.about(uid).map(|manifest| manifest.number).max().unwrap_or(0) + 1
    }

    /// What it will be called.
    pub(super) fn name(&self, about: &About<'_>, kind: Kind, uid: &str) -> String {
        let window = about.occurrence.window.as_str();
        let of = about.occurrence.of.map(|of| of.format("-%Y%m%dT%H%M").to_string());
        format!("{window}{}-{}-{kind}", of.unwrap_or_default(), self.number(uid))
    }

    /// The last notice about this occurrence that went out, at least to somebody.
    pub(super) fn last_sent(&self, about: &About<'_>) -> Option<&Manifest> {
        let uid = answer::calendar::uid(about.timeline, about.occurrence);
        let sent = self.drafts.iter().filter(|draft| draft.manifest.uid == uid);
        let sent = sent.filter(|draft| Journal::exists(&draft.path));
        sent.map(|draft| &draft.manifest).max_by_key(|manifest| manifest.number)
    }

    /// That of the feed, which is the revision that `changed` the occurrence last, so that a mail and
    /// the feed are one event. Where the feed does not know of a change, as of one that people could
    /// not know of yet, or of a file's, it is one more than what was told before: calendars take no
    /// change without a higher number.
    pub(super) fn sequence(&self, about: &About<'_>, changed: u32, now: DateTime<Utc>) -> u32 {
        let uid = answer::calendar::uid(about.timeline, about.occurrence);
        let last = self.about(&uid).max_by_key(|manifest| manifest.number);
        let next = last.map_or(0, |last| {
            let (start, end) = times(about, now);
            let cancelled = last.method == "CANCEL";
            let same = (&last.start, &last.end) == (&start, &end)
                && cancelled == about.occurrence.cancelled;
            if same { last.sequence } else { last.sequence.saturating_add(1) }
        });
        next.max(changed)
    }

    fn about(&self, uid: &str) -> impl Iterator<Item = &Manifest> {
        self.drafts.iter().map(|draft| &draft.manifest).filter(move |known| known.uid == uid)
    }
}

/// From when to when it is, as a manifest has it.
pub(super) fn times(about: &About<'_>, now: DateTime<Utc>) -> (String, Option<String>) {
    let end = about.end(now).map(|end| end.to_rfc3339());
    (about.occurrence.start.to_rfc3339(), end)
}

impl Draft {
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let file = path.join(MANIFEST);
        let bytes = fs::read(&file).map_err(|error| unreadable(&file, error))?;
        let manifest: Result<Manifest, _> = serde_json::from_slice(&bytes);
        match manifest {
            Ok(manifest) if manifest.format == Manifest::FORMAT => {
                Ok(Self { path: path.to_owned(), manifest })
            }
            Ok(manifest) => Err(NoticeError::UnknownFormat { file, found: manifest.format }.into()),
            Err(error) => Err(NoticeError::MalformedManifest { file, error }.into()),
        }
    }

    pub(super) fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    pub(super) fn read(&self, file: &str) -> Result<String, Failure> {
        let path = self.path.join(file);
        fs::read_to_string(&path).map_err(|error| unreadable(&path, error))
    }

    pub(super) fn digests(&self, files: &[&str]) -> Result<Digests, Failure> {
        let digest = |file: &&str| Ok(((*file).to_owned(), digest::of(self.read(file)?)));
        files.iter().map(digest).collect()
    }

    /// All at once: whoever reads it meanwhile finds the old one or the new one.
    pub(super) fn write(&self, file: &str, text: impl AsRef<[u8]>) -> Result<(), Failure> {
        let (path, beside) = (self.path.join(file), self.path.join(format!("{file}.new")));
        fs::write(&beside, text)
            .and_then(|()| fs::File::open(&beside)?.sync_all())
            .and_then(|()| fs::rename(&beside, &path))
            .map_err(|error| Failure::Unwritable { path, error })
    }

    pub(super) fn write_manifest(&self) -> Result<(), Failure> {
        self.write(MANIFEST, crate::said::json(&self.manifest))
    }
}

fn unreadable(path: &Path, error: io::Error) -> Failure {
    Failure::Unreadable { name: path.display().to_string(), error }
}
