//! `intermission diff`.

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::{arguments::Diff, failure::Failure, keeper, page, said, said::Said};

/// What differs between two revisions, in words or line by line.
pub(crate) fn run(options: &Diff) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    if options.text {
        let (from, to) = (options.from.fetch(&client)?, options.to.fetch(&client)?);
        let name = |number: u64| format!("revision {number}");
        let (old, new) = (name(from.revision.number), name(to.revision.number));
        let styled = said::may_be_styled(&std::io::stdout());
        return Ok(Said::text(unified((&old, &from.document), (&new, &to.document), styled)));
    }
    let (from, to) = (options.from.number(&client)?, options.to.number(&client)?);
    let difference = client.difference(Some(from), to)?;
    if options.json {
        return Ok(Said::json(&difference));
    }
    let mut text = format!("From revision {} to {}\n", difference.from, difference.to);
    match difference.said.is_empty() {
        true => text += &page::item("nothing that has a meaning: comments, order or layout"),
        false => text.extend(difference.said.iter().map(|said| page::item(said))),
    }
    Ok(Said::text(text))
}

/// A unified diff of two texts with their names, empty when they are the same.
pub(crate) fn unified(old: (&str, &str), new: (&str, &str), styled: bool) -> String {
    let diff = TextDiff::from_lines(old.1, new.1);
    let style = |colour: AnsiColor| match styled {
        true => Style::new().fg_color(Some(colour.into())),
        false => Style::new(),
    };
    let (gone, came, place) =
        (style(AnsiColor::Red), style(AnsiColor::Green), style(AnsiColor::Cyan));
    let mut text = String::new();
    for hunk in diff.unified_diff().iter_hunks() {
        if text.is_empty() {
            text += &format!("{gone}--- {}{gone:#}\n{came}+++ {}{came:#}\n", old.0, new.0);
        }
        text += &format!("{place}{}{place:#}\n", hunk.header());
        for change in hunk.iter_changes() {
            let style = match change.tag() {
                ChangeTag::Equal => Style::new(),
                ChangeTag::Delete => gone,
                ChangeTag::Insert => came,
            };
            let line = change.value().trim_end_matches(['\n', '\r']);
            text += &format!("{style}{}{line}{style:#}\n", change.tag());
            if change.missing_newline() {
                text += "\\ No newline at end of file\n";
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn a_unified_diff() {
        let old = "# our plan\n[service]\nname = \"A\"\n";
        let new = "# our plan\n[service]\nname = \"B\"";
        expect![[r#"
            --- revision 1
            +++ revision 2
            @@ -1,3 +1,3 @@
             # our plan
             [service]
            -name = "A"
            +name = "B"
            \ No newline at end of file
        "#]]
        .assert_eq(&unified(("revision 1", old), ("revision 2", new), false));
        assert_eq!(unified(("revision 1", old), ("revision 2", old), true), "");
        let styled = unified(("revision 1", old), ("revision 2", new), true);
        assert!(styled.contains("\u{1b}[31m-name = \"A\"\u{1b}[0m\n"), "{styled:?}");
    }
}
