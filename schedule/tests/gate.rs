//! What becomes of a request: the founding notice at every boundary, then each rule on its own.

use schedule::{Decision, Gate, Request, Target};

const FOUNDING: &str = include_str!("../../examples/immtrac2/schedule.toml");

fn gate(source: &str) -> Gate {
    let parsed = schedule::parse(source, "2025-02-01T00:00:00Z".parse().expect("a literal"));
    let pictures = schedule::render(&parsed.diagnostics, source, "schedule.toml", false);
    Gate::new(parsed.schedule.expect(&pictures).timeline(chrono::DateTime::UNIX_EPOCH))
}

/// What becomes of a request, in a few words: `pass`, `ours`, or who closes what until when.
fn decision(gate: &Gate, request: &str, at: &str) -> String {
    let (method, address) = request.split_once(' ').expect("a method and an address");
    let (host, path) = address.split_at(address.find('/').expect("an address with a path"));
    let request = Request::plain(method, Target { host, path });
    match gate.decide(&request, at.parse().expect("an instant")) {
        Decision::Pass => "pass".to_owned(),
        Decision::Ours => "ours".to_owned(),
        Decision::Closed(closing) | Decision::Reopening { closing, .. } => {
            let reopens = match closing.reopens {
                Some(reopens) => format!("until {}", reopens.to_rfc3339()),
                None => "until nobody knows".to_owned(),
            };
            let channel = closing.channel().id.as_str();
            let window = closing.occurrence().window.as_str();
            format!("{channel} {} by {window} {reopens}", closing.phase)
        }
    }
}

#[track_caller]
fn check(gate: &Gate, rows: &[(&str, &str, &str)]) {
    for (request, at, expected) in rows {
        assert_eq!(decision(gate, request, at), *expected, "{request} at {at}");
    }
}

#[test]
fn the_founding_notice_comes_true_to_the_millisecond() {
    const WEB: &str = "web active by 2025-02-06-deployment until 2025-02-06T21:00:00-06:00";
    const SOAP: &str =
        "web-services active by 2025-02-06-deployment until 2025-02-06T21:00:00-06:00";
    check(
        &gate(FOUNDING),
        &[
            ("GET immtrac.example/", "2025-02-07T00:59:59.999Z", "pass"),
            ("GET immtrac.example/", "2025-02-07T01:00:00Z", WEB),
            ("GET immtrac.example/", "2025-02-07T01:00:00.001Z", WEB),
            ("GET immtrac.example/", "2025-02-07T02:59:59.999Z", WEB),
            ("GET immtrac.example/", "2025-02-07T03:00:00Z", "pass"),
            ("GET immtrac.example/", "2025-02-07T03:00:00.001Z", "pass"),
            ("POST immtrac.example/soap/iis", "2025-02-07T00:59:59.999Z", "pass"),
            ("POST immtrac.example/soap/iis", "2025-02-07T01:00:00Z", SOAP),
            ("POST immtrac.example/soap/iis", "2025-02-07T02:59:59.999Z", SOAP),
            ("POST immtrac.example/soap/iis", "2025-02-07T03:00:00Z", "pass"),
            // A folder that is closed has no open door.
            ("POST immtrac.example/soap", "2025-02-07T01:00:00Z", SOAP),
            ("POST immtrac.example/soapbox", "2025-02-07T01:00:00Z", WEB),
        ],
    );
}

#[test]
fn the_founding_notice_holds_processing_and_refuses_no_upload() {
    let gate = gate(FOUNDING);
    let timeline = gate.timeline();
    let ftp = timeline.channels.iter().position(|channel| channel.id.as_str() == "ftp");
    for (now, phase) in [
        ("2025-02-07T00:59:59.999Z", Some("imminent")),
        ("2025-02-07T01:00:00Z", Some("active")),
        ("2025-02-07T02:59:59.999Z", Some("active")),
        ("2025-02-07T03:00:00Z", None),
    ] {
        let outlook = timeline.outlook(ftp.expect("it is in the notice"), now.parse().expect("x"));
        assert_eq!(outlook.map(|(phase, _)| phase.as_str()), phase, "{now}");
    }
    assert!(timeline.channels[2].routes.is_empty(), "nothing of it comes through the edge");
}

#[test]
fn what_must_stay_open_stays_open() {
    const CLOSED: &str = "2025-02-07T02:00:00Z";
    const WEB: &str = "web active by 2025-02-06-deployment until 2025-02-06T21:00:00-06:00";
    let gate = gate(&format!("[edge]\npass = [\"/fonts/*\", \"cdn.example/*\"]\n{FOUNDING}"));
    check(
        &gate,
        &[
            ("GET x.example/robots.txt", CLOSED, "pass"),
            ("GET x.example/robots.txt.html", CLOSED, WEB),
            ("GET x.example/folder/robots.txt", CLOSED, WEB),
            ("GET x.example/.well-known/security.txt", CLOSED, "pass"),
            ("GET x.example/.well-known/acme-challenge/token", CLOSED, "pass"),
            ("GET x.example/.well-known/openid-configuration", CLOSED, WEB),
            ("GET x.example/fonts/a.woff2", CLOSED, "pass"),
            ("GET cdn.example/anything", CLOSED, "pass"),
            // Only the prefix itself and what is below it is ours, at any time.
            ("GET x.example/_maintenance", CLOSED, "ours"),
            ("GET x.example/_maintenance/timeline.json", CLOSED, "ours"),
            ("GET x.example/_maintenance/timeline.json", "2030-01-01T00:00:00Z", "ours"),
            ("GET x.example/_maintenancex", CLOSED, WEB),
            ("GET x.example/_maintenancex", "2030-01-01T00:00:00Z", "pass"),
            ("GET x.example/a/_maintenance", CLOSED, WEB),
            ("GET x.example/_Maintenance", CLOSED, WEB),
        ],
    );
}

/// One service at UTC: `channels` and then `windows`, as they stand in a document.
fn at_utc(channels: &str, windows: &str) -> Gate {
    gate(&format!("[service]\nname = \"x\"\nzone = \"UTC\"\n{channels}\n{windows}"))
}

const ONE_O_CLOCK: &str = "2025-02-06T13:00:00Z";

#[test]
fn a_disposition_decides_over_each_method() {
    const CLOSED: &str = "c active by w until 2025-02-06T14:00:00+00:00";
    // RFC 9110, section 9.2.1, lists the safe methods: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1
    for (disposition, safe, unsafe_) in [
        ("unavailable", CLOSED, CLOSED),
        ("read-only", "pass", CLOSED),
        ("hold", "pass", "pass"),
        ("unaffected", "pass", "pass"),
    ] {
        let channel = format!(
            "[[channel]]\nid = \"c\"\nname = \"x\"\nroutes = [\"/*\"]\ndisposition = \"{disposition}\""
        );
        let window = "[[window]]\nid = \"w\"\nchannels = [\"c\"]\n\
            start = 2025-02-06T12:00:00\nend = 2025-02-06T14:00:00";
        let gate = at_utc(&channel, window);
        for method in ["GET", "HEAD", "OPTIONS", "TRACE"] {
            check(&gate, &[(&format!("{method} x/"), ONE_O_CLOCK, safe)]);
        }
        // Methods are case-sensitive, and one that nobody knows may write.
        for method in ["POST", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND", "get", "QUERY"] {
            check(&gate, &[(&format!("{method} x/"), ONE_O_CLOCK, unsafe_)]);
        }
    }
}

#[test]
fn the_most_specific_route_wins() {
    let channel = |id: &str, route: &str| {
        format!("[[channel]]\nid = \"{id}\"\nname = \"x\"\nroutes = [\"{route}\"]\n")
    };
    let mut channels = [
        channel("any", "/*"),
        channel("soap", "/soap/*"),
        channel("deeper", "/soap/v2/*"),
        channel("exact", "/soap/v2/status"),
        channel("begins", "/report*"),
        channel("below", "*.example.org/soap/*"),
        channel("nearer", "*.eu.example.org/*"),
        channel("host", "api.example.org/*"),
    ];
    let window = "[[window]]\nid = \"w\"\nstart = 2025-02-06T12:00:00\nchannels = \
        [\"any\", \"soap\", \"deeper\", \"exact\", \"begins\", \"below\", \"nearer\", \"host\"]";
    let rows = [
        ("x.net/", "any"),
        ("x.net/soap", "soap"),
        ("x.net/soap/", "soap"),
        ("x.net/soapbox", "any"),
        ("x.net/soap/v2", "deeper"),
        ("x.net/soap/v2/status", "exact"),
        // One slash more is another path.
        ("x.net/soap/v2/status/", "deeper"),
        ("x.net/report", "begins"),
        ("x.net/reports/2025", "begins"),
        // A host outweighs any path, and an exact host a pattern.
        ("www.example.org/soap/v2/status", "below"),
        ("api.example.org/soap/v2/status", "host"),
        ("api.example.org:8443/", "host"),
        ("www.example.org/other", "any"),
        ("de.eu.example.org/soap/v2/status", "nearer"),
        // `*.example.org` is below `example.org`, and not itself, nor what merely ends alike.
        ("example.org/soap/", "soap"),
        ("badexample.org/soap/", "soap"),
        ("a.b.example.org/soap/", "below"),
        // One host, however a client spells its name.
        ("API.Example.ORG/", "host"),
        ("api.example.org./", "host"),
        ("somebody@api.example.org:80/", "host"),
        ("api.example.org@x.net/", "any"),
    ];
    for _ in 0..channels.len() {
        channels.rotate_left(1);
        let gate = at_utc(&channels.concat(), window);
        for (address, channel) in rows {
            let expected = format!("{channel} active by w until nobody knows");
            check(&gate, &[(&format!("GET {address}"), ONE_O_CLOCK, &expected)]);
        }
    }
}

#[test]
fn a_host_that_no_route_names_passes() {
    let gate = at_utc(
        "[[channel]]\nid = \"c\"\nname = \"x\"\nroutes = [\"api.example.org/*\"]",
        "[[window]]\nid = \"w\"\nchannels = [\"c\"]\nstart = 2025-02-06T12:00:00",
    );
    const CLOSED: &str = "c active by w until nobody knows";
    check(
        &gate,
        &[
            ("GET api.example.org/", ONE_O_CLOCK, CLOSED),
            ("GET api.example.org:443/", ONE_O_CLOCK, CLOSED),
            ("GET www.example.org/", ONE_O_CLOCK, "pass"),
            ("GET api.example.org.evil.net/", ONE_O_CLOCK, "pass"),
            ("GET /", ONE_O_CLOCK, "pass"),
        ],
    );
}

// RFC 3986, section 6.2.2.2: an encoded unreserved character is the character.
#[test]
fn a_closed_path_is_closed_however_it_is_spelt() {
    let gate = at_utc(
        "[[channel]]\nid = \"c\"\nname = \"x\"\nroutes = [\"/soap/*\", \"/a%2fb\", \"/%7Euser\"]",
        "[[window]]\nid = \"w\"\nchannels = [\"c\"]\nstart = 2025-02-06T12:00:00",
    );
    const CLOSED: &str = "c active by w until nobody knows";
    check(
        &gate,
        &[
            ("GET x/s%6Fap/iis", ONE_O_CLOCK, CLOSED),
            ("GET x/s%6fap", ONE_O_CLOCK, CLOSED),
            ("GET x/%73%6F%61%70/", ONE_O_CLOCK, CLOSED),
            ("GET x/a%2Fb", ONE_O_CLOCK, CLOSED),
            ("GET x/~user", ONE_O_CLOCK, CLOSED),
            // Dot segments are resolved before the origin sees them, or by it.
            ("GET x/other/../soap/iis", ONE_O_CLOCK, CLOSED),
            ("GET x/other/%2e%2E/soap", ONE_O_CLOCK, CLOSED),
            ("GET x/.well-known/acme-challenge/../../soap", ONE_O_CLOCK, CLOSED),
            ("GET x/soap/../other", ONE_O_CLOCK, "pass"),
            // What some origins take for the same path.
            ("GET x/soap%2Fiis", ONE_O_CLOCK, CLOSED),
            ("GET x/SOAP/iis", ONE_O_CLOCK, CLOSED),
            ("GET x//soap/iis", ONE_O_CLOCK, CLOSED),
            ("GET x/soap;v=1/iis", ONE_O_CLOCK, CLOSED),
            ("GET x/other/..;/soap", ONE_O_CLOCK, CLOSED),
            ("GET x/.well-known/acme-challenge/..%2f..%2fsoap", ONE_O_CLOCK, CLOSED),
            // And the other way round: what is below a closed path stays closed.
            ("GET x/soap/..%2f..%2frobots.txt", ONE_O_CLOCK, CLOSED),
            // A slash is not an encoded slash, and what is encoded twice is another name.
            ("GET x/a/b", ONE_O_CLOCK, "pass"),
            ("GET x/s%256Fap/iis", ONE_O_CLOCK, "pass"),
            // Broken encodings stand for themselves.
            ("GET x/soap/%", ONE_O_CLOCK, CLOSED),
            ("GET x/soap/%zz%é", ONE_O_CLOCK, CLOSED),
            ("GET x/%", ONE_O_CLOCK, "pass"),
        ],
    );
}

// The same when it is the schedule that spells a path as only some origins do: on IIS, `/Soap.svc`
// and `/soap.svc` are one.
#[test]
fn a_closed_path_is_closed_however_the_schedule_spells_it() {
    let gate = at_utc(
        "[[channel]]\nid = \"c\"\nname = \"x\"\nroutes = [\"/Soap.svc\", \"/API//v1/*\"]\n\
         [[channel.match]]\nroute = \"/Gateway/*\"\nmethods = [\"POST\"]",
        "[[window]]\nid = \"w\"\nchannels = [\"c\"]\nstart = 2025-02-06T12:00:00",
    );
    const CLOSED: &str = "c active by w until nobody knows";
    check(
        &gate,
        &[
            ("POST x/Soap.svc", ONE_O_CLOCK, CLOSED),
            ("POST x/soap.svc", ONE_O_CLOCK, CLOSED),
            ("POST x/SOAP.SVC", ONE_O_CLOCK, CLOSED),
            ("GET x/api/v1/x", ONE_O_CLOCK, CLOSED),
            ("GET x/api/v2", ONE_O_CLOCK, "pass"),
            ("POST x/gateway/x", ONE_O_CLOCK, CLOSED),
            ("POST x/gateway", ONE_O_CLOCK, CLOSED),
            ("GET x/gateway/x", ONE_O_CLOCK, "pass"),
        ],
    );
}

// A schedule that has both spellings has an origin that tells them apart.
#[test]
fn a_path_that_is_open_by_its_own_route_is_not_closed_by_another_spelling() {
    let open = "[[channel]]\nid = \"open\"\nname = \"x\"\nroutes = [\"/api/*\"]\n";
    let shut = "[[channel]]\nid = \"c\"\nname = \"x\"\nroutes = [\"/API/*\"]\n";
    let window = "[[window]]\nid = \"w\"\nchannels = [\"c\"]\nstart = 2025-02-06T12:00:00";
    for channels in [[open, shut], [shut, open]] {
        check(
            &at_utc(&channels.concat(), window),
            &[
                ("GET x/API/x", ONE_O_CLOCK, "c active by w until nobody knows"),
                ("GET x/api/x", ONE_O_CLOCK, "pass"),
            ],
        );
    }
}
