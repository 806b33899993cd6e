//! However the document is written, only what a step is about differs.

use expect_test::{Expect, expect};
use lifecycle::{Step, Until};

use crate::tried::{ONCE, PATCHES, check, document, instant, told, which};

fn extend() -> Step {
    Step::Extend(Until::By("30m".parse().expect("a length")))
}

#[track_caller]
fn check_whole(document: &str, window: &str, step: &Step, expected: &Expect) {
    let taken = lifecycle::take(document, &which(window), step, instant("2025-02-06T19:30"));
    expected.assert_eq(&told(document, taken));
}

#[test]
fn keys_in_another_order_with_blanks_and_comments() {
    let window = r#"
[[window]]   # the only one
    end   =   2025-02-06T21:00:00   # at the latest

    # not before seven
    start = 2025-02-06T19:00:00
    "id" = 'deployment'
    channels = [
        "web", # the application
    ]
    # nothing more
"#;
    check(
        window,
        "deployment",
        "2025-02-06T19:30",
        &extend(),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -    end   =   2025-02-06T21:00:00   # at the latest
        +    end   =   2025-02-06T21:30:00   # at the latest
    "#]],
    );
    check(
        window,
        "deployment",
        "2025-02-06T18:30",
        &Step::Cancel,
        &expect![[r#"
        cancelled `deployment`: it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +    cancelled = true
    "#]],
    );
    let finish = Step::Finish { channels: Vec::new() };
    check(
        window,
        "deployment",
        "2025-02-06T19:30",
        &finish,
        &expect![[r#"
            finished `deployment`: ends Thursday, February 6, 2025, 7:30 p.m. (CT) instead of 9:00 p.m.
            -    end   =   2025-02-06T21:00:00   # at the latest
            +    end   =   2025-02-06T19:30:00   # at the latest
        "#]],
    );
}

#[test]
fn tables_in_braces() {
    let document = format!(
        "window = [{{ id = \"deployment\", channels = [\"web\", \"soap\"], start = 2025-02-06T19:00:00, length = \"2h\" }}]\n{}",
        document("")
    );
    check_whole(
        &document,
        "deployment",
        &extend(),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -window = [{ id = "deployment", channels = ["web", "soap"], start = 2025-02-06T19:00:00, length = "2h" }]
        +window = [{ id = "deployment", channels = ["web", "soap"], start = 2025-02-06T19:00:00, end = 2025-02-06T21:30:00 }]
    "#]],
    );
    let hold = Step::Hold { limit: "2h".parse().expect("a length") };
    check_whole(
        &document,
        "deployment",
        &hold,
        &expect![[r#"
            held `deployment`: after its end, Thursday, February 6, 2025, 9:00 p.m. (CT), it stays closed until it is released, at most 2 hours longer, until Thursday, February 6, 2025, 11:00 p.m. (CT)
            -window = [{ id = "deployment", channels = ["web", "soap"], start = 2025-02-06T19:00:00, length = "2h" }]
            +window = [{ id = "deployment", channels = ["web", "soap"], start = 2025-02-06T19:00:00, length = "2h", overrun = "hold", hold-limit = "2h" }]
        "#]],
    );
    let finish = Step::Finish { channels: vec!["web".to_owned()] };
    check_whole(
        &document,
        "deployment",
        &finish,
        &expect![[r#"
            finished `web` of `deployment`: opens Thursday, February 6, 2025, 7:30 p.m. (CT), while `soap` stays closed until Thursday, February 6, 2025, 9:00 p.m. (CT)
            -window = [{ id = "deployment", channels = ["web", "soap"], start = 2025-02-06T19:00:00, length = "2h" }]
            +window = [{ id = "deployment", channels = ["web", "soap"], start = 2025-02-06T19:00:00, length = "2h", finished = { web = 2025-02-06T19:30:00 } }]
        "#]],
    );
}

#[test]
fn changes_in_braces() {
    let braces = "window = [{ id = \"nightly\", channels = [\"web\"], start = 2025-02-01T19:00:00, length = \"2h\", repeat = \"FREQ=DAILY\" }]\n";
    let document = format!("{braces}{}", document(""));
    check_whole(
        &document,
        "nightly",
        &extend(),
        &expect![[r#"
        extended `nightly` of Thursday, February 6, 2025: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -window = [{ id = "nightly", channels = ["web"], start = 2025-02-01T19:00:00, length = "2h", repeat = "FREQ=DAILY" }]
        +window = [{ id = "nightly", channels = ["web"], start = 2025-02-01T19:00:00, length = "2h", repeat = "FREQ=DAILY", change = [{ of = 2025-02-06T19:00:00, end = 2025-02-06T21:30:00 }] }]
    "#]],
    );
    let changed = document.replace(" }]", ", change = [{ of = 2025-02-02, cancelled = true }] }]");
    check_whole(
        &changed,
        "nightly",
        &extend(),
        &expect![[r#"
        extended `nightly` of Thursday, February 6, 2025: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -window = [{ id = "nightly", channels = ["web"], start = 2025-02-01T19:00:00, length = "2h", repeat = "FREQ=DAILY", change = [{ of = 2025-02-02, cancelled = true }] }]
        +window = [{ id = "nightly", channels = ["web"], start = 2025-02-01T19:00:00, length = "2h", repeat = "FREQ=DAILY", change = [{ of = 2025-02-02, cancelled = true }, { of = 2025-02-06T19:00:00, end = 2025-02-06T21:30:00 }] }]
    "#]],
    );
    let headed = PATCHES.split_once("\n[[window.change").map_or("", |(window, _)| window);
    let below = format!("{headed}change = [{{ of = 2025-03-13, cancelled = true }}] # one\n");
    check(
        &below,
        "patches 2025-02-13",
        "2025-02-06T19:30",
        &extend(),
        &expect![[r#"
            extended `patches` of Thursday, February 13, 2025: ends Thursday, February 13, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
            -change = [{ of = 2025-03-13, cancelled = true }] # one
            +change = [{ of = 2025-03-13, cancelled = true }, { of = 2025-02-13T19:00:00, end = 2025-02-13T21:30:00 }] # one
        "#]],
    );
}

#[test]
fn comments_in_braces() {
    let document = format!(
        "window = [{{\n    id = \"deployment\",\n    channels = [\"web\"], # one\n    start = 2025-02-06T19:00:00,\n    end = 2025-02-06T21:00:00,\n    overrun = \"hold\",\n    # Nobody is there then.\n    hold-limit = \"4h\" # four\n}}]\n{}",
        document("")
    );
    check_whole(
        &document,
        "deployment",
        &extend(),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -    end = 2025-02-06T21:00:00,
        +    end = 2025-02-06T21:30:00,
    "#]],
    );
    check_whole(
        &document,
        "deployment",
        &Step::Release,
        &expect![[r#"
        released `deployment`: opens by itself Thursday, February 6, 2025, 9:00 p.m. (CT)
        -    overrun = "hold",
        -    # Nobody is there then.
        -    hold-limit = "4h" # four
        +    overrun = "reopen"
        +# Nobody is there then.
        +# four
    "#]],
    );
    let between = document
        .replace("overrun = \"hold\",\n    ", "")
        .replace(" # four", ",\n    overrun = \"hold\"");
    check_whole(
        &between,
        "deployment",
        &Step::Release,
        &expect![[r#"
            released `deployment`: opens by itself Thursday, February 6, 2025, 9:00 p.m. (CT)
            -    # Nobody is there then.
            -    hold-limit = "4h",
            -    overrun = "hold"
            +# Nobody is there then.
            +    overrun = "reopen"
        "#]],
    );
}

#[test]
fn dotted_keys() {
    let dotted = format!(
        "{}finished.web = 2025-02-06T19:10:00 # first\n",
        ONCE.replace("\"soap\"]", "\"soap\", \"ftp\"]")
    );
    let finish = Step::Finish { channels: vec!["soap".to_owned()] };
    check(
        &dotted,
        "deployment",
        "2025-02-06T19:30",
        &finish,
        &expect![[r#"
            finished `soap` of `deployment`: opens Thursday, February 6, 2025, 7:30 p.m. (CT), while `ftp` stays closed until Thursday, February 6, 2025, 9:00 p.m. (CT)
            +finished.soap = 2025-02-06T19:30:00
        "#]],
    );
}

#[test]
fn a_change_behind_the_others_of_its_window() {
    let document = format!("{PATCHES}{ONCE}");
    let step = Step::Cancel;
    check(
        &document,
        "patches 2025-03-13",
        "2025-02-05T19:30",
        &step,
        &expect![[r#"
        cancelled `patches` of Thursday, March 13, 2025: it was planned for Thursday, March 13, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +[[window.change]]
        +of = 2025-03-13T19:00:00
        +cancelled = true
        +
    "#]],
    );
}

#[test]
fn lines_that_end_as_on_windows_and_a_byte_order_mark() {
    let document = format!("\u{feff}{}", document(ONCE)).replace('\n', "\r\n");
    check_whole(
        &document,
        "deployment",
        &extend(),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00 # at the latest␍
        +end = 2025-02-06T21:30:00 # at the latest␍
    "#]],
    );
    let document = document.trim_end();
    check_whole(
        document,
        "deployment",
        &extend(),
        &expect![[r#"
            extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
            -end = 2025-02-06T21:00:00 # at the latest␍
            +end = 2025-02-06T21:30:00 # at the latest␍
        "#]],
    );
}

#[test]
fn what_is_the_same_is_not_written_anew() {
    let offset = ONCE.replace("2025-02-06T21:00:00", "2025-02-07T03:00:00.000Z");
    check(
        &offset,
        "deployment",
        "2025-02-06T18:30",
        &Step::Start,
        &expect![[r#"
        started `deployment`: begins Thursday, February 6, 2025, 6:30 p.m. (CT) instead of 7:00 p.m., ends Thursday, February 6, 2025, 9:00 p.m. (CT) as planned
        -start = 2025-02-06T19:00:00
        +start = 2025-02-06T18:30:00
    "#]],
    );
}

#[test]
fn translations_stay_where_they_are() {
    let window = r#"
[[window]]
id = "deployment"
channels = ["web"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
summary = "Data fixes."   # for everybody
translations.fr.summary = "Corrections."   # for some

[window.translations.es]   # for others
summary = "Correcciones."
# the end
"#;
    check(
        window,
        "deployment",
        "2025-02-06T19:30",
        &extend(),
        &expect![[r#"
        extended `deployment`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        -end = 2025-02-06T21:00:00
        +end = 2025-02-06T21:30:00
    "#]],
    );
    check(
        window,
        "deployment",
        "2025-02-06T18:30",
        &Step::Cancel,
        &expect![[r#"
        cancelled `deployment`: it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +cancelled = true
    "#]],
    );
}

#[test]
fn a_change_comes_behind_the_translations_of_its_window() {
    let window = r#"
[[window]]
id = "patches"
channels = ["web"]
start = 2025-01-09T19:00:00
length = "2h"
repeat = "FREQ=MONTHLY;BYDAY=2TH"
summary = "Patches."

[window.translations.es]
summary = "Parches."

# Another.
[[window]]
id = "deployment"
channels = ["soap"]
start = 2025-02-06T19:00:00
"#;
    check(
        window,
        "patches 2025-02-13",
        "2025-02-06T18:30",
        &Step::Cancel,
        &expect![[r#"
        cancelled `patches` of Thursday, February 13, 2025: it was planned for Thursday, February 13, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        +[[window.change]]
        +of = 2025-02-13T19:00:00
        +cancelled = true
        +
    "#]],
    );
}
