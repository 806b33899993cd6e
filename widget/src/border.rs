//! What JavaScript calls. Only numbers cross: texts would need code on both sides, and JavaScript has
//! them already. `cargo xtask build` writes the names of the numbers for it.

use std::sync::Mutex;

use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};
use wasm_bindgen::prelude::*;

use crate::told::LAST;
use crate::{Banner, Channel, Facts, Over, Reminder, Said, Told, Window, memory};

// SAFETY: a page has one thread, and no worker is given this module.
#[global_allocator]
static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
    unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };

/// One for all elements of a page.
static BANNER: Mutex<Banner> = Mutex::new(Banner::new());

/// Takes in a document, at an instant of the server's clock: when it was read, its revision, how
/// many seconds are imminent, the number of channels, of each its name and whether its users notice
/// anything; then of each window its name, its print, whether it is over (1) or cancelled (2), start
/// and end (or NaN), whether it holds, when it reopens (or NaN), the number of its channels and their
/// places.
#[wasm_bindgen]
pub fn tell(document: &[f64], now: f64) {
    if let Some(told) = read(&mut document.iter().map(|number| whole(*number))) {
        with(|banner| banner.tell(told, instant(now)));
    }
}

/// Takes in what other pages have kept.
#[wasm_bindgen]
pub fn recall(rows: &[f64]) {
    with(|banner| rows.as_chunks::<9>().0.iter().for_each(|row| banner.recall(row.map(whole))));
}

/// What to keep for other pages.
#[wasm_bindgen]
pub fn kept() -> Vec<f64> {
    let mut kept = Vec::new();
    with(|banner| kept.extend(banner.kept().iter().flatten().map(|whole| number(*whole))));
    kept
}

/// What the users of a channel are told, and before it until when that stands: nothing, or the place
/// of the window, its phase, the state and its length, the change and what was known before, the
/// instructions, whether to read it out, and which reminder is due. What is not there is NaN. Of a
/// page that nobody sees, no time runs.
#[wasm_bindgen]
pub fn say(channel: u32, now: f64, seen: bool) -> Vec<f64> {
    let mut said = Said::default();
    with(|banner| said = banner.say(channel, instant(now), seen));
    let until = said.until.map_or(f64::INFINITY, number);
    let Some(message) = said.message else { return vec![until] };
    let (state, left) = message.state.parts();
    let (change, before) = message.change.map_or((None, None), |change| {
        let (change, before) = change.parts();
        (Some(change), Some(before))
    });
    vec![
        until,
        f64::from(u32::try_from(message.place).unwrap_or_default()),
        f64::from(memory::number(message.phase)),
        f64::from(state),
        or_nan(left),
        or_nan(change.map(i64::from)),
        or_nan(before.map(|before| before.start)),
        or_nan(before.and_then(|before| before.end)),
        f64::from(message.advice.number()),
        f64::from(u8::from(message.announce)),
        f64::from(message.reminder.map_or(0, Reminder::number)),
    ]
}

/// Puts away what the users of a channel are told.
#[wasm_bindgen]
pub fn dismiss(channel: u32, now: f64) {
    with(|banner| banner.dismiss(channel, instant(now)));
}

/// Nothing that acts calls back, so the banner is always free. To lock what is not would be a panic, whose
/// words are three kilobytes.
fn with(act: impl FnOnce(&mut Banner)) {
    if let Ok(mut banner) = BANNER.try_lock() {
        act(&mut banner);
    }
}

fn read(numbers: &mut impl Iterator<Item = i64>) -> Option<Told> {
    let read = numbers.next()?;
    let revision = u32::try_from(numbers.next()?).ok()?;
    // A year at most.
    let imminent = numbers.next()?.clamp(0, 31_536_000) * 1000;
    let mut told = Told { revision, imminent, ..Told::new() };
    for _ in 0..numbers.next()? {
        let name = u32::try_from(numbers.next()?).ok()?;
        told.channels.push(Channel { name, affected: numbers.next()? != 0 });
    }
    while let Some(name) = numbers.next() {
        let mut facts = Facts {
            name: u32::try_from(name).ok()?,
            print: u32::try_from(numbers.next()?).ok()?,
            over: match numbers.next()? {
                1 => Over::Ended,
                2 => Over::Cancelled,
                _ => Over::No,
            },
            start: numbers.next()?,
            // NaN has become 0, which is the end of no window.
            end: numbers.next().filter(|end| *end != 0),
            read,
            hold: numbers.next()? != 0,
            reopens: numbers.next().filter(|reopens| *reopens != 0),
            channels: Vec::new(),
        };
        for _ in 0..numbers.next()? {
            facts.channels.push(usize::try_from(numbers.next()?).ok()?);
        }
        told.windows.push(Window::new(facts)?);
    }
    Some(told)
}

/// Within the years of people, where nothing that is reckoned with it overflows.
fn instant(millis: f64) -> i64 {
    whole(millis).clamp(0, LAST)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a fraction of a millisecond is to go, and what is beyond all numbers becomes the last"
)]
fn whole(number: f64) -> i64 {
    number as i64
}

fn number(whole: i64) -> f64 {
    whole as f64
}

fn or_nan(millis: Option<i64>) -> f64 {
    millis.map_or(f64::NAN, number)
}
