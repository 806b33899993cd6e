//! Our own documents: health, `timeline.json`, and the page about a window.

#[cfg(test)]
mod founding;

use answer::{
    Cause, Following, Form, Health, Language, Refusal, Sent, Site, health, timeline_json,
    window_json, window_page,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use expect_test::{Expect, expect};
use founding::{INSIDE, at, gate, gate_with};
use sha2::{Digest, Sha256};

fn english(gate: &schedule::Gate) -> schedule::Reader<'_> {
    schedule::Reader::of(Language::English, &gate.timeline().service)
}

fn site(gate: &schedule::Gate) -> Site<'_> {
    Site { timeline: gate.timeline(), origin: "https://registry.example" }
}

fn announced_on_the_day_before() -> schedule::Gate {
    gate_with(|text| text + "announce = 2025-02-05T09:00:00\n")
}

#[track_caller]
fn check_timeline(gate: &schedule::Gate, now: &str, expected: &Expect) {
    expected.assert_eq(&timeline_json(gate.timeline(), 7, None, at(now)).body);
}

#[test]
fn nothing_leaks_before_the_announcement() {
    let gate = announced_on_the_day_before();
    check_timeline(
        &gate,
        "2025-02-05T14:59:59.999Z",
        &expect![[
            r#"{"service":{"name":"ImmTrac2","zone":"America/Chicago","label":"CT","language":"en","url":null,"imminent":1800,"translations":{"es":{"label":"hora central"}}},"revision":7,"next":null,"channels":[{"id":"web","name":"ImmTrac2 (web) online application","disposition":"unavailable","afterwards":"nothing","instructions":{"before":"Ensure that all time-sensitive tasks are recorded manually.","during":"Record time-sensitive tasks manually until the application is available again.","after":"Continue normal business."},"contact":{"topic":"Access to ImmTrac2 web application (online)","email":"ImmTrac2@dshs.texas.gov"},"translations":{"es":{"name":"aplicación en línea de ImmTrac2 (web)","before":"Asegúrese de registrar a mano todas las tareas que no puedan esperar.","during":"Registre a mano las tareas que no puedan esperar, hasta que la aplicación vuelva a estar disponible.","after":"Continúe con sus actividades normales.","topic":"Acceso a la aplicación web de ImmTrac2 (en línea)"}},"phase":null,"window":null},{"id":"web-services","name":"web services (bidirectional data exchange)","disposition":"unavailable","afterwards":"resend","instructions":{"before":"Continue normal business.","during":"Continue normal business, and keep the messages that are answered 503: they were not processed.","after":"Resend data for processing."},"contact":{"topic":"Data Exchange","email":"ImmTracMU@dshs.texas.gov"},"translations":{"es":{"name":"servicios web (intercambio bidireccional de datos)","before":"Continúe con sus actividades normales.","during":"Continúe con sus actividades normales y conserve los mensajes que reciban la respuesta 503: no se procesaron.","after":"Reenvíe los datos para que se procesen.","topic":"Intercambio de datos"}},"phase":null,"window":null},{"id":"ftp","name":"FTP-related data exchange","disposition":"hold","afterwards":"nothing","instructions":{"before":"Continue to submit data exchange files to your FTP account.","during":"Files may be submitted; they are not processed during the downtime.","after":"File processing resumes automatically. There is no need to resubmit data."},"contact":{"topic":"Data Exchange","email":"ImmTracMU@dshs.texas.gov"},"translations":{"es":{"name":"intercambio de datos por FTP","before":"Siga enviando los archivos de intercambio de datos a su cuenta de FTP.","during":"Puede enviar archivos; no se procesarán durante la interrupción.","after":"El procesamiento de archivos se reanuda automáticamente. No es necesario volver a enviar los datos.","topic":"Intercambio de datos"}},"phase":null,"window":null}],"windows":[]}"#
        ]],
    );
    let page = window_page(
        site(&gate),
        "2025-02-06-deployment",
        english(&gate),
        at("2025-02-05T14:59:59Z"),
    );
    assert_eq!(page.status, 404);
}

#[test]
fn what_was_cancelled_before_it_was_announced_stays_unknown() {
    let gate = gate_with(|text| text + "announce = 2025-02-05T09:00:00\ncancelled = true\n");
    let page = |now| window_page(site(&gate), "2025-02-06-deployment", english(&gate), at(now));
    assert_eq!(page("2025-02-05T14:59:59Z").status, 404);
    let page = page("2025-02-05T15:00:00Z");
    assert!(page.body.contains("This maintenance was cancelled."), "{}", page.body);
}

// Whoever copied it has to learn that it does not take place.
#[test]
fn what_is_taken_out_of_the_schedule_is_told_as_cancelled_for_a_day() {
    let before = gate_with(|text| text);
    let without = gate_with(|text| text[..text.find("[[window]]").unwrap()].to_owned());
    let out = at("2025-02-06T12:00:00Z");
    let timeline = without.timeline().clone().amended(Some(before.timeline()), 8, out);
    let windows = |now| -> Vec<serde_json::Value> {
        let document: serde_json::Value =
            serde_json::from_str(&timeline_json(&timeline, 8, None, at(now)).body).unwrap();
        document["windows"].as_array().unwrap().clone()
    };
    let told = windows("2025-02-06T12:00:00Z");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["id"], "2025-02-06-deployment");
    assert_eq!(told[0]["phase"], "cancelled");
    assert_eq!(told[0]["history"][0]["kind"], "removed");
    assert_eq!(told[0]["channels"], serde_json::json!(["web", "web-services", "ftp"]));
    let one = window_json(&timeline, "2025-02-06-deployment", at("2025-02-06T12:00:00Z"));
    assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&one.body).unwrap(), told);
    assert_eq!(windows("2025-02-08T02:59:59Z").len(), 1);
    assert_eq!(windows("2025-02-08T03:00:00Z").len(), 0);
}

// Of a weekly window, the page is about the one that is going on, or the next, or the last.
#[test]
fn the_page_about_a_recurring_window_is_about_the_occurrence_that_matters() {
    let gate = gate_with(|text| text + "repeat = \"FREQ=WEEKLY;COUNT=2\"\n");
    for (now, date) in [
        ("2025-02-01T00:00:00Z", "Thursday, February 6, 2025, 7:00 p.m."),
        ("2025-02-07T02:00:00Z", "Thursday, February 6, 2025, 7:00 p.m."),
        ("2025-02-07T03:00:00Z", "Thursday, February 13, 2025, 7:00 p.m."),
        ("2025-03-01T00:00:00Z", "Thursday, February 13, 2025, 7:00 p.m."),
    ] {
        let page = window_page(site(&gate), "2025-02-06-deployment", english(&gate), at(now));
        assert!(page.body.contains(date), "{now}: expected {date} in {}", page.body);
    }
}

#[test]
fn announced_imminent_active_over() {
    let gate = announced_on_the_day_before();
    check_timeline(
        &gate,
        "2025-02-05T15:00:00Z",
        &expect![[
            r#"{"service":{"name":"ImmTrac2","zone":"America/Chicago","label":"CT","language":"en","url":null,"imminent":1800,"translations":{"es":{"label":"hora central"}}},"revision":7,"next":"2025-02-07T00:30:00Z","channels":[{"id":"web","name":"ImmTrac2 (web) online application","disposition":"unavailable","afterwards":"nothing","instructions":{"before":"Ensure that all time-sensitive tasks are recorded manually.","during":"Record time-sensitive tasks manually until the application is available again.","after":"Continue normal business."},"contact":{"topic":"Access to ImmTrac2 web application (online)","email":"ImmTrac2@dshs.texas.gov"},"translations":{"es":{"name":"aplicación en línea de ImmTrac2 (web)","before":"Asegúrese de registrar a mano todas las tareas que no puedan esperar.","during":"Registre a mano las tareas que no puedan esperar, hasta que la aplicación vuelva a estar disponible.","after":"Continúe con sus actividades normales.","topic":"Acceso a la aplicación web de ImmTrac2 (en línea)"}},"phase":"announced","window":"2025-02-06-deployment"},{"id":"web-services","name":"web services (bidirectional data exchange)","disposition":"unavailable","afterwards":"resend","instructions":{"before":"Continue normal business.","during":"Continue normal business, and keep the messages that are answered 503: they were not processed.","after":"Resend data for processing."},"contact":{"topic":"Data Exchange","email":"ImmTracMU@dshs.texas.gov"},"translations":{"es":{"name":"servicios web (intercambio bidireccional de datos)","before":"Continúe con sus actividades normales.","during":"Continúe con sus actividades normales y conserve los mensajes que reciban la respuesta 503: no se procesaron.","after":"Reenvíe los datos para que se procesen.","topic":"Intercambio de datos"}},"phase":"announced","window":"2025-02-06-deployment"},{"id":"ftp","name":"FTP-related data exchange","disposition":"hold","afterwards":"nothing","instructions":{"before":"Continue to submit data exchange files to your FTP account.","during":"Files may be submitted; they are not processed during the downtime.","after":"File processing resumes automatically. There is no need to resubmit data."},"contact":{"topic":"Data Exchange","email":"ImmTracMU@dshs.texas.gov"},"translations":{"es":{"name":"intercambio de datos por FTP","before":"Siga enviando los archivos de intercambio de datos a su cuenta de FTP.","during":"Puede enviar archivos; no se procesarán durante la interrupción.","after":"El procesamiento de archivos se reanuda automáticamente. No es necesario volver a enviar los datos.","topic":"Intercambio de datos"}},"phase":"announced","window":"2025-02-06-deployment"}],"windows":[{"id":"2025-02-06-deployment","of":null,"phase":"announced","start":"2025-02-07T01:00:00Z","end":"2025-02-07T03:00:00Z","overrun":"reopen","reopens":"2025-02-07T03:00:00Z","reason":"emergency","summary":"Emergency production deployment for data fixes.","translations":{"es":{"summary":"Despliegue de emergencia en producción para corregir datos."}},"channels":["web","web-services","ftp"],"changes":[{"phase":"announced","at":"2025-02-05T15:00:00Z"},{"phase":"imminent","at":"2025-02-07T00:30:00Z"},{"phase":"active","at":"2025-02-07T01:00:00Z"},{"phase":"ended","at":"2025-02-07T03:00:00Z"}],"revision":0,"history":[]}]}"#
        ]],
    );
    for (now, phase) in [
        ("2025-02-07T00:29:59.999Z", "\"phase\":\"announced\""),
        ("2025-02-07T00:30:00Z", "\"phase\":\"imminent\""),
        ("2025-02-07T01:00:00Z", "\"phase\":\"active\""),
        ("2025-02-07T02:59:59.999Z", "\"phase\":\"active\""),
        ("2025-02-07T03:00:00Z", "\"phase\":null"),
        ("2025-02-07T03:00:00Z", "\"phase\":\"ended\""),
    ] {
        let body = timeline_json(gate.timeline(), 7, None, at(now)).body;
        assert!(body.contains(phase), "{now}: expected {phase} in {body}");
    }
}

#[test]
fn health_is_200_with_and_without_a_timeline() {
    let gate = gate();
    let on_duty = health(&Health::Gating(gate.timeline(), Following { revision: 7, age: Some(3) }));
    assert_eq!(on_duty.status, 200);
    assert!(on_duty.body.contains("\"status\":\"pass\""), "{}", on_duty.body);
    assert!(on_duty.body.contains(schedule::Zone::RELEASE), "{}", on_duty.body);
    let open = health(&Health::Open);
    assert_eq!(open.status, 200);
    expect![[r#"{"status":"warn","output":"there is no readable timeline, so every request passes to the origin"}"#]].assert_eq(&open.body);
}

#[test]
fn the_page_about_a_window_speaks_to_every_channel() {
    let gate = gate();
    let page = window_page(site(&gate), "2025-02-06-deployment", english(&gate), at(INSIDE));
    assert_eq!(page.status, 200);
    for words in [
        "Emergency maintenance",
        "Thursday, February 6, 2025, 7:00 p.m.",
        "Resend data for processing.",
        "There is no need to resubmit data.",
        "ImmTrac2@dshs.texas.gov",
        "ImmTracMU@dshs.texas.gov",
    ] {
        assert!(page.body.contains(words), "{words} is not in {}", page.body);
    }
}

#[test]
fn a_channel_that_was_finished_early_is_told_apart() {
    let gate = gate_with(|text| {
        format!("{text}\n[window.finished]\nweb = 2025-02-06T20:30:00\nftp = 2025-02-06T20:40:00\n")
    });
    // After the name of each channel: what is said of it first.
    let said = |now: &str| {
        let page = window_page(site(&gate), "2025-02-06-deployment", english(&gate), at(now));
        let sections = page.body.split("<section><h2>").skip(1).map(|section| {
            let (name, rest) = section.split_once("</h2><p>").expect("a name and a sentence");
            let (sentence, _) = rest.split_once("</p>").expect("it ends");
            format!("{name}: {sentence}\n")
        });
        sections.collect::<String>()
    };
    expect![[r#"
        web services (bidirectional data exchange): Not available; requests are answered 503.
        ImmTrac2 (web) online application: This maintenance is over.
        FTP-related data exchange: This maintenance is going on now.
    "#]]
    .assert_eq(&said("2025-02-07T02:35:00Z"));
    expect![[r#"
        web services (bidirectional data exchange): Not available; requests are answered 503.
        ImmTrac2 (web) online application: This maintenance is over.
        FTP-related data exchange: This maintenance is over.
    "#]]
    .assert_eq(&said("2025-02-07T03:00:00Z"));
}

#[test]
fn the_policy_of_every_page_names_the_hashes_of_its_script_and_style() {
    let gate = gate();
    let pages = [
        window_page(site(&gate), "2025-02-06-deployment", english(&gate), at(INSIDE)),
        Refusal {
            cause: Cause::Window(founding::closing(&gate, "/", INSIDE)),
            form: Form::Html,
            reader: english(&gate),
            sent: Sent::Nothing,
            origin: None,
        }
        .answer(),
    ];
    for page in pages {
        let policy = page.headers.iter().find(|(name, _)| *name == "Content-Security-Policy");
        let (_, policy) = policy.expect("a page has one");
        for kind in ["script", "style"] {
            let (_, rest) = page.body.split_once(&format!("<{kind}>")).expect("it has one");
            let (text, rest) = rest.split_once(&format!("</{kind}>")).expect("it ends");
            assert!(!rest.contains(&format!("<{kind}")), "a second {kind}");
            let hash = BASE64_STANDARD.encode(Sha256::digest(text));
            assert!(
                policy.contains(&format!("{kind}-src 'sha256-{hash}';")),
                "put {kind}-src 'sha256-{hash}' into CONTENT_SECURITY_POLICY, which says {policy}"
            );
        }
    }
}

#[test]
fn what_is_over_or_cancelled_is_told_for_a_day() {
    let over = announced_on_the_day_before();
    let cancelled = gate_with(|text| text + "announce = 2025-02-05T09:00:00\ncancelled = true\n");
    for (gate, now, phase) in [
        (&over, "2025-02-07T03:00:00Z", Some("ended")),
        (&over, "2025-02-08T02:59:59.999Z", Some("ended")),
        (&over, "2025-02-08T03:00:00Z", None),
        (&cancelled, "2025-02-05T14:59:59.999Z", None),
        (&cancelled, "2025-02-05T15:00:00Z", Some("cancelled")),
        (&cancelled, "2025-02-08T02:59:59.999Z", Some("cancelled")),
        (&cancelled, "2025-02-08T03:00:00Z", None),
    ] {
        let document = document(gate, None, now);
        assert_eq!(document["windows"][0]["phase"].as_str(), phase, "{now}");
    }
}

#[test]
fn of_one_channel_only_what_concerns_it() {
    let gate = gate_with(|text| {
        text.replace("channels = [\"web\", \"web-services\", \"ftp\"]", "channels = [\"web\"]")
    });
    let web = document(&gate, Some(0), INSIDE);
    assert_eq!(web["channels"].as_array().map(Vec::len), Some(1));
    assert_eq!(web["windows"].as_array().map(Vec::len), Some(1));
    let ftp = document(&gate, Some(2), INSIDE);
    assert_eq!(ftp["channels"][0]["id"], "ftp");
    assert_eq!(ftp["windows"].as_array().map(Vec::len), Some(0));
}

#[test]
fn of_a_window_that_recurs_three_months_are_told() {
    let gate = gate_with(|text| text + "repeat = \"FREQ=WEEKLY\"\n");
    let told = document(&gate, None, "2025-02-07T12:00:00Z");
    let windows = told["windows"].as_array().expect("there are windows");
    // The one that was over last night, and thirteen more weeks.
    assert_eq!(windows.len(), 14);
    assert_eq!(windows[0]["of"], "2025-02-06T19:00:00");
    assert_eq!(windows[1]["phase"], "announced");
}

// Whoever asks again at `next` gets another document, and whoever asks before it gets the same bytes.
#[test]
fn the_bytes_stay_the_same_until_the_next_change() {
    let gate = announced_on_the_day_before();
    let mut now = at("2025-02-05T15:00:00Z");
    let mut seen = Vec::new();
    loop {
        let body = timeline_json(gate.timeline(), 7, None, now).body;
        let document: serde_json::Value = serde_json::from_str(&body).expect("it is JSON");
        seen.push(document["windows"][0]["phase"].as_str().unwrap_or("nothing").to_owned());
        let Some(next) = document["next"].as_str().map(at) else { break };
        let before = next - chrono::TimeDelta::milliseconds(1);
        assert_eq!(timeline_json(gate.timeline(), 7, None, before).body, body, "{before}");
        assert_ne!(timeline_json(gate.timeline(), 7, None, next).body, body, "{next}");
        now = next;
    }
    assert_eq!(seen, ["announced", "imminent", "active", "ended", "nothing"]);
}

#[test]
fn a_window_by_itself_is_as_the_timeline_has_it() {
    let gate = gate();
    let whole = document(&gate, None, INSIDE);
    let alone = window_json(gate.timeline(), "2025-02-06-deployment", at(INSIDE)).body;
    let alone: serde_json::Value = serde_json::from_str(&alone).expect("it is JSON");
    assert_eq!(alone, whole["windows"]);
    assert_eq!(window_json(gate.timeline(), "another", at(INSIDE)).status, 404);
    let hidden = announced_on_the_day_before();
    let early = at("2025-02-05T14:59:59Z");
    assert_eq!(window_json(hidden.timeline(), "2025-02-06-deployment", early).status, 404);
}

#[test]
fn who_has_a_document_already_is_not_sent_it_again() {
    let gate = gate();
    let now = at(INSIDE);
    let fresh = || timeline_json(gate.timeline(), 7, None, now);
    let value = |answer: &answer::Answer, name: &str| {
        answer.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    };
    let first = fresh().unless_known(None, now);
    let tag = value(&first, "ETag").expect("it has a tag");
    assert_eq!(first.status, 200);
    assert_eq!(value(&first, "Date").as_deref(), Some("Fri, 07 Feb 2025 02:00:00 GMT"));
    for (known, status) in [
        (tag.clone(), 304),
        (format!("W/{tag}"), 304),
        (format!("\"other\", {tag}"), 304),
        ("*".to_owned(), 304),
        ("\"other\"".to_owned(), 200),
        (tag.trim_matches('"').to_owned(), 200),
        (String::new(), 200),
    ] {
        let answer = fresh().unless_known(Some(&known), now);
        assert_eq!(answer.status, status, "{known}");
        assert_eq!(answer.body.is_empty(), status == 304, "{known}");
        assert_eq!(value(&answer, "ETag"), Some(tag.clone()));
        assert_eq!(value(&answer, "Content-Type").is_some(), status == 200);
    }
    let health = health(&Health::Open).unless_known(Some("*"), now);
    assert_eq!((health.status, value(&health, "ETag")), (200, None));
}

fn document(gate: &schedule::Gate, channel: Option<usize>, now: &str) -> serde_json::Value {
    let body = timeline_json(gate.timeline(), 7, channel, at(now)).body;
    serde_json::from_str(&body).expect("it is JSON")
}
