//! The decision for one request at one instant.

use std::cmp::Reverse;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};

use crate::{
    Channel, Disposition, EdgeSettings, Form, Match, Occurrence, Phase, Request, Route, Timeline,
    lane::{Lane, Stretch},
    path,
    warning::Glance,
};

/// A timeline, made ready to decide: per channel a binary search over when it is closed.
///
/// [`Gate::decide`] allocates nothing for a path that is spelled plainly.
#[derive(Debug)]
pub struct Gate {
    timeline: Timeline,
    /// When anything at all is closed: outside, no route has to be looked at.
    any: Lane,
    /// In the order of the timeline's channels.
    lanes: Vec<Lane>,
    /// For paths as RFC 3986 reads them.
    strict: Routes,
    /// For paths as the most lenient origin reads them.
    lenient: Routes,
    /// For paths that every origin reads alike, where the schedule itself spells a route as only
    /// some do: on IIS, `/Soap.svc` is `/soap.svc`. `None` when it spells none so.
    plain: Option<Routes>,
    pub(crate) glance: Glance,
}

#[derive(Debug)]
struct Routes {
    /// The most specific first.
    channels: Vec<Entry>,
    always_open: Vec<Route>,
}

/// A way into a channel.
#[derive(Debug)]
struct Entry {
    route: Route,
    /// Whether the schedule has the route in this form.
    spelled: bool,
    /// What else must hold.
    rule: Option<Match>,
    /// The place of the channel.
    channel: usize,
}

/// What becomes of a request.
#[derive(Debug)]
pub enum Decision<'a> {
    /// It goes to the origin, untouched.
    Pass,
    /// It is for Intermission itself: below [`EdgeSettings::prefix`].
    Ours,
    /// It is answered with 503.
    Closed(Closing<'a>),
    /// The window is over, and its channel opens step by step: people pass, and of the machines a
    /// share that grows from `since` until the closing's `reopens`.
    Reopening { closing: Closing<'a>, since: DateTime<Utc> },
}

/// Where a request belongs, at whatever instant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Belongs {
    /// Below [`EdgeSettings::prefix`].
    ToUs,
    /// To a route that always passes.
    AlwaysOpen,
    /// To the channel at this place of the timeline's list; the form is the one that its rule names.
    Channel(usize, Option<Form>),
    /// To no channel.
    Nowhere,
}

/// Why a request is answered instead of passed on.
#[derive(Clone, Copy, Debug)]
pub struct Closing<'a> {
    /// The place of the channel in the timeline's list.
    pub channel: usize,
    /// The place of the occurrence in the timeline's list.
    pub occurrence: usize,
    /// Active or overrun; ended while the channel opens step by step.
    pub phase: Phase,
    /// The first instant at which the channel is open again, if that is known; of a window that
    /// holds, all that is known may be when it opens at the latest.
    pub reopens: Option<DateTime<FixedOffset>>,
    /// The form of the answer, where the schedule names it for such requests.
    pub form: Option<Form>,
    timeline: &'a Timeline,
}

impl Gate {
    pub fn new(timeline: Timeline) -> Self {
        let mut lanes = Lane::all(&timeline);
        let any = lanes.remove(0);
        let strict = Routes::new(&timeline, Route::clone);
        let lenient = Routes::new(&timeline, Route::lenient);
        let plain = Routes::new(&timeline, plain).spelled_first();
        let plain = plain.channels.iter().any(|entry| !entry.spelled).then_some(plain);
        Self { timeline, any, lanes, strict, lenient, plain, glance: Glance::default() }
    }

    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// What becomes of a request at `now`.
    pub fn decide(&self, request: &Request<'_>, now: DateTime<Utc>) -> Decision<'_> {
        if self.is_ours(request.target.path) {
            return Decision::Ours;
        }
        if self.is_open(now) {
            return Decision::Pass;
        }
        let Some((channel, form)) = self.channel(request, now) else { return Decision::Pass };
        self.refusal(channel, form, now)
    }

    /// Where a request belongs, at whatever instant.
    pub fn belongs(&self, request: &Request<'_>) -> Belongs {
        if self.is_ours(request.target.path) {
            return Belongs::ToUs;
        }
        let path = path::normal(request.target.path);
        self.strict.belongs(request, &path)
    }

    /// Whether nothing at all is closed at `now`, nor opening step by step, so that neither method
    /// nor route matters.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.any.at(now).is_none() && self.opening(&self.any, now).is_none()
    }

    /// Whether a path is [`EdgeSettings::prefix`] or below it.
    pub fn is_ours(&self, path: &str) -> bool {
        path.strip_prefix(self.timeline.edge.prefix.as_str())
            .is_some_and(|below| below.is_empty() || below.starts_with('/'))
    }

    /// The place of the channel that refuses a request of this kind while it is closed, which it
    /// is or was just before `now`. A request belongs to a channel when any origin could take it
    /// for one that does.
    fn channel(&self, request: &Request<'_>, now: DateTime<Utc>) -> Option<(usize, Option<Form>)> {
        let path = path::normal(request.target.path);
        self.channel_by(&self.strict, request, &path, now).or_else(|| match path::lenient(&path) {
            Some(path) => self.channel_by(&self.lenient, request, &path, now),
            None => self.channel_by(self.plain.as_ref()?, request, &path, now),
        })
    }

    fn channel_by(
        &self,
        routes: &Routes,
        request: &Request<'_>,
        path: &str,
        now: DateTime<Utc>,
    ) -> Option<(usize, Option<Form>)> {
        let Belongs::Channel(channel, form) = routes.belongs(request, path) else { return None };
        let refused = match self.timeline.channels[channel].disposition {
            Disposition::Unavailable => true,
            Disposition::ReadOnly => !is_safe(request.method),
            Disposition::Hold | Disposition::Unaffected => false,
        };
        let lane = &self.lanes[channel];
        let shut = || lane.at(now).is_some() || self.opening(lane, now).is_some();
        (refused && shut()).then_some((channel, form))
    }

    fn refusal(&self, channel: usize, form: Option<Form>, now: DateTime<Utc>) -> Decision<'_> {
        let lane = &self.lanes[channel];
        let closing = |occurrence: usize, reopens| Closing {
            channel,
            occurrence,
            phase: self.timeline.phase(&self.timeline.occurrences[occurrence], now),
            reopens,
            form,
            timeline: &self.timeline,
        };
        if let Some(stretch) = lane.at(now) {
            return Decision::Closed(closing(stretch.occurrence, stretch.reopens));
        }
        let Some((stretch, since, ramp)) = self.opening(lane, now) else { return Decision::Pass };
        // Who speaks is the one whose end it was.
        let over = self.timeline.occurrences[stretch.occurrence].reopens();
        let reopens = over.map(|over| over + ramp);
        Decision::Reopening { closing: closing(stretch.occurrence, reopens), since }
    }

    /// The stretch that a lane is still recovering from at `now`, since when, and for how long.
    fn opening(
        &self,
        lane: &Lane,
        now: DateTime<Utc>,
    ) -> Option<(Stretch, DateTime<Utc>, TimeDelta)> {
        let ramp = self.timeline.edge.ramp?.to_delta();
        let (stretch, since) = lane.before(now)?;
        (now - since < ramp).then_some((stretch, since, ramp))
    }
}

impl Routes {
    fn new(timeline: &Timeline, form: impl Fn(&Route) -> Route) -> Self {
        let mut channels: Vec<Entry> = Vec::new();
        for (place, channel) in timeline.channels.iter().enumerate() {
            let entry = |original: &Route, rule| {
                let route = form(original);
                Entry { spelled: route == *original, route, rule, channel: place }
            };
            channels.extend(channel.routes.iter().map(|route| entry(route, None)));
            let rules = channel.matches.iter();
            channels.extend(rules.map(|rule| entry(&rule.route, Some(rule.clone()))));
        }
        // Stable, so that of two rules that ask the same number of things the first one wins.
        channels.sort_by_key(|entry| Reverse((entry.route.specificity(), entry.conditions())));
        let always_open = EdgeSettings::ALWAYS_OPEN
            .iter()
            .map(|route| route.parse().expect("the constants are routes, as a test shows"))
            .chain(timeline.edge.pass.iter().map(form))
            .collect();
        Self { channels, always_open }
    }

    /// Of two routes that are as specific, the one that the schedule spells so itself comes first:
    /// whoever writes `/api/*` beside `/API/*` has an origin that tells them apart.
    fn spelled_first(mut self) -> Self {
        self.channels.sort_by_key(|entry| {
            Reverse((entry.route.specificity(), entry.spelled, entry.conditions()))
        });
        self
    }

    fn belongs(&self, request: &Request<'_>, path: &str) -> Belongs {
        let matches = |route: &Route| route.matches_normal(request.target.host, path);
        if self.always_open.iter().any(matches) {
            return Belongs::AlwaysOpen;
        }
        let agrees = |rule: &Match| rule.agrees(request);
        let entry = self
            .channels
            .iter()
            .find(|entry| matches(&entry.route) && entry.rule.as_ref().is_none_or(agrees));
        entry.map_or(Belongs::Nowhere, |entry| {
            Belongs::Channel(entry.channel, entry.rule.as_ref().and_then(|rule| rule.answer))
        })
    }
}

impl Entry {
    /// How much it asks for besides its route. Even a rule that asks for nothing comes before a
    /// plain route: it is there to name a form.
    fn conditions(&self) -> Option<usize> {
        self.rule.as_ref().map(Match::conditions)
    }
}

impl<'a> Closing<'a> {
    pub fn timeline(&self) -> &'a Timeline {
        self.timeline
    }

    pub fn channel(&self) -> &'a Channel {
        &self.timeline.channels[self.channel]
    }

    pub fn occurrence(&self) -> &'a Occurrence {
        &self.timeline.occurrences[self.occurrence]
    }
}

/// A route for paths that every origin reads alike. What the schedule encodes stays as it is: in a
/// plain path, a slash is no encoded slash.
fn plain(route: &Route) -> Route {
    if route.to_string().contains('%') { route.clone() } else { route.lenient() }
}

/// RFC 9110, section 9.2.1.
fn is_safe(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "OPTIONS" | "TRACE")
}
