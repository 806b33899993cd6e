//! `intermission notice`, as an operator runs it, as far as no mail is sent.

#[cfg(test)]
mod desk;

use std::{fs, process::Output};

use desk::Desk;
use expect_test::{Expect, expect};

const FOUNDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/immtrac2/schedule.toml");
const WINDOW: &str = "2025-02-06-deployment";
const NOON: &str = "2025-02-05 12:00";

fn text(octets: &[u8]) -> String {
    String::from_utf8(octets.to_vec()).expect("it speaks UTF-8")
}

#[track_caller]
fn done(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[track_caller]
fn refused(output: &Output, code: i32, expected: &Expect) {
    assert_eq!(output.status.code(), Some(code), "{}", text(&output.stdout));
    expected.assert_eq(&text(&output.stderr));
}

#[test]
fn each_form() {
    let desk = Desk::new("forms");
    let form = |form: &str| done(&desk.about("show", &["--form", form]));
    assert!(form("text").starts_with("ImmTrac2: Emergency maintenance, Thursday, "));
    assert!(form("markdown").starts_with("# ImmTrac2: Emergency maintenance, Thursday, "));
    assert!(form("html").starts_with("<!DOCTYPE html>"));
    assert!(form("ics").starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(form("eml").starts_with("From: ImmTrac2 <ImmTrac2@dshs.texas.gov>\r\nTo: ImmTrac2 "));
    // Nothing is left of showing.
    assert!(!desk.0.join("notices").exists());
}

#[test]
fn the_message_is_the_same_for_the_same_instant() {
    let desk = Desk::new("same");
    let eml = || done(&desk.about("show", &["--form", "eml", "--language", "en,es"]));
    assert_eq!(eml(), eml());
}

#[test]
fn the_kind_that_is_due() {
    let desk = Desk::new("kinds");
    let subject = |at: &str| {
        let told = done(&desk.run(&["show", WINDOW, "--schedule", FOUNDING, "--at", at]));
        told.split([' ', ':']).next().unwrap_or_default().to_owned()
    };
    assert_eq!(subject("2025-02-05 12:00"), "ImmTrac2");
    assert_eq!(subject("2025-02-06 18:45"), "Reminder");
    assert_eq!(subject("2025-02-06 19:00"), "Started");
    assert_eq!(subject("2025-02-06 21:00"), "Over");
}

#[test]
fn what_would_not_be_so_is_not_written() {
    let desk = Desk::new("refused");
    refused(
        &desk.about("show", &["--kind", "over"]),
        1,
        &expect![[r#"
        error: `over` is not so: the window is announced
          = help: what is due is `--kind announcement`; to write one ahead of time, say of which instant it speaks with `--at`
    "#]],
    );
    refused(
        &desk.about("show", &["--kind", "moved"]),
        1,
        &expect![[r#"
        error: expected the earlier times for `moved`, but no notice about this window was sent from here
          = help: name the schedule or the revision that people were told of: `--since 7`, `--since old.toml`
    "#]],
    );
    refused(
        &desk.about("show", &["--language", "en,tlh"]),
        2,
        &expect![[r#"
        error: --language: there are no words in `tlh`
          = help: there are `en`, `es`
    "#]],
    );
    refused(
        &desk.about("show", &["--from", "Rita"]),
        2,
        &expect![[r#"
        error: --from: expected a mailbox, found `Rita`
          = help: write a mailbox such as `ImmTrac2 <notices@registry.example.org>`
    "#]],
    );
    refused(
        &desk.about("show", &["--of", "2025-02-07"]),
        1,
        &expect![[r#"
        error: --of: window `2025-02-06-deployment` has no occurrence of `2025-02-07`
          = help: write the date on which its rule has it start, such as `--of 2026-03-12`
    "#]],
    );
    refused(
        &desk.run(&["show", "another", "--schedule", FOUNDING]),
        1,
        &expect![[r#"
        error: there is no window `another`
          = help: there are `2025-02-06-deployment`
    "#]],
    );
    refused(
        &desk.run(&["send", "another"]),
        1,
        &expect![[r#"
        error: there is no notice `another` in notices
          = help: `intermission notice draft` makes one
    "#]],
    );
    refused(
        &desk.about("draft", &["--as", " \n"]),
        2,
        &expect![[r#"
        error: expected a name for the record, found none
          = help: add `--as NAME`
    "#]],
    );
}

#[test]
fn a_window_that_was_moved_since() {
    let desk = Desk::new("moved");
    let founding = fs::read_to_string(FOUNDING).expect("the example is there");
    desk.file("new.toml", &founding.replace("21:00:00", "23:00:00"));
    let told = done(&desk.run(&[
        "show",
        WINDOW,
        "--schedule",
        "new.toml",
        "--since",
        FOUNDING,
        "--at",
        "2025-02-06 20:00",
    ]));
    assert!(told.starts_with("Extended – ImmTrac2"), "{told}");
    assert!(
        told.contains("Before: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)"),
        "{told}"
    );
    assert!(
        told.contains("Now:    Thursday, February 6, 2025, 7:00 p.m. – 11:00 p.m. (CT)"),
        "{told}"
    );
}

#[test]
fn an_occurrence_of_a_series() {
    let desk = Desk::new("series");
    let founding = fs::read_to_string(FOUNDING).expect("the example is there");
    desk.file("weekly.toml", &founding.replace("reason =", "repeat = \"FREQ=WEEKLY\"\nreason ="));
    let about = ["draft", WINDOW, "--schedule", "weekly.toml", "--at", NOON, "--as", "Rita"];
    let told = done(&desk.run(&[&about[..], &["--of", "2025-02-20"]].concat()));
    assert!(
        told.starts_with("drafted 2025-02-06-deployment-20250220T1900-1-announcement: "),
        "{told}"
    );
    // Another occurrence is another thread.
    let told = done(&desk.run(&about));
    assert!(
        told.starts_with("drafted 2025-02-06-deployment-20250206T1900-1-announcement: "),
        "{told}"
    );
}

#[test]
fn a_draft_is_a_folder() {
    let desk = Desk::new("draft");
    done(&desk.about("draft", &["--as", "Rita\u{7}"]));
    done(&desk.about("draft", &["--as", "Rita"]));
    let first = format!("notices/{WINDOW}-1-announcement");
    let mut files: Vec<String> = fs::read_dir(desk.0.join(&first))
        .expect("it is there")
        .map(|entry| entry.expect("it is one").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(
        files,
        ["copy.eml", "invitation.ics", "manifest.json", "notice.html", "notice.md", "notice.txt"],
    );
    let manifest: serde_json::Value =
        serde_json::from_str(&desk.read(&format!("{first}/manifest.json"))).expect("it is JSON");
    assert_eq!(manifest["drafted"]["by"], "Rita");
    assert_eq!(manifest["number"], 1);
    assert_eq!(manifest["sequence"], 0);
    // Nothing has changed, so calendars need no higher number.
    let second = desk.read(&format!("notices/{WINDOW}-2-announcement/manifest.json"));
    assert!(second.contains("\"sequence\": 0"), "{second}");
    let told = done(&desk.run(&["list"]));
    expect![[r#"
        2025-02-06-deployment-1-announcement: draft, by Rita
          ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        2025-02-06-deployment-2-announcement: draft, by Rita
          ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]]
    .assert_eq(&told);
}

#[test]
fn an_approval_says_what_was_edited() {
    let desk = Desk::new("edited");
    done(&desk.about("draft", &["--as", "Rita"]));
    let name = format!("{WINDOW}-1-announcement");
    let path = format!("notices/{name}/notice.txt");
    desk.file("list.txt", "a@x.example\n").file(&path, "In other words, {when}.\n");
    let output = desk.run(&["approve", &name, "--recipients", "list.txt", "--as", "Omar", "--yes"]);
    expect![[r#"
        approved 2025-02-06-deployment-1-announcement for 1 recipient, by Omar
        From:    ImmTrac2 <ImmTrac2@dshs.texas.gov>
        To:      1 recipient
        Subject: ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        In other words, {when}.

        note: edited since it was drafted: notice.txt; the other forms do not say the same by themselves
        Now: intermission notice send 2025-02-06-deployment-1-announcement --dry-run
    "#]].assert_eq(&(done(&output) + &text(&output.stderr)));
    assert!(desk.read(&format!("notices/{name}/copy.eml")).contains("In other words"));
    let json = desk.run(&["list", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&done(&json)).expect("it is JSON");
    assert_eq!(list["notices"][0]["state"], "approved");
    assert_eq!(list["notices"][0]["manifest"]["approved"]["by"], "Omar");
}

#[test]
fn without_somebody_who_agrees_nothing_is_approved() {
    let desk = Desk::new("nobody");
    done(&desk.about("draft", &["--as", "Rita"]));
    desk.file("list.txt", "a@x.example\n");
    let name = format!("{WINDOW}-1-announcement");
    let output = desk.run(&["approve", &name, "--recipients", "list.txt", "--as", "Omar"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!desk.read(&format!("notices/{name}/manifest.json")).contains("approved"));
    assert!(!desk.0.join(format!("notices/{name}/recipients.txt")).exists());
}

#[test]
fn what_is_wrong_with_a_list() {
    let desk = Desk::new("list");
    done(&desk.about("draft", &["--as", "Rita"]));
    let name = format!("{WINDOW}-1-announcement");
    let approve = ["approve", &name, "--recipients", "list.txt", "--as", "Omar", "--yes"];
    desk.file(
        "list.txt",
        "# Clinics\n\nRita <rita@x.example>\n  Omar omar@x.example\nRITA@x.example\nprüfung@x.example\na@x.example\tb@x.example\n",
    );
    refused(
        &desk.run(&approve),
        1,
        &expect![[r#"
        error: expected a mailbox, but found `Omar omar@x.example`
         --> list.txt:4:3
          |
        4 |   Omar omar@x.example
          |   ^
          |
          = help: write one in each line, such as `Rita Gomez <rita@example.org>`

        error: `RITA@x.example` is named twice, first in line 3
         --> list.txt:5:1
          |
        5 | RITA@x.example
          | ^
          |
          = help: take one of the two lines out

        error: expected a mailbox, but found `prüfung@x.example`
         --> list.txt:6:1
          |
        6 | prüfung@x.example
          | ^
          |
          = help: write one in each line, such as `Rita Gomez <rita@example.org>`

        error: expected a mailbox, but found `a@x.example\tb@x.example`
         --> list.txt:7:1
          |
        7 | a@x.example    b@x.example
          | ^
          |
          = help: write one in each line, such as `Rita Gomez <rita@example.org>`

        error: list.txt has 4 mistakes: mend as shown above
    "#]],
    );
    desk.file("list.txt", "# Nobody\n");
    refused(
        &desk.run(&approve),
        1,
        &expect![[r#"
        error: list.txt names no recipient
          = help: write one in each line, such as `Rita Gomez <rita@example.org>`
    "#]],
    );
}

#[test]
fn an_organisation_s_own_words() {
    let desk = Desk::new("templates");
    desk.file(
        "notices/templates/notice.en.md",
        "Subject: Ours: {when}\n\n{service} rests {when}.\n",
    );
    let told = done(&desk.about("show", &["--language", "en,es"]));
    assert!(told.starts_with(
        "Ours: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)\n\nImmTrac2 rests "
    ));
    assert!(told.contains("Mantenimiento de emergencia"), "{told}");
    // The kind's own comes first, and its mistakes are shown.
    desk.file("notices/templates/announcement.en.md", "Subject: x\n\nDown {wenn}.\n");
    refused(
        &desk.about("show", &[]),
        1,
        &expect![[r#"
        error: there is no variable `wenn`
         --> notices/templates/announcement.en.md:3:6
          |
        3 | Down {wenn}.
          |      ^
          |
          = help: there are `service`, `kind`, `summary`, `operator`, `audience`, `forward`, `window`, `when`, `start`, `end`, `utc`, `length`, `zone`, `link`, `changes`, `impacts`, `solution`, `contacts`

        error: notices/templates/announcement.en.md has 1 mistake: mend as shown above
    "#]],
    );
    let json = desk.run(&["list", "--json"]);
    assert_eq!(json.status.code(), Some(0), "templates are no notices");
}

#[test]
fn a_manifest_that_somebody_broke() {
    let desk = Desk::new("broken");
    done(&desk.about("draft", &["--as", "Rita"]));
    let path = format!("notices/{WINDOW}-1-announcement/manifest.json");
    let manifest = desk.read(&path);
    desk.file(&path, &manifest.replace("\"format\": 1", "\"format\": 2"));
    refused(
        &desk.run(&["list"]),
        1,
        &expect![[r#"
        error: notices/2025-02-06-deployment-1-announcement/manifest.json: expected a manifest of format 1, found format 2
          = help: is there an update of this command?
    "#]],
    );
    desk.file(&path, &manifest.replace("\"window\"", "\"windows\""));
    refused(
        &desk.run(&["list"]),
        1,
        &expect![[r#"
        error: notices/2025-02-06-deployment-1-announcement/manifest.json: expected a manifest, but unknown field `windows`, expected one of `format`, `window`, `of`, `kind`, `number`, `revision`, `sequence`, `uid`, `start`, `end`, `languages`, `subject`, `from`, `list`, `method`, `drafted`, `files`, `approved` at line 3 column 11
          = help: bring the file back as it was, or draft the notice anew
    "#]],
    );
}
