//! `intermission explain`.
//!
//! | file | what |
//! | --- | --- |
//! | `place` | where a request belongs, by which route, and what it missed narrowly (`near`) |
//! | `standing` | which window says something about it |
//! | `outcome` | what becomes of it, and why |
//! | `answered` | the answer: its form, its language, when to come back, and its bytes |
//! | `notes` | what else whoever asks should know |
//! | `text`, `paragraph`, `bytes`, `outlook`, `words` | all of it for people |
//! | `json` | all of it for programs |

mod answered;
mod bytes;
mod json;
mod near;
mod notes;
mod outcome;
mod outlook;
mod paragraph;
mod place;
mod standing;
mod text;
mod words;

use std::io::{self, Read};

use chrono::{DateTime, FixedOffset};
use schedule::{Gate, Schedule, Service, Zone};

use crate::{
    arguments::Explain,
    clock,
    curl::{self, Pasted},
    failure::Failure,
    request::{Request, RequestError},
    said::{self, Said},
    source::Source,
    when,
};
use outcome::Outcome;
use place::Place;
use standing::Standing;

/// What becomes of a request at an instant, and why.
#[derive(Debug)]
pub(crate) struct Explanation {
    pub(crate) request: Request,
    /// In the service's zone.
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) zone: Zone,
    pub(crate) service: Service,
    pub(crate) place: Place,
    /// The window that is open over its channel, or has just ended.
    pub(crate) window: Option<Standing>,
    /// The next one over its channel.
    pub(crate) next: Option<Standing>,
    pub(crate) outcome: Outcome,
    /// Who passes nevertheless.
    pub(crate) bypass: Option<String>,
    pub(crate) notes: Vec<String>,
}

/// What is supposed besides the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Supposed<'a> {
    /// The address from which it comes.
    pub(crate) client: Option<&'a str>,
    /// Whether the origin cannot be reached.
    pub(crate) outage: bool,
}

pub(crate) fn run(options: &Explain) -> Result<Said, Failure> {
    // Of warnings about the schedule `check` tells; here they would hide the answer.
    let (_, schedule, _) = Source::read(&options.schedule)?.schedule(clock::now())?;
    let zone: Zone =
        schedule.service().zone.parse().expect("a schedule that was read has a zone that exists");
    let at = match &options.at {
        Some(text) => {
            let clocks = when::Clocks { zone, label: &schedule.service().label };
            when::read(text, clocks, clock::now())
                .map_err(|error| Failure::Instant { option: "--at", error })?
        }
        None => zone.at(clock::now().fixed_offset()),
    };
    let pasted = pasted(options, schedule.service())?;
    let client = options.client.map(|client| client.to_string());
    let supposed = Supposed { client: client.as_deref(), outage: options.outage };
    let explanation = explain(&schedule, zone, pasted, at, supposed);
    Ok(match options.json {
        true => Said::json(&json::Document::of(&explanation)),
        false => Said::text(text::text(&explanation, said::may_be_styled(&io::stdout()))),
    })
}

fn pasted(options: &Explain, service: &Service) -> Result<Pasted, Failure> {
    let base = service.url.as_deref();
    match (&options.url, &options.curl) {
        (Some(url), _) => {
            let request = Request::described(url, options, service).map_err(Failure::Request)?;
            Ok(Pasted { request, notes: Vec::new() })
        }
        (None, Some(text)) if text == "-" => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map_err(|error| Failure::Unreadable {
                name: "standard input".to_owned(),
                error,
            })?;
            curl::text(&text, base).map_err(Failure::Curl)
        }
        (None, Some(text)) => curl::text(text, base).map_err(Failure::Curl),
        (None, None) if options.command.is_empty() => Err(Failure::Request(RequestError::Missing)),
        (None, None) => curl::words(&options.command, base).map_err(Failure::Curl),
    }
}

fn explain(
    schedule: &Schedule,
    zone: Zone,
    pasted: Pasted,
    at: DateTime<FixedOffset>,
    supposed: Supposed<'_>,
) -> Explanation {
    let Pasted { request, mut notes } = pasted;
    let now = at.to_utc();
    let gate = Gate::new(schedule.timeline(now));
    let (place, window, outcome) = request.ask(|asked| {
        let place = Place::of(&gate, asked, now);
        let window = standing::window(&gate, asked, &place, now);
        let outcome =
            outcome::outcome(&gate, &request, asked, &place, window.as_ref(), now, supposed);
        (place, window, outcome)
    });
    let next = standing::next(gate.timeline(), &place, now);
    let bypass = notes::bypass(gate.timeline(), &request, &outcome, supposed);
    notes.extend(notes::notes(gate.timeline(), &request, &place, &outcome, now, supposed));
    let service = schedule.service().clone();
    Explanation { request, at, zone, service, place, window, next, outcome, bypass, notes }
}
