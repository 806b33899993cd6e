//! What is understood of a curl command.

use expect_test::{Expect, expect};

use crate::run::{EVERYTHING, INSIDE, explain, tells};

/// Which request a command is taken for, and what was not understood.
#[track_caller]
fn taken(command: &[&str], expected: &Expect) {
    let arguments = [&["--at", "2025-02-06T12:00", "--json", "--"], command].concat();
    check(&explain(EVERYTHING, &[&arguments], ""), expected);
}

/// The same for a text.
#[track_caller]
fn read(command: &str, expected: &Expect) {
    let arguments = ["--at", "2025-02-06T12:00", "--json", "--curl", command];
    check(&explain(EVERYTHING, &[&arguments], ""), expected);
}

#[track_caller]
fn check(said: &str, expected: &Expect) {
    let json: serde_json::Value = serde_json::from_str(said).expect("it speaks JSON");
    let mut lines = match json["error"]["message"].as_str() {
        Some(message) => vec![format!("error: {message}")],
        None => {
            let text = |field: &str| json["request"][field].as_str().unwrap_or_default().to_owned();
            vec![format!("{} {}", text("method"), text("url"))]
        }
    };
    let notes = json["notes"].as_array().into_iter().flatten();
    lines.extend(notes.map(|note| format!("note: {}", note.as_str().unwrap_or_default())));
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn methods() {
    taken(
        &["curl", "registry.example/x"],
        &expect![[r#"
        GET https://registry.example/x
        note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["/usr/bin/curl", "-d", "a=b", "http://registry.example"],
        &expect!["POST http://registry.example/"],
    );
    taken(
        &["curl", "--json", "{}", "http://registry.example/x"],
        &expect![[r#"
            POST http://registry.example/x
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "-F", "file=@x", "http://registry.example/x"],
        &expect![[r#"
            POST http://registry.example/x
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "-T", "dir/x.hl7", "http://registry.example/in/"],
        &expect![[r#"
            PUT http://registry.example/in/x.hl7
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "-I", "http://registry.example/x"],
        &expect![[r#"
        HEAD http://registry.example/x
        note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "-XPURGE", "http://registry.example/x"],
        &expect![[r#"
            PURGE http://registry.example/x
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    let get =
        ["curl", "-G", "-d", "a=b", "--data-urlencode", "q=á &=@", "http://registry.example/x?y"];
    taken(
        &get,
        &expect![[r#"
            GET http://registry.example/x?y&a=b&q=%C3%A1+%26%3D%40
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    let query = ["curl", "--url-query", "q=a b", "--url", "http://registry.example/x"];
    taken(
        &query,
        &expect![[r#"
            GET http://registry.example/x?q=a+b
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
}

#[test]
fn addresses() {
    taken(
        &["curl", "HTTPS://user:pass@Registry.Example:8443#top"],
        &expect!["GET https://registry.example:8443/"],
    );
    taken(
        &["curl", "https://203.0.113.9/x", "-H", "Host: registry.example"],
        &expect![[r#"
            GET https://registry.example/x
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "https://registry.example/año?ñ"],
        &expect![[r#"
            GET https://registry.example/a%C3%B1o?%C3%B1
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "https://registry.example/x", "--request-target", "/a/../b"],
        &expect![[r#"
            GET https://registry.example/a/../b
            note: the route portal.registry.example/* of channel web is for another host
            note: the route /api/* of channel web-services is nearly the same"#]],
    );
    taken(
        &["curl", "registry.example/x?to=https://elsewhere.example"],
        &expect![[r#"
            GET https://registry.example/x?to=https://elsewhere.example
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "http://a.example/1", "http://b.example/2"],
        &expect![[r#"
            GET http://a.example/1
            note: of its 2 addresses only the first is explained
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "http://a.example/1", "--next", "-d", "x", "http://b.example"],
        &expect![[r#"
            GET http://a.example/1
            note: of several requests only the first is explained
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "--", "-x.example/y"],
        &expect![[r#"
            GET https://-x.example/y
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
}

#[test]
fn options_swallow_their_values() {
    let known = ["curl", "-sSLo", "out", "-w", "%{http_code}", "-x", "proxy:3128", "-u", "a:b"];
    taken(
        &[&known[..], &["-m5", "registry.example/x"]].concat(),
        &expect![[r#"
            GET https://registry.example/x
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    let long = ["--resolve", "a:443:1.2.3.4", "--retry", "3", "--no-keepalive", "--http1.1"];
    taken(
        &[&["curl"], &long[..], &["registry.example/x"]].concat(),
        &expect![[r#"
            GET https://registry.example/x
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    // One that is not known: what is behind it is the address only when nothing else is.
    taken(
        &["curl", "--new-thing", "on", "registry.example/x"],
        &expect![[r#"
            GET https://registry.example/x
            note: curl's option `--new-thing` is not known here; `on` was taken for its value, and both were left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "--new-thing", "registry.example/x"],
        &expect![[r#"
            GET https://registry.example/x
            note: `registry.example/x` was taken for the address rather than for the value of `--new-thing`, because nothing else can be it
            note: curl's option `--new-thing` is not known here, and was left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "--new-thing=on", "registry.example/x"],
        &expect![[r#"
            GET https://registry.example/x
            note: curl's option `--new-thing` is not known here, and was left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    taken(
        &["curl", "-sÜ", "-K", "options.txt", "registry.example/x"],
        &expect![[r#"
            GET https://registry.example/x
            note: the options in the file `options.txt` are not read
            note: curl's option `-Ü` is not known here, and was left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
}

#[test]
fn what_a_shell_would_do() {
    read(
        "curl registry.example/x | jq .",
        &expect![[r#"
            GET https://registry.example/x
            note: what follows the `|` is not for curl, and was left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/x?a=1&b=2",
        &expect![[r#"
            GET https://registry.example/x?a=1
            note: a shell ends the command at `&`, so what follows was left out: put an address with a `&` between quotes
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl 'registry.example/x?a=1&b=2'",
        &expect![[r#"
        GET https://registry.example/x?a=1&b=2
        note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/x 2>/dev/null",
        &expect![[r#"
            GET https://registry.example/x
            note: what follows the `>` is not for curl, and was left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/x; echo done",
        &expect![[r#"
            GET https://registry.example/x
            note: what follows the `;` is not for curl, and was left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/1\ncurl registry.example/2",
        &expect![[r#"
            GET https://registry.example/1
            note: of several commands only the first is explained
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/x # it's\n -X PUT",
        &expect![[r#"
        PUT https://registry.example/x
        note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/x -H \"A: $TOKEN\" \\",
        &expect![[r#"
            GET https://registry.example/x
            note: what a shell would put for `$…` is not known here, so it stands as it is
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/$'\\x41\\102\\u00e9\\ud83d\\ude00\\t'",
        &expect![[r#"
            GET https://registry.example/AB%C3%A9%F0%9F%98%80
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
    read(
        "curl registry.example/$'\\u00e9\\ud83d\\ude00\\x41\\102\\q'",
        &expect![[r#"
            GET https://registry.example/%C3%A9%F0%9F%98%80AB\q
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
}

#[test]
fn headers() {
    let told = |header: &[&str]| {
        let curl = [&["curl", "https://registry.example/api/x", "-d", "{}"], header].concat();
        let said = explain(EVERYTHING, &[INSIDE, &curl], "");
        let lines =
            said.lines().filter(|line| line.starts_with("form") || line.starts_with("note"));
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    let check = |header: &[&str], expected: Expect| expected.assert_eq(&told(header));
    check(
        &[],
        expect![[r#"
        form      text, in short lines, because nothing in the request asks for more
    "#]],
    );
    check(
        &["-H", "content-type: text/xml"],
        expect![[r#"
        form      soap-1.1, a SOAP 1.1 fault, because its Content-Type is XML
    "#]],
    );
    check(
        &["-H", "Content-Type:", "-H", "Accept: application/json"],
        expect![[r#"
        form      problem-json, problem details (RFC 9457) in JSON, because its Accept prefers JSON
    "#]],
    );
    check(
        &["-H", "Content-Type:", "-H", "SOAPAction;"],
        expect![[r#"
        form      soap-1.1, a SOAP 1.1 fault, because it has a SOAPAction header, which only SOAP 1.1
    "#]],
    );
    check(
        &["-H", "nonsense", "-H", "@headers.txt", "-H", ":authority: x"],
        expect![[r#"
        form      text, in short lines, because nothing in the request asks for more
        note      `nonsense` is no header, and was left out
        note      `@headers.txt` is no header, and was left out
        note      `:authority: x` is no header, and was left out
    "#]],
    );
    check(
        &["-A", "", "-e", "https://a.example", "--oauth2-bearer", "x"],
        expect![[r#"
        form      text, in short lines, because nothing in the request asks for more
    "#]],
    );
}

#[test]
fn nothing_of_it_reaches_the_terminal_as_it_is() {
    let escape = "\u{1b}]0;owned\u{7}";
    tells(
        EVERYTHING,
        &[INSIDE, &["curl", &format!("registry.example/{escape}")]],
        &expect![[r#"
            error: expected an address such as `https://registry.example/soap`, found '\u{1b}' in it
            exit code 2
        "#]],
    );
    let option = format!("--{escape}");
    taken(
        &["curl", &option, escape, "registry.example/x"],
        &expect![[r#"
            GET https://registry.example/x
            note: curl's option `--\u{1b}]0;owned\u{7}` is not known here; `\u{1b}]0;owned\u{7}` was taken for its value, and both were left out
            note: the route portal.registry.example/* of channel web is for another host"#]],
    );
}
