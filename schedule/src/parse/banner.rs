//! `[edge.banner]`.

use super::{
    Sink, channel,
    table::{Placed, Table},
};
use crate::{BannerSettings, Problem, Route};

pub(super) fn banner(mut table: Table<'_>, sink: &mut Sink) -> BannerSettings {
    let mut routes = |key, sink: &mut Sink| -> Vec<Route> {
        channel::routes(&mut table, key, sink).into_iter().map(|route| route.value).collect()
    };
    let (own, everybody) = (routes("routes", sink), routes("everybody", sink));
    let cookies = table.required("cookies", "cookies = [\"session\"]", sink, cookies);
    table.finish(sink);
    BannerSettings {
        routes: if own.is_empty() { vec![everywhere()] } else { own },
        cookies: cookies.unwrap_or_default(),
        everybody,
    }
}

fn everywhere() -> Route {
    "/*".parse().expect("the constant is a route")
}

fn cookies(table: &mut Table<'_>, sink: &mut Sink) -> Option<Vec<String>> {
    const HELP: &str = "write a list such as `[\"session\"]`";
    let names = table.texts("cookies", HELP, sink)?;
    if names.value.is_empty() {
        sink.report(Problem::EmptyList { key: "cookies" }, names.span);
        return None;
    }
    Some(names.value.into_iter().filter_map(|name| cookie(name, sink)).collect())
}

/// The characters of RFC 6265's names.
fn cookie(name: Placed<String>, sink: &mut Sink) -> Option<String> {
    let plain = name.value.strip_suffix('*').unwrap_or(&name.value);
    let is_name = |c: u8| c.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?={}*".contains(&c);
    if plain.is_empty() || !plain.bytes().all(is_name) {
        let problem = Problem::Malformed {
            key: "cookies",
            expected: "the name of a cookie",
            found: name.value,
            help: "write the name alone, such as `session`, or its beginning and a `*`",
        };
        sink.report(problem, name.span);
        return None;
    }
    Some(name.value)
}
