//! All of a text together, as one instant.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use schedule::{
    Length,
    speech::{Language, Speech},
};

use super::{
    Clocks, Doubt, Read, Reading, WhenError, ahead,
    day::{self, Candidates, Day},
    error::is_known,
    hour::{Hour, Stroke},
    place::{self, Place},
    words,
    written::{Written, take_apart},
};

/// Nobody writes a time that is longer.
const LONGEST: usize = 200;

/// From when on in the day one speaks of the night.
const EVENING: NaiveTime = NaiveTime::from_hms_opt(17, 0, 0).expect("five is a time of day");

pub(super) fn read(
    text: &str,
    clocks: Clocks<'_>,
    now: DateTime<Utc>,
    after: DateTime<Utc>,
) -> Result<Read, WhenError> {
    let found: String = text.trim().chars().take(LONGEST).flat_map(char::escape_debug).collect();
    let unreadable = || WhenError::Unreadable { found: found.clone() };
    if text.len() > LONGEST {
        return Err(unreadable());
    }
    let plain = words::plain(text);
    let (rest, place) = place::split(&plain, clocks)?;
    let lower = rest.replace(',', " ").to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let instant = match words.as_slice() {
        [] => return Err(unreadable()),
        [length] if length.parse::<Length>().is_ok() => {
            return Err(WhenError::OnlyLength { found });
        }
        ["now"] => now.fixed_offset(),
        ["in", length @ ..] => {
            let length = ahead::length(length).ok_or_else(unreadable)?;
            now.checked_add_signed(length.to_delta()).ok_or_else(unreadable)?.fixed_offset()
        }
        words => {
            let written = take_apart(words, &found)?;
            let question = Question { written, clocks, now, after, found: &found };
            return question.answer(question.place(place).ok_or_else(unreadable)?);
        }
    };
    let instant = clocks.zone.at(instant.with_nanosecond(0).unwrap_or(instant));
    in_range(instant, &found)
}

fn in_range(instant: Read, found: &str) -> Result<Read, WhenError> {
    match is_known(instant) {
        true => Ok(instant),
        false => Err(WhenError::OutOfRange { found: found.to_owned() }),
    }
}

/// What was written, and when and where.
#[derive(Clone, Copy, Debug)]
struct Question<'a> {
    written: Written,
    clocks: Clocks<'a>,
    now: DateTime<Utc>,
    after: DateTime<Utc>,
    found: &'a str,
}

/// A local time that may be meant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Meant {
    local: NaiveDateTime,
    /// Whether it is the end of the day before.
    ends_day: bool,
}

impl Question<'_> {
    /// Both a zone and an offset are one too many, unless they stand together.
    fn place(&self, behind: Option<Place>) -> Option<Place> {
        match (self.written.offset, behind) {
            (Some(offset), None) => Some(Place::Offset(offset)),
            (None, behind) => Some(behind.unwrap_or(Place::Service)),
            (Some(offset), Some(Place::Service)) => Some(Place::Exact(self.clocks.zone, offset)),
            (Some(offset), Some(Place::Zone(zone))) => Some(Place::Exact(zone, offset)),
            (Some(_), Some(Place::Offset(_) | Place::Exact(..))) => None,
        }
    }

    fn answer(&self, place: Place) -> Result<Read, WhenError> {
        let (today, from) =
            (place.date(self.now, self.clocks), place.date(self.after, self.clocks));
        let (candidates, doubtful_day) = match self.written.day {
            Some(day) => day.candidates(today, from),
            None => (Candidates::Coming(vec![day::days(from, 3)]), None),
        };
        let Some(hour) = self.written.hour else { return Err(self.no_time(&candidates)) };
        let (strokes, doubtful_hour) = self.strokes(hour);
        let mut meant: Vec<Meant> = Vec::new();
        for stroke in strokes {
            meant.extend(self.meant(&candidates, stroke, place));
        }
        if hour == Hour::Midnight && self.written.day.is_none() {
            meant = self.both_midnights(today);
        }
        let (meant, doubtful_night) = self.tonight(meant);
        let doubt = doubtful_hour.or(doubtful_day).or(doubtful_night);
        match (meant.as_slice(), doubt) {
            ([], _) => Err(WhenError::NoSuchDate { found: self.found.to_owned() }),
            ([one], _) => {
                self.judge_weekday(*one)?;
                in_range(place.resolve(one.local, self.clocks)?, self.found)
            }
            (many, doubt) => Err(WhenError::Doubtful {
                found: self.found.to_owned(),
                doubt: doubt.unwrap_or(Doubt::Half),
                readings: many.iter().map(|meant| self.reading(*meant, place)).collect(),
            }),
        }
    }

    /// "tonight" says which half of the day, and which midnight.
    fn strokes(&self, hour: Hour) -> (Vec<Stroke>, Option<Doubt>) {
        let (mut strokes, doubt) = hour.strokes();
        if self.written.day == Some(Day::Tonight) && strokes.len() > 1 {
            let of_the_night = |stroke: &Stroke| stroke.next_day || stroke.time >= EVENING;
            if strokes.iter().any(of_the_night) {
                strokes.retain(of_the_night);
            }
        }
        (strokes, doubt)
    }

    fn meant(&self, candidates: &Candidates, stroke: Stroke, place: Place) -> Vec<Meant> {
        let on = |date: NaiveDate| {
            let date = if stroke.next_day { date.succ_opt() } else { Some(date) };
            date.map(|date| Meant { local: date.and_time(stroke.time), ends_day: stroke.next_day })
        };
        let is_ahead = |meant: &Meant| {
            place.instants(meant.local, self.clocks).iter().any(|instant| *instant > self.after)
        };
        match candidates {
            Candidates::Fixed(dates) => dates.iter().filter_map(|&date| on(date)).collect(),
            Candidates::Coming(groups) => groups
                .iter()
                .filter_map(|dates| dates.iter().filter_map(|&date| on(date)).find(is_ahead))
                .collect(),
        }
    }

    fn both_midnights(&self, today: NaiveDate) -> Vec<Meant> {
        let midnight =
            |date: NaiveDate, ends_day| Meant { local: date.and_time(NaiveTime::MIN), ends_day };
        let end = today.succ_opt().map(|tomorrow| midnight(tomorrow, true));
        [Some(midnight(today, false)), end].into_iter().flatten().collect()
    }

    /// The times once each; and for "tonight" before the evening, the night's other end.
    fn tonight(&self, mut meant: Vec<Meant>) -> (Vec<Meant>, Option<Doubt>) {
        meant.sort_by_key(|meant| meant.local);
        meant.dedup_by_key(|meant| meant.local);
        let [one] = meant.as_slice() else { return (meant, None) };
        if self.written.day != Some(Day::Tonight) || one.ends_day || one.local.time() >= EVENING {
            return (meant, None);
        }
        let next = one.local.checked_add_days(Days::new(1));
        let next = next.map(|local| Meant { local, ends_day: false });
        ([Some(*one), next].into_iter().flatten().collect(), Some(Doubt::Tonight))
    }

    fn judge_weekday(&self, meant: Meant) -> Result<(), WhenError> {
        let Some(Day::Date { weekday: Some(weekday), .. }) = self.written.day else {
            return Ok(());
        };
        let date = meant.day();
        match date.weekday() == weekday {
            true => Ok(()),
            false => Err(WhenError::OtherWeekday {
                found: self.found.to_owned(),
                written: weekday,
                date,
            }),
        }
    }

    fn no_time(&self, candidates: &Candidates) -> WhenError {
        let found = self.found.to_owned();
        let today = self.clocks.zone.at(self.after.fixed_offset()).date_naive();
        let dates: Vec<NaiveDate> = match candidates {
            _ if self.written.day.is_none() => return WhenError::Unreadable { found },
            Candidates::Fixed(dates) => dates.clone(),
            Candidates::Coming(groups) => groups
                .iter()
                .filter_map(|dates| dates.iter().copied().find(|date| *date >= today))
                .collect(),
        };
        match dates.is_empty() {
            true => WhenError::NoSuchDate { found },
            false => WhenError::NoTime { found, dates },
        }
    }

    fn reading(&self, meant: Meant, place: Place) -> Reading {
        let Meant { local, ends_day } = meant;
        let written = match ends_day {
            true => format!("{} 24:00", meant.day()),
            false if local.second() == 0 => local.format("%Y-%m-%d %H:%M").to_string(),
            false => local.format("%Y-%m-%d %H:%M:%S").to_string(),
        };
        let label = match place {
            Place::Service => self.clocks.label.to_owned(),
            Place::Zone(zone) | Place::Exact(zone, _) => zone.name().to_owned(),
            Place::Offset(offset) if offset.local_minus_utc() == 0 => "UTC".to_owned(),
            Place::Offset(offset) => schedule::speech::offset(offset),
        };
        let written = match place {
            Place::Service => written,
            Place::Zone(zone) => format!("{written} {}", zone.name()),
            Place::Offset(offset) if offset.local_minus_utc() == 0 => format!("{written} UTC"),
            Place::Offset(offset) | Place::Exact(_, offset) => format!("{written} UTC{offset}"),
        };
        let speech = Speech::new(Language::English, &label);
        // As if it were on a clock of UTC: only the words are wanted.
        let there = local.and_utc().fixed_offset();
        let said = match ends_day {
            true => speech.end(there, there),
            false => speech.moment(there),
        };
        Reading { local, written, said }
    }
}

impl Meant {
    /// The day that it is a time of.
    fn day(self) -> NaiveDate {
        let date = self.local.date();
        if self.ends_day { date.pred_opt().unwrap_or(date) } else { date }
    }
}
