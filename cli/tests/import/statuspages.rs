//! A page, appended to a schedule.

use std::fs;

use expect_test::expect;

use crate::desk::{Desk, SCHEDULE, says};

pub(crate) const PAGE: &str = r#"{"page": {"id": "kctbh9vrtdwd", "name": "ImmTrac2", "url": "https://status.registry.example",
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
