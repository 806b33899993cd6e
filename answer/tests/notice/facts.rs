//! Everything that the founding notice says, said again from its schedule alone: a row is a fact,
//! and the words that say it.

use answer::{
    Language,
    notice::{Letter, html, markdown, text},
};

use crate::{BEFORE, founding::gate, letter};

const ENGLISH: &[(&str, &str)] = &[
    // Overview.
    ("what it is about", "ImmTrac2 is scheduled for downtime"),
    ("when, in the zone of the service", "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)"),
    ("who does the work", "by the Texas Department of State Health Services (DSHS) IT"),
    ("why so suddenly", "Emergency"),
    ("what is done", "production deployment for data fixes"),
    ("whom it affects", "Texas Immunization Registry (ImmTrac2) users"),
    ("and who else", "organizations submitting patient and immunization data"),
    ("by which ways", "via ImmTrac2 online and via electronic data exchange"),
    (
        "who else has to know",
        "Please forward this notice to your IT staff and Electronic Health Records vendor.",
    ),
    // Announcement.
    (
        "what is not available, and that it is so throughout",
        "Not available during the entire downtime: ImmTrac2 (web) online application, web services \
         (bidirectional data exchange).",
    ),
    ("the third way", "FTP-related data exchange"),
    // Impacts.
    ("what follows is about the downtime", "During the period of downtime:"),
    ("what web users see", "“Service Unavailable”"),
    (
        "and read",
        "“The server is temporarily unable to service your request due to maintenance downtime or \
         capacity problems. Please try again later.”",
    ),
    ("what web services get", "the error “503 Service Unavailable” with the same message"),
    ("that FTP goes on", "Continue to submit data exchange files to your FTP account."),
    ("but nothing is processed", "they are not processed during the downtime"),
    // Solution.
    ("what web users do before", "Ensure that all time-sensitive tasks are recorded manually."),
    ("and afterwards", "Continue normal business."),
    ("what web services do meanwhile", "In the meantime: Continue normal business,"),
    ("and afterwards", "Resend data for processing."),
    ("that FTP files are processed by themselves", "File processing resumes automatically."),
    ("and need not be sent again", "There is no need to resubmit data."),
    // Contact.
    ("whom to ask", "For any questions about this notice, please write to us:"),
    ("about the web", "Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov"),
    ("about data exchange", "Data Exchange – ImmTracMU@dshs.texas.gov"),
];

const SPANISH: &[(&str, &str)] = &[
    ("what it is about", "ImmTrac2 no estará disponible por mantenimiento"),
    (
        "when",
        "jueves, 6 de febrero de 2025, 7:00\u{a0}p.\u{a0}m. – 9:00\u{a0}p.\u{a0}m. (hora central)",
    ),
    ("why so suddenly", "Mantenimiento de emergencia"),
    (
        "who does the work",
        "por el departamento de informática del Departamento Estatal de Servicios de Salud de Texas (DSHS)",
    ),
    ("who else has to know", "Por favor, reenvíe este aviso a"),
    ("that it is so throughout", "No disponible durante todo el mantenimiento"),
    ("what people see", "Las personas ven «Servicio no disponible»"),
    ("and read", "«El servidor no puede atender su solicitud por el momento"),
    ("what programs get", "Los programas reciben el error «503 Service Unavailable»"),
    ("that it is not processed", "NO se procesa"),
    ("that FTP waits", "se acepta, pero no se procesa durante el mantenimiento"),
    ("what to do before", "Antes:"),
    ("and meanwhile", "Mientras tanto:"),
    ("and afterwards", "Después:"),
    ("who must send again", "Sí: enviar de nuevo lo que no se procesó."),
    ("who need not", "No. No hay que enviar nada de nuevo."),
    ("whom to ask", "Si tiene preguntas sobre este aviso, por favor, escríbanos:"),
    ("about data exchange", "Intercambio de datos – ImmTracMU@dshs.texas.gov"),
    ("what is done", "Despliegue de emergencia en producción para corregir datos."),
    ("whom it affects", "usuarios del Registro de Inmunización de Texas (ImmTrac2)"),
    ("what web services do", "Reenvíe los datos para que se procesen."),
    ("that FTP goes on", "Siga enviando los archivos de intercambio de datos a su cuenta de FTP."),
];

#[track_caller]
fn check(form: &str, document: &str, facts: &[(&str, &str)]) {
    let document = document.split([' ', '\n']).filter(|word| !word.is_empty());
    let document = document.collect::<Vec<_>>().join(" ");
    for (fact, words) in facts {
        assert!(document.contains(words), "{fact}: `{words}` is not in the {form}:\n{document}");
    }
}

#[track_caller]
fn check_every_form(letter: Letter, facts: &[(&str, &str)]) {
    let letters = [letter];
    check("text", &text(&letters), facts);
    check("Markdown", &unmarked(&markdown(&letters)), facts);
    check("page", &untagged(&html(&letters)), facts);
}

#[test]
fn the_founding_notice_in_english() {
    check_every_form(letter(gate().timeline(), None, BEFORE, Language::English), ENGLISH);
}

#[test]
fn the_founding_notice_in_spanish() {
    check_every_form(letter(gate().timeline(), None, BEFORE, Language::Spanish), SPANISH);
}

#[test]
fn the_sections_stand_in_the_order_of_the_founding_notice() {
    let text = text(&[letter(gate().timeline(), None, BEFORE, Language::English)]);
    let underlined = text.lines().zip(text.lines().skip(1));
    let headings: Vec<&str> = underlined
        .filter(|(_, below)| !below.is_empty() && below.chars().all(|c| c == '-'))
        .map(|(heading, _)| heading)
        .collect();
    assert_eq!(headings, ["Overview", "Announcement", "Impacts", "Solution", "Contact"]);
}

#[test]
fn both_languages_in_one_document() {
    let gate = gate();
    let languages = [Language::English, Language::Spanish];
    let letters = languages.map(|language| letter(gate.timeline(), None, BEFORE, language));
    for facts in [ENGLISH, SPANISH] {
        check("text", &text(&letters), facts);
        check("page", &untagged(&html(&letters)), facts);
    }
}

/// As a reader of Markdown shows it.
fn unmarked(markdown: &str) -> String {
    markdown.replace("**", "").replace(['\\', '<', '>'], "")
}

/// As a browser shows it.
fn untagged(html: &str) -> String {
    let mut shown = String::new();
    for part in html.split('<') {
        shown += part.split_once('>').map_or(part, |(_, text)| text);
        if part.starts_with(['p', 'd', 'h']) || part.starts_with("li") {
            shown.push(' ');
        }
    }
    shown.replace("&amp;", "&")
}
