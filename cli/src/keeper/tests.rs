//! The client against servers that are none of ours. What it does with the keeper itself is tested
//! with the keeper.

use std::time::Duration;

use admin::Rollback;
use expect_test::{Expect, expect};

use super::{
    Base, Client, Connection, KeeperError, Write,
    credentials::{Credentials, Secret},
    exchange::Patience,
    stranger::{
        Habit::{self, Dreams, HangsUp, Interrupts, Says},
        Stranger,
    },
};

const HURRY: Patience = Patience {
    to_connect: Duration::from_secs(2),
    whole: Duration::from_secs(2),
    pauses: [Duration::from_millis(5), Duration::from_millis(10)],
};

fn client(url: &str) -> Client {
    let token = Secret::new("imt_a_b", "a test").expect("it is fit");
    let access = Secret::new("key", "a test").expect("it is fit");
    let credentials = Credentials { token: Some(token), access: Some((access.clone(), access)) };
    let address = url.parse().expect("an address");
    Client::patient(&Connection { address, credentials }, HURRY)
}

fn told(error: &KeeperError) -> String {
    let help = error.help().map(|help| format!("\n  = help: {help}")).unwrap_or_default();
    format!("{} {}: {error}{help}\n", error.code(), error.kind())
}

/// What becomes of asking for the schedule in force.
#[track_caller]
fn asks(habit: Habit, expected: &Expect) {
    let stranger = Stranger::new(&[habit]);
    let error = client(&stranger.url()).current().expect_err("a stranger");
    expected.assert_eq(&told(&error).replace(&stranger.port.to_string(), "PORT"));
    // What only asks is not repeated.
    assert_eq!(stranger.sent().len(), 1);
}

macro_rules! answer {
    ($status:literal, $fields:literal, $body:literal) => {
        Says(concat!("HTTP/1.1 ", $status, "\r\n", $fields, "Connection: close\r\n\r\n", $body))
    };
}

#[test]
fn answers_of_somebody_else() {
    asks(
        answer!("200 OK", "Content-Type: text/html\r\n", "<title>Registry</title>"),
        &expect![[r#"
            69 not-ours: expected an answer of Intermission's admin API, found 200 of 127.0.0.1:PORT with the page "Registry"
              = help: http://127.0.0.1:PORT/_maintenance was asked: if Intermission's pages have another prefix, give it with the address, as in `--url https://127.0.0.1:PORT/_closed`; or a sign-on seems to stand before it: set INTERMISSION_ACCESS_CLIENT_ID and INTERMISSION_ACCESS_CLIENT_SECRET to a service token of it, or let it leave the path of the admin API alone
        "#]],
    );
    asks(
        answer!("302 Found", "Location: https://sso.example.org/login?key=secret\r\n", ""),
        &expect![[r#"
            69 not-ours: expected an answer of Intermission's admin API, found 302 of 127.0.0.1:PORT, which leads to sso.example.org
              = help: a sign-on seems to stand before it: set INTERMISSION_ACCESS_CLIENT_ID and INTERMISSION_ACCESS_CLIENT_SECRET to a service token of it, or let it leave the path of the admin API alone
        "#]],
    );
    asks(
        answer!("404 Not Found", "Content-Type: text/html\r\n", "<title>Not\n found</title>"),
        &expect![[r#"
            69 not-ours: expected an answer of Intermission's admin API, found 404 of 127.0.0.1:PORT with the page "Not found"
              = help: http://127.0.0.1:PORT/_maintenance was asked: if Intermission's pages have another prefix, give it with the address, as in `--url https://127.0.0.1:PORT/_closed`
        "#]],
    );
    asks(
        answer!("403 Forbidden", "Content-Type: text/plain\r\n", "no"),
        &expect![[r#"
        69 not-ours: expected an answer of Intermission's admin API, found 403 of 127.0.0.1:PORT with text/plain
          = help: a sign-on seems to stand before it: set INTERMISSION_ACCESS_CLIENT_ID and INTERMISSION_ACCESS_CLIENT_SECRET to a service token of it, or let it leave the path of the admin API alone
    "#]],
    );
    asks(
        answer!("502 Bad Gateway", "", ""),
        &expect![[r#"
        69 not-ours: expected an answer of Intermission's admin API, found 502 of 127.0.0.1:PORT
          = help: something between here and the edge failed: try again in a moment
    "#]],
    );
    asks(
        answer!(
            "503 Service Unavailable",
            "Content-Type: application/problem+json\r\n\
             Link: </_maintenance/timeline.json>; rel=\"status\"\r\n",
            "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,\
             \"detail\":\"maintenance\"}"
        ),
        &expect![[r#"
            69 not-ours: expected an answer of Intermission's admin API, found the one that 127.0.0.1:PORT gives everybody during a window
              = help: http://127.0.0.1:PORT/_maintenance was asked: if Intermission's pages have another prefix, give it with the address, as in `--url https://127.0.0.1:PORT/_closed`
        "#]],
    );
}

#[test]
fn answers_that_are_no_answers() {
    asks(
        Says("SSH-2.0-OpenSSH_9.6\r\n"),
        &expect![[r#"
            69 not-ours: 127.0.0.1:PORT does not speak HTTP: http parse fail: invalid HTTP version
              = help: is the port right?
        "#]],
    );
    asks(
        HangsUp,
        &expect![[r#"
        69 unreachable: 127.0.0.1:PORT broke the connection off: Peer disconnected
          = help: try again in a moment
    "#]],
    );
    asks(
        Dreams,
        &expect![[r#"
        69 unreachable: 127.0.0.1:PORT did not answer within 2 seconds
          = help: try again in a moment
    "#]],
    );
    asks(
        answer!("200 OK", "Content-Type: application/json\r\n", "[1, 2"),
        &expect![[r#"
        69 not-ours: 127.0.0.1:PORT answered 200 in words that this version does not know: invalid type: integer `2`, expected a string at line 1 column 5
          = help: the keeper is newer or older than this command: is there an update?
    "#]],
    );
    asks(
        answer!("200 OK", "Content-Type: application/json\r\n", "{\"revision\":\"seven\"}"),
        &expect![[r#"
            69 not-ours: 127.0.0.1:PORT answered 200 in words that this version does not know: invalid type: string "seven", expected u64 at line 1 column 19
              = help: the keeper is newer or older than this command: is there an update?
        "#]],
    );
    asks(
        Says("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"),
        &expect![[r#"
            69 unreachable: 127.0.0.1:PORT broke the connection off: Peer disconnected
              = help: try again in a moment
        "#]],
    );
}

#[test]
fn answers_that_say_no() {
    asks(
        answer!(
            "401 Unauthorized",
            "Content-Type: application/problem+json\r\n",
            "{\"type\":\"/_maintenance/problems/unauthenticated\",\"title\":\"Nobody known asks\",\
             \"status\":401,\"detail\":\"expected a known token, found one that has expired\"}"
        ),
        &expect![[r#"
            77 unauthenticated: 127.0.0.1:PORT answered 401: expected a known token, found one that has expired
              = help: is the token of this service, and is it still good? Whoever keeps the root token sees it in `intermission token list`
        "#]],
    );
    asks(
        answer!(
            "429 Too Many Requests",
            "Content-Type: application/problem+json\r\nRetry-After: 42\r\n",
            "{\"type\":\"/_maintenance/problems/too-many-failures\",\"title\":\"Too many \
             failures\",\"status\":429,\"detail\":\"expected at most 10 failures a minute, found \
             more\"}"
        ),
        &expect![[r#"
            75 too-many-failures: 127.0.0.1:PORT answered 429: expected at most 10 failures a minute, found more; come back in 42 seconds
              = help: a wrong token was used from this address again and again: see that it was not your own script
        "#]],
    );
    // A newer keeper has problems that are new.
    asks(
        answer!(
            "418 I'm a teapot",
            "Content-Type: application/problem+json\r\n",
            "{\"type\":\"https://a.example/_maintenance/problems/teapot\",\"title\":\"Tea\",\
             \"status\":418,\"detail\":\"expected coffee\",\"help\":\"drink tea\"}"
        ),
        &expect![[r#"
            69 refused: 127.0.0.1:PORT answered 418: expected coffee
              = help: drink tea
        "#]],
    );
}

#[test]
fn nobody_there() {
    // It was free a moment ago, and nobody listens on it now.
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.local_addr().expect("it is bound").port()
    };
    let error = client(&format!("http://127.0.0.1:{port}")).current().expect_err("nobody");
    expect![[r#"
        69 unreachable: 127.0.0.1:PORT cannot be reached: Connection refused (os error 111)
          = help: is the address right, and does a firewall or a proxy stand in between? A proxy is taken from HTTPS_PROXY
    "#]].assert_eq(&told(&error).replace(&port.to_string(), "PORT"));
    let stranger = Stranger::new(&[Interrupts("HTTP/1.1 400 Bad Request\r\n\r\n")]);
    let secure = format!("https://127.0.0.1:{}", stranger.port);
    let error = client(&secure).current().expect_err("it does not speak TLS");
    expect![[r#"
        69 unreachable: 127.0.0.1:PORT cannot be reached securely: received corrupt message of type InvalidContentType
          = help: it speaks something else than TLS there: is the port right?
    "#]]
    .assert_eq(&told(&error).replace(&stranger.port.to_string(), "PORT"));
}

const DONE: Habit = answer!(
    "200 OK",
    "Content-Type: application/json\r\n",
    "{\"revision\":9,\"base\":8,\"summary\":\"went back\",\"said\":[],\"audiences\":[],\
     \"warnings\":[]}"
);

const BUSY: Habit = answer!("503 Service Unavailable", "", "");

fn roll_back(stranger: &Stranger, write: &Write) -> Result<Option<u64>, KeeperError> {
    let outcome = client(&stranger.url()).rollback(7, &Rollback::default(), write)?;
    Ok(outcome.revision)
}

#[test]
fn a_write_is_repeated_twice_with_the_same_key() {
    let write = Write::new(Base::Revision(8)).expect("random numbers");
    for (habits, expected) in
        [(&[DONE][..], 1), (&[BUSY, DONE], 2), (&[HangsUp, DONE], 2), (&[Dreams, BUSY, DONE], 3)]
    {
        let stranger = Stranger::new(habits);
        assert_eq!(roll_back(&stranger, &write).expect("done in the end"), Some(9));
        let sent = stranger.sent();
        assert_eq!(sent.len(), expected, "{habits:?}");
        for request in sent {
            let head = request.to_lowercase();
            assert!(
                head.starts_with("post /_maintenance/admin/v1/revisions/7/rollback http/1.1\r\n"),
                "{head}"
            );
            for field in [
                format!("idempotency-key: {}", write.key),
                "if-match: \"8\"".to_owned(),
                "content-type: application/json".to_owned(),
                "authorization: bearer imt_a_b".to_owned(),
                "cf-access-client-id: key".to_owned(),
                "cf-access-client-secret: key".to_owned(),
            ] {
                assert!(head.contains(&format!("\r\n{field}\r\n")), "{field} in {head}");
            }
            assert!(head.ends_with("\r\n\r\n{}"), "{head}");
        }
    }
}

#[test]
fn a_write_that_is_lost_is_told_to_be_in_doubt() {
    let write = Write::new(Base::Any).expect("random numbers");
    let stranger = Stranger::new(&[Dreams, HangsUp, HangsUp, DONE]);
    let error = roll_back(&stranger, &write).expect_err("three times in vain");
    expect![[r#"
        69 unreachable: 127.0.0.1:PORT did not answer within 2 seconds
          = help: what was to be changed may have been changed: see `intermission history` before you repeat it
    "#]].assert_eq(&told(&error).replace(&stranger.port.to_string(), "PORT"));
    assert_eq!(stranger.sent().len(), 3);

    let stranger = Stranger::new(&[HangsUp, HangsUp, HangsUp]);
    let error = roll_back(&stranger, &write.rehearsed()).expect_err("three times in vain");
    assert_eq!(error.help().as_deref(), Some("try again in a moment"));
}

#[test]
fn a_write_that_is_refused_is_not_repeated() {
    let write = Write::new(Base::Revision(7)).expect("random numbers");
    let conflict = answer!(
        "412 Precondition Failed",
        "Content-Type: application/problem+json\r\n",
        "{\"type\":\"/_maintenance/problems/revision-conflict\",\"title\":\"The schedule has \
         changed since\",\"status\":412,\"detail\":\"expected revision 7 to be in force, found \
         revision 8\",\"help\":\"read what is in force now\",\"revision\":8}"
    );
    let newest = answer!(
        "200 OK",
        "Content-Type: application/json\r\n",
        "{\"revisions\":[{\"number\":8,\"at\":\"2025-02-07T02:50:00.000Z\",\"author\":\"rita\",\
         \"action\":\"extend\",\"window\":\"deployment\",\"why\":\"the index\",\"said\":[]}],\
         \"next\":7}"
    );
    let stranger = Stranger::new(&[conflict, newest]);
    let error = roll_back(&stranger, &write).expect_err("a conflict");
    expect![[r#"
        75 revision-conflict: 127.0.0.1:PORT answered 412: expected revision 7 in force, found 8, made by rita on Friday, February 7, 2025, 2:50 a.m. (UTC) (extend): the index
          = help: see what came in between with `intermission diff 7 8`, then repeat it
    "#]].assert_eq(&told(&error).replace(&stranger.port.to_string(), "PORT"));
    let sent = stranger.sent();
    assert_eq!(sent.len(), 2);
    assert!(sent[1].starts_with("GET /_maintenance/admin/v1/revisions?limit=1 "), "{}", sent[1]);
    // The conflict is told without it, too.
    let stranger = Stranger::new(&[conflict]);
    let error = roll_back(&stranger, &write).expect_err("a conflict");
    expect![[r#"
        75 revision-conflict: 127.0.0.1:PORT answered 412: expected revision 7 in force, found 8
          = help: see what came in between with `intermission diff 7 8`, then repeat it
    "#]]
    .assert_eq(&told(&error).replace(&stranger.port.to_string(), "PORT"));
}
