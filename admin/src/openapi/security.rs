//! Who may ask.

use serde_json::{Value, json};

use crate::Scope;

pub(super) fn schemes() -> Value {
    json!({
        "token": {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "imt_{id}_{secret}",
            "description": "A token that `POST admin/v1/tokens` made, or the root token from the \
                            environment of the keeper, which may do everything.",
        },
        "access": {
            "type": "apiKey",
            "in": "header",
            "name": "Cf-Access-Jwt-Assertion",
            "description": "What Cloudflare Access sends for a person who signed on, where the \
                            keeper is told to believe it. It may read and write, and make tokens.",
        },
    })
}

/// Either of them, with what it must be allowed to do.
pub(super) fn with(scope: Scope) -> Value {
    json!([{ "token": [scope] }, { "access": [scope] }])
}
