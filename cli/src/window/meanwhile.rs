//! What somebody else changed in between.

use admin::Revision;

use super::{arguments::How, change::is_conflict};
use crate::{
    failure::Failure,
    keeper::{Client, KeeperError},
    page, said,
    told::Told,
};

/// More than these are told by their number only.
const MOST: u64 = 10;

/// Tells what came in between, so that the change can be asked for again; or fails, where that was
/// not the reason, or where nobody is there to be asked again.
pub(super) fn tell_or_fail(
    client: &Client,
    error: KeeperError,
    base: u64,
    how: &How,
) -> Result<(), Failure> {
    if !is_conflict(&error) || how.yes || how.dry_run {
        return Err(error.into());
    }
    let revisions = client.revisions(None, MOST)?.revisions;
    let told = Told::in_force(client)?;
    said::print("", &text(&revisions, base, &told));
    Ok(())
}

/// The revisions after `base`, the oldest first.
fn text(revisions: &[Revision], base: u64, told: &Told) -> String {
    let newer: Vec<&Revision> =
        revisions.iter().filter(|revision| revision.number > base).rev().collect();
    let mut text = page::fill(
        &format!("meanwhile somebody else changed revision {base}; nothing was changed by you"),
        "",
        "  ",
    );
    if let Some(first) = newer.first().filter(|first| first.number > base + 1) {
        text += &page::item(&format!("… and {} before these", first.number - base - 1));
    }
    for revision in newer {
        let Revision { number, author, action, .. } = revision;
        let why = revision.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        let at = told.moment(&revision.at);
        text += &page::item(&format!("revision {number} by {author}, {at} ({action}){why}"));
        text.extend(revision.said.iter().map(|said| page::fill(said, "    ", "    ")));
    }
    text + "The same against what is in force now:\n"
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn what_came_in_between() {
        let revision = |number| Revision {
            number,
            at: "2025-02-07T02:49:00.000Z".to_owned(),
            author: "ops@example.org".to_owned(),
            action: "extend".to_owned(),
            window: Some("deployment".to_owned()),
            why: (number == 9).then(|| "the index is still being built".to_owned()),
            said: vec!["`deployment` ends 9:15 p.m. instead of 9:00 p.m.".to_owned()],
        };
        let told = Told::in_utc();
        expect![[r#"
            meanwhile somebody else changed revision 7; nothing was changed by you
              - revision 8 by ops@example.org, Friday, February 7, 2025, 2:49 a.m. (UTC) (extend)
                `deployment` ends 9:15 p.m. instead of 9:00 p.m.
              - revision 9 by ops@example.org, Friday, February 7, 2025, 2:49 a.m. (UTC) (extend): the index is
                still being built
                `deployment` ends 9:15 p.m. instead of 9:00 p.m.
            The same against what is in force now:
        "#]].assert_eq(&text(&[revision(9), revision(8), revision(7)], 7, &told));
        expect![[r#"
            meanwhile somebody else changed revision 7; nothing was changed by you
              - … and 12 before these
              - revision 20 by ops@example.org, Friday, February 7, 2025, 2:49 a.m. (UTC) (extend)
                `deployment` ends 9:15 p.m. instead of 9:00 p.m.
            The same against what is in force now:
        "#]]
        .assert_eq(&text(&[revision(20)], 7, &told));
    }
}
