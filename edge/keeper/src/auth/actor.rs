//! Who asks, once it is known.

use admin::{Kind, Scope};
use credential::{Identity, bearer};

use crate::refusal::Refusal;

/// Somebody known.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Actor {
    /// The name that goes on record: of a token, or the address of a person.
    pub(crate) author: String,
    pub(crate) scopes: Vec<Scope>,
    /// Tells this one from all others, also from a token of the same name.
    pub(crate) id: String,
}

impl Actor {
    /// Whoever has the root token.
    pub(super) fn root() -> Self {
        Self {
            author: "root".to_owned(),
            scopes: vec![Scope::Read, Scope::Write, Scope::Root],
            id: "root".to_owned(),
        }
    }

    /// Whoever Access has let in. A person may make tokens, a program may not.
    pub(super) fn signed_on(identity: Identity) -> Self {
        let (author, scopes) = match identity {
            Identity::Person { email } => (email, vec![Scope::Read, Scope::Write, Scope::Root]),
            Identity::Service { name } => (name, vec![Scope::Read, Scope::Write]),
        };
        Self { id: format!("access:{author}"), author, scopes }
    }

    /// Makes sure that this one may do what needs `scope`.
    ///
    /// # Errors
    ///
    /// A refusal with 403.
    pub(crate) fn require(&self, scope: Scope) -> Result<(), Refusal> {
        if self.scopes.contains(&scope) {
            return Ok(());
        }
        let held: Vec<String> =
            self.scopes.iter().map(|scope| format!("`{}`", name(*scope))).collect();
        let detail = format!("expected the scope `{}`, found {}", name(scope), held.join(" and "));
        let refusal = Refusal::new(Kind::Forbidden, detail);
        Err(refusal.with_challenge(bearer::CHALLENGE_INSUFFICIENT).with_help(match scope {
            Scope::Root => "use the root token, or sign on",
            Scope::Read | Scope::Write => "use a token that was made with this scope",
        }))
    }
}

/// A scope as it is written.
pub(super) fn name(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => "read",
        Scope::Write => "write",
        Scope::Root => "root",
    }
}
