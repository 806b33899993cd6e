//! `[edge]`.

use super::{
    Sink, banner, channel,
    table::{Placed, Table},
    translations::{Text, translations},
};
use crate::{Bypass, Cors, EdgeSettings, LanguageTag, Outage, OutageTexts, Problem};

pub(super) fn edge(
    table: Option<Table<'_>>,
    own: Option<&LanguageTag>,
    sink: &mut Sink,
) -> EdgeSettings {
    let mut settings = EdgeSettings::default();
    let Some(mut table) = table else { return settings };
    if let Some(prefix) = table.text("prefix", sink).and_then(|prefix| own_prefix(prefix, sink)) {
        settings.prefix = prefix;
    }
    settings.pass =
        channel::routes(&mut table, "pass", sink).into_iter().map(|route| route.value).collect();
    if let Some(mut table) = table.optional_table("retry-after", sink) {
        let policy = &mut settings.retry_after;
        policy.cap = table.length("cap", sink).unwrap_or(policy.cap);
        policy.spread = table.length("spread", sink).unwrap_or(policy.spread);
        policy.overrun = table.length("overrun", sink).unwrap_or(policy.overrun);
        table.finish(sink);
    }
    settings.ramp = table.length("ramp", sink);
    if let Some(table) = table.optional_table("cors", sink) {
        settings.cors = cors(table, sink);
    }
    if let Some(table) = table.optional_table("bypass", sink) {
        settings.bypass = bypass(table, sink);
    }
    settings.banner = table.optional_table("banner", sink).map(|table| banner::banner(table, sink));
    settings.outage = table.optional_table("outage", sink).map(|table| outage(table, own, sink));
    settings.status_link = table.truth("status-link", sink).unwrap_or(false);
    settings.statuspage_maintenance = table.truth("statuspage-maintenance", sink).unwrap_or(false);
    settings.strict_transport_security = table
        .text("strict-transport-security", sink)
        .and_then(|policy| transport_security(policy, sink));
    table.finish(sink);
    settings
}

fn cors(mut table: Table<'_>, sink: &mut Sink) -> Cors {
    const HELP: &str = "write a list such as `[\"https://app.example.org\"]`";
    let origins = table.texts("origins", HELP, sink).into_iter().flat_map(|texts| texts.value);
    let origins = origins.filter_map(|text| origin(text, sink)).collect();
    table.finish(sink);
    Cors { origins }
}

fn bypass(mut table: Table<'_>, sink: &mut Sink) -> Bypass {
    const HELP: &str = "write a list such as `[\"192.0.2.0/24\"]`";
    let mut blocks = Vec::new();
    for text in table.texts("addresses", HELP, sink).into_iter().flat_map(|texts| texts.value) {
        match text.value.parse() {
            Ok(block) => blocks.push(block),
            Err(error) => sink.report(Problem::MalformedAddress { error }, text.span),
        }
    }
    table.finish(sink);
    Bypass { addresses: blocks.into_iter().collect() }
}

/// A scheme and a host, as browsers write them: compared byte for byte, so capitals, a slash at the
/// end and the port that a scheme has anyway would never match.
fn origin(text: Placed<String>, sink: &mut Sink) -> Option<String> {
    let host = |scheme: &str, port: &str| {
        text.value.strip_prefix(scheme).filter(|host| !host.ends_with(port))
    };
    let host = host("https://", ":443").or_else(|| host("http://", ":80"));
    let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || b"-.:[]".contains(&c);
    if !host.is_some_and(|host| !host.is_empty() && host.bytes().all(plain)) {
        let help = match &*text.value {
            "*" => {
                "every site may read an answer to a request without cookies anyway: list those \
                 whose scripts send them, such as `https://app.example.org`"
            }
            _ => {
                "write scheme and host as browsers do, in small letters, without a path and without \
                 the usual port: `https://app.example.org`"
            }
        };
        let (key, expected) = ("origins", "the origin of a site");
        let problem = Problem::Malformed { key, expected, found: text.value, help };
        sink.report(problem, text.span);
        return None;
    }
    Some(text.value)
}

fn outage(mut table: Table<'_>, own: Option<&LanguageTag>, sink: &mut Sink) -> Outage {
    const TEXTS: [Text; 2] = [Text::same("title"), Text::same("message")];
    let outage = Outage {
        title: table.text("title", sink).map(|text| text.value),
        message: table.text("message", sink).map(|text| text.value),
        retry_after: table.length("retry-after", sink).unwrap_or(Outage::DEFAULT_RETRY_AFTER),
        timeout: table.length("timeout", sink),
        translations: translations(&mut table, own, &TEXTS, sink, |text| OutageTexts {
            title: text("title"),
            message: text("message"),
        }),
    };
    table.finish(sink);
    outage
}

/// RFC 6797: at least `max-age`. What is not printable would break every answer.
fn transport_security(policy: Placed<String>, sink: &mut Sink) -> Option<String> {
    let printable = policy.value.bytes().all(|c| c.is_ascii_graphic() || c == b' ');
    if !printable || !policy.value.to_ascii_lowercase().contains("max-age=") {
        let problem = Problem::Malformed {
            key: "strict-transport-security",
            expected: "the value of that header",
            found: policy.value,
            help: "copy it from your origin, such as `max-age=31536000; includeSubDomains`",
        };
        sink.report(problem, policy.span);
        return None;
    }
    Some(policy.value)
}

fn own_prefix(prefix: Placed<String>, sink: &mut Sink) -> Option<String> {
    let segments = prefix.value.strip_prefix('/').map(|path| path.split('/'));
    let plain = |segment: &str| {
        !segment.is_empty()
            && segment.bytes().all(|c| c.is_ascii_alphanumeric() || b"-._~".contains(&c))
            && !matches!(segment, "." | "..")
    };
    if !segments.is_some_and(|mut segments| segments.all(plain)) {
        sink.report(Problem::MalformedPrefix { found: prefix.value }, prefix.span);
        return None;
    }
    Some(prefix.value)
}
