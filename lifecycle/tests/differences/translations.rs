//! Texts in other languages.

use expect_test::expect;

use crate::compared::{DOCUMENT, differences, with, with_line};

const NOON: &str = "2025-02-06T12:00";

fn service(more: &str) -> String {
    with_line("language =", more)
}

#[test]
fn of_the_service() {
    let old = service("translations.es = { name = \"Registro\", label = \"hora central\" }");
    let new = service(
        "translations.es = { name = \"El registro\", message = \"Volvemos pronto.\" }\n\
         translations.fr.title = \"Fermé\"",
    );
    expect![[r#"
        the zone is called, in `es`, nothing instead of “hora central”
        the service is called, in `es`, “El registro” instead of “Registro”
        every answer says, in `es`, “Volvemos pronto.” instead of nothing
        every answer is headed, in `fr`, “Fermé” instead of nothing
    "#]]
    .assert_eq(&differences(&old, &new, NOON));
    expect![[r#"
        the service is called, in `es`, nothing instead of “El registro”
        every answer says, in `es`, nothing instead of “Volvemos pronto.”
        every answer is headed, in `fr`, nothing instead of “Fermé”
    "#]]
    .assert_eq(&differences(&new, DOCUMENT, NOON));
}

#[test]
fn of_a_channel() {
    let contact = "contact = { topic = \"Data\", email = \"data@example.org\" }";
    let soap =
        format!("{contact}\ntranslations.es = {{ name = \"servicios\", topic = \"Datos\" }}");
    let web = "instructions.during = \"Write it down.\"";
    let during = format!("{web}\ntranslations.es.during = \"Anótelo.\"");
    let rows = [with(contact, &soap), with(web, &during)];
    let told = rows.map(|row| differences(DOCUMENT, &row, NOON)).concat();
    expect![[r#"
        channel `soap` is called, in `es`, “servicios” instead of nothing
        channel `soap` sends its users to its contact for, in `es`, “Datos” instead of nothing
        channel `web` says during a window, in `es`, “Anótelo.” instead of nothing
    "#]]
    .assert_eq(&told);
}

#[test]
fn of_a_window() {
    let summary = "summary = \"The new release.\"";
    let spanish = with(summary, &format!("{summary}\ntranslations.es.summary = \"La nueva.\""));
    let other = spanish.replace("La nueva.", "La nueva versión.");
    expect![[r#"
        `deployment` says, in `es`, “La nueva.” instead of nothing
    "#]]
    .assert_eq(&differences(DOCUMENT, &spanish, NOON));
    expect![[r#"
        `deployment` says, in `es`, “La nueva versión.” instead of “La nueva.”
    "#]]
    .assert_eq(&differences(&spanish, &other, NOON));
    // A new one says all that it says.
    let new = spanish.replace("id = \"deployment\"", "id = \"another\"");
    expect![[r#"
        `another` is new, on `soap`, `web`: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT); “The new release.”; in `es` “La nueva.”
        `deployment` is removed: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]].assert_eq(&differences(DOCUMENT, &new, NOON));
}

#[test]
fn of_an_outage() {
    let outage = |more: &str| {
        with_line("prefix =", &format!("outage = {{ title = \"t\", message = \"m\"{more} }}"))
    };
    let spanish = outage(", translations.es = { title = \"u\", message = \"n\" }");
    expect![[r#"
        during an outage, an answer is headed, in `es`, “u” instead of nothing
        during an outage, an answer says, in `es`, “n” instead of nothing
    "#]]
    .assert_eq(&differences(&outage(""), &spanish, NOON));
}

// Capitals say nothing in a tag.
#[test]
fn that_mean_the_same() {
    let of = |tag: &str| service(&format!("translations.{tag}.name = \"Registro\""));
    assert_eq!(differences(&of("es-MX"), &of("ES-mx"), NOON), "");
    assert_ne!(differences(&of("es-MX"), &of("es"), NOON), "");
}
