//! What was understood and what was not, in words.

use super::{Imported, draft::Draft, event::Untaken};
use crate::page;

/// What is said beside the document: every event of the source, in one of the lists.
pub(super) fn words(imported: &Imported) -> String {
    let mut text = format!("{}: {}\n", page::plain(&imported.source), imported.what);
    for note in &imported.notes {
        text += &page::fill(note, "note: ", "      ");
    }
    let (settled, open): (Vec<&Untaken>, Vec<&Untaken>) =
        imported.untaken.iter().partition(|untaken| untaken.why.is_settled());
    section(&mut text, "taken", imported.taken.iter().map(taken));
    section(&mut text, "not taken", open.into_iter().map(untaken));
    section(&mut text, "nothing to do about", settled.into_iter().map(untaken));
    let taken: usize = imported.taken.iter().map(|draft| draft.event.parts).sum();
    let all = taken + imported.untaken.iter().map(|untaken| untaken.parts).sum::<usize>();
    text += &format!("\n{taken} of {all} taken");
    match &imported.written {
        Some(file) if taken > 0 => text += &format!(", and appended to {}", page::plain(file)),
        Some(file) => text += &format!("; {} stays as it is", page::plain(file)),
        None => {}
    }
    text + "\n"
}

fn section(text: &mut String, title: &str, items: impl Iterator<Item = String>) {
    let items: String = items.collect();
    if !items.is_empty() {
        *text += &format!("\n{title}\n{items}");
    }
}

fn taken(draft: &Draft) -> String {
    let line = format!("{}: {} · {}", draft.id, draft.told.words, draft.channels.join(", "));
    let mut text = page::item(&line);
    if draft.event.name != draft.id {
        text += &page::fill(&draft.event.name, INDENT, INDENT);
    }
    for note in &draft.event.notes {
        text += &page::fill(note, "    = note: ", "            ");
    }
    if !draft.event.left_out.is_empty() {
        let left_out = draft.event.left_out.join(", ");
        text += &page::fill(&left_out, "    = left out: ", "                ");
    }
    text
}

const INDENT: &str = "    ";

fn untaken(untaken: &Untaken) -> String {
    let mut text = page::item(&format!("{}: {}", untaken.name, untaken.why));
    if let Some(help) = untaken.why.help() {
        text += &page::fill(&help, "    = help: ", "            ");
    }
    text
}
