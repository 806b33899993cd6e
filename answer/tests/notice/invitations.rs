//! What calendars get with a mail.

use answer::{
    Language, Site,
    calendar::{Invitation, Person, Wanted, addressed},
};
use expect_test::expect;
use schedule::{Gate, Reader};

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

/// The lines of the event that say when it is: in a mail, and in the feed at the same instant.
fn times(gate: &Gate, now: &str) -> [Vec<String>; 2] {
    let mail = invitation(notice(gate.timeline(), None, now).about, now).calendar();
    let timeline = gate.timeline();
    let reader = Reader::of(Language::English, &timeline.service);
    let site = Site { timeline, origin: "https://registry.example.org" };
    let wanted = Wanted { channel: None, alarm: None, reader };
    let feed = answer::calendar::calendar(site, wanted, at(now)).body;
    [mail, feed].map(|text| {
        let said = |line: &&str| line.starts_with("DTSTART:2025") || line.starts_with("DTEND:");
        text.lines().filter(said).map(str::to_owned).collect()
    })
}

#[test]
fn an_end_that_nobody_knows_is_that_of_the_feed() {
    #[track_caller]
    fn check(gate: &Gate, now: &str, end: &str) {
        let [mail, feed] = times(gate, now);
        assert_eq!(mail, ["DTSTART:20250207T010000Z".to_owned(), format!("DTEND:{end}")]);
        assert_eq!(mail, feed);
    }
    let open = changed("end = 2025-02-06T21:00:00\n", "");
    check(&open, BEFORE, "20250207T020000Z");
    check(&open, "2025-02-07T01:59:59Z", "20250207T020000Z");
    check(&open, "2025-02-07T02:00:00Z", "20250207T030000Z");
    check(&open, "2025-02-07T09:30:00Z", "20250207T100000Z");
    let held = changed("reason = \"emergency\"", "overrun = \"hold\"");
    check(&held, "2025-02-07T02:59:59Z", "20250207T030000Z");
    check(&held, "2025-02-07T03:00:00Z", "20250207T040000Z");
    let released =
        changed("reason = \"emergency\"", "overrun = \"hold\"\nreleased = 2025-02-06T21:40:00");
    check(&released, "2025-02-07T05:00:00Z", "20250207T034000Z");
}

#[test]
fn an_occurrence_of_a_series_has_its_own_name() {
    let gate = changed("reason =", "repeat = \"FREQ=WEEKLY;COUNT=2\"\nreason =");
    let calendar = invitation(notice(gate.timeline(), None, BEFORE).about, BEFORE).calendar();
    let uid = "UID:2025-02-06-deployment-20250206T190000@intermission.invalid\r\n";
    assert!(calendar.contains(uid), "{calendar}");
}
