//! `docs/lifecycle.md` says what the steps do. `UPDATE_EXPECT=1` rewrites it.
//!
//! | file | what |
//! | --- | --- |
//! | `example` | a step that is taken for the document |
//! | `sections` | a section a step |
//! | `table` | the table of what may follow what |

#[cfg(test)]
mod example;
#[cfg(test)]
mod sections;
#[cfg(test)]
mod table;

use std::{env, fs, path::Path};

/// Before the table.
const BEGINNING: &str = "\
# The life of a window

<!-- Written by `UPDATE_EXPECT=1 cargo test -p lifecycle`: every sentence and every line below is what
a step says and writes. -->

Downtime plans move. A step is one command, or one call of the API; it is written into the schedule,
which is checked as a whole before anything changes, and put in force as a new revision. No timer
and no switch decides over a window: where it stands is found from the schedule and the time of day.

";

/// Between the table and the steps.
const STEPS: &str = "
A window that is open is finished, not cancelled; one that is not open yet is cancelled, not finished.
After a window that has ended or was cancelled comes a new one: what was, stays on record.

## The steps

The window of the examples, and its occurrences where it recurs:

";

/// Behind the steps.
const END: &str = "
## Which occurrence

A step on a recurring window is about one of its occurrences: the one that is open, or else the next
to come, or the one that `--of 2026-03-12` (`\"of\": \"2026-03-12\"`) names by the start that its rule
gives it, wherever it was moved. It is written as a `[[window.change]]`; the rule stays as it is. Two
steps are about what all occurrences have in common, so they are refused for one of them: `announce`
and `hold`. `cancel` without an occurrence takes the whole window off the schedule.

## What happens at the end

| `overrun` | at the end | afterwards |
| --- | --- | --- |
| `\"reopen\"` | it opens by itself | it has ended |
| `\"hold\"` | it stays closed, and says that it takes longer | it is in overrun until somebody releases it, or until the limit |

`hold-limit` is the dead man's limit. Whoever was to release the window may be asleep or offline, and
a service that nobody reopens is an outage: so long after its end the window opens by itself. `hold` always writes one, four hours where none is given. It counts from the end, so extending
the window moves it too. A window that holds and has no limit stays closed until it is released.

## Times

* A local time that clocks skip or repeat is refused, with both readings to copy. A step that comes to
  such a time by itself writes it with its offset.
* Everything is cut to whole seconds. A window that is finished ends in the current second, and at the
  earliest one second after its start.
* A window whose end nobody knew may have run into another. When it is finished, that is written for
  each of its channels under `finished`, since two windows whose ends are known may not overlap.
* A length that extends an overrun counts from now, since the old end has passed.

## What stays as it is

Comments, order, blank lines and line endings of the document. A step writes the keys that it is about
where they stand, and new ones where [schedule.md](schedule.md) lists them. `end` stands in the place
of `length`. A document that would have a mistake, as when a window would run into another, is refused
with that mistake, and so is one in which anything else would change.
";

#[test]
fn the_document_says_what_the_steps_do() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/lifecycle.md");
    let windows = format!("```toml\n{}\n{}```\n", example::ONCE, example::PATCHES);
    let real = [BEGINNING, &table::table(), STEPS, &windows, &sections::sections(), END].concat();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, real).expect("the document can be written");
        return;
    }
    let document = fs::read_to_string(&path).expect("the document is there");
    assert_eq!(document, real, "`UPDATE_EXPECT=1 cargo test -p lifecycle` rewrites it");
}
