//! `intermission history`.

use admin::{Revision, Revisions};
use anstyle::Style;

use crate::{
    arguments::History,
    failure::Failure,
    keeper::{self, Client},
    page, said,
    said::Said,
    told::Told,
};

/// What one call asks for at most.
const PAGE: u64 = 100;

/// The newest revisions.
pub(crate) fn run(options: &History) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let revisions = newest(&client, options.limit.get())?;
    if options.json {
        return Ok(Said::json(&revisions));
    }
    if revisions.revisions.is_empty() {
        return Ok(Said::text(format!(
            "nothing was ever published at {}\n",
            client.address().host()
        )));
    }
    let told = Told::in_force(&client)?;
    let styled = said::may_be_styled(&std::io::stdout());
    let mut text = String::new();
    for revision in &revisions.revisions {
        text += &entry(revision, &told, styled);
    }
    let aside = match revisions.next {
        Some(_) => format!("There are older ones: `--limit {}`\n", options.limit.get() * 2),
        None => String::new(),
    };
    Ok(Said { text, aside })
}

fn newest(client: &Client, limit: u64) -> Result<Revisions, Failure> {
    let mut all = Vec::new();
    let mut before = None;
    loop {
        let missing = limit - u64::try_from(all.len()).unwrap_or(limit).min(limit);
        if missing == 0 {
            return Ok(Revisions { revisions: all, next: before });
        }
        let page = client.revisions(before, missing.min(PAGE))?;
        let is_last = page.next.is_none() || page.revisions.is_empty();
        all.extend(page.revisions);
        before = page.next;
        if is_last {
            return Ok(Revisions { revisions: all, next: None });
        }
    }
}

/// A head line, then what it changed and why.
fn entry(revision: &Revision, told: &Told, styled: bool) -> String {
    let head = headline(revision, told);
    let style = if styled { Style::new().bold() } else { Style::new() };
    let mut text = format!("{style}{}{style:#}\n", page::fill(&head, "", "").trim_end());
    if let Some(why) = &revision.why {
        text += &page::fill(&format!("\"{why}\""), "    ", "    ");
    }
    text.extend(revision.said.iter().map(|said| page::fill(said, "  - ", "    ")));
    text
}

/// "7: extend of `deployment` by rita, Thursday, February 6, 2025, 8:50 p.m. (CT)"
pub(crate) fn headline(revision: &Revision, told: &Told) -> String {
    let Revision { number, action, author, .. } = revision;
    let of = revision.window.as_ref().map(|id| format!(" of `{id}`")).unwrap_or_default();
    format!("{number}: {action}{of} by {author}, {}", told.moment(&revision.at))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn entries() {
        let mut revision = Revision {
            number: 8,
            at: "2025-02-07T02:50:12.345Z".to_owned(),
            author: "rita@example.org".to_owned(),
            action: "extend".to_owned(),
            window: Some("deployment".to_owned()),
            why: Some("the migration of the index takes longer".to_owned()),
            said: vec![
                "`deployment` ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of \
                        9:00 p.m."
                    .to_owned(),
            ],
        };
        expect![[r#"
            8: extend of `deployment` by rita@example.org, Friday, February 7, 2025, 2:50:12 a.m. (UTC)
                "the migration of the index takes longer"
              - `deployment` ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        "#]].assert_eq(&entry(&revision, &Told::in_utc(), false));
        (revision.window, revision.why, revision.said) = (None, None, Vec::new());
        revision.action = "publish".to_owned();
        expect![[r#"
            8: publish by rita@example.org, Friday, February 7, 2025, 2:50:12 a.m. (UTC)
        "#]]
        .assert_eq(&entry(&revision, &Told::in_utc(), false));
    }
}
