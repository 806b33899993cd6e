//! `intermission import`, as an operator runs it, on what providers and programs send.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use expect_test::{Expect, expect};

/// A folder with a schedule, gone at the end.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = format!("intermission-import-{name}-{}", std::process::id());
        let desk = Self(std::env::temp_dir().join(folder));
        fs::create_dir_all(&desk.0).expect("the folder for temporary files can be written");
        fs::write(desk.file("clock"), "2025-01-30T12:00:00Z").expect("it can be written");
        fs::write(desk.file("schedule.toml"), SCHEDULE).expect("it can be written");
        desk
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Gives a text to the command as its standard input.
    fn run(&self, text: &str, arguments: &[&str]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_intermission"))
            .arg("import")
            .args(arguments)
            .current_dir(&self.0)
            .env("INTERMISSION_CLOCK", Path::new("clock"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command was built for this test");
        let stdin = child.stdin.take();
        // One that reads nothing has closed it.
        let _ = stdin.expect("it is piped").write_all(text.as_bytes());
        child.wait_with_output().expect("it ends")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const SCHEDULE: &str = "\
[service]
name = \"ImmTrac2\"
zone = \"America/Chicago\"
label = \"CT\"

[[channel]]
id = \"web\"
name = \"the web application\"
routes = [\"/*\"]

[[channel]]
id = \"web-services\"
name = \"web services\"
routes = [\"/soap/*\"]
";

#[track_caller]
fn says(output: &Output, code: i32, expected: &Expect) {
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{stdout}\n{stderr}");
    expected.assert_eq(&format!("{stdout}---\n{stderr}"));
}

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
const GOOGLE: &str = "BEGIN:VCALENDAR\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\n\
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

const PAGE: &str = r#"{"page": {"id": "kctbh9vrtdwd", "name": "ImmTrac2", "url": "https://status.registry.example",
    "time_zone": "America/Chicago", "updated_at": "2025-01-30T11:00:00.000-06:00"}, "scheduled_maintenances": [
    {"id": "p31zjtct2jer", "name": "Emergency deployment", "status": "scheduled", "impact": "maintenance",
     "created_at": "2025-01-30T10:00:00.000-06:00", "monitoring_at": null, "resolved_at": null,
     "shortlink": "https://stspg.example/p31zjtct2jer",
     "scheduled_for": "2025-02-06T19:00:00.000-06:00", "scheduled_until": "2025-02-06T21:00:00.000-06:00",
     "components": [{"id": "a", "name": "Web", "status": "operational"},
                    {"id": "b", "name": "Web services", "status": "operational"}],
     "incident_updates": [{"id": "u", "status": "scheduled", "created_at": "2025-01-30T10:00:00.000-06:00",
       "body": "<p>Data fixes for doses &amp; lots.</p>"}]},
    {"id": "w50yk1t8jq3s", "name": "Winter patches", "status": "completed", "impact": "maintenance",
     "scheduled_for": "2025-01-09T19:00:00.000-06:00", "scheduled_until": "2025-01-09T21:00:00.000-06:00",
     "resolved_at": "2025-01-09T20:42:00.000-06:00", "components": [], "incident_updates": []}]}"#;

#[test]
fn a_statuspage_is_appended_once() {
    let desk = Desk::new("statuspage");
    let arguments = ["-", "--into", "schedule.toml", "--write"];
    says(
        &desk.run(PAGE, &arguments),
        0,
        &expect![[r#"
        ---
        standard input: a Statuspage with 2 maintenances

        taken
          - p31zjtct2jer: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) · web, web-services
            Emergency deployment

        nothing to do about
          - Winter patches: it is over
            = help: add `--past` to take it all the same

        1 of 2 taken, and appended to schedule.toml
    "#]],
    );
    let written = || fs::read_to_string(desk.file("schedule.toml")).expect("it is there");
    let first = written();
    expect![[r#"

        # Data fixes for doses & lots.
        [[window]]
        id = "p31zjtct2jer"
        channels = ["web", "web-services"]
        start = 2025-02-06T19:00:00
        end = 2025-02-06T21:00:00
        summary = "Emergency deployment"
    "#]]
    .assert_eq(first.strip_prefix(SCHEDULE).expect("what was there stays"));
    says(
        &desk.run(PAGE, &arguments),
        0,
        &expect![[r#"
        ---
        standard input: a Statuspage with 2 maintenances

        nothing to do about
          - Emergency deployment: the schedule has it already, as `p31zjtct2jer`
          - Winter patches: it is over
            = help: add `--past` to take it all the same

        0 of 2 taken; schedule.toml stays as it is
    "#]],
    );
    assert_eq!(written(), first);
}

#[test]
fn a_file_keeps_its_line_ends() {
    let desk = Desk::new("line-ends");
    let before = SCHEDULE.trim_end().replace('\n', "\r\n");
    fs::write(desk.file("schedule.toml"), &before).expect("the folder can be written");
    assert!(desk.run(PAGE, &["-", "--into", "schedule.toml", "--write"]).status.success());
    let after = fs::read_to_string(desk.file("schedule.toml")).expect("it is there");
    assert!(after.starts_with(&format!("{before}\r\n\r\n# Data fixes")), "{after}");
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[test]
fn one_document_for_programs() {
    let desk = Desk::new("json");
    says(
        &desk.run(PAGE, &["-", "--into", "schedule.toml", "--json"]),
        0,
        &expect![[r##"
        {
          "source": "standard input",
          "notes": [],
          "taken": [
            {
              "id": "p31zjtct2jer",
              "name": "Emergency deployment",
              "channels": [
                "web",
                "web-services"
              ],
              "starts": "2025-02-06T19:00:00-06:00",
              "ends": "2025-02-06T21:00:00-06:00",
              "repeats": null,
              "summary": "Emergency deployment",
              "notes": [],
              "left_out": []
            }
          ],
          "not_taken": [
            {
              "name": "Winter patches",
              "kind": "over",
              "because": "it is over",
              "help": "add `--past` to take it all the same",
              "settled": true
            }
          ],
          "document": "# Data fixes for doses & lots.\n[[window]]\nid = \"p31zjtct2jer\"\nchannels = [\"web\", \"web-services\"]\nstart = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\nsummary = \"Emergency deployment\"\n",
          "written": false
        }
        ---
    "##]],
    );
}

#[test]
fn nothing_can_be_imported() {
    let desk = Desk::new("nothing");
    fs::write(desk.file("page.html"), "<!doctype html>\n").expect("the folder can be written");
    let table: [(&[&str], &str, i32, _); 8] = [
        (
            &["page.html"],
            "",
            2,
            expect![[r#"
            ---
            error: expected `scheduled_maintenances` of a Statuspage or a calendar in page.html, found `<!doctype html>`
              = help: give the `scheduled-maintenances.json` of a Statuspage (it is at `https://…/api/v2/scheduled-maintenances.json`), or a calendar, which begins with `BEGIN:VCALENDAR`
        "#]],
        ),
        (
            &["missing.ics"],
            "",
            66,
            expect![[r#"
            ---
            error: missing.ics cannot be read: No such file or directory (os error 2)
        "#]],
        ),
        (
            &["http://status.registry.example/summary.json"],
            "",
            2,
            expect![[r#"
            ---
            error: expected an address with `https`, found `http://status.registry.example`
              = help: write `https://`, or save the document to a file and give that
        "#]],
        ),
        (
            &["-", "--zone", "America/Chicgo", "--name", "R"],
            GOOGLE,
            2,
            expect![[r#"
            ---
            error: --zone: there is no time zone `America/Chicgo`
              = help: write an IANA name such as `America/Chicago`
        "#]],
        ),
        (
            &["-"],
            "{\"page\": {\"time_zone\": \"Central Time (US & Canada)\", \"name\": \"R\"}, \"scheduled_maintenances\": []}",
            2,
            expect![[r#"
                ---
                error: expected the time zone of the service, found `Central Time (US & Canada)` in the source, which is no IANA name
                  = help: add `--zone` with an IANA name such as `America/Chicago`, or `--into schedule.toml`
            "#]],
        ),
        (
            &["-"],
            "{\"scheduled_maintenances\": []}",
            2,
            expect![[r#"
            ---
            error: expected the name of the service, found none in the source
              = help: add `--name` with what is maintained, or `--into schedule.toml`
        "#]],
        ),
        (
            &["-", "--into", "schedule.toml", "--channel", "Web=wep"],
            PAGE,
            2,
            expect![[r#"
            ---
            error: --channel: there is no channel `wep`
              = help: the channels are `web`, `web-services`
        "#]],
        ),
        (
            &["-", "--default-channel", "The Web"],
            GOOGLE,
            2,
            expect![[r#"
            ---
            error: --default-channel: `The Web` cannot be an id
              = help: use lower-case letters, digits and hyphens, at most 64, such as `web-services`
        "#]],
        ),
    ];
    for (arguments, text, code, expected) in table {
        says(&desk.run(text, arguments), code, &expected);
    }
}
