//! The page about a window: everything in it without the script, and what the script is told.

use answer::{Language, window_page};
use expect_test::{Expect, expect};
use schedule::{Gate, Reader};

use super::founding::{INSIDE, at, gate, gate_with};
use super::seen::{content, site};

#[track_caller]
fn check(gate: &Gate, language: Language, now: &str, expected: &Expect) {
    let reader = Reader::of(language, &gate.timeline().service);
    let page = window_page(site(gate), "2025-02-06-deployment", reader, at(now));
    assert_eq!(page.status, 200);
    expected.assert_eq(&content(&page.body));
}

#[test]
fn of_the_founding_notice() {
    check(
        &gate(),
        Language::English,
        INSIDE,
        &expect![[r#"
            <main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00">
            <p class="service">ImmTrac2</p>
            <h1>Emergency maintenance</h1>
            <p class="outlook">This maintenance is going on now.</p>
            <dl>
            <div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – <time datetime="2025-02-06T21:00:00-06:00">9:00 p.m.</time> (CT)</dd></div>
            <div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div>
            <div><dt>Time zone</dt><dd>CT is America/Chicago</dd></div>
            <div><dt>What</dt><dd>Emergency production deployment for data fixes.</dd></div></dl>
            <section>
            <h2>ImmTrac2 (web) online application</h2>
            <p>Not available; requests are answered 503.</p>
            <dl>
            <div><dt>Before</dt><dd>Ensure that all time-sensitive tasks are recorded manually.</dd></div>
            <div><dt>During</dt><dd>Record time-sensitive tasks manually until the application is available again.</dd></div>
            <div><dt>After</dt><dd>Continue normal business.</dd></div>
            <div><dt>Contact</dt><dd><bdi>Access to ImmTrac2 web application (online)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></dd></div></dl></section>
            <section>
            <h2>web services (bidirectional data exchange)</h2>
            <p>Not available; requests are answered 503.</p>
            <dl>
            <div><dt>Before</dt><dd>Continue normal business.</dd></div>
            <div><dt>During</dt><dd>Continue normal business, and keep the messages that are answered 503: they were not processed.</dd></div>
            <div><dt>After</dt><dd>Resend data for processing.</dd></div>
            <div><dt>Contact</dt><dd><bdi>Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></dd></div></dl></section>
            <section>
            <h2>FTP-related data exchange</h2>
            <p>Accepted now, processed afterwards.</p>
            <dl>
            <div><dt>Before</dt><dd>Continue to submit data exchange files to your FTP account.</dd></div>
            <div><dt>During</dt><dd>Files may be submitted; they are not processed during the downtime.</dd></div>
            <div><dt>After</dt><dd>File processing resumes automatically. There is no need to resubmit data.</dd></div>
            <div><dt>Contact</dt><dd><bdi>Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></dd></div></dl></section>
            <p class="details"><a href="2025-02-06-deployment.ics" type="text/calendar">Add to calendar</a></p>
        "#]],
    );
}

#[test]
fn in_spanish_of_one_whose_end_is_not_known() {
    let gate = gate_with(|text| text.replace("end = 2025-02-06T21:00:00", ""));
    check(
        &gate,
        Language::Spanish,
        INSIDE,
        &expect![[r#"
            <main data-start="2025-02-06T19:00:00-06:00">
            <p class="service" lang="en" dir="auto">ImmTrac2</p>
            <h1>Mantenimiento de emergencia</h1>
            <p class="outlook">Este mantenimiento está en curso.</p>
            <dl>
            <div><dt>Cuándo</dt><dd>desde el <time datetime="2025-02-06T19:00:00-06:00">jueves, 6 de febrero de 2025, 7:00 p. m.</time> (hora central); aún no se sabe cuándo termina</dd></div>
            <div id="local" hidden><dt>En su hora local</dt><dd><bdi></bdi></dd></div>
            <div><dt>Zona horaria</dt><dd>hora central es America/Chicago</dd></div>
            <div><dt>Qué</dt><dd>Despliegue de emergencia en producción para corregir datos.</dd></div></dl>
            <section>
            <h2>aplicación en línea de ImmTrac2 (web)</h2>
            <p>No disponible; las solicitudes reciben la respuesta 503.</p>
            <dl>
            <div><dt>Antes</dt><dd>Asegúrese de registrar a mano todas las tareas que no puedan esperar.</dd></div>
            <div><dt>Durante</dt><dd>Registre a mano las tareas que no puedan esperar, hasta que la aplicación vuelva a estar disponible.</dd></div>
            <div><dt>Después</dt><dd>Continúe con sus actividades normales.</dd></div>
            <div><dt>Contacto</dt><dd><bdi>Acceso a la aplicación web de ImmTrac2 (en línea)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></dd></div></dl></section>
            <section>
            <h2>servicios web (intercambio bidireccional de datos)</h2>
            <p>No disponible; las solicitudes reciben la respuesta 503.</p>
            <dl>
            <div><dt>Antes</dt><dd>Continúe con sus actividades normales.</dd></div>
            <div><dt>Durante</dt><dd>Continúe con sus actividades normales y conserve los mensajes que reciban la respuesta 503: no se procesaron.</dd></div>
            <div><dt>Después</dt><dd>Reenvíe los datos para que se procesen.</dd></div>
            <div><dt>Contacto</dt><dd><bdi>Intercambio de datos</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></dd></div></dl></section>
            <section>
            <h2>intercambio de datos por FTP</h2>
            <p>Se acepta ahora y se procesa después.</p>
            <dl>
            <div><dt>Antes</dt><dd>Siga enviando los archivos de intercambio de datos a su cuenta de FTP.</dd></div>
            <div><dt>Durante</dt><dd>Puede enviar archivos; no se procesarán durante la interrupción.</dd></div>
            <div><dt>Después</dt><dd>El procesamiento de archivos se reanuda automáticamente. No es necesario volver a enviar los datos.</dd></div>
            <div><dt>Contacto</dt><dd><bdi>Intercambio de datos</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></dd></div></dl></section>
            <p class="details"><a href="2025-02-06-deployment.ics" type="text/calendar">Añadir al calendario</a></p>
        "#]],
    );
}

// What is in French says so, and what is not is in the page's language or says in which it is.
#[test]
fn in_a_language_that_we_do_not_speak() {
    let gate = gate_with(|text| {
        text.replace(
            "translations.es.label = \"hora central\"",
            "translations.fr.name = \"Registre\"",
        )
        .replace("translations.es.summary", "translations.fr.summary = \"Une mise à jour.\"\n#")
    });
    let marked = |ours| {
        let reader = Reader::new("fr", ours, &gate.timeline().service);
        let page = window_page(site(&gate), "2025-02-06-deployment", reader, at(INSIDE));
        let content = content(&page.body);
        let marked = content.lines().filter(|line| line.contains(" lang="));
        marked.map(|line| format!("{line}\n")).collect::<String>()
    };
    expect![[r#"
        <p class="service" lang="fr" dir="auto">Registre</p>
        <div><dt>What</dt><dd lang="fr" dir="auto">Une mise à jour.</dd></div></dl>
    "#]]
    .assert_eq(&marked(Language::English));
    // The channels are called in Spanish then, which is the page's.
    expect![[r#"
        <p class="service" lang="fr" dir="auto">Registre</p>
        <div><dt>Qué</dt><dd lang="fr" dir="auto">Une mise à jour.</dd></div></dl>
    "#]]
    .assert_eq(&marked(Language::Spanish));
}
