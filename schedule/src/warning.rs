//! On which pages, and to whom, the edge warns of what is to come.

use std::cell::Cell;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{Amendment, Belongs, Gate, Plan, Request, Route, path};

/// The pages that the edge writes the banner into while something is announced. Only a page that is
/// asked for as such is meant: what scripts fetch is left alone.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct BannerSettings {
    /// Where pages for people are.
    pub routes: Vec<Route>,
    /// Who has a cookie of one of these names is signed in. A name that ends in `*` is the beginning of
    /// one.
    pub cookies: Vec<String>,
    /// The pages on which everybody is warned, because nobody is signed in yet: whoever signs in a
    /// minute before the start is thrown out again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub everybody: Vec<Route>,
}

impl BannerSettings {
    fn is_meant(&self, request: &Request<'_>) -> bool {
        let path = path::normal(request.target.path);
        let leads = |routes: &[Route]| {
            routes.iter().any(|route| route.matches_normal(request.target.host, &path))
        };
        leads(&self.everybody)
            || (leads(&self.routes)
                && request.header("cookie").is_some_and(|cookies| self.is_signed_in(&cookies)))
    }

    /// By the names in a `Cookie` header: what a cookie holds is the service's own business.
    fn is_signed_in(&self, cookies: &str) -> bool {
        let names = || {
            cookies.split(';').filter_map(|pair| pair.split_once('=')).map(|(name, _)| name.trim())
        };
        self.cookies.iter().any(|known| match known.strip_suffix('*') {
            Some(beginning) => names().any(|name| name.starts_with(beginning)),
            None => names().any(|name| name == known),
        })
    }
}

/// The last answer to whether there is anything to warn of, and the second in which it was given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Glance(Cell<Option<(i64, bool)>>);

/// Whether people may expect what was taken out of the schedule, until a day after it was to end.
fn is_missed(amendment: &Amendment, now: DateTime<Utc>) -> bool {
    let ends = |plan: &Plan| plan.end.unwrap_or(plan.start);
    let before = amendment.before.as_ref().filter(|_| amendment.after.is_none());
    before.is_some_and(|before| ends(before) + TimeDelta::days(1) > now)
}

impl Gate {
    /// Whether there may be something to tell at `now` with what the origin answers, by a banner or a
    /// link: one comparison for all but the first request of a second.
    pub fn may_tell(&self, now: DateTime<Utc>) -> bool {
        let timeline = self.timeline();
        if timeline.edge.banner.is_none() && !timeline.edge.status_link {
            return false;
        }
        let second = now.timestamp();
        match self.glance.0.get() {
            Some((known, may)) if known == second => may,
            _ => {
                let may = !self.is_open(now)
                    || timeline.occurrences.any_told(now)
                    || timeline.history.iter().any(|amendment| is_missed(amendment, now));
                self.glance.0.set(Some((second, may)));
                may
            }
        }
    }

    /// The place of the channel whose users a request asks a page for, where that is a page to warn them
    /// on. A page is what a browser navigates to, by its own word (`Sec-Fetch-Dest`), or, where it says
    /// none, what is wanted as HTML before anything else.
    pub fn warns(&self, request: &Request<'_>) -> Option<usize> {
        let settings = self.timeline().edge.banner.as_ref()?;
        let is_page = request.method == "GET"
            && match request.header("sec-fetch-dest") {
                Some(destination) => destination == "document",
                None => {
                    request.header("accept").is_some_and(|types| types.starts_with("text/html"))
                }
            };
        if !is_page || !settings.is_meant(request) {
            return None;
        }
        self.channel_of(request)
    }

    /// The place of the channel of a request whose answer is to say where the status of the service is.
    pub fn points(&self, request: &Request<'_>) -> Option<usize> {
        self.timeline().edge.status_link.then(|| self.channel_of(request)).flatten()
    }

    fn channel_of(&self, request: &Request<'_>) -> Option<usize> {
        match self.belongs(request) {
            Belongs::Channel(channel, _) => Some(channel),
            Belongs::ToUs | Belongs::AlwaysOpen | Belongs::Nowhere => None,
        }
    }
}
