//! The 503 for people, in every situation: what is said, in which order, and what the script is
//! told. `seen` leaves out the style and the script.

use answer::{Fate, Language, Sent};
use expect_test::{Expect, expect};
use schedule::Gate;

use super::founding::{INSIDE, gate, gate_with};
use super::seen::{content, outage, refused};

const GET: (&str, &str) = ("GET", "/");
const POST: (&str, &str) = ("POST", "/");

#[track_caller]
fn check(page: &str, expected: &Expect) {
    expected.assert_eq(&content(page));
}

/// Of a longer page, the lines that say how long it takes.
#[track_caller]
fn check_waiting(gate: &Gate, now: &str, expected: &Expect) {
    let page = content(&refused(gate, GET, now, Language::English));
    let waiting = |line: &&str| {
        ["<main", "<p class=\"outlook", "<div><dt>", "<div id"]
            .iter()
            .any(|start| line.starts_with(start))
    };
    expected.assert_eq(
        &page.lines().filter(waiting).map(|line| format!("{line}\n")).collect::<String>(),
    );
}

#[test]
fn the_founding_notice() {
    check(
        &refused(&gate(), GET, INSIDE, Language::English),
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">
        <p class="service">ImmTrac2</p>
        <h1>Service Unavailable</h1>
        <p class="message">The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>
        <div class="waiting">
        <p class="outlook">Emergency maintenance ends <time datetime="2025-02-06T21:00:00-06:00">Thursday, February 6, 2025, 9:00 p.m. (CT)</time>.</p>
        <dl>
        <div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – <time datetime="2025-02-06T21:00:00-06:00">9:00 p.m.</time> (CT)</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div>
        <div id="left" hidden><dt>Time left</dt><dd><span role="timer"></span></dd></div></dl>
        <p id="checking" hidden>This page checks by itself and takes you back when the service is there again.</p>
        <div role="status">
        <p id="late" hidden>It is taking longer than planned.</p>
        <p id="back" hidden><strong>The service is back.</strong> <a href="">Open the page again</a></p></div></div>
        <h2>What is affected</h2>
        <ul>
        <li><bdi>ImmTrac2 (web) online application</bdi>: <span>Not available.</span></li>
        <li><bdi>web services (bidirectional data exchange)</bdi>: <span>Not available.</span></li>
        <li><bdi>FTP-related data exchange</bdi>: <span>Accepted now, processed afterwards.</span></li></ul>
        <h2>In the meantime</h2>
        <p>Record time-sensitive tasks manually until the application is available again.</p>
        <h2>Afterwards</h2>
        <p>Continue normal business.</p>
        <h2>Contact</h2>
        <ul>
        <li><bdi>Access to ImmTrac2 web application (online)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li>
        <li><bdi>Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li></ul>
        <p class="details"><a href="/_maintenance/windows/2025-02-06-deployment">About this maintenance</a></p>
    "#]],
    );
}

#[test]
fn a_form_that_was_sent_in_spanish() {
    check(
        &refused(&gate(), POST, INSIDE, Language::Spanish),
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment" data-sent="true">
        <p class="service" lang="en" dir="auto">ImmTrac2</p>
        <h1>Servicio no disponible</h1>
        <p class="message">El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. Por favor, inténtelo de nuevo más tarde.</p>
        <p class="sent"><strong>Lo que envió no se procesó. Por favor, envíelo de nuevo después.</strong></p>
        <div class="waiting">
        <p class="outlook">Mantenimiento de emergencia: termina el <time datetime="2025-02-06T21:00:00-06:00">jueves, 6 de febrero de 2025, 9:00 p. m. (hora central)</time>.</p>
        <dl>
        <div><dt>Cuándo</dt><dd><time datetime="2025-02-06T19:00:00-06:00">jueves, 6 de febrero de 2025, 7:00 p. m.</time> – <time datetime="2025-02-06T21:00:00-06:00">9:00 p. m.</time> (hora central)</dd></div>
        <div id="local" hidden><dt>En su hora local</dt><dd><bdi></bdi></dd></div>
        <div id="left" hidden><dt>Tiempo restante</dt><dd><span role="timer"></span></dd></div></dl>
        <p id="checking" hidden>Esta página comprueba por sí sola si el servicio está disponible de nuevo y, cuando lo está, lo dice.</p>
        <div role="status">
        <p id="late" hidden>Está tomando más tiempo de lo previsto.</p>
        <p id="back" hidden><strong>El servicio está disponible de nuevo.</strong> <a href="">Abrir la página de nuevo</a></p></div></div>
        <h2>Qué se ve afectado</h2>
        <ul>
        <li><bdi>aplicación en línea de ImmTrac2 (web)</bdi>: <span>No disponible.</span></li>
        <li><bdi>servicios web (intercambio bidireccional de datos)</bdi>: <span>No disponible.</span></li>
        <li><bdi>intercambio de datos por FTP</bdi>: <span>Se acepta ahora y se procesa después.</span></li></ul>
        <h2>Mientras tanto</h2>
        <p>Registre a mano las tareas que no puedan esperar, hasta que la aplicación vuelva a estar disponible.</p>
        <h2>Después</h2>
        <p>Continúe con sus actividades normales.</p>
        <h2>Contacto</h2>
        <ul>
        <li><bdi>Acceso a la aplicación web de ImmTrac2 (en línea)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li>
        <li><bdi>Intercambio de datos</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li></ul>
        <p class="details"><a href="/_maintenance/windows/2025-02-06-deployment">Acerca de este mantenimiento</a></p>
    "#]],
    );
}

// The visitor's own channel comes first, and what it does not say is left out.
#[test]
fn a_write_while_reading_works() {
    let gate = gate_with(|text| {
        text.replace(
            "afterwards = \"resend\"",
            "afterwards = \"resend\"\ndisposition = \"read-only\"",
        )
    });
    check(
        &refused(&gate, ("POST", "/api/records"), INSIDE, Language::English),
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web-services" data-window="2025-02-06-deployment" data-sent="true">
        <p class="service">ImmTrac2</p>
        <h1>Service Unavailable</h1>
        <p class="message">The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>
        <p class="sent"><strong>What you sent was not processed. Please send it again afterwards.</strong></p>
        <p>Only reading works during this maintenance. This request would change something, so it was refused.</p>
        <div class="waiting">
        <p class="outlook">Emergency maintenance ends <time datetime="2025-02-06T21:00:00-06:00">Thursday, February 6, 2025, 9:00 p.m. (CT)</time>.</p>
        <dl>
        <div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – <time datetime="2025-02-06T21:00:00-06:00">9:00 p.m.</time> (CT)</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div>
        <div id="left" hidden><dt>Time left</dt><dd><span role="timer"></span></dd></div></dl>
        <p id="checking" hidden>This page checks by itself and says when the service is there again.</p>
        <div role="status">
        <p id="late" hidden>It is taking longer than planned.</p>
        <p id="back" hidden><strong>The service is back.</strong> <a href="">Open the page again</a></p></div></div>
        <h2>What is affected</h2>
        <ul>
        <li><bdi>web services (bidirectional data exchange)</bdi>: <span>Reading works; changes are refused.</span></li>
        <li><bdi>ImmTrac2 (web) online application</bdi>: <span>Not available.</span></li>
        <li><bdi>FTP-related data exchange</bdi>: <span>Accepted now, processed afterwards.</span></li></ul>
        <h2>In the meantime</h2>
        <p>Continue normal business, and keep the messages that are answered 503: they were not processed.</p>
        <h2>Afterwards</h2>
        <p>Resend data for processing.</p>
        <h2>Contact</h2>
        <ul>
        <li><bdi>Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li>
        <li><bdi>Access to ImmTrac2 web application (online)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li></ul>
        <p class="details"><a href="/_maintenance/windows/2025-02-06-deployment">About this maintenance</a></p>
    "#]],
    );
}

#[test]
fn an_outage_met_while_reading() {
    check(
        &outage(&gate(), Some(0), Fate::NotProcessed, Sent::Nothing),
        &expect![[r#"
            <main data-outage="true">
            <p class="service">ImmTrac2</p>
            <h1>Service Unavailable</h1>
            <p class="message">The service cannot be reached at the moment. This was not planned, and we are working on it.</p>
            <div>
            <p id="checking" hidden>This page checks by itself and takes you back when the service is there again.</p>
            <div role="status">
            <p id="back" hidden><strong>The service is back.</strong> <a href="">Open the page again</a></p></div></div>
            <h2>In the meantime</h2>
            <p>Record time-sensitive tasks manually until the application is available again.</p>
            <h2>Afterwards</h2>
            <p>Continue normal business.</p>
            <h2>Contact</h2>
            <ul>
            <li><bdi>Access to ImmTrac2 web application (online)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li></ul>
        "#]],
    );
}

// Nothing to look at that would not ask for the very thing that was sent.
#[test]
fn an_outage_met_while_sending() {
    check(
        &outage(&gate(), Some(1), Fate::Unknown, Sent::Something),
        &expect![[r#"
        <main>
        <p class="service">ImmTrac2</p>
        <h1>Service Unavailable</h1>
        <p class="message">The service cannot be reached at the moment. This was not planned, and we are working on it.</p>
        <p class="sent"><strong>Whether what you sent was processed is not known. Please look before you send it again.</strong></p>
        <h2>In the meantime</h2>
        <p>Continue normal business, and keep the messages that are answered 503: they were not processed.</p>
        <h2>Afterwards</h2>
        <p>Resend data for processing.</p>
        <h2>Contact</h2>
        <ul>
        <li><bdi>Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li></ul>
    "#]],
    );
}

#[test]
fn an_outage_outside_every_channel_names_all_whom_one_may_ask() {
    check(
        &outage(&gate(), None, Fate::NotProcessed, Sent::Nothing),
        &expect![[r#"
            <main data-outage="true">
            <p class="service">ImmTrac2</p>
            <h1>Service Unavailable</h1>
            <p class="message">The service cannot be reached at the moment. This was not planned, and we are working on it.</p>
            <div>
            <p id="checking" hidden>This page checks by itself and takes you back when the service is there again.</p>
            <div role="status">
            <p id="back" hidden><strong>The service is back.</strong> <a href="">Open the page again</a></p></div></div>
            <h2>Contact</h2>
            <ul>
            <li><bdi>Access to ImmTrac2 web application (online)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li>
            <li><bdi>Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li></ul>
        "#]],
    );
}

#[test]
fn an_outage_in_the_operators_words() {
    let own = "\n[edge.outage]\ntitle = \"Out of order\"\nmessage = \"We know.\"\n";
    let gate = gate_with(|text| {
        text.replace("name = \"ImmTrac2\"", "name = \"ImmTrac2\"\nlanguage = \"ar\"") + own
    });
    let page = content(&outage(&gate, Some(0), Fate::NotProcessed, Sent::Nothing));
    expect![[r#"
        <main data-outage="true">
        <p class="service" lang="ar" dir="auto">ImmTrac2</p>
        <h1 lang="ar" dir="auto">Out of order</h1>
        <p class="message" lang="ar" dir="auto">We know.</p>"#]]
    .assert_eq(&page.lines().take(4).collect::<Vec<_>>().join("\n"));
}

#[test]
fn while_it_opens_step_by_step_nothing_is_counted() {
    let gate = gate_with(|text| text + "\n[edge]\nramp = \"10m\"\n");
    check_waiting(
        &gate,
        "2025-02-07T03:05:00Z",
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">
        <p class="outlook">Emergency maintenance is over. The service is opening step by step, so that it is not overrun.</p>
        <div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – <time datetime="2025-02-06T21:00:00-06:00">9:00 p.m.</time> (CT)</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div></dl>
    "#]],
    );
}

#[test]
fn when_the_end_is_not_known() {
    let gate = gate_with(|text| text.replace("end = 2025-02-06T21:00:00", ""));
    check_waiting(
        &gate,
        INSIDE,
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">
        <p class="outlook">Emergency maintenance is going on. Its end is not known yet.</p>
        <div><dt>When</dt><dd>from <time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> (CT) on; the end is not known yet</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div></dl>
    "#]],
    );
}

#[test]
fn before_the_end_of_a_window_that_holds() {
    let gate = gate_with(|text| text + "overrun = \"hold\"\n");
    check_waiting(
        &gate,
        INSIDE,
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">
        <p class="outlook">Emergency maintenance is planned to end <time datetime="2025-02-06T21:00:00-06:00">Thursday, February 6, 2025, 9:00 p.m. (CT)</time>.</p>
        <div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – <time datetime="2025-02-06T21:00:00-06:00">9:00 p.m.</time> (CT)</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div>
        <div id="left" hidden><dt>Time left</dt><dd><span role="timer"></span></dd></div></dl>
    "#]],
    );
}

#[test]
fn when_it_takes_longer_than_planned_there_is_no_time_left() {
    let gate = gate_with(|text| text + "overrun = \"hold\"\n");
    check_waiting(
        &gate,
        "2025-02-07T03:00:00Z",
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">
        <p class="outlook">Emergency maintenance is taking longer than planned. It was to end <time datetime="2025-02-06T21:00:00-06:00">Thursday, February 6, 2025, 9:00 p.m. (CT)</time>.</p>
        <div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – <time datetime="2025-02-06T21:00:00-06:00">9:00 p.m.</time> (CT)</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div></dl>
    "#]],
    );
}

#[test]
fn windows_that_touch_are_one_to_who_waits() {
    let gate = gate_with(|text| {
        text + "\n[[window]]\nid = \"next\"\nchannels = [\"web\"]\n\
                start = 2025-02-06T21:00:00\nend = 2025-02-07T01:30:00\n"
    });
    check_waiting(
        &gate,
        INSIDE,
        &expect![[r#"
        <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-07T01:30:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">
        <p class="outlook">Emergency maintenance ends <time datetime="2025-02-07T01:30:00-06:00">Friday, February 7, 2025, 1:30 a.m. (CT)</time>.</p>
        <div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – Friday, February 7, <time datetime="2025-02-07T01:30:00-06:00">1:30 a.m.</time> (CT)</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div>
        <div id="left" hidden><dt>Time left</dt><dd><span role="timer"></span></dd></div></dl>
    "#]],
    );
}

#[test]
fn over_a_change_of_clocks_each_end_has_its_own_offset() {
    let gate = gate_with(|text| {
        text.replace("start = 2025-02-06T19:00:00", "start = 2025-11-02T00:30:00")
            .replace("end = 2025-02-06T21:00:00", "end = 2025-11-02T02:30:00")
    });
    check_waiting(
        &gate,
        "2025-11-02T06:00:00Z",
        &expect![[r#"
        <main data-start="2025-11-02T00:30:00-05:00" data-end="2025-11-02T02:30:00-06:00" data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">
        <p class="outlook">Emergency maintenance ends <time datetime="2025-11-02T02:30:00-06:00">Sunday, November 2, 2025, 2:30 a.m. (CT, UTC−6)</time>.</p>
        <div><dt>When</dt><dd><time datetime="2025-11-02T00:30:00-05:00">Sunday, November 2, 2025, 12:30 a.m.</time> (CT, UTC−5) – <time datetime="2025-11-02T02:30:00-06:00">2:30 a.m.</time> (CT, UTC−6)</dd></div>
        <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div>
        <div id="left" hidden><dt>Time left</dt><dd><span role="timer"></span></dd></div></dl>
    "#]],
    );
}

// The page asks its own host, as its policy says, whatever the service is called in public.
#[test]
fn the_script_is_given_a_path_and_people_a_whole_address() {
    let gate = gate_with(|text| {
        let url = "label = \"CT\"\nurl = \"https://registry.example\"";
        text.replace("label = \"CT\"", url) + "\n[edge]\nprefix = \"/_down\"\n"
    });
    let page = refused(&gate, GET, INSIDE, Language::English);
    assert!(page.contains("data-status=\"/_down/timeline.json\""), "{page}");
    assert!(page.contains("href=\"https://registry.example/_down/windows/"), "{page}");
}
