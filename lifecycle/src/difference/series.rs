//! The occurrences of a recurring window: the next that differ in words, the others counted.

use schedule::{Phase, Series, When, Whole, Window};

use super::{Side, occurrence::Pair, words::instead};

/// So many occurrences are told; more are a list that nobody reads.
const HANDFUL: usize = 5;

/// What differs about the occurrences of a recurring window.
pub(super) fn series(pair: &Pair<'_>) -> Vec<String> {
    let id = pair.new.id.as_str();
    let mut said: Vec<String> =
        instead(&rule(pair.old), &rule(pair.new), |rule| rule.clone().unwrap_or_default())
            .into_iter()
            .map(|rule| format!("`{id}` recurs by {rule}"))
            .collect();
    let mut differing = differing(pair);
    // What is still to come matters more than what has been; the sort keeps the order otherwise.
    differing.sort_by_key(|(is_over, _)| *is_over);
    let more = differing.len().saturating_sub(HANDFUL);
    said.extend(differing.into_iter().take(HANDFUL).flat_map(|(_, said)| said));
    match more {
        0 => {}
        1 => said.push(format!("`{id}`: 1 more occurrence differs")),
        more => said.push(format!("`{id}`: {more} more occurrences differ")),
    }
    said
}

/// The rule of a recurring window as it stands in words: "`FREQ=DAILY`".
pub(super) fn rule(window: &Window) -> Option<String> {
    let When::Repeating(series) = &window.when else { return None };
    let series: &Series = series;
    Some(match series.rule() {
        Some(rule) => format!("`{rule}`"),
        None => "single dates".to_owned(),
    })
}

/// Whether occurrences may differ that are not compiled yet: rules that come to the same dates so
/// far, ends that differ only when clocks change.
pub(super) fn differs_later(pair: &Pair<'_>) -> bool {
    let (When::Repeating(old), When::Repeating(new)) = (&pair.old.when, &pair.new.when) else {
        return false;
    };
    let last = |side: &Side<'_>| {
        side.of_window(pair.new.id.as_str()).iter().filter_map(|whole| whole.occurrence.of).max()
    };
    let compiled = last(pair.before).min(last(pair.after));
    let later = |side: &Side<'_>, series: &Series| {
        let changes = series.changes().iter().filter(|(of, _)| Some(**of) > compiled);
        let later = changes.map(|(of, change)| {
            let channels = change.channels().map(|places| side.ids(places).join(" "));
            let times = (change.start(), change.end(), change.released(), change.cancelled());
            (*of, channels, times)
        });
        later.collect::<Vec<_>>()
    };
    let rule = |series: &Series| {
        (series.first(), series.stretch(), series.also().clone(), series.except().clone())
    };
    rule(old) != rule(new) || later(pair.before, old) != later(pair.after, new)
}

/// Every occurrence that differs, ascending, with whether it is over.
fn differing(pair: &Pair<'_>) -> Vec<(bool, Vec<String>)> {
    let id = pair.new.id.as_str();
    let (mut olds, mut news) = (pair.before.of_window(id), pair.after.of_window(id));
    let mut both = matched(&mut olds, &mut news, |old, new| old.occurrence.of == new.occurrence.of);
    // Where the time of day of all is another, those of one day belong together.
    let day = |whole: &Whole| whole.occurrence.of.map(|of| of.date());
    both.extend(matched(&mut olds, &mut news, |old, new| day(old) == day(new)));

    let is_over =
        |side: &Side<'_>, whole: &Whole| matches!(side.phase(whole, pair.now), Phase::Ended);
    let span = |side: &Side<'_>, whole: &Whole| {
        side.voice().span(whole.occurrence.start, whole.occurrence.end)
    };
    let mut differing: Vec<_> = both
        .into_iter()
        .map(|(old, new)| {
            let over = is_over(pair.before, old) && is_over(pair.after, new);
            (new.occurrence.start, over, pair.said(old, new))
        })
        .filter(|(.., said)| !said.is_empty())
        .collect();
    differing.extend(olds.into_iter().map(|old| {
        let said = format!("`{id}` no longer comes: {}", span(pair.before, old));
        (old.occurrence.start, is_over(pair.before, old), vec![said])
    }));
    differing.extend(news.into_iter().map(|new| {
        let said = format!("`{id}` comes besides: {}", span(pair.after, new));
        (new.occurrence.start, is_over(pair.after, new), vec![said])
    }));
    differing.sort_by_key(|(start, ..)| *start);
    differing.into_iter().map(|(_, is_over, said)| (is_over, said)).collect()
}

/// Takes out of both lists what belongs together; both ascend, so one look at each will do.
fn matched<'w>(
    olds: &mut Vec<&'w Whole>,
    news: &mut Vec<&'w Whole>,
    belong: impl Fn(&Whole, &Whole) -> bool,
) -> Vec<(&'w Whole, &'w Whole)> {
    let of = |whole: &&Whole| whole.occurrence.of;
    olds.sort_by_key(of);
    news.sort_by_key(of);
    let mut both = Vec::new();
    let (mut left, mut rest) = (Vec::new(), Vec::new());
    let mut waiting = std::mem::take(news).into_iter().peekable();
    for old in std::mem::take(olds) {
        while let Some(new) = waiting.next_if(|new| of(new) < of(&old) && !belong(old, new)) {
            rest.push(new);
        }
        match waiting.next_if(|new| belong(old, new)) {
            Some(new) => both.push((old, new)),
            None => left.push(old),
        }
    }
    rest.extend(waiting);
    (*olds, *news) = (left, rest);
    both
}
