//! How a step is tried: what it says, and the lines of the document that differ.

use chrono::{DateTime, Utc};
use expect_test::Expect;
use lifecycle::{Changed, NewWindow, Refused, Step, Which};

/// The service and channels of every document here: clocks of Chicago, five channels.
const HEAD: &str = r#"# The registry's schedule.
[service]
name = "Registry"
zone = "America/Chicago"
label = "CT"

[[channel]]
id = "web"
name = "the web application"
routes = ["/*"]

[[channel]]
id = "soap"
name = "web services"
routes = ["/soap/*"]

[[channel]]
id = "ftp"
name = "file transfer"
disposition = "hold"
"#;

/// A window that comes once, on Thursday from 7 to 9 p.m.
pub(crate) const ONCE: &str = r#"
# Agreed with the vendor.
[[window]]
id = "deployment"
channels = ["web", "soap"] # not ftp
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00 # at the latest
summary = "The new release."
"#;

/// Every second Thursday of the month, from 7 to 9 p.m.
pub(crate) const PATCHES: &str = r#"
[[window]]
id = "patches"
channels = ["web", "soap"]
start = 2025-01-09T19:00:00
length = "2h" # mostly less
repeat = "FREQ=MONTHLY;BYDAY=2TH"

[[window.change]]
of = 2025-04-10
start = 2025-04-11T20:00:00 # Easter
"#;

pub(crate) fn document(windows: &str) -> String {
    format!("{HEAD}{windows}")
}

/// A time of Chicago in winter, or an instant.
pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    let text = if text.len() == 16 { format!("{text}:00-06:00") } else { text.to_owned() };
    DateTime::parse_from_rfc3339(&text).expect("the rows are instants").to_utc()
}

pub(crate) fn which(text: &str) -> Which {
    match text.split_once(' ') {
        Some((window, of)) => Which {
            window: window.to_owned(),
            of: Some(of.parse().expect("the rows name occurrences")),
        },
        None => Which::window(text),
    }
}

/// What a step says, and the lines that differ. The phase afterwards stands behind the sentence.
#[track_caller]
pub(crate) fn check(windows: &str, window: &str, now: &str, step: &Step, expected: &Expect) {
    let document = document(windows);
    let taken = lifecycle::take(&document, &which(window), step, instant(now));
    expected.assert_eq(&told(&document, taken));
}

#[track_caller]
pub(crate) fn check_add(windows: &str, now: &str, window: &NewWindow, expected: &Expect) {
    let document = document(windows);
    let taken = lifecycle::add(&document, window, instant(now));
    expected.assert_eq(&told(&document, taken));
}

pub(crate) fn told(document: &str, taken: Result<Changed, Refused>) -> String {
    match taken {
        Ok(changed) => {
            let warnings: String =
                changed.warnings.iter().map(|warning| format!("warning: {warning}\n")).collect();
            let lines = differing(document, &changed.document);
            format!("{}\n{warnings}{lines}", changed.said)
        }
        Err(refused) => refusal(&refused),
    }
}

/// "code: sentence" and the way out.
pub(crate) fn refusal(refused: &Refused) -> String {
    let help = refused.help().map(|help| format!("help: {help}\n"));
    format!("{}: {refused}\n{}", refused.code(), help.unwrap_or_default())
}

/// The lines that were taken out and put in, by their longest common subsequence.
fn differing(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut common = vec![vec![0; new.len() + 1]; old.len() + 1];
    for (i, line) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            common[i][j] = match line == other {
                true => common[i + 1][j + 1] + 1,
                false => common[i + 1][j].max(common[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut said) = (0, 0, String::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            said += &format!("-{}\n", old[i].trim_end_matches('\n').replace('\r', "␍"));
            i += 1;
        } else {
            said += &format!("+{}\n", new[j].trim_end_matches('\n').replace('\r', "␍"));
            j += 1;
        }
    }
    said
}
