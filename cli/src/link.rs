//! `intermission bypass link`.

use std::env::{self, VarError};

use bypass::{Host, LocalPath, Secret, UnfitSecret};
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use schedule::{
    EdgeSettings, Zone,
    speech::{Language, Speech},
};
use serde::Serialize;

use crate::{arguments::Link, clock, failure::Failure, said::Said, source::Source};

/// The variable that the edge reads too. Never an argument: those are seen by everybody on the
/// machine, and stay in the shell's history.
const SECRET: &str = "INTERMISSION_BYPASS_SECRET";

/// A link is a key: whoever has it passes. Nobody verifies a deployment for longer than this.
const LONGEST: TimeDelta = TimeDelta::hours(24);

#[derive(Serialize)]
struct Document<'a> {
    link: &'a str,
    host: &'a str,
    expires: DateTime<FixedOffset>,
}

pub(crate) fn run(options: &Link) -> Result<Said, Failure> {
    if options.length.to_delta() > LONGEST {
        return Err(Failure::TooLong { length: options.length });
    }
    let host: Host = options.host.parse().map_err(Failure::Host)?;
    let to = options.to.as_deref().map(str::parse::<LocalPath>).transpose().map_err(Failure::To)?;
    let service = Service::of(options)?;
    let now = clock::now();
    let expires = now + options.length.to_delta();

    let query =
        bypass::Link::new(host.clone(), expires).to(to.unwrap_or_default()).sign(&secret()?);
    let link = format!("https://{host}{}{}/bypass?{query}", port(&options.host), service.prefix);
    // The signature covers whole seconds.
    let expires =
        service.tell(expires - TimeDelta::nanoseconds(expires.timestamp_subsec_nanos().into()));
    if options.json {
        let host = host.as_str();
        return Ok(Said::json(&Document { link: &link, host, expires }));
    }
    let speech = Speech::new(Language::English, &service.label);
    let aside =
        format!("Whoever opens it passes until {} ({}).\n", speech.moment(expires), options.length);
    Ok(Said { text: format!("{link}\n"), aside })
}

/// What a schedule says about links, or what holds without one.
struct Service {
    prefix: String,
    zone: Option<Zone>,
    label: String,
}

impl Service {
    fn of(options: &Link) -> Result<Self, Failure> {
        let given = options.prefix.as_deref().map(prefix).transpose()?;
        let Some(file) = &options.schedule else {
            let prefix = given.unwrap_or_else(|| EdgeSettings::DEFAULT_PREFIX.to_owned());
            return Ok(Self { prefix, zone: None, label: "UTC".to_owned() });
        };
        let (_, schedule, _) = Source::read(file)?.schedule(clock::now())?;
        let service = schedule.service();
        Ok(Self {
            prefix: given.unwrap_or_else(|| schedule.timeline(clock::now()).edge.prefix),
            zone: service.zone.parse().ok(),
            label: service.label.clone(),
        })
    }

    fn tell(&self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        let instant = instant.fixed_offset();
        self.zone.map_or(instant, |zone| zone.at(instant))
    }
}

/// As a schedule would have it.
fn prefix(text: &str) -> Result<String, Failure> {
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '\\');
    let fits = text.len() > 1
        && text.starts_with('/')
        && !text.starts_with("//")
        && !text.ends_with('/')
        && text.chars().all(plain);
    match fits {
        true => Ok(text.to_owned()),
        false => Err(Failure::Prefix { found: text.to_owned() }),
    }
}

/// A host is signed without its port, but is not reached without it. It was parsed before.
fn port(host: &str) -> &str {
    let name = host.rfind(']').unwrap_or(0);
    host[name..].find(':').map_or("", |colon| &host[name + colon..])
}

fn secret() -> Result<Secret, Failure> {
    let text = match env::var(SECRET) {
        Ok(text) => text,
        Err(VarError::NotPresent) => return Err(Failure::NoSecret),
        Err(VarError::NotUnicode(_)) => return Err(Failure::Secret(UnfitSecret::NotAscii)),
    };
    Secret::new(&text).map_err(Failure::Secret)?.ok_or(Failure::NoSecret)
}
