//! What a change would do, before somebody agrees to it.

use admin::Outcome;

use crate::page;

/// The difference in words, and who will notice what.
///
/// ```text
/// What changes
///   - `deployment` ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
/// Who will notice
///   - web users: closed until Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
/// ```
pub(crate) fn of(outcome: &Outcome) -> String {
    let mut text = String::from("What changes\n");
    match outcome.said.is_empty() {
        true => text += &page::item("nothing that has a meaning: comments, order or layout"),
        false => text.extend(outcome.said.iter().map(|said| page::item(said))),
    }
    if !outcome.audiences.is_empty() {
        text += "Who will notice\n";
        text.extend(outcome.audiences.iter().map(|audience| page::item(&audience.said)));
    }
    text
}

#[cfg(test)]
mod tests {
    use admin::Audience;
    use expect_test::expect;

    use super::*;

    #[test]
    fn words_for_a_person() {
        let mut outcome = Outcome {
            revision: None,
            base: 7,
            summary: "extended `deployment`".to_owned(),
            said: vec![
                "`deployment` ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of \
                        9:00 p.m."
                    .to_owned(),
            ],
            audiences: vec![Audience {
                channel: "web".to_owned(),
                said: "web users: closed until Thursday, February 6, 2025, 9:30 p.m. (CT) \
                       instead of 9:00 p.m., and told so by the banner in the application itself"
                    .to_owned(),
            }],
            warnings: Vec::new(),
            window: None,
        };
        expect![[r#"
            What changes
              - `deployment` ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
            Who will notice
              - web users: closed until Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m., and
                told so by the banner in the application itself
        "#]].assert_eq(&of(&outcome));
        (outcome.said, outcome.audiences) = (Vec::new(), Vec::new());
        expect![[r#"
            What changes
              - nothing that has a meaning: comments, order or layout
        "#]]
        .assert_eq(&of(&outcome));
    }
}
