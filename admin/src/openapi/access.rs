//! Who may do what, and who did.

use super::{
    answer, example,
    operation::{Operation, schema},
    parameter,
    paths::{Path, admin},
};
use crate::{Kind, Scope};

const TAG: &str = "access";

pub(super) fn paths() -> Vec<Path> {
    vec![
        admin("session", [("get", session())]),
        admin("audit", [("get", audit())]),
        admin("tokens", [("get", tokens()), ("post", create())]),
        admin("tokens/{id}", [("delete", revoke())]),
    ]
}

fn session() -> Operation {
    Operation::of(Scope::Read, TAG, "getSession", "Say who asks").answers(
        200,
        answer::json("Who asks, and what they may do", "Session", &example::session()),
    )
}

fn audit() -> Operation {
    let page = answer::json("A page of the log, the newest first", "Audit", &example::audit());
    Operation::of(Scope::Read, TAG, "listAudit", "Read what was done and tried")
        .takes(parameter::page())
        .answers(200, page)
}

fn tokens() -> Operation {
    Operation::of(Scope::Root, TAG, "listTokens", "Read which tokens there are")
        .answers(200, answer::json("All of them, revoked ones too", "Tokens", &example::tokens()))
}

fn create() -> Operation {
    let created = answer::json(
        "The token, and its secret: this is the one time that it is told",
        "CreatedToken",
        &example::created_token(),
    );
    Operation::of(Scope::Root, TAG, "createToken", "Make a token")
        .about(
            "Its secret is told only once, so a repeat with the same `Idempotency-Key` is refused.",
        )
        .takes([parameter::idempotency_key()])
        .body(
            &schema("NewToken"),
            &[("pipeline", "For a deployment pipeline", example::new_token())],
        )
        .refused(&[Kind::TooLarge, Kind::UnsupportedMediaType, Kind::KeyReused, Kind::StorageFull])
        .answers(201, created)
}

fn revoke() -> Operation {
    Operation::of(Scope::Root, TAG, "revokeToken", "Revoke a token")
        .about("It opens nothing from now on. It stays on record.")
        .at(parameter::id("The id of a token.", "TokenId", example::TOKEN))
        .refused(&[Kind::NotFound, Kind::StorageFull])
        .answers(200, answer::json("The token as it is now", "Token", &example::revoked_token()))
}
