//! What calendars get with a mail.

use answer::calendar::{Invitation, Person, addressed};
use expect_test::expect;

use crate::{
    BEFORE, changed,
    founding::{at, gate},
    notice,
};

fn invitation<'a>(about: answer::notice::About<'a>, now: &str) -> Invitation<'a> {
    Invitation {
        about,
        sequence: 7,
        stamp: at(now),
        organizer: Person { name: Some("ImmTrac2, \"DSHS\""), email: "ImmTrac2@dshs.texas.gov" },
        summary: "ImmTrac2: Emergency maintenance",
        description: "It is down; then it is up, again.\nAnd so on.",
        url: Some("https://registry.example.org/_maintenance/windows/2025-02-06-deployment"),
    }
}

#[test]
fn a_window_in_a_calendar() {
    let gate = gate();
    let invitation = invitation(notice(gate.timeline(), None, BEFORE).about, BEFORE);
    let vendor = Person { name: None, email: "vendor@example.org" };
    let calendar = addressed(&invitation.calendar(), vendor);
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Intermission//Notices//EN
        CALSCALE:GREGORIAN
        METHOD:REQUEST
        BEGIN:VEVENT
        UID:2025-02-06-deployment@intermission.invalid
        SEQUENCE:7
        DTSTAMP:20250205T180000Z
        DTSTART:20250207T010000Z
        DTEND:20250207T030000Z
        SUMMARY:ImmTrac2: Emergency maintenance
        DESCRIPTION:It is down\; then it is up\, again.\nAnd so on.
        URL:https://registry.example.org/_maintenance/windows/2025-02-06-deployment
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        X-MICROSOFT-CDO-BUSYSTATUS:FREE
        ORGANIZER;CN="ImmTrac2, 'DSHS'":mailto:ImmTrac2@dshs.texas.gov
        ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:vendo
         r@example.org
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&calendar.replace("\r\n", "\n"));
}

#[test]
fn what_was_cancelled_leaves_the_calendar() {
    let gate = changed("reason =", "cancelled = true\nreason =");
    let invitation = invitation(notice(gate.timeline(), None, BEFORE).about, BEFORE);
    let calendar = invitation.calendar();
    for line in ["METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:7\r\n"] {
        assert!(calendar.contains(line), "{calendar}");
    }
    assert_eq!(invitation.method(), "CANCEL");
}

#[test]
fn what_has_no_end_has_an_hour() {
    let gate = changed("end = 2025-02-06T21:00:00\n", "");
    let calendar = invitation(notice(gate.timeline(), None, BEFORE).about, BEFORE).calendar();
    assert!(
        calendar.contains("DTSTART:20250207T010000Z\r\nDTEND:20250207T020000Z\r\n"),
        "{calendar}"
    );
}

#[test]
fn an_occurrence_of_a_series_has_its_own_name() {
    let gate = changed("reason =", "repeat = \"FREQ=WEEKLY;COUNT=2\"\nreason =");
    let calendar = invitation(notice(gate.timeline(), None, BEFORE).about, BEFORE).calendar();
    let uid = "UID:2025-02-06-deployment-20250206T190000@intermission.invalid\r\n";
    assert!(calendar.contains(uid), "{calendar}");
}
