//! The decision for one request at one instant.

use chrono::{DateTime, FixedOffset, Utc};

use crate::{
    Channel, Disposition, EdgeSettings, Occurrence, Phase, Request, Route, Timeline, lane::Lane,
    path,
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
}

#[derive(Debug)]
struct Routes {
    /// The most specific first, each with the place of its channel.
    channels: Vec<(Route, usize)>,
    always_open: Vec<Route>,
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
}

/// Why a request is answered instead of passed on.
#[derive(Clone, Copy, Debug)]
pub struct Closing<'a> {
    /// The place of the channel in the timeline's list.
    pub channel: usize,
    /// The place of the occurrence in the timeline's list.
    pub occurrence: usize,
    /// Active or overrun.
    pub phase: Phase,
    /// The first instant at which the channel is open again, if that is known.
    pub reopens: Option<DateTime<FixedOffset>>,
    timeline: &'a Timeline,
}

impl Gate {
    pub fn new(timeline: Timeline) -> Self {
        let mut lanes = Lane::all(&timeline);
        let any = lanes.remove(0);
        let strict = Routes::new(&timeline, Route::clone);
        let lenient = Routes::new(&timeline, Route::lenient);
        Self { timeline, any, lanes, strict, lenient }
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
        self.closing(request, now).map_or(Decision::Pass, Decision::Closed)
    }

    /// Whether nothing at all is closed at `now`, so that neither method nor route matters.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.any.at(now).is_none()
    }

    /// Whether a path is [`EdgeSettings::prefix`] or below it.
    pub fn is_ours(&self, path: &str) -> bool {
        path.strip_prefix(self.timeline.edge.prefix.as_str())
            .is_some_and(|below| below.is_empty() || below.starts_with('/'))
    }

    /// A request is closed when any origin could take it for one that is.
    fn closing(&self, request: &Request<'_>, now: DateTime<Utc>) -> Option<Closing<'_>> {
        let path = path::normal(request.target.path);
        self.closing_by(&self.strict, request, &path, now).or_else(|| {
            let path = path::lenient(&path)?;
            self.closing_by(&self.lenient, request, &path, now)
        })
    }

    fn closing_by(
        &self,
        routes: &Routes,
        request: &Request<'_>,
        path: &str,
        now: DateTime<Utc>,
    ) -> Option<Closing<'_>> {
        let channel = routes.channel(request.target.host, path)?;
        let refused = match self.timeline.channels[channel].disposition {
            Disposition::Unavailable => true,
            Disposition::ReadOnly => !is_safe(request.method),
            Disposition::Hold | Disposition::Unaffected => false,
        };
        if !refused {
            return None;
        }
        let stretch = self.lanes[channel].at(now)?;
        Some(Closing {
            channel,
            occurrence: stretch.occurrence,
            phase: self.timeline.phase(&self.timeline.occurrences[stretch.occurrence], now),
            reopens: stretch.reopens,
            timeline: &self.timeline,
        })
    }
}

impl Routes {
    fn new(timeline: &Timeline, form: impl Fn(&Route) -> Route) -> Self {
        let mut channels: Vec<(Route, usize)> = timeline
            .channels
            .iter()
            .enumerate()
            .flat_map(|(place, channel)| channel.routes.iter().map(move |route| (route, place)))
            .map(|(route, place)| (form(route), place))
            .collect();
        channels.sort_by_key(|(route, _)| std::cmp::Reverse(route.specificity()));
        let always_open = EdgeSettings::ALWAYS_OPEN
            .iter()
            .map(|route| route.parse().expect("the constants are routes, as a test shows"))
            .chain(timeline.edge.pass.iter().map(form))
            .collect();
        Self { channels, always_open }
    }

    /// The place of the channel that a request belongs to, unless it is always open.
    fn channel(&self, host: &str, path: &str) -> Option<usize> {
        let matches = |route: &Route| route.matches_normal(host, path);
        if self.always_open.iter().any(matches) {
            return None;
        }
        self.channels.iter().find(|(route, _)| matches(route)).map(|(_, channel)| *channel)
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

/// RFC 9110, section 9.2.1.
fn is_safe(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "OPTIONS" | "TRACE")
}
