//! Kinds of notices about what is to come, whole, as text; and when each kind is due.

use answer::{
    Language,
    notice::{Kind, html},
};
use expect_test::expect;

use crate::{BEFORE, at_first, at_times, check, check_beginning, founding::gate, letter, notice};

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
    check_beginning(
        &notice,
        Kind::Reminder,
        &expect![[r#"
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

    "#]],
    );
}

#[test]
fn moved_with_old_and_new_times_side_by_side() {
    let gate = at_times("2025-02-07T22:00:00", "2025-02-08T02:00:00");
    let notice = notice(gate.timeline(), at_first(), BEFORE);
    check_beginning(
        &notice,
        Kind::Moved,
        &expect![[r#"
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

    "#]],
    );
    let html = html(&[notice.letter(Language::English)]);
    expect![[r#"<tr><th scope="col">Before</th><th scope="col">Now</th></tr><tr><td><strong>Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)</strong></td><td><strong>Friday, February 7, 2025, 10:00 p.m. – Saturday, February 8, 2:00 a.m. (CT)</strong></td></tr>"#]].assert_eq(beside(&html));
}

#[test]
fn noon_and_midnight_are_called_so() {
    let gate = at_times("2025-02-06T12:00:00", "2025-02-07T00:00:00");
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

fn beside(html: &str) -> &str {
    let (_, rest) = html.split_once("<table>").unwrap_or_default();
    rest.split_once("</table>").unwrap_or_default().0
}
