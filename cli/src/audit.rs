//! `intermission audit`.

use admin::{Audit, Entry};

use crate::{
    arguments,
    failure::Failure,
    keeper::{self, Client},
    page,
    said::Said,
    told::Told,
};

/// What one call asks for at most.
const PAGE: u64 = 100;

/// What was done and tried, by whom and with what answer.
pub(crate) fn run(options: &arguments::Audit) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let audit = newest(&client, options.limit.get())?;
    if options.json {
        return Ok(Said::json(&audit));
    }
    let told = Told::in_force(&client)?;
    Ok(Said::text(audit.entries.iter().map(|entry| line(entry, &told)).collect()))
}

fn newest(client: &Client, limit: u64) -> Result<Audit, Failure> {
    let mut all = Audit { entries: Vec::new(), next: None };
    loop {
        let missing = limit - u64::try_from(all.entries.len()).unwrap_or(limit).min(limit);
        if missing == 0 {
            return Ok(all);
        }
        let page = client.audit(all.next, missing.min(PAGE))?;
        let is_last = page.next.is_none() || page.entries.is_empty();
        all.entries.extend(page.entries);
        all.next = page.next.filter(|_| !is_last);
        if is_last {
            return Ok(all);
        }
    }
}

/// "200 extend of deployment by rita from 192.0.2.7, Thursday, …: extended `deployment`: …"
fn line(entry: &Entry, told: &Told) -> String {
    let Entry { action, status, .. } = entry;
    let part = |word: &str, text: &Option<String>| {
        text.as_ref().map(|text| format!(" {word} {text}")).unwrap_or_default()
    };
    let of = part("of", &entry.subject);
    let by = part("by", &entry.author);
    let from = part("from", &entry.address);
    let made = entry.revision.map(|number| format!(", revision {number}")).unwrap_or_default();
    let said = entry.said.as_ref().map(|said| format!(": {said}")).unwrap_or_default();
    let moment = told.moment(&entry.at);
    page::fill(&format!("{status} {action}{of}{by}{from}, {moment}{made}{said}"), "", "    ")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn lines() {
        let entry = Entry {
            number: 12,
            at: "2025-02-07T02:50:12.345Z".to_owned(),
            author: Some("rita@example.org".to_owned()),
            address: Some("192.0.2.7".to_owned()),
            action: "extend".to_owned(),
            subject: Some("deployment".to_owned()),
            status: 200,
            revision: Some(8),
            said: Some("extended `deployment`".to_owned()),
        };
        expect![[r#"
            200 extend of deployment by rita@example.org from 192.0.2.7, Friday, February 7, 2025, 2:50:12 a.m.
                (UTC), revision 8: extended `deployment`
        "#]].assert_eq(&line(&entry, &Told::in_utc()));
        let unknown = Entry {
            author: None,
            action: "authenticate".to_owned(),
            subject: None,
            status: 401,
            revision: None,
            said: None,
            ..entry
        };
        expect![[r#"
            401 authenticate from 192.0.2.7, Friday, February 7, 2025, 2:50:12 a.m. (UTC)
        "#]]
        .assert_eq(&line(&unknown, &Told::in_utc()));
    }
}
