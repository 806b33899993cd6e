//! An organisation's own words.

use answer::{
    Language,
    notice::{Notice, Template, Variable, html, markdown, text},
};
use expect_test::expect;

use crate::{
    BEFORE,
    founding::{gate, gate_with},
    notice,
};

const TEMPLATE: &str = "\
Subject: {service} – {kind} – {when}

Dear partners,

{service} will be down: {when}.
In UTC that is {utc}. It takes {length}, and {zone}.

{summary}
We do it because of {audience}.

## What you *notice*

{impacts}

- Braces are written twice: {{when}}
- {operator} does it
  on the date above

## What you do

{solution}

## Whom you ask

{contacts}

## Only where it was moved

{changes}
";

fn own(notice: &Notice<'_>, template: &str) -> String {
    let template = Template::parse(template).expect("the template is good");
    text(&[template.letter(notice, Language::English)])
}

#[test]
fn every_variable_has_its_place() {
    let gate = gate();
    expect![[r#"
        ImmTrac2 – Emergency maintenance – Thursday, February 6, 2025, 7:00 p.m. –
        9:00 p.m. (CT)

        Dear partners,

        ImmTrac2 will be down: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT).
        In UTC that is Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC). It takes
        2 hours, and CT is America/Chicago.

        Emergency production deployment for data fixes. We do it because of Texas
        Immunization Registry (ImmTrac2) users and organizations submitting patient
        and immunization data via ImmTrac2 online and via electronic data exchange.

        What you *notice*
        -----------------

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
        - Braces are written twice: {when}
        - the Texas Department of State Health Services (DSHS) IT does it on the date
          above

        What you do
        -----------

        ImmTrac2 (web) online application
        - Before: Ensure that all time-sensitive tasks are recorded manually.
        - In the meantime: Record time-sensitive tasks manually until the application
          is available again.
        - Afterwards: Continue normal business.
        - Must I do anything afterwards? No. Nothing has to be sent again.

        web services (bidirectional data exchange)
        - Before: Continue normal business.
        - In the meantime: Continue normal business, and keep the messages that are
          answered 503: they were not processed.
        - Afterwards: Resend data for processing.
        - Must I do anything afterwards? Yes: send again what was not processed.

        FTP-related data exchange
        - Before: Continue to submit data exchange files to your FTP account.
        - In the meantime: Files may be submitted; they are not processed during the
          downtime.
        - Afterwards: File processing resumes automatically. There is no need to
          resubmit data.
        - Must I do anything afterwards? No. Nothing has to be sent again.

        Whom you ask
        ------------

        - Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov
        - Data Exchange – ImmTracMU@dshs.texas.gov
    "#]]
    .assert_eq(&own(&notice(gate.timeline(), None, BEFORE), TEMPLATE));
}

#[test]
fn what_has_nothing_to_say_is_left_out_with_its_paragraph() {
    let gate = gate_with(|text| {
        let kept = text.lines().filter(|line| !line.contains("summary = "));
        kept.map(|line| format!("{line}\n")).collect()
    });
    let notice = notice(gate.timeline(), None, BEFORE);
    let template = "Subject: {summary}\n\nA {when}\nB {summary}\nC\n\n## D {link}\n\n- E\n- F {link}\n  G\n- H\n\n## I\n\n{summary}\n";
    expect![[r#"
        ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00
        p.m. (CT)

        - E
        - H
    "#]]
    .assert_eq(&own(&notice, template));
}

#[test]
fn a_template_takes_every_form() {
    let gate = gate();
    let notice = notice(gate.timeline(), None, BEFORE);
    let letter = Template::parse(TEMPLATE).expect("it is good").letter(&notice, Language::Spanish);
    let letters = [letter];
    assert!(markdown(&letters).contains("## What you \\*notice\\*\n"));
    assert!(html(&letters).contains("<h2>What you *notice*</h2>"));
    assert!(html(&letters).contains("<strong>jueves, 6 de febrero de 2025, 7:00"));
}

#[test]
fn what_is_wrong_with_a_template() {
    #[track_caller]
    fn check(template: &str, expected: &[(usize, usize, &str)]) {
        let faults = Template::parse(template).expect_err("it is not good");
        let told: Vec<(usize, usize, String)> =
            faults.iter().map(|fault| (fault.line, fault.column, fault.kind.to_string())).collect();
        let told: Vec<_> =
            told.iter().map(|(line, column, kind)| (*line, *column, &**kind)).collect();
        assert_eq!(told, expected);
        assert!(faults.iter().all(|fault| !fault.kind.help().is_empty()));
    }
    check("", &[(1, 1, "expected the subject in the first line")]);
    check("\nHello {when}", &[(2, 1, "expected the subject in the first line")]);
    check("Subject: \n{when}", &[(1, 1, "expected the subject in the first line")]);
    check(
        "Subject: s\n\nNobody knows.",
        &[(1, 1, "expected a time, but the template never tells when it is")],
    );
    check("Subject: {wenn}\n{when}", &[(1, 10, "there is no variable `wenn`")]);
    check("Subject: s\nprüfe {when", &[(2, 7, "expected `}` after this `{`")]);
    check("Subject: s\n{when {end}", &[(2, 1, "expected `}` after this `{`")]);
    check("Subject: s\n{when} }", &[(2, 8, "expected `{` before this `}`")]);
    check(
        "Subject: {impacts}\nYou see {solution}\n- {contacts}\n{when}",
        &[
            (1, 10, "`{impacts}` is a list, which cannot stand within a sentence"),
            (2, 9, "`{solution}` is a list, which cannot stand within a sentence"),
            (3, 3, "`{contacts}` is a list, which cannot stand within a sentence"),
        ],
    );
}

#[test]
fn every_variable_is_documented() {
    let page = include_str!("../../../docs/notice.md");
    for variable in Variable::ALL {
        let row = format!("| `{{{}}}` |", variable.as_str());
        assert!(page.contains(&row), "docs/notice.md has no row that begins with {row}");
    }
}
