//! What network operators, Outlook and Google send.

use std::{fs, process::Command};

use expect_test::expect;

use crate::desk::{Desk, says};

/// As a network operator mails it: CRLF, folded lines, one circuit that only loses its second way.
const OPERATOR: &str = "BEGIN:VCALENDAR\r\nPRODID:-//Maint Note//EN\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\n\
    BEGIN:VEVENT\r\nSUMMARY:Fiber relocation\\, span Dallas - Austin\r\n\
    DTSTART;VALUE=DATE-TIME:20250207T060000Z\r\nDTEND;VALUE=DATE-TIME:20250207T100000Z\r\n\
    DTSTAMP;VALUE=DATE-TIME:20250130T120000Z\r\nUID:CHG0031415-1@carrier.example\r\nSEQUENCE:1\r\n\
    X-MAINTNOTE-PROVIDER:carrier.example\r\nX-MAINTNOTE-ACCOUNT:137.035999173\r\n\
    X-MAINTNOTE-MAINTENANCE-ID;X-MAINTNOTE-PRECEDENCE=PRIMARY:CHG0031415\r\n\
    X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=OUTAGE:DALS/AUST/10G/\r\n 00042\r\n\
    X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=REDUCED-REDUNDANCY:DALS/HSTN/10G/00007\r\n\
    X-MAINTNOTE-IMPACT:OUTAGE\r\nX-MAINTNOTE-STATUS:CONFIRMED\r\n\
    ORGANIZER;CN=\"Carrier NOC\":mailto:noc@carrier.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_mail_of_a_network_operator() {
    let desk = Desk::new("operator");
    let arguments =
        ["-", "--into", "schedule.toml", "--channel", "DALS/AUST/10G/00042=web-services"];
    says(
        &desk.run(OPERATOR, &arguments),
        0,
        &expect![[r##"
        # provider carrier.example, account 137.035999173, maintenance CHG0031415
        [[window]]
        id = "chg0031415"
        channels = ["web-services"]
        start = 2025-02-07T00:00:00
        end = 2025-02-07T04:00:00
        summary = "Fiber relocation, span Dallas - Austin"
        ---
        standard input: a calendar with 1 event

        taken
          - chg0031415: Friday, February 7, 2025, 12:00 midnight at the start of the day – 4:00 a.m. (CT) ·
            web-services
            Fiber relocation, span Dallas - Austin
            = note: not closed: `DALS/HSTN/10G/00007` (REDUCED-REDUNDANCY)
            = left out: ORGANIZER

        1 of 1 taken
    "##]],
    );
    says(
        &desk.run(OPERATOR, &arguments[..3]),
        1,
        &expect![[r#"
        ---
        standard input: a calendar with 1 event

        not taken
          - Fiber relocation, span Dallas - Austin: `DALS/AUST/10G/00042` is none of the channels
            = help: add `--channel 'DALS/AUST/10G/00042=ID'` or `--default-channel ID`; the channels are
                    `web`, `web-services`

        0 of 1 taken
    "#]],
    );
}

/// As Outlook invites: a zone of Windows, a rule, an occurrence that was moved.
const OUTLOOK: &str = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\n\
    BEGIN:VTIMEZONE\r\nTZID:Central Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\n\
    TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\r\n\
    END:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\n\
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n\
    BEGIN:VEVENT\r\nORGANIZER;CN=Operations:mailto:operations@registry.example\r\n\
    ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ada:mailto:ada@registry.exampl\r\n e\r\n\
    ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Bo:mailto:bo@registry.example\r\n\
    DESCRIPTION;LANGUAGE=en-US:Patches\\, as every month.\\nThe registry is closed.\\n\r\n\
    RRULE:FREQ=MONTHLY;COUNT=6;INTERVAL=1;BYDAY=2TH\r\n\
    EXDATE;TZID=Central Standard Time:20250410T190000\r\nSUMMARY;LANGUAGE=en-US:Patch evening\r\n\
    DTSTART;TZID=Central Standard Time:20250213T190000\r\nDTEND;TZID=Central Standard Time:20250213T210000\r\n\
    UID:040000008200E00074C5B7101A82E00800000000B0A0D0C5E0F0DA01000000000000000\r\n\
    \x20010000000AABBCCDDEEFF00112233445566778899\r\nCLASS:PUBLIC\r\nPRIORITY:5\r\nDTSTAMP:20250129T120000Z\r\n\
    TRANSP:OPAQUE\r\nSTATUS:CONFIRMED\r\nSEQUENCE:0\r\nLOCATION;LANGUAGE=en-US:Room 1\r\n\
    X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\nBEGIN:VALARM\r\nDESCRIPTION:REMINDER\r\n\
    TRIGGER;RELATED=START:-PT15M\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nSUMMARY:Patch evening\r\nDTSTART;TZID=Central Standard Time:20250314T200000\r\n\
    DTEND;TZID=Central Standard Time:20250314T220000\r\n\
    UID:040000008200E00074C5B7101A82E00800000000B0A0D0C5E0F0DA01000000000000000\r\n\
    \x20010000000AABBCCDDEEFF00112233445566778899\r\n\
    RECURRENCE-ID;TZID=Central Standard Time:20250313T190000\r\nDTSTAMP:20250129T120000Z\r\nSEQUENCE:1\r\n\
    END:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn an_invitation_of_outlook() {
    let desk = Desk::new("outlook");
    let arguments = ["-", "--into", "schedule.toml", "--default-channel", "web"];
    says(
        &desk.run(OUTLOOK, &arguments),
        0,
        &expect![[r##"
            # Patches, as every month.
            # The registry is closed.
            [[window]]
            id = "040000008200e00074c5b710-64edbf28"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            summary = "Patch evening"
            repeat = "FREQ=MONTHLY;COUNT=6;INTERVAL=1;BYDAY=2TH"
            except = [2025-04-10T19:00:00]

            [[window.change]]
            of = 2025-03-13T19:00:00
            start = 2025-03-14T20:00:00
            end = 2025-03-14T22:00:00
            ---
            standard input: a calendar with 2 events

            taken
              - 040000008200e00074c5b710-64edbf28: FREQ=MONTHLY;COUNT=6;BYDAY=2TH, the first Thursday, February
                13, 2025, 7:00 p.m. – 9:00 p.m. (CT) · web
                Patch evening
                = note: the occurrence of Thursday, March 13, 2025, 7:00 p.m. is on Friday, March 14, 2025, 8:00
                        p.m. instead
                = left out: ATTENDEE (2), LOCATION, ORGANIZER, VALARM

            2 of 2 taken
        "##]],
    );
}

/// As Google exports a calendar.
pub(crate) const GOOGLE: &str = "BEGIN:VCALENDAR\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\n\
    CALSCALE:GREGORIAN\nMETHOD:PUBLISH\nX-WR-CALNAME:Registry maintenance\nX-WR-TIMEZONE:America/Chicago\n\
    BEGIN:VEVENT\nDTSTART;TZID=America/Chicago:20250202T020000\nDTEND;TZID=America/Chicago:20250202T030000\n\
    RRULE:FREQ=WEEKLY;BYDAY=SU\nDTSTAMP:20250130T120000Z\nUID:6k8p2@google.com\nSUMMARY:Weekly restart\n\
    STATUS:CONFIRMED\nSEQUENCE:0\nTRANSP:TRANSPARENT\nEND:VEVENT\n\
    BEGIN:VEVENT\nDTSTART;VALUE=DATE:20250215\nDTEND;VALUE=DATE:20250217\nDTSTAMP:20250130T120000Z\n\
    UID:7m1q9@google.com\nSUMMARY:Move of the data center\nLOCATION:Austin\nEND:VEVENT\n\
    BEGIN:VEVENT\nDTSTART:20250211T040000Z\nDTEND:20250211T050000Z\nRRULE:FREQ=WEEKLY\n\
    DTSTAMP:20250130T120000Z\nUID:8n2r0@google.com\nSUMMARY:Backup\nEND:VEVENT\n\
    BEGIN:VEVENT\nDTSTART:20250111T040000Z\nDTEND:20250111T050000Z\n\
    DTSTAMP:20250101T120000Z\nUID:9p3s1@google.com\nSUMMARY:In January\nEND:VEVENT\nEND:VCALENDAR\n";

#[test]
fn an_export_of_google_as_a_new_schedule() {
    let desk = Desk::new("google");
    let output = desk.run(GOOGLE, &["-"]);
    says(
        &output,
        1,
        &expect![[r##"
        # Imported from standard input. What the source does not know, and a person has to decide, stands in
        # comments; docs/schedule.md has every key.

        [service]
        name = "Registry maintenance"
        zone = "America/Chicago"
        # What your people call that zone:
        # label = "CT"

        [[channel]]
        id = "service"
        name = "the service"
        # Which requests belong to it? Without routes no request is answered 503:
        # routes = ["/*"]
        # What happens during a window: "unavailable", "read-only", "hold", "unaffected"?
        # disposition = "unavailable"

        [[window]]
        id = "6k8p2"
        channels = ["service"]
        start = 2025-02-02T02:00:00
        length = "1h"
        summary = "Weekly restart"
        repeat = "FREQ=WEEKLY;BYDAY=SU"
        ---
        standard input: a calendar with 4 events

        taken
          - 6k8p2: FREQ=WEEKLY;BYDAY=SU, the first Sunday, February 2, 2025, 2:00 a.m. – 3:00 a.m.
            (America/Chicago) · service
            Weekly restart

        not taken
          - Backup: it recurs by the clocks of UTC, and windows by those of America/Chicago: on Monday,
            March 10, 2025 they would not agree
            = help: let it recur in America/Chicago, give its rule an end (then each occurrence is written),
                    or plan it with `intermission window add`
          - Move of the data center: the window overlaps window `6k8p2` on channel `service`, first on
            Sunday, February 16, 2025, 2:00 a.m. (UTC−6)
            = help: let one begin when the other ends, or leave that occurrence out with `except`

        nothing to do about
          - In January: it is over
            = help: add `--past` to take it all the same

        1 of 4 taken
    "##]],
    );
    fs::write(desk.file("new.toml"), &output.stdout).expect("the folder can be written");
    let check = Command::new(env!("CARGO_BIN_EXE_intermission"))
        .args(["check", "new.toml", "--now", "2025-01-30T12:00:00Z"])
        .current_dir(&desk.0)
        .output()
        .expect("the command was built for this test");
    says(
        &check,
        0,
        &expect![[r#"
        new.toml is good: Registry maintenance, 1 channel and 1 window
          6k8p2: Sunday, March 9, 2025, 2:00 a.m. does not exist: clocks jump over that time, so it starts at 3:00 a.m. (America/Chicago)
        ---
    "#]],
    );
}
