//! What cannot be imported at all.

use std::fs;

use expect_test::expect;

use crate::{
    calendars::GOOGLE,
    desk::{Desk, says},
    statuspages::PAGE,
};

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
