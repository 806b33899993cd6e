//! The other forms of a notice that has everything in it.

use answer::{
    Language,
    notice::{html, markdown},
};
use expect_test::expect;

use crate::{BEFORE, changed, founding::gate, letter};

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
        - Mientras tanto: Continúe con sus actividades normales y conserve los mensajes que reciban la respuesta 503: no se procesaron.
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
        <li>Mientras tanto: Continúe con sus actividades normales y conserve los mensajes que reciban la respuesta 503: no se procesaron.</li>
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
