//! Notices about a window that is open, or whose end is not known.

use answer::{
    Language,
    notice::{Kind, text},
};
use expect_test::expect;

use crate::{BEFORE, at_first, at_times, changed, check, check_beginning, founding::gate, notice};

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
            - In the meantime: Continue normal business, and keep the messages that are
              answered 503: they were not processed.
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
    let gate = at_times("2025-02-06T19:00:00", "2025-02-07T00:00:00");
    let notice = notice(gate.timeline(), at_first(), "2025-02-07T02:00:00Z");
    check_beginning(
        &notice,
        Kind::Extended,
        &expect![[r#"
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

    "#]],
    );
}

#[test]
fn held_beyond_its_end() {
    let gate = changed("reason = \"emergency\"", "overrun = \"hold\"");
    let announced = notice(gate.timeline(), None, BEFORE);
    check_beginning(
        &announced,
        Kind::Announcement,
        &expect![[r#"
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

    "#]],
    );
    let held = notice(gate.timeline(), None, "2025-02-07T03:00:00Z");
    check_beginning(
        &held,
        Kind::Extended,
        &expect![[r#"
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

    "#]],
    );
}

#[test]
fn what_is_held_at_the_times_that_people_were_told_has_no_others() {
    let gate = changed("reason = \"emergency\"", "overrun = \"hold\"");
    let held = notice(gate.timeline(), at_first(), "2025-02-07T03:00:00Z");
    assert_eq!(held.kind, Kind::Extended);
    let text = text(&[held.letter(Language::English)]);
    assert!(!text.contains("Before: Thursday"), "{text}");
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
    let notice = notice(gate.timeline(), None, BEFORE);
    check_beginning(
        &notice,
        Kind::Announcement,
        &expect![[r#"
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

    "#]],
    );
}
