//! Nothing that matters differs without a sentence.

use proptest::prelude::*;

use crate::drawn::{drawn, instant, parsed, step, which};

/// Places of a document, and what may stand there instead; each alone makes another document.
const PLACES: [(&str, &[&str]); 20] = [
    ("name = \"x\"", &["name = \"y\""]),
    ("zone = \"America/Chicago\"", &["zone = \"America/Havana\"", "zone = \"UTC\""]),
    ("label = \"CT\"", &["label = \"C\""]),
    (
        "#service",
        &[
            "title = \"t\"",
            "message = \"m\"",
            "url = \"https://x.org\"",
            "imminent = \"1h\"",
            "language = \"es\"",
            "translations.es.title = \"t\"",
            "translations.es.title = \"u\"",
            "translations.fr = { name = \"x\", label = \"l\", message = \"m\" }",
        ],
    ),
    (
        "#notice",
        &[
            "operator = \"o\"",
            "audience = \"a\"",
            "forward-to = \"f\"",
            "operator = \"o\"\ntranslations.es.operator = \"p\"",
        ],
    ),
    (
        "#edge",
        &[
            "prefix = \"/m\"",
            "pass = [\"/x\"]",
            "ramp = \"9m\"",
            "outage = {}",
            "banner.cookies = [\"s\"]",
            "banner = { cookies = [\"s\"], routes = [\"/a\"] }",
            "banner = { cookies = [\"s\", \"t*\"], everybody = [\"/in\"] }",
            "outage = { timeout = \"9s\" }",
            "outage = { title = \"t\", message = \"m\" }",
            "outage = { title = \"t\", message = \"m\", translations.es.title = \"u\" }",
            "outage = { title = \"t\", message = \"m\", translations.es.message = \"n\" }",
            "retry-after.cap = \"30m\"",
            "bypass.addresses = [\"192.0.2.7\"]",
            "cors.origins = [\"https://x.org\"]",
            "statuspage-maintenance = true",
            "strict-transport-security = \"max-age=9\"",
        ],
    ),
    (
        "#web",
        &[
            "afterwards = \"resend\"",
            "disposition = \"read-only\"",
            "disposition = \"unaffected\"",
            "instructions.after = \"x\"",
            "contact = { topic = \"t\", email = \"e@x.org\" }",
            "soap-fault-status = 500",
            "hl7-acknowledge = true",
            "translations.es.name = \"la red\"",
            "translations.fr.name = \"la red\"",
            "instructions.after = \"x\"\ntranslations.es.after = \"y\"",
            "contact = { topic = \"t\", email = \"e@x.org\" }\ntranslations.es.topic = \"u\"",
        ],
    ),
    (
        "routes = [\"/*\"]",
        &[
            "routes = [\"/a\"]",
            "routes = []",
            "routes = [\"/a\", \"/b\"]",
            "routes = [\"/b\", \"/a\"]",
        ],
    ),
    (
        "#match",
        &[
            "[[channel.match]]\nroute = \"/m\"",
            "[[channel.match]]\nroute = \"/m\"\nmethods = [\"POST\"]",
            "[[channel.match]]\nroute = \"/m\"\nanswer = \"hl7\"",
        ],
    ),
    ("id = \"once\"", &["id = \"twice\""]),
    (
        "start = 2025-02-06T19:00:00",
        &["start = 2025-02-06T18:00:00", "start = 2025-02-06T19:00:00.5"],
    ),
    ("end = 2025-02-06T21:00:00", &["end = 2025-02-06T22:00:00", "length = \"90m\"", "#"]),
    ("channels = [\"web\", \"ftp\"]", &["channels = [\"web\"]", "channels = [\"ftp\"]"]),
    (
        "#once",
        &[
            "cancelled = true",
            "announce = \"2d\"",
            "announce = 2025-02-01T00:00:00",
            "reason = \"emergency\"",
            "summary = \"x\"",
            "summary = \"x\"\ntranslations.es.summary = \"y\"",
            "summary = \"x\"\ntranslations.ES.summary = \"y\"",
            "summary = \"x\"\ntranslations.fr.summary = \"y\"",
        ],
    ),
    ("#hold", &["overrun = \"hold\""]),
    ("length = \"1h\"", &["length = \"2h\"", "end = 2025-01-02T04:00:00"]),
    (
        "repeat = \"FREQ=WEEKLY\"",
        &[
            "repeat = \"FREQ=WEEKLY;INTERVAL=2\"",
            "repeat = \"FREQ=WEEKLY;COUNT=60\"",
            "also = [2025-03-01T09:00:00]",
        ],
    ),
    (
        "#series",
        &[
            "cancelled = true",
            "summary = \"y\"",
            "summary = \"y\"\ntranslations.es.summary = \"z\"",
            "except = [2025-01-09]",
            "overrun = \"hold\"",
            "announce = \"1h\"",
        ],
    ),
    (
        "#change",
        &[
            "[[window.change]]\nof = 2025-02-06\ncancelled = true",
            "[[window.change]]\nof = 2025-02-06\nend = 2025-02-06T05:00:00",
            "[[window.change]]\nof = 2025-02-13\nchannels = [\"web\"]",
            "[[window.change]]\nof = 2025-02-13\nstart = 2025-02-14T05:00:00",
        ],
    ),
    (
        "#more",
        &[
            "[[channel]]\nid = \"new\"\nname = \"new\"",
            "[[window]]\nid = \"new\"\nchannels = [\"ftp\"]\nstart = 2026-01-01T01:00:00\nend = 2026-01-01T02:00:00",
        ],
    ),
];

const DOCUMENT: &str = "[service]
name = \"x\"
zone = \"America/Chicago\"
label = \"CT\"
#service
[notice]
#notice
[edge]
#edge
[[channel]]
id = \"web\"
name = \"web\"
routes = [\"/*\"]
#web
#match
[[channel]]
id = \"ftp\"
name = \"ftp\"
disposition = \"hold\"
[[window]]
id = \"once\"
channels = [\"web\", \"ftp\"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
#once
#hold
[[window]]
id = \"weekly\"
channels = [\"ftp\"]
start = 2025-01-02T03:00:00
length = \"1h\"
repeat = \"FREQ=WEEKLY\"
#series
#change
#more
";

/// The document with some of its places replaced.
fn document() -> impl Strategy<Value = String> {
    let choices: Vec<_> =
        PLACES.iter().map(|(_, with)| prop::option::weighted(0.12, 0..with.len())).collect();
    choices.prop_map(|choices| {
        let mut document = DOCUMENT.to_owned();
        for ((place, with), choice) in PLACES.iter().zip(choices) {
            if let Some(with) = choice.and_then(|choice| with.get(choice)) {
                assert!(document.contains(place), "every place is there: {place}");
                document = document.replacen(place, with, 1);
            }
        }
        document
    })
}

fn read(document: &str) -> Option<schedule::Schedule> {
    schedule::parse(document, chrono::DateTime::UNIX_EPOCH).schedule
}

proptest! {
    #[test]
    fn prop_timelines_that_differ_are_told_apart(
        before in document(), after in document(), day in 0..60_i64,
    ) {
        // Some combinations contradict themselves.
        let (Some(before), Some(after)) = (read(&before), read(&after)) else { return Ok(()) };
        let first: chrono::DateTime<chrono::Utc> =
            "2025-01-15T00:00:00Z".parse().expect("a literal instant");
        let now = first + chrono::TimeDelta::days(day);
        let said = lifecycle::difference(Some(&before), &after, now);
        if before.timeline(now) != after.timeline(now) {
            prop_assert!(!said.is_empty());
        }
        if before == after {
            prop_assert!(said.is_empty());
        }
        if said.is_empty() {
            let later = now + chrono::TimeDelta::days(3000);
            prop_assert_eq!(before.timeline(later), after.timeline(later));
        }
        let back = lifecycle::difference(Some(&after), &before, now);
        prop_assert_eq!(said.is_empty(), back.is_empty());
        for difference in said {
            prop_assert!(!difference.said.is_empty() && !difference.said.contains("  "));
        }
    }

    #[test]
    fn prop_every_step_that_changes_the_timeline_is_told(
        drawn in drawn(), which in which(), step in step(), now in instant(),
    ) {
        let Ok(changed) = lifecycle::take(&drawn.document(), &which, &step, now) else {
            return Ok(());
        };
        let before = drawn.schedule();
        let differs = before.timeline(now) != changed.schedule.timeline(now);
        let said = lifecycle::difference(Some(&before), &changed.schedule, now);
        if differs {
            prop_assert!(!said.is_empty(), "{}", changed.said);
        }
        let only = |difference: &lifecycle::Difference| {
            difference.window.as_deref() == Some(&*changed.window)
        };
        prop_assert!(said.iter().all(only));
    }

    #[test]
    fn prop_comments_and_layout_are_no_difference(drawn in drawn(), now in instant()) {
        let document = drawn.document();
        let bare: String = document
            .lines()
            .filter_map(|line| line.split('#').next())
            .map(|line| format!("{}\n", line.trim()))
            .collect();
        let (before, after) = (parsed(&document), parsed(&bare));
        prop_assert!(lifecycle::difference(Some(&before), &after, now).is_empty());
        prop_assert!(lifecycle::audiences(Some(&before), &after, now).is_empty());
    }
}
