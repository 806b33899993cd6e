//! Routes that a request missed narrowly, and those that another one won against: most requests that
//! belong elsewhere than somebody thought were meant for one of them.

use schedule::{Channel, Match, Request, Route, Target, Timeline};

use super::{place::Way, words};

/// In sentences, the ones that are most alike first; at most three.
pub(super) fn misses(timeline: &Timeline, asked: &Request<'_>) -> Vec<String> {
    let mut found: Vec<(u8, String)> = Vec::new();
    for channel in &timeline.channels {
        let rules = channel.matches.iter().filter_map(|rule| unmet(channel, rule, asked.target));
        let routes = channel.routes.iter().chain(channel.matches.iter().map(|rule| &rule.route));
        found.extend(rules.map(|said| (0, said)));
        found.extend(routes.filter_map(|route| missed(channel, route, asked.target)));
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(_, said)| said).take(3).collect()
}

/// Routes that match too, and look more specific than the one that won: a route that names a host
/// wins against any that does not, however long its path is.
pub(super) fn overruled(
    timeline: &Timeline,
    place: usize,
    way: &Way,
    asked: &Request<'_>,
) -> Vec<String> {
    let won = Parts::of(&way.route);
    let others = timeline.channels.iter().enumerate().filter(|(other, _)| *other != place);
    let routes = others
        .flat_map(|(_, channel)| channel.routes.iter().map(|route| (channel.id.as_str(), route)));
    let lost = routes.filter(|(_, route)| {
        let parts = Parts::of(route);
        let longer = parts.path.trim_end_matches('*').len() > won.path.trim_end_matches('*').len();
        route.matches(asked.target) && parts.host.len() < won.host.len() && longer
    });
    lost.map(|(id, route)| {
        format!(
            "the route {route} of channel {id} matches too, but {}, which names a host, wins",
            way.route
        )
    })
    .collect()
}

/// A route as it is written.
struct Parts {
    /// Empty when it is for any.
    host: String,
    path: String,
}

impl Parts {
    fn of(route: &Route) -> Self {
        let text = route.to_string();
        let (host, path) = text.split_at(text.find('/').unwrap_or(0));
        Self { host: host.to_owned(), path: path.to_owned() }
    }
}

/// A rule whose route is right, so that something else was not.
fn unmet(channel: &Channel, rule: &Match, target: Target<'_>) -> Option<String> {
    rule.route
        .matches(target)
        .then(|| format!("channel {} has a rule for {}", channel.id.as_str(), words::rule(rule)))
}

fn missed(channel: &Channel, route: &Route, target: Target<'_>) -> Option<(u8, String)> {
    if route.matches(target) {
        return None;
    }
    let id = channel.id.as_str();
    let Parts { host, path } = Parts::of(route);
    // `*.example.org` is matched by any host below it.
    let host = host.replacen('*', "any", 1);
    if !host.is_empty() && route.matches(Target { host: &host, ..target }) {
        return Some((1, format!("the route {route} of channel {id} is for another host")));
    }
    let alike = Target { path: &target.path.to_ascii_lowercase(), ..target };
    if route.matches(alike) {
        return Some((
            2,
            format!("the route {route} of channel {id} is spelled in other capitals"),
        ));
    }
    let literal = path.trim_end_matches(['*', '/']);
    let segments = literal.matches('/').count();
    let beginning: String = target.path.split_inclusive('/').take(segments + 1).collect();
    let likeness = strsim::jaro_winkler(literal, beginning.trim_end_matches('/'));
    (!literal.is_empty() && likeness > 0.85)
        .then(|| (3, format!("the route {route} of channel {id} is nearly the same")))
}
