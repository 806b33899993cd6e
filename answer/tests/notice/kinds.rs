//! Each kind of notice, whole, as text; and each other form of one that has everything in it.

use answer::{
    Language,
    notice::{Before, Kind, Notice, html, markdown, text},
};
use expect_test::{Expect, expect};

use crate::{BEFORE, changed, founding::gate, letter, notice};

/// What was told at first.
fn at_first() -> Option<Before> {
    let told = |instant| chrono::DateTime::parse_from_rfc3339(instant).ok();
    let start = told("2025-02-06T19:00:00-06:00").expect("it is an instant");
    Some(Before { start, end: told("2025-02-06T21:00:00-06:00") })
}

#[track_caller]
fn check(notice: &Notice<'_>, kind: Kind, expected: &Expect) {
    assert_eq!(notice.kind, kind);
    expected.assert_eq(&text(&[notice.letter(Language::English)]));
}

#[test]
fn announcement() {
    check(
        &notice(gate().timeline(), None, BEFORE),
        Kind::Announcement,
        &expect![[r#"
            ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00
            p.m. (CT)

            Overview
            --------

            ImmTrac2 is scheduled for downtime: Thursday, February 6, 2025, 7:00 p.m. –
            9:00 p.m. (CT).

            Emergency maintenance by the Texas Department of State Health Services (DSHS)
            IT: Emergency production deployment for data fixes.

            It affects Texas Immunization Registry (ImmTrac2) users and organizations
            submitting patient and immunization data via ImmTrac2 online and via
            electronic data exchange.

            Please forward this notice to your IT staff and Electronic Health Records
            vendor.

            Announcement
            ------------

            When:      Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            In UTC:    Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
            How long:  2 hours
            Time zone: CT is America/Chicago

            Not available during the entire downtime: ImmTrac2 (web) online application,
            web services (bidirectional data exchange).

            Accepted during the downtime, and processed afterwards: FTP-related data
            exchange.

            Impacts
            -------

            During the period of downtime:

            - ImmTrac2 (web) online application: not available. People see “Service
              Unavailable” and the message “The server is temporarily unable to service
              your request due to maintenance downtime or capacity problems. Please try
              again later.” Software gets the error “503 Service Unavailable” with the
              same message; what it sends is NOT processed.
            - web services (bidirectional data exchange): not available. People see
              “Service Unavailable” and the message “The server is temporarily unable to
              service your request due to maintenance downtime or capacity problems.
              Please try again later.” Software gets the error “503 Service Unavailable”
              with the same message; what it sends is NOT processed.
            - FTP-related data exchange: what is sent is accepted, but not processed
              during the downtime. It is processed afterwards, by itself.

            Solution
            --------

            ImmTrac2 (web) online application
            - Before: Ensure that all time-sensitive tasks are recorded manually.
            - In the meantime: Record time-sensitive tasks manually until the application
              is available again.
            - Afterwards: Continue normal business.
            - Must I do anything afterwards? No. Nothing has to be sent again.

            web services (bidirectional data exchange)
            - Before: Continue normal business.
            - In the meantime: Keep the messages that are answered 503; they were not
              processed.
            - Afterwards: Resend data for processing.
            - Must I do anything afterwards? Yes: send again what was not processed.

            FTP-related data exchange
            - Before: Continue to submit data exchange files to your FTP account.
            - In the meantime: Files may be submitted; they are not processed during the
              downtime.
            - Afterwards: File processing resumes automatically. There is no need to
              resubmit data.
            - Must I do anything afterwards? No. Nothing has to be sent again.

            Contact
            -------

            For any questions about this notice, please write to us:

            - Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov
            - Data Exchange – ImmTracMU@dshs.texas.gov
        "#]],
    );
}

#[test]
fn reminder_within_half_an_hour() {
    let gate = gate();
    let notice = notice(gate.timeline(), None, "2025-02-07T00:30:00Z");
    assert_eq!(notice.kind, Kind::Reminder);
    let text = text(&[notice.letter(Language::English)]);
    expect![[r#"
        Reminder – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00
        p.m. – 9:00 p.m. (CT)

        Overview
        --------

        This is a reminder of the downtime of ImmTrac2: Thursday, February 6, 2025,
        7:00 p.m. – 9:00 p.m. (CT).

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        It affects Texas Immunization Registry (ImmTrac2) users and organizations
        submitting patient and immunization data via ImmTrac2 online and via
        electronic data exchange.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Announcement
        ------------

        When:      Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        In UTC:    Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
        How long:  2 hours
        Time zone: CT is America/Chicago

        Not available during the entire downtime: ImmTrac2 (web) online application,
        web services (bidirectional data exchange).

        Accepted during the downtime, and processed afterwards: FTP-related data
        exchange.

    "#]]
    .assert_eq(&first_lines(&text));
}

#[test]
fn moved_with_old_and_new_times_side_by_side() {
    let gate = changed(
        "2025-02-06T19:00:00\nend = 2025-02-06T21",
        "2025-02-07T22:00:00\nend = 2025-02-08T02",
    );
    let notice = notice(gate.timeline(), at_first(), BEFORE);
    assert_eq!(notice.kind, Kind::Moved);
    let letter = notice.letter(Language::English);
    expect![[r#"
        Moved – ImmTrac2: Emergency maintenance, now Friday, February 7, 2025, 10:00
        p.m. – Saturday, February 8, 2:00 a.m. (CT)

        Overview
        --------

        The downtime of ImmTrac2 was moved. It is now: Friday, February 7, 2025, 10:00
        p.m. – Saturday, February 8, 2:00 a.m. (CT).

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        It affects Texas Immunization Registry (ImmTrac2) users and organizations
        submitting patient and immunization data via ImmTrac2 online and via
        electronic data exchange.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Announcement
        ------------

        Before: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        Now:    Friday, February 7, 2025, 10:00 p.m. – Saturday, February 8, 2:00 a.m.
                (CT)

        When:      Friday, February 7, 2025, 10:00 p.m. – Saturday, February 8, 2:00
                   a.m. (CT)
        In UTC:    Saturday, February 8, 2025, 4:00 a.m. – 8:00 a.m. (UTC)
        How long:  4 hours
        Time zone: CT is America/Chicago

        Not available during the entire downtime: ImmTrac2 (web) online application,
        web services (bidirectional data exchange).

        Accepted during the downtime, and processed afterwards: FTP-related data
        exchange.

    "#]]
    .assert_eq(&first_lines(&text(std::slice::from_ref(&letter))));
    expect![[r#"<tr><th scope="col">Before</th><th scope="col">Now</th></tr><tr><td><strong>Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)</strong></td><td><strong>Friday, February 7, 2025, 10:00 p.m. – Saturday, February 8, 2:00 a.m. (CT)</strong></td></tr>"#]].assert_eq(beside(&html(&[letter])));
}

#[test]
fn started() {
    let gate = gate();
    check(
        &notice(gate.timeline(), None, "2025-02-07T01:00:00Z"),
        Kind::Started,
        &expect![[r#"
            Started – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00
            p.m. – 9:00 p.m. (CT)

            Overview
            --------

            The downtime of ImmTrac2 has started: Thursday, February 6, 2025, 7:00 p.m. –
            9:00 p.m. (CT).

            Emergency maintenance by the Texas Department of State Health Services (DSHS)
            IT: Emergency production deployment for data fixes.

            It affects Texas Immunization Registry (ImmTrac2) users and organizations
            submitting patient and immunization data via ImmTrac2 online and via
            electronic data exchange.

            Please forward this notice to your IT staff and Electronic Health Records
            vendor.

            Announcement
            ------------

            When:      Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            In UTC:    Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
            How long:  2 hours
            Time zone: CT is America/Chicago

            Not available during the entire downtime: ImmTrac2 (web) online application,
            web services (bidirectional data exchange).

            Accepted during the downtime, and processed afterwards: FTP-related data
            exchange.

            Impacts
            -------

            During the period of downtime:

            - ImmTrac2 (web) online application: not available. People see “Service
              Unavailable” and the message “The server is temporarily unable to service
              your request due to maintenance downtime or capacity problems. Please try
              again later.” Software gets the error “503 Service Unavailable” with the
              same message; what it sends is NOT processed.
            - web services (bidirectional data exchange): not available. People see
              “Service Unavailable” and the message “The server is temporarily unable to
              service your request due to maintenance downtime or capacity problems.
              Please try again later.” Software gets the error “503 Service Unavailable”
              with the same message; what it sends is NOT processed.
            - FTP-related data exchange: what is sent is accepted, but not processed
              during the downtime. It is processed afterwards, by itself.

            Solution
            --------

            ImmTrac2 (web) online application
            - In the meantime: Record time-sensitive tasks manually until the application
              is available again.
            - Afterwards: Continue normal business.
            - Must I do anything afterwards? No. Nothing has to be sent again.

            web services (bidirectional data exchange)
            - In the meantime: Keep the messages that are answered 503; they were not
              processed.
            - Afterwards: Resend data for processing.
            - Must I do anything afterwards? Yes: send again what was not processed.

            FTP-related data exchange
            - In the meantime: Files may be submitted; they are not processed during the
              downtime.
            - Afterwards: File processing resumes automatically. There is no need to
              resubmit data.
            - Must I do anything afterwards? No. Nothing has to be sent again.

            Contact
            -------

            For any questions about this notice, please write to us:

            - Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov
            - Data Exchange – ImmTracMU@dshs.texas.gov
        "#]],
    );
}

#[test]
fn extended() {
    let gate = changed("end = 2025-02-06T21:00:00", "end = 2025-02-07T00:00:00");
    let notice = notice(gate.timeline(), at_first(), "2025-02-07T02:00:00Z");
    assert_eq!(notice.kind, Kind::Extended);
    expect![[r#"
        Extended – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00
        p.m. – 12:00 midnight at the end of the day (CT)

        Overview
        --------

        The downtime of ImmTrac2 takes longer than planned: Thursday, February 6,
        2025, 7:00 p.m. – 12:00 midnight at the end of the day (CT).

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        It affects Texas Immunization Registry (ImmTrac2) users and organizations
        submitting patient and immunization data via ImmTrac2 online and via
        electronic data exchange.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Announcement
        ------------

        Before: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        Now:    Thursday, February 6, 2025, 7:00 p.m. – 12:00 midnight at the end of
                the day (CT)

        When:      Thursday, February 6, 2025, 7:00 p.m. – 12:00 midnight at the end
                   of the day (CT)
        In UTC:    Friday, February 7, 2025, 1:00 a.m. – 6:00 a.m. (UTC)
        How long:  5 hours
        Time zone: CT is America/Chicago

        Not available during the entire downtime: ImmTrac2 (web) online application,
        web services (bidirectional data exchange).

        Accepted during the downtime, and processed afterwards: FTP-related data
        exchange.

    "#]]
    .assert_eq(&first_lines(&text(&[notice.letter(Language::English)])));
}

#[test]
fn held_beyond_its_end() {
    let gate = changed("reason = \"emergency\"", "overrun = \"hold\"");
    let announced = text(&[letter(gate.timeline(), None, BEFORE, Language::English)]);
    let held = notice(gate.timeline(), None, "2025-02-07T03:00:00Z");
    assert_eq!(held.kind, Kind::Extended);
    let held = text(&[held.letter(Language::English)]);
    expect![[r#"
        ImmTrac2: Scheduled maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00
        p.m. (CT)

        Overview
        --------

        ImmTrac2 is scheduled for downtime: Thursday, February 6, 2025, 7:00 p.m. –
        9:00 p.m. (CT).

        Scheduled maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        It affects Texas Immunization Registry (ImmTrac2) users and organizations
        submitting patient and immunization data via ImmTrac2 online and via
        electronic data exchange.

        The end is the planned one: the service is opened when the work has been
        verified.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Announcement
        ------------

        When:      Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        In UTC:    Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
        How long:  2 hours
        Time zone: CT is America/Chicago

        Not available during the entire downtime: ImmTrac2 (web) online application,
        web services (bidirectional data exchange).

        Accepted during the downtime, and processed afterwards: FTP-related data
        exchange.


        Extended – ImmTrac2: Scheduled maintenance, Thursday, February 6, 2025, 7:00
        p.m. – 9:00 p.m. (CT)

        Overview
        --------

        The downtime of ImmTrac2 takes longer than planned. It was to end Thursday,
        February 6, 2025, 9:00 p.m. (CT). The new end is not known yet.

        Scheduled maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        It affects Texas Immunization Registry (ImmTrac2) users and organizations
        submitting patient and immunization data via ImmTrac2 online and via
        electronic data exchange.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Announcement
        ------------

        When:      Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        In UTC:    Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
        How long:  2 hours
        Time zone: CT is America/Chicago

        Not available during the entire downtime: ImmTrac2 (web) online application,
        web services (bidirectional data exchange).

        Accepted during the downtime, and processed afterwards: FTP-related data
        exchange.

    "#]]
    .assert_eq(&format!("{}\n{}", first_lines(&announced), first_lines(&held)));
}

#[test]
fn over() {
    let gate = gate();
    check(
        &notice(gate.timeline(), at_first(), "2025-02-07T03:00:00Z"),
        Kind::Over,
        &expect![[r#"
        Over – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m.
        – 9:00 p.m. (CT)

        Overview
        --------

        The downtime of ImmTrac2 is over: Thursday, February 6, 2025, 7:00 p.m. – 9:00
        p.m. (CT). The service is available again.

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Solution
        --------

        ImmTrac2 (web) online application
        - Afterwards: Continue normal business.
        - Must I do anything afterwards? No. Nothing has to be sent again.

        web services (bidirectional data exchange)
        - Afterwards: Resend data for processing.
        - Must I do anything afterwards? Yes: send again what was not processed.

        FTP-related data exchange
        - Afterwards: File processing resumes automatically. There is no need to
          resubmit data.
        - Must I do anything afterwards? No. Nothing has to be sent again.

        Contact
        -------

        For any questions about this notice, please write to us:

        - Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov
        - Data Exchange – ImmTracMU@dshs.texas.gov
    "#]],
    );
}

#[test]
fn cancelled() {
    let gate = changed("reason =", "cancelled = true\nreason =");
    check(
        &notice(gate.timeline(), at_first(), BEFORE),
        Kind::Cancelled,
        &expect![[r#"
        Cancelled – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00
        p.m. – 9:00 p.m. (CT)

        Overview
        --------

        The downtime of ImmTrac2 was cancelled. It was planned for: Thursday, February
        6, 2025, 7:00 p.m. – 9:00 p.m. (CT).

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        ImmTrac2 stays available as usual. There is nothing that you must do.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Contact
        -------

        For any questions about this notice, please write to us:

        - Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov
        - Data Exchange – ImmTracMU@dshs.texas.gov
    "#]],
    );
}

#[test]
fn some_channels_are_available_again() {
    let gate = changed("reason =", "finished = { web = 2025-02-06T20:10:00 }\nreason =");
    let notice = notice(gate.timeline(), None, "2025-02-07T02:30:00Z");
    assert_eq!(notice.kind, Kind::Started);
    let text = text(&[notice.letter(Language::English)]);
    let impacts = text.split_once("Announcement\n").map_or("", |(_, rest)| rest);
    expect![[r#"
        ------------

        When:      Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        In UTC:    Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
        How long:  2 hours
        Time zone: CT is America/Chicago

        Not available during the entire downtime: web services (bidirectional data
        exchange).

        Accepted during the downtime, and processed afterwards: FTP-related data
        exchange.

        Impacts
        -------

        During the period of downtime:

        - ImmTrac2 (web) online application: available again since Thursday, February
          6, 2025, 8:10 p.m. (CT).
        - web services (bidirectional data exchange): not available. People see
          “Service Unavailable” and the message “The server is temporarily unable to
          service your request due to maintenance downtime or capacity problems.
          Please try again later.” Software gets the error “503 Service Unavailable”
          with the same message; what it sends is NOT processed.
        - FTP-related data exchange: what is sent is accepted, but not processed
          during the downtime. It is processed afterwards, by itself.

    "#]]
    .assert_eq(impacts.split_once("Solution\n").map_or("", |(impacts, _)| impacts));
}

#[test]
fn an_end_that_nobody_knows() {
    let gate = changed("end = 2025-02-06T21:00:00\n", "");
    let text = text(&[letter(gate.timeline(), None, BEFORE, Language::English)]);
    expect![[r#"
        ImmTrac2: Emergency maintenance, from Thursday, February 6, 2025, 7:00 p.m.
        (CT) on; the end is not known yet

        Overview
        --------

        ImmTrac2 is scheduled for downtime: from Thursday, February 6, 2025, 7:00 p.m.
        (CT) on; the end is not known yet.

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        It affects Texas Immunization Registry (ImmTrac2) users and organizations
        submitting patient and immunization data via ImmTrac2 online and via
        electronic data exchange.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Announcement
        ------------

        When:      from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not
                   known yet
        In UTC:    from Friday, February 7, 2025, 1:00 a.m. (UTC) on; the end is not
                   known yet
        Time zone: CT is America/Chicago

        Not available during the entire downtime: ImmTrac2 (web) online application,
        web services (bidirectional data exchange).

        Accepted during the downtime, and processed afterwards: FTP-related data
        exchange.

    "#]]
    .assert_eq(&first_lines(&text));
}

#[test]
fn noon_and_midnight_are_called_so() {
    let gate = changed(
        "2025-02-06T19:00:00\nend = 2025-02-06T21",
        "2025-02-06T12:00:00\nend = 2025-02-07T00",
    );
    for (language, expected) in [
        (Language::English, "12:00 noon – 12:00 midnight at the end of the day (CT)"),
        (Language::Spanish, "12:00 del mediodía – 12:00 de la medianoche"),
    ] {
        let subject = letter(gate.timeline(), None, BEFORE, language).subject;
        assert!(subject.contains(expected), "{subject}");
    }
}

#[test]
fn a_kind_is_told_only_when_it_is_so() {
    use schedule::Phase::{Active, Announced, Cancelled, Ended, Imminent, Overrun, Scheduled};
    let table = [
        (Kind::Announcement, &[Scheduled, Announced, Imminent, Active, Overrun][..]),
        (Kind::Reminder, &[Scheduled, Announced, Imminent, Active, Overrun]),
        (Kind::Moved, &[Scheduled, Announced, Imminent, Active, Overrun]),
        (Kind::Started, &[Active, Overrun]),
        (Kind::Extended, &[Active, Overrun]),
        (Kind::Over, &[Ended]),
        (Kind::Cancelled, &[Cancelled]),
    ];
    for (kind, phases) in table {
        for phase in [Scheduled, Announced, Imminent, Active, Overrun, Ended, Cancelled] {
            assert_eq!(kind.fits(phase), phases.contains(&phase), "{kind} in {phase}");
        }
        assert_eq!(kind.as_str().parse(), Ok(kind));
    }
    expect!["expected one of `announcement`, `reminder`, `moved`, `started`, `extended`, `over`, `cancelled`, found `soon\\u{1b}`"]
        .assert_eq(&"soon\u{1b}".parse::<Kind>().map_err(|error| error.to_string()).unwrap_err());
}

#[test]
fn markdown_of_an_announcement() {
    let markdown = markdown(&[letter(gate().timeline(), None, BEFORE, Language::Spanish)]);
    expect![[r#"
        # ImmTrac2: Mantenimiento de emergencia, jueves, 6 de febrero de 2025, 7:00 p. m. – 9:00 p. m. (hora central)

        ## Resumen

        ImmTrac2 no estará disponible por mantenimiento: **jueves, 6 de febrero de 2025, 7:00 p. m. – 9:00 p. m. (hora central)**.

        Mantenimiento de emergencia, por el departamento de informática del Departamento Estatal de Servicios de Salud de Texas (DSHS): Despliegue de emergencia en producción para corregir datos.

        Afecta a: usuarios del Registro de Inmunización de Texas (ImmTrac2) y organizaciones que envían datos de pacientes y de inmunización por medio de ImmTrac2 en línea y por intercambio electrónico de datos.

        Por favor, reenvíe este aviso a: su personal de informática y el proveedor de su sistema de expedientes médicos electrónicos.

        ## Anuncio

        - Cuándo: **jueves, 6 de febrero de 2025, 7:00 p. m. – 9:00 p. m. (hora central)**
        - En UTC: **viernes, 7 de febrero de 2025, 1:00 a. m. – 3:00 a. m. (UTC)**
        - Duración: 2 horas
        - Zona horaria: hora central es America/Chicago

        No disponible durante todo el mantenimiento: aplicación en línea de ImmTrac2 (web), servicios web (intercambio bidireccional de datos).

        Se acepta durante el mantenimiento y se procesa después: intercambio de datos por FTP.

        ## Efectos

        Durante el mantenimiento:

        - aplicación en línea de ImmTrac2 (web): no disponible. Las personas ven «Servicio no disponible» y el mensaje «El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. Por favor, inténtelo de nuevo más tarde.» Los programas reciben el error «503 Service Unavailable» con el mismo mensaje; lo que envían NO se procesa.
        - servicios web (intercambio bidireccional de datos): no disponible. Las personas ven «Servicio no disponible» y el mensaje «El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. Por favor, inténtelo de nuevo más tarde.» Los programas reciben el error «503 Service Unavailable» con el mismo mensaje; lo que envían NO se procesa.
        - intercambio de datos por FTP: lo que se envía se acepta, pero no se procesa durante el mantenimiento. Se procesa después, por sí solo.

        ## Qué hacer

        **aplicación en línea de ImmTrac2 (web)**

        - Antes: Asegúrese de registrar a mano todas las tareas que no puedan esperar.
        - Mientras tanto: Registre a mano las tareas que no puedan esperar, hasta que la aplicación vuelva a estar disponible.
        - Después: Continúe con sus actividades normales.
        - ¿Tengo que hacer algo después? No. No hay que enviar nada de nuevo.

        **servicios web (intercambio bidireccional de datos)**

        - Antes: Continúe con sus actividades normales.
        - Mientras tanto: Conserve los mensajes que reciban la respuesta 503; no se procesaron.
        - Después: Reenvíe los datos para que se procesen.
        - ¿Tengo que hacer algo después? Sí: enviar de nuevo lo que no se procesó.

        **intercambio de datos por FTP**

        - Antes: Siga enviando los archivos de intercambio de datos a su cuenta de FTP.
        - Mientras tanto: Puede enviar archivos; no se procesarán durante la interrupción.
        - Después: El procesamiento de archivos se reanuda automáticamente. No es necesario volver a enviar los datos.
        - ¿Tengo que hacer algo después? No. No hay que enviar nada de nuevo.

        ## Contacto

        Si tiene preguntas sobre este aviso, por favor, escríbanos:

        - Acceso a la aplicación web de ImmTrac2 (en línea) – <ImmTrac2@dshs.texas.gov>
        - Intercambio de datos – <ImmTracMU@dshs.texas.gov>
    "#]].assert_eq(&markdown);
}

#[test]
fn html_of_an_announcement() {
    let gate =
        changed("zone = \"America", "url = \"https://registry.example.org\"\nzone = \"America");
    let html = html(&[letter(gate.timeline(), None, BEFORE, Language::Spanish)]);
    let body = html.split_once("</style>").map_or("", |(_, body)| body);
    let lines = ["<body", "<article", "<h1", "<h2", "<h3", "<p", "<ul", "<li", "<dl", "<div"];
    let body =
        lines.iter().fold(body.to_owned(), |body, tag| body.replace(tag, &format!("\n{tag}")));
    expect![[r#"
        </head>
        <body>
        <article lang="es" dir="ltr">
        <h1>ImmTrac2: Mantenimiento de emergencia, jueves, 6 de febrero de 2025, 7:00 p. m. – 9:00 p. m. (hora central)</h1>
        <h2>Resumen</h2>
        <p><span lang="en" dir="auto">ImmTrac2</span> no estará disponible por mantenimiento: <strong>jueves, 6 de febrero de 2025, 7:00 p. m. – 9:00 p. m. (hora central)</strong>.</p>
        <p>Mantenimiento de emergencia, por el departamento de informática del Departamento Estatal de Servicios de Salud de Texas (DSHS): Despliegue de emergencia en producción para corregir datos.</p>
        <p>Afecta a: usuarios del Registro de Inmunización de Texas (ImmTrac2) y organizaciones que envían datos de pacientes y de inmunización por medio de ImmTrac2 en línea y por intercambio electrónico de datos.</p>
        <p>Por favor, reenvíe este aviso a: su personal de informática y el proveedor de su sistema de expedientes médicos electrónicos.</p>
        <h2>Anuncio</h2>
        <dl>
        <div><dt>Cuándo</dt><dd><strong>jueves, 6 de febrero de 2025, 7:00 p. m. – 9:00 p. m. (hora central)</strong></dd></div>
        <div><dt>En UTC</dt><dd><strong>viernes, 7 de febrero de 2025, 1:00 a. m. – 3:00 a. m. (UTC)</strong></dd></div>
        <div><dt>Duración</dt><dd>2 horas</dd></div>
        <div><dt>Zona horaria</dt><dd>hora central es America/Chicago</dd></div></dl>
        <p>No disponible durante todo el mantenimiento: aplicación en línea de ImmTrac2 (web), servicios web (intercambio bidireccional de datos).</p>
        <p>Se acepta durante el mantenimiento y se procesa después: intercambio de datos por FTP.</p>
        <h2>Efectos</h2>
        <p>Durante el mantenimiento:</p>
        <ul>
        <li>aplicación en línea de ImmTrac2 (web): no disponible. Las personas ven «Servicio no disponible» y el mensaje «El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. Por favor, inténtelo de nuevo más tarde.» Los programas reciben el error «503 Service Unavailable» con el mismo mensaje; lo que envían NO se procesa.</li>
        <li>servicios web (intercambio bidireccional de datos): no disponible. Las personas ven «Servicio no disponible» y el mensaje «El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. Por favor, inténtelo de nuevo más tarde.» Los programas reciben el error «503 Service Unavailable» con el mismo mensaje; lo que envían NO se procesa.</li>
        <li>intercambio de datos por FTP: lo que se envía se acepta, pero no se procesa durante el mantenimiento. Se procesa después, por sí solo.</li></ul>
        <h2>Qué hacer</h2>
        <h3>aplicación en línea de ImmTrac2 (web)</h3>
        <ul>
        <li>Antes: Asegúrese de registrar a mano todas las tareas que no puedan esperar.</li>
        <li>Mientras tanto: Registre a mano las tareas que no puedan esperar, hasta que la aplicación vuelva a estar disponible.</li>
        <li>Después: Continúe con sus actividades normales.</li>
        <li>¿Tengo que hacer algo después? No. No hay que enviar nada de nuevo.</li></ul>
        <h3>servicios web (intercambio bidireccional de datos)</h3>
        <ul>
        <li>Antes: Continúe con sus actividades normales.</li>
        <li>Mientras tanto: Conserve los mensajes que reciban la respuesta 503; no se procesaron.</li>
        <li>Después: Reenvíe los datos para que se procesen.</li>
        <li>¿Tengo que hacer algo después? Sí: enviar de nuevo lo que no se procesó.</li></ul>
        <h3>intercambio de datos por FTP</h3>
        <ul>
        <li>Antes: Siga enviando los archivos de intercambio de datos a su cuenta de FTP.</li>
        <li>Mientras tanto: Puede enviar archivos; no se procesarán durante la interrupción.</li>
        <li>Después: El procesamiento de archivos se reanuda automáticamente. No es necesario volver a enviar los datos.</li>
        <li>¿Tengo que hacer algo después? No. No hay que enviar nada de nuevo.</li></ul>
        <h2>Contacto</h2>
        <p>Si tiene preguntas sobre este aviso, por favor, escríbanos:</p>
        <ul>
        <li>Acceso a la aplicación web de ImmTrac2 (en línea) – <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li>
        <li>Intercambio de datos – <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li></ul>
        <p>Siempre actualizado: <a href="https://registry.example.org/_maintenance/windows/2025-02-06-deployment">https://registry.example.org/_maintenance/windows/2025-02-06-deployment</a></p></article></body></html>
    "#]].assert_eq(&body);
}

/// Up to the impacts.
fn first_lines(text: &str) -> String {
    text.split_once("Impacts\n").map_or(text, |(first, _)| first).to_owned()
}

fn beside(html: &str) -> &str {
    let (_, rest) = html.split_once("<table>").unwrap_or_default();
    rest.split_once("</table>").unwrap_or_default().0
}
