//! What people were told before.

use std::path::Path;

use answer::notice::{About, Before};
use chrono::{DateTime, FixedOffset};
use schedule::Schedule;

use super::{arguments, folder::Folder, manifest::Manifest};
use crate::{
    clock,
    failure::Failure,
    keeper::{self, Client},
    source::Source,
};

/// The times of the same occurrence by an earlier schedule, or by the last notice that was sent.
pub(super) fn before(
    options: &arguments::About,
    about: &About<'_>,
    client: Option<&Client>,
) -> Result<Option<Before>, Failure> {
    let Some(since) = &options.since else {
        let told = Folder::open(&options.folder.folder)?;
        return Ok(told.last_sent(about).and_then(|manifest| times(manifest, about)));
    };
    let schedule = match since.parse::<u64>() {
        Ok(revision) => match client {
            Some(client) => of_revision(client, revision)?,
            None => of_revision(&keeper::connect(&options.connection)?, revision)?,
        },
        Err(_) => Source::read(Path::new(since))?.schedule(clock::now())?.1,
    };
    let timeline = schedule.timeline(clock::now());
    let same = timeline.occurrences.iter().filter(|earlier| {
        earlier.window == about.occurrence.window && earlier.of == about.occurrence.of
    });
    // Of one that was finished in parts, the part that closes longest says when it was to end.
    let longest = same.max_by_key(|earlier| (earlier.end.is_none(), earlier.end));
    Ok(longest.map(|earlier| Before { start: earlier.start, end: earlier.end }))
}

fn of_revision(client: &Client, revision: u64) -> Result<Schedule, Failure> {
    let document = client.revision(revision)?.document;
    let parsed = schedule::parse(&document, clock::now());
    parsed.schedule.ok_or(Failure::Foreign { revision })
}

fn times(manifest: &Manifest, about: &About<'_>) -> Option<Before> {
    let read = |text: &str| DateTime::<FixedOffset>::parse_from_rfc3339(text).ok();
    let start = read(&manifest.start)?;
    let end = manifest.end.as_deref().and_then(read);
    debug_assert_eq!(manifest.window, about.occurrence.window.as_str());
    Some(Before { start, end })
}
