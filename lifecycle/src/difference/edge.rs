//! How the edge behaves.

use schedule::{
    BannerSettings, Bypass, Cors, EdgeSettings, Length, Outage, OutageTexts, RetryPolicy,
};

use super::{
    Side,
    translations::{Text, translations},
    words::{instead, list, text},
};
use crate::voice::Voice;

/// Held against the defaults where there was no schedule.
pub(super) fn edge(before: Option<&Side<'_>>, after: &Side<'_>) -> Vec<String> {
    let default = EdgeSettings::default();
    let old = before.map_or(&default, |before| &before.timeline.edge);
    let EdgeSettings {
        prefix,
        pass,
        retry_after,
        ramp,
        cors: Cors { origins },
        bypass: Bypass { addresses },
        banner,
        outage,
        statuspage_maintenance,
        status_link,
        strict_transport_security,
    } = &after.timeline.edge;
    let voice = after.voice();
    let length = |length: &Length| voice.length(*length);
    let mut said = Vec::new();
    let mut push = |before: &str, words: Option<String>| {
        said.extend(words.map(|words| format!("{before} {words}")));
    };
    push(
        "Intermission's own pages, links and API move: they are below",
        instead(&old.prefix, prefix, |prefix| format!("`{prefix}`")),
    );
    push(
        "while a window is open, one passes from",
        instead(&old.bypass.addresses, addresses, |addresses| list(addresses.blocks())),
    );
    push("requests that always pass are", instead(&old.pass, pass, |pass| list(pass)));
    let RetryPolicy { cap, spread, overrun } = retry_after;
    let retry = &old.retry_after;
    push("nobody is sent away for longer than", instead(&retry.cap, cap, length));
    push("clients come back over", instead(&retry.spread, spread, length));
    push("without a known end, clients come back after", instead(&retry.overrun, overrun, length));
    push(
        "machines are let in after a window",
        instead(&old.ramp, ramp, |ramp| match ramp {
            Some(ramp) => format!("in a growing share over {}", voice.length(*ramp)),
            None => "all at once".to_owned(),
        }),
    );
    push(
        "sites whose scripts may read an answer to a request with cookies are",
        instead(&old.cors.origins, origins, |origins| list(origins)),
    );
    push(
        "while a window is open, `api/v2/status.json` says",
        instead(&old.statuspage_maintenance, statuspage_maintenance, |maintenance| {
            if *maintenance { "`maintenance`" } else { "`minor`" }.to_owned()
        }),
    );
    push(
        "while something is announced, the origin's answers say where the status is",
        instead(&old.status_link, status_link, |says| if *says { "yes" } else { "no" }.to_owned()),
    );
    said.extend(banners(old.banner.as_ref(), banner.as_ref()));
    said.extend(outages(old.outage.as_ref(), outage.as_ref(), &voice));
    said.extend(
        instead(&old.strict_transport_security, strict_transport_security, |value| match value {
            Some(value) => format!("`{value}`"),
            None => "not sent".to_owned(),
        })
        .map(|words| format!("`Strict-Transport-Security` is {words}")),
    );
    said
}

fn banners(old: Option<&BannerSettings>, new: Option<&BannerSettings>) -> Vec<String> {
    let (old, new) = match (old, new) {
        (None, None) => return Vec::new(),
        (None, Some(_)) => return vec!["pages warn of what is to come from now on".to_owned()],
        (Some(_), None) => {
            return vec!["pages do not warn of what is to come any more".to_owned()];
        }
        (Some(old), Some(new)) => (old, new),
    };
    let BannerSettings { routes, cookies, everybody } = new;
    let mut said = Vec::new();
    let mut push = |before: &str, words: Option<String>| {
        said.extend(words.map(|words| format!("{before} {words}")));
    };
    push("people are warned on", instead(&old.routes, routes, |routes| list(routes)));
    push(
        "whoever has one of these cookies is warned:",
        instead(&old.cookies, cookies, |cookies| list(cookies)),
    );
    push("everybody is warned on", instead(&old.everybody, everybody, |everybody| list(everybody)));
    said
}

fn outages(old: Option<&Outage>, new: Option<&Outage>, voice: &Voice<'_>) -> Vec<String> {
    let (old, new) = match (old, new) {
        (None, None) => return Vec::new(),
        (None, Some(_)) => {
            return vec!["outages of the origin are answered from now on".to_owned()];
        }
        (Some(_), None) => {
            return vec!["outages of the origin are not answered any more".to_owned()];
        }
        (Some(old), Some(new)) => (old, new),
    };
    let Outage { title, message, retry_after, timeout, translations: translated } = new;
    let mut said = Vec::new();
    let mut push = |before: &str, words: Option<String>| {
        said.extend(words.map(|words| format!("during an outage, {before} {words}")));
    };
    push("an answer is headed", instead(&old.title, title, text));
    push("an answer says", instead(&old.message, message, text));
    push(
        "clients come back after",
        instead(&old.retry_after, retry_after, |length| voice.length(*length)),
    );
    push(
        "the origin has to begin its answer within",
        instead(&old.timeout, timeout, |timeout| {
            timeout.map_or_else(
                || "what the platform gives it".to_owned(),
                |length| voice.length(length),
            )
        }),
    );
    const TEXTS: [Text<OutageTexts>; 2] = [
        ("during an outage, an answer is headed", |texts| &texts.title),
        ("during an outage, an answer says", |texts| &texts.message),
    ];
    said.extend(translations(&old.translations, translated, &TEXTS));
    said
}
