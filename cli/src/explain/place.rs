//! Where a request belongs, and by which route.

use chrono::{DateTime, Utc};
use schedule::{
    Belongs, Channel, Decision, EdgeSettings, Gate, Match, Occurrence, Request, Route, Timeline,
};

/// Where a request belongs.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// To Intermission itself.
    Ours {
        /// What is asked for, if there is such a document.
        document: Option<&'static str>,
    },
    /// To a route that always passes.
    AlwaysOpen {
        route: String,
        /// Whether the schedule names it.
        named: bool,
    },
    Channel {
        /// In the timeline's list.
        place: usize,
        channel: Box<Channel>,
        way: Box<Way>,
    },
    Nowhere,
}

/// By what a request belongs to a channel.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub(crate) route: Route,
    /// What else it had to be.
    pub(crate) rule: Option<Match>,
    /// Whether only a lenient origin would take the path for one of this route.
    pub(crate) leniently: bool,
}

impl Place {
    /// Where a request belongs at `now`. While a channel is closed, so is every spelling of its
    /// paths that any origin might take for one of them.
    pub(super) fn of(gate: &Gate, asked: &Request<'_>, now: DateTime<Utc>) -> Self {
        let timeline = gate.timeline();
        let ways = Ways::of(timeline);
        let strictly = ways.gate.belongs(asked);
        let refused = match ways.gate.decide(asked, now) {
            Decision::Closed(closing) | Decision::Reopening { closing, .. } => {
                Some(closing.channel)
            }
            Decision::Pass | Decision::Ours => None,
        };
        let strict = match strictly {
            Belongs::Channel(way, _) => Some(way),
            _ => None,
        };
        if let Some(way) = refused.or(strict) {
            let leniently = strict != Some(way);
            return ways.channel(timeline, way, leniently);
        }
        match strictly {
            Belongs::ToUs => Self::Ours { document: document(asked.target.path, timeline) },
            Belongs::AlwaysOpen => always_open(asked, timeline),
            Belongs::Channel(..) | Belongs::Nowhere => Self::Nowhere,
        }
    }

    /// The channel's place in the timeline's list.
    pub(super) fn channel(&self) -> Option<usize> {
        match self {
            Self::Channel { place, .. } => Some(*place),
            _ => None,
        }
    }
}

/// A gate in which every route and every rule is a channel of its own. It decides as the one that
/// it is made of, and says by which of them.
struct Ways {
    gate: Gate,
    /// For each of its channels, the place of the channel that it is of.
    channels: Vec<usize>,
}

impl Ways {
    fn of(timeline: &Timeline) -> Self {
        let mut apart = timeline.clone();
        let mut channels = Vec::new();
        apart.channels.clear();
        for (place, channel) in timeline.channels.iter().enumerate() {
            let routes = channel.routes.iter().map(|route| (vec![route.clone()], Vec::new()));
            let rules = channel.matches.iter().map(|rule| (Vec::new(), vec![rule.clone()]));
            for (routes, matches) in routes.chain(rules) {
                apart.channels.push(Channel { routes, matches, ..channel.clone() });
                channels.push(place);
            }
        }
        let occurrences = timeline.occurrences.iter().map(|occurrence| {
            let over = |way: &usize| occurrence.channels.contains(&channels[*way]);
            Occurrence {
                channels: (0..channels.len()).filter(over).collect(),
                ..occurrence.clone()
            }
        });
        apart.occurrences = occurrences.collect::<Vec<_>>().into();
        Self { gate: Gate::new(apart), channels }
    }

    fn channel(&self, timeline: &Timeline, way: usize, leniently: bool) -> Place {
        let place = self.channels[way];
        let Channel { routes, matches, .. } = &self.gate.timeline().channels[way];
        let rule = matches.first().cloned();
        let route = rule.as_ref().map(|rule| &rule.route).or(routes.first());
        match route.cloned() {
            None => Place::Nowhere,
            Some(route) => Place::Channel {
                place,
                channel: Box::new(timeline.channels[place].clone()),
                way: Box::new(Way { route, rule, leniently }),
            },
        }
    }
}

fn always_open(asked: &Request<'_>, timeline: &Timeline) -> Place {
    let matches = |route: &str| route.parse().is_ok_and(|route: Route| route.matches(asked.target));
    match EdgeSettings::ALWAYS_OPEN.into_iter().find(|route| matches(route)) {
        Some(route) => Place::AlwaysOpen { route: route.to_owned(), named: false },
        None => {
            let route = timeline.edge.pass.iter().find(|route| route.matches(asked.target));
            let route = route.map(ToString::to_string).unwrap_or_default();
            Place::AlwaysOpen { route, named: true }
        }
    }
}

/// What the edge has below its prefix.
fn document(path: &str, timeline: &Timeline) -> Option<&'static str> {
    let below = path.strip_prefix(timeline.edge.prefix.as_str())?;
    match below.split('/').skip(1).collect::<Vec<_>>()[..] {
        ["health"] => Some("whether the gate is on duty"),
        ["timeline.json"] => Some("what is announced, for programs"),
        ["problems", _] => Some("what a kind of problem means"),
        ["windows", _] => Some("a page about one window"),
        ["bypass"] => Some("where a signed link is opened"),
        ["bypass", "end"] => Some("where a signed link's cookie is taken back"),
        _ => None,
    }
}
