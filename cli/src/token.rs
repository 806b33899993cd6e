//! `intermission token`.

use admin::{NewToken, Scope, Token};

use crate::{
    arguments::{self, CreateToken, ListTokens, RevokeToken},
    failure::Failure,
    keeper::{self, Base, Write},
    page,
    said::Said,
    told::Told,
};

pub(crate) fn run(command: &arguments::Token) -> Result<Said, Failure> {
    match command {
        arguments::Token::Create(options) => create(options),
        arguments::Token::List(options) => list(options),
        arguments::Token::Revoke(options) => revoke(options),
    }
}

/// The secret alone is on standard output, so that it can go straight into a file.
fn create(options: &CreateToken) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let mut scopes: Vec<Scope> = match options.scopes.is_empty() {
        true => vec![Scope::Read, Scope::Write],
        false => options.scopes.iter().map(|&scope| scope.into()).collect(),
    };
    scopes.sort_unstable();
    scopes.dedup();
    let valid_for = Some(options.length.to_string());
    let token = NewToken { name: options.name.clone(), scopes, valid_for };
    let made = client.create_token(&token, &Write::new(Base::Any)?)?;
    if options.json {
        return Ok(Said::json(&made));
    }
    let told = Told::in_force(&client).unwrap_or(Told::in_utc());
    let good = match &made.token.expires {
        Some(expires) => format!("until {}", told.moment(expires)),
        None => "until it is revoked".to_owned(),
    };
    let Token { id, name, scopes, .. } = &made.token;
    let aside = format!(
        "{}{}",
        page::fill(
            &format!("This is the token {id} of {name}. It may {}, {good}.", all(scopes)),
            "",
            ""
        ),
        page::fill(
            "Its secret is told this once. Keep it where a password would be kept: in a file that \
             nobody else can read (`umask 077` before `> file`), named as `token-file` in the \
             configuration, or in INTERMISSION_TOKEN.",
            "",
            ""
        ),
    );
    Ok(Said { text: format!("{}\n", made.secret), aside })
}

fn list(options: &ListTokens) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let tokens = client.tokens()?;
    if options.json {
        return Ok(Said::json(&tokens));
    }
    if tokens.tokens.is_empty() {
        return Ok(Said::text("there are no tokens besides the root token\n".to_owned()));
    }
    let told = Told::in_force(&client).unwrap_or(Told::in_utc());
    Ok(Said::text(tokens.tokens.iter().map(|token| described(token, &told)).collect()))
}

fn revoke(options: &RevokeToken) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let token = client.revoke_token(&options.id, &Write::new(Base::Any)?)?;
    if options.json {
        return Ok(Said::json(&token));
    }
    let text = format!("the token {} of {} opens nothing more", token.id, token.name);
    Ok(Said::text(page::fill(&text, "", "")))
}

fn described(token: &Token, told: &Told) -> String {
    let Token { id, name, scopes, author, created, .. } = token;
    let moment = |at: &String| told.moment(at);
    let good = match (&token.revoked, &token.expires) {
        (Some(revoked), _) => format!("revoked {}", moment(revoked)),
        (None, Some(expires)) => format!("good until {}", moment(expires)),
        (None, None) => "good until it is revoked".to_owned(),
    };
    let used = match &token.last_used {
        Some(used) => format!("last used {}", moment(used)),
        None => "never used".to_owned(),
    };
    [
        page::fill(&format!("{id} of {name}: may {}", all(scopes)), "", "    "),
        page::fill(&format!("{good}; {used}"), "    ", "    "),
        page::fill(&format!("made by {author} on {}", moment(created)), "    ", "    "),
    ]
    .concat()
}

/// "read, write and make tokens"
pub(crate) fn all(scopes: &[Scope]) -> String {
    let words: Vec<&str> = scopes
        .iter()
        .map(|scope| match scope {
            Scope::Read => "read",
            Scope::Write => "write",
            Scope::Root => "make tokens",
        })
        .collect();
    match words.split_last() {
        None => "do nothing".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

impl From<arguments::Scope> for Scope {
    fn from(scope: arguments::Scope) -> Self {
        match scope {
            arguments::Scope::Read => Self::Read,
            arguments::Scope::Write => Self::Write,
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn tokens_in_words() {
        let token = Token {
            id: "k3J9_xQz1A".to_owned(),
            name: "deployments".to_owned(),
            scopes: vec![Scope::Read, Scope::Write],
            author: "root".to_owned(),
            created: "2025-02-01T09:00:00Z".to_owned(),
            expires: Some("2025-05-02T09:00:00Z".to_owned()),
            last_used: None,
            revoked: None,
        };
        expect![[r#"
            k3J9_xQz1A of deployments: may read and write
                good until Friday, May 2, 2025, 9:00 a.m. (UTC); never used
                made by root on Saturday, February 1, 2025, 9:00 a.m. (UTC)
        "#]]
        .assert_eq(&described(&token, &Told::in_utc()));
        let gone = Token {
            revoked: Some("2025-02-02T09:00:00Z".to_owned()),
            last_used: Some("2025-02-01T10:30:00Z".to_owned()),
            ..token
        };
        expect![[r#"
            k3J9_xQz1A of deployments: may read and write
                revoked Sunday, February 2, 2025, 9:00 a.m. (UTC); last used Saturday, February 1, 2025, 10:30
                a.m. (UTC)
                made by root on Saturday, February 1, 2025, 9:00 a.m. (UTC)
        "#]].assert_eq(&described(&gone, &Told::in_utc()));
    }
}
