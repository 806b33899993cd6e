//! An edit of a window, or of one of its occurrences.

use chrono::{DateTime, FixedOffset};
use schedule::{Overrun, Zone};
use toml_edit::{InlineTable, Item, Value};

use super::{instant, table::Place};
use crate::{
    Refused,
    edit::{Edit, Put},
};

/// Writes what an edit changes; a value that is there already is not written anew.
pub(super) fn edit(place: &mut Place<'_>, edit: &Edit, zone: Zone) -> Result<(), Refused> {
    put(place, "start", edit.start, zone);
    if let Put::Set(end) = edit.end
        && place.contains("length")
    {
        place.rewrite(|entries| entries.replace("length", "end", instant::value(end, zone)));
    }
    put(place, "end", edit.end, zone);
    if edit.end == Put::Remove {
        place.rewrite(|entries| entries.remove("length"));
    }
    put(place, "announce", edit.announce, zone);
    if let Some(overrun) = edit.overrun {
        let word = match overrun {
            Overrun::Hold => "hold",
            Overrun::Reopen => "reopen",
        };
        // To reopen is what happens where nothing is said.
        if overrun == Overrun::Hold || place.contains("overrun") {
            place.rewrite(|entries| entries.put("overrun", Value::from(word)));
        }
    }
    match edit.hold_limit {
        Put::Keep => {}
        Put::Set(limit) => {
            place.rewrite(|entries| entries.put("hold-limit", Value::from(limit.to_string())));
        }
        Put::Remove => place.rewrite(|entries| entries.remove("hold-limit")),
    }
    put(place, "released", edit.released, zone);
    if edit.cancelled {
        place.rewrite(|entries| entries.put("cancelled", Value::from(true)));
    }
    finish(place, edit, zone)
}

fn put(place: &mut Place<'_>, key: &str, put: Put<DateTime<FixedOffset>>, zone: Zone) {
    match put {
        Put::Keep => {}
        Put::Set(new) => {
            let written = place.instant(key).and_then(|written| instant::read(&written, zone));
            if written != Some(new) {
                place.rewrite(|entries| entries.put(key, instant::value(new, zone)));
            }
        }
        Put::Remove => place.rewrite(|entries| entries.remove(key)),
    }
}

/// Writes which channels are finished, and takes out those that are no longer finished early.
fn finish(place: &mut Place<'_>, edit: &Edit, zone: Zone) -> Result<(), Refused> {
    if edit.finished.is_empty() && edit.unfinished.is_empty() {
        return Ok(());
    }
    if !place.contains("finished") {
        if edit.finished.is_empty() {
            return Ok(());
        }
        let empty = Value::InlineTable(InlineTable::new());
        place.rewrite(|entries| entries.put("finished", empty));
    }
    let refused = || super::unknown("`finished` is not written as a table");
    let finished = place.get_mut("finished").ok_or_else(refused)?;
    let is_inline = matches!(finished, Item::Value(_));
    let mut table = Place::of(finished).ok_or_else(refused)?;
    for (channel, at) in &edit.finished {
        table.rewrite(|entries| entries.put(channel, instant::value(*at, zone)));
    }
    for channel in &edit.unfinished {
        table.rewrite(|entries| entries.remove(channel));
    }
    // A header stays, for the comments around it.
    if table.is_empty() && is_inline {
        place.rewrite(|entries| entries.remove("finished"));
    }
    Ok(())
}
