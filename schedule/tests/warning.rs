//! On which pages, and to whom, the edge warns of what is to come.

use chrono::{DateTime, Utc};
use schedule::{Gate, Request, Target};

const SCHEDULE: &str = r#"
[service]
name = "Records"
zone = "UTC"

[edge.banner]
routes = ["/app/*", "clinic.example/*"]
cookies = ["session", "auth_*"]
everybody = ["/sign-in"]

[[channel]]
id = "web"
name = "the web application"
routes = ["/*"]

[[channel]]
id = "soap"
name = "web services"
routes = ["/app/soap/*"]

[[window]]
id = "deployment"
channels = ["web"]
start = 2025-03-01T10:00:00Z
end = 2025-03-01T12:00:00Z
announce = 2025-02-20T09:00:00Z
"#;

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("the rows hold instants")
}

fn gate(edit: impl Fn(&str) -> String) -> Gate {
    let now = at("2025-01-01T00:00:00Z");
    let schedule = schedule::parse(&edit(SCHEDULE), now).schedule.expect("it is a schedule");
    let timeline = schedule.timeline(now);
    // As it is deployed: the answer is looked for among packed numbers.
    Gate::new(schedule::Timeline::read(&timeline.to_bytes()).expect("it was written just now"))
}

#[test]
fn when_there_is_something_to_warn_of() {
    let plain = gate(str::to_owned);
    let cancelled = gate(|text| text.to_owned() + "cancelled = true\n");
    let endless = gate(|text| text.replace("end = 2025-03-01T12:00:00Z\n", ""));
    let held = gate(|text| text.to_owned() + "overrun = \"hold\"\n");
    let without = gate(|text| {
        text.replace("[edge.banner]", "[edge]").replace("routes = [\"/app/*\", \"clinic.example/*\"]\ncookies = [\"session\", \"auth_*\"]\neverybody = [\"/sign-in\"]", "")
    });
    for (name, gate, rows) in [
        (
            "plain",
            &plain,
            &[
                ("2025-02-20T08:59:59Z", false),
                ("2025-02-20T09:00:00Z", true),
                ("2025-03-01T09:59:59Z", true),
                ("2025-03-01T10:00:00Z", true),
                ("2025-03-01T11:59:59Z", true),
                ("2025-03-01T12:00:00Z", false),
            ][..],
        ),
        (
            "cancelled",
            &cancelled,
            &[
                ("2025-02-20T08:59:59Z", false),
                ("2025-02-20T09:00:00Z", true),
                ("2025-03-02T11:59:59Z", true),
                ("2025-03-02T12:00:00Z", false),
            ],
        ),
        ("endless", &endless, &[("2025-03-01T09:00:00Z", true), ("2026-03-01T12:00:00Z", true)]),
        ("held", &held, &[("2025-03-01T12:00:00Z", true), ("2025-03-05T12:00:00Z", true)]),
        (
            "not asked for",
            &without,
            &[("2025-03-01T09:00:00Z", false), ("2025-03-01T11:00:00Z", false)],
        ),
    ] {
        for (now, expected) in rows {
            assert_eq!(gate.may_tell(at(now)), *expected, "{name} at {now}");
            // And again, from what was remembered.
            assert_eq!(gate.may_tell(at(now)), *expected, "{name} at {now} again");
        }
    }
}

// Whoever was told of it has to learn that it does not take place.
#[test]
fn what_was_taken_out_of_the_schedule_is_still_to_be_told() {
    let (before, out) = (gate(str::to_owned), at("2025-02-25T00:00:00Z"));
    let without = gate(|text| text[..text.find("[[window]]").unwrap()].to_owned());
    let timeline = without.timeline().clone().amended(Some(before.timeline()), 2, out);
    let gate = Gate::new(timeline);
    for (now, expected) in [
        ("2025-02-25T00:00:00Z", true),
        ("2025-03-02T11:59:59Z", true),
        ("2025-03-02T12:00:00Z", false),
    ] {
        assert_eq!(gate.may_tell(at(now)), expected, "{now}");
        assert!(!without.may_tell(at(now)), "{now}, without a history");
    }
}

#[test]
fn whose_answers_say_where_the_status_is() {
    let asked =
        gate(|text| text.replace("[edge.banner]", "[edge]\nstatus-link = true\n[edge.banner]"));
    let alone = gate(|text| {
        let banner = text.find("[edge.banner]").unwrap()..text.find("[[channel]]").unwrap();
        text.replace(&text[banner], "[edge]\nstatus-link = true\n")
    });
    let without = gate(str::to_owned);
    for (path, channel) in [
        ("/", Some(0)),
        ("/app/soap/x", Some(1)),
        ("/_maintenance/health", None),
        ("/robots.txt", None),
    ] {
        let target = Target { host: "x.example", path };
        let request = Request::new("POST", target, "", &|_| None);
        assert_eq!(asked.points(&request), channel, "{path}");
        assert_eq!(alone.points(&request), channel, "{path}, without a banner");
        assert_eq!(without.points(&request), None, "{path}, not asked for");
    }
    assert!(alone.may_tell(at("2025-02-20T09:00:00Z")));
    assert!(!alone.may_tell(at("2025-02-20T08:59:59Z")));
}

#[test]
fn which_requests_are_for_a_page_to_warn_on() {
    let gate = gate(str::to_owned);
    let navigation = [("sec-fetch-dest", "document"), ("cookie", "a=1; session=2")];
    let web = Some(0);
    for (name, method, host, path, headers, expected) in [
        ("a page", "GET", "x.example", "/app/records", &navigation[..], web),
        ("spelled otherwise", "GET", "x.example", "/%61pp//records/", &navigation, web),
        ("another host's", "GET", "clinic.example", "/anything", &navigation, web),
        ("no page for people", "GET", "x.example", "/about", &navigation, None),
        (
            "another channel, over which there may be no window",
            "GET",
            "x.example",
            "/app/soap/x",
            &navigation,
            Some(1),
        ),
        ("ours", "GET", "x.example", "/_maintenance/health", &navigation, None),
        ("what always passes", "GET", "clinic.example", "/robots.txt", &navigation, None),
        ("a form that is sent", "POST", "x.example", "/app/records", &navigation, None),
        ("nobody", "GET", "x.example", "/app/records", &navigation[..1], None),
        ("nobody on the sign-in page", "GET", "x.example", "/sign-in", &navigation[..1], web),
        (
            "a cookie whose name begins so",
            "GET",
            "x.example",
            "/app/",
            &[("sec-fetch-dest", "document"), ("cookie", "auth_x=")],
            web,
        ),
        (
            "a cookie whose name ends so",
            "GET",
            "x.example",
            "/app/",
            &[("sec-fetch-dest", "document"), ("cookie", "my_session=1; other=session=1")],
            None,
        ),
        (
            "an image",
            "GET",
            "x.example",
            "/app/logo",
            &[("sec-fetch-dest", "image"), ("cookie", "session=2"), ("accept", "text/html")],
            None,
        ),
        (
            "an old browser",
            "GET",
            "x.example",
            "/app/",
            &[("accept", "text/html,*/*"), ("cookie", "session=2")],
            web,
        ),
        (
            "a program",
            "GET",
            "x.example",
            "/app/",
            &[("accept", "*/*"), ("cookie", "session=2")],
            None,
        ),
    ] {
        let header = |wanted: &str| {
            headers.iter().find(|(name, _)| *name == wanted).map(|(_, value)| (*value).to_owned())
        };
        let request = Request::new(method, Target { host, path }, "", &header);
        assert_eq!(gate.warns(&request), expected, "{name}");
    }
}
