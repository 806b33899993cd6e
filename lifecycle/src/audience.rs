//! Which channels' users will notice what.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use schedule::{Channel, Disposition, Phase, Schedule, Whole};

use crate::{difference::Side, voice::Voice};

/// What the users of a channel will notice.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Audience {
    /// The id of the channel.
    pub channel: String,
    /// A sentence without a full stop: "web users: closed Thursday, February 6, 2025, 7:00 p.m. –
    /// 9:30 p.m. (CT) instead of … – 9:00 p.m. (CT)".
    pub said: String,
}

/// So many windows are told of a channel; the others are counted.
const HANDFUL: usize = 3;

/// What the users of each channel will notice of a change, in the order of the channels; nothing
/// for a channel whose users notice nothing. What is over already is noticed by nobody.
pub fn audiences(before: Option<&Schedule>, after: &Schedule, now: DateTime<Utc>) -> Vec<Audience> {
    let before = before.map(|before| Side::new(before, now));
    let after = Side::new(after, now);
    let gone = before.iter().flat_map(Side::channels);
    let known = |id: &str| after.channels().iter().any(|channel| channel.id.as_str() == id);
    let gone = gone.filter(|channel| !known(channel.id.as_str()));
    let ids = after.channels().iter().chain(gone).map(|channel| channel.id.as_str());
    ids.filter_map(|id| {
        let old = before.as_ref().and_then(|before| Users::of(before, id, now));
        let new = Users::of(&after, id, now);
        let said = noticed(old.as_ref(), new.as_ref(), now);
        let is_noticed = !said.is_empty();
        is_noticed.then(|| Audience {
            channel: id.to_owned(),
            said: format!("{id} users: {}", said.join("; ")),
        })
    })
    .collect()
}

/// A channel as its users see it.
#[derive(Debug)]
struct Users<'a> {
    channel: &'a Channel,
    voice: Voice<'a>,
    closings: Vec<Closing>,
    places: HashMap<(String, Option<NaiveDateTime>), usize>,
}

/// A window as the users of one channel see it.
#[derive(Clone, Debug, PartialEq)]
struct Closing {
    window: String,
    of: Option<NaiveDateTime>,
    start: DateTime<FixedOffset>,
    /// When it is planned to be over for this channel.
    end: Option<DateTime<FixedOffset>>,
    /// When it opens in any case.
    opens: Option<DateTime<FixedOffset>>,
    /// From when on they are told, while that is to come.
    announced: Option<DateTime<FixedOffset>>,
}

impl<'a> Users<'a> {
    fn of(side: &Side<'a>, id: &str, now: DateTime<Utc>) -> Option<Self> {
        let place = side.channels().iter().position(|channel| channel.id.as_str() == id)?;
        let channel = side.channels().get(place)?;
        // Nobody notices a window over a channel that it does not affect.
        let affected = channel.disposition != Disposition::Unaffected;
        let wholes = side.wholes.iter().filter(|whole| {
            affected && whole.channels().contains(&place) && !whole.occurrence.cancelled
        });
        let closings: Vec<Closing> = wholes.map(|whole| closing(side, whole, place, now)).collect();
        let places = closings.iter().map(Closing::key).zip(0..).collect();
        Some(Self { channel, voice: side.voice(), closings, places })
    }

    /// "closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)".
    fn said(&self, closing: &Closing) -> String {
        format!("{} {}", state(self.channel.disposition), self.when(closing, &self.voice))
    }

    fn when(&self, closing: &Closing, voice: &Voice<'_>) -> String {
        format!("{}{}", voice.span(closing.start, closing.end), self.held(closing))
    }

    fn held(&self, closing: &Closing) -> String {
        let at = |instant| self.voice.end(closing.start, instant);
        match (closing.end, closing.opens) {
            (None, _) => String::new(),
            (end, opens) if end == opens => String::new(),
            (_, None) => ", and then until it is released".to_owned(),
            (_, Some(opens)) => {
                format!(", and then until it is released, {} at the latest", at(opens))
            }
        }
    }

    fn find(&self, other: &Closing) -> Option<&Closing> {
        self.places.get(&other.key()).and_then(|place| self.closings.get(*place))
    }
}

fn closing(side: &Side<'_>, whole: &Whole, place: usize, now: DateTime<Utc>) -> Closing {
    let occurrence = &whole.occurrence;
    let early = whole.finished.iter().find(|(channel, _)| *channel == place);
    Closing {
        window: whole.window().to_owned(),
        of: occurrence.of,
        start: occurrence.start,
        end: early.map_or(occurrence.end, |(_, at)| Some(*at)),
        opens: whole.opens(place),
        announced: occurrence.announced.filter(|_| side.phase(whole, now) == Phase::Scheduled),
    }
}

impl Closing {
    /// What names it, wherever it is moved.
    fn key(&self) -> (String, Option<NaiveDateTime>) {
        (self.window.clone(), self.of)
    }

    fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.opens.is_some_and(|opens| opens <= now)
    }

    /// Whether the channel's users see the same.
    fn looks_like(&self, other: &Self) -> bool {
        (self.start, self.end, self.opens) == (other.start, other.end, other.opens)
    }
}

/// What a word for closing is, by what becomes of the channel.
fn state(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::Hold => "not processed",
        Disposition::ReadOnly => "read-only",
        Disposition::Unaffected => "open",
        Disposition::Unavailable => "closed",
    }
}

fn noticed(old: Option<&Users<'_>>, new: Option<&Users<'_>>, now: DateTime<Utc>) -> Vec<String> {
    match (old, new) {
        (old, Some(new)) => {
            let mut said = capped(closings(old, new, now));
            said.extend(old.map(|old| told(old.channel, new.channel)).unwrap_or_default());
            said
        }
        (Some(old), None) => {
            let is_to_come = |closing: &&Closing| !closing.is_over(now);
            match old.closings.iter().find(is_to_come) {
                Some(closing) => {
                    vec![format!("no channel any more; it was to be {}", old.said(closing))]
                }
                None => vec!["no channel any more".to_owned()],
            }
        }
        (None, None) => Vec::new(),
    }
}

/// What differs about the windows that are open or to come, those of the new schedule first.
fn closings(old: Option<&Users<'_>>, new: &Users<'_>, now: DateTime<Utc>) -> Vec<String> {
    let becomes_other = old.is_some_and(|old| old.channel.disposition != new.channel.disposition);
    let mut said = Vec::new();
    for closing in &new.closings {
        let before = old.and_then(|old| Some((old, old.find(closing)?)));
        if closing.is_over(now) && before.is_none_or(|(_, before)| before.is_over(now)) {
            continue;
        }
        match before {
            None if !closing.is_over(now) => {
                said.push(format!("{}{}", new.said(closing), hear(&new.voice, closing, ", told")));
            }
            None => {}
            Some((old, before)) if !closing.looks_like(before) || becomes_other => {
                said.push(instead(old, before, new, closing, now));
            }
            Some((_, before)) if closing.announced != before.announced => {
                let told = match closing.announced {
                    Some(_) => hear(&new.voice, closing, "told"),
                    None => "told now".to_owned(),
                };
                let span = new.voice.span(closing.start, closing.end);
                said.push(format!("{told} of the window {span}"));
            }
            Some(_) => {}
        }
    }
    for closing in old.iter().flat_map(|old| &old.closings) {
        if !closing.is_over(now) && new.find(closing).is_none() {
            let was = old.map_or_else(String::new, |old| old.said(closing));
            let word = if closing.start <= now { "open again now" } else { "stays open" };
            said.push(format!("{word} instead of {was}"));
        }
    }
    said
}

fn instead(
    old: &Users<'_>,
    before: &Closing,
    new: &Users<'_>,
    closing: &Closing,
    now: DateTime<Utc>,
) -> String {
    let was = old.said(before);
    if closing.is_over(now) {
        let end = closing.opens.map(|opens| new.voice.end(closing.start, opens));
        return format!("open again {} instead of {was}", end.unwrap_or_default());
    }
    let told = hear(&new.voice, closing, ", told");
    if old.channel.disposition != new.channel.disposition {
        return format!("{}{told} instead of {was}", new.said(closing));
    }
    let (mut when, mut was) = (new.when(closing, &new.voice), old.when(before, &old.voice));
    if when == was {
        // In another zone, clocks show the same at another instant.
        when = new.when(closing, &new.voice.exact(closing.start));
        was = old.when(before, &old.voice.exact(before.start));
    }
    // An end that is not known is told in a sentence of its own.
    let instead = match closing.end.and(before.end) {
        Some(_) => " instead of ",
        None => "; before, it was ",
    };
    format!("{} {when}{told}{instead}{was}", state(new.channel.disposition))
}

/// "told from Monday, February 3, 2025, 9:00 a.m. (CT) on", where that is to come.
fn hear(voice: &Voice<'_>, closing: &Closing, told: &str) -> String {
    let from = closing.announced.map(|at| format!("{told} from {} on", voice.moment(at)));
    from.unwrap_or_default()
}

/// What they read and do differently, whenever a window is.
fn told(old: &Channel, new: &Channel) -> Vec<String> {
    let differs = [
        (old.name != new.name, "told another name of the channel"),
        (old.instructions != new.instructions, "given other instructions"),
        (old.afterwards != new.afterwards, "asked to do something else afterwards"),
        (old.contact != new.contact, "sent to another contact"),
        (old.routes != new.routes || old.matches != new.matches, "other requests belong to it"),
        (
            (old.soap_fault_status, old.hl7_acknowledge)
                != (new.soap_fault_status, new.hl7_acknowledge),
            "given answers of another form",
        ),
    ];
    differs.into_iter().filter(|(differs, _)| *differs).map(|(_, said)| said.to_owned()).collect()
}

fn capped(mut said: Vec<String>) -> Vec<String> {
    let more = said.len().saturating_sub(HANDFUL);
    said.truncate(HANDFUL);
    if more > 0 {
        said.push(format!("and {more} more"));
    }
    said
}
