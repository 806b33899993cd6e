//! What the environment says.

use std::fmt;

use js_sys::Reflect;
use webhook::Reach;
use worker::Env;

use crate::{auth, store::Store};

/// The texts of the environment, blank where there is none. Some of them are secrets.
pub(crate) struct Environment {
    admin_token: String,
    access_team: String,
    access_audience: String,
    webhook_private: String,
}

impl Environment {
    pub(crate) fn read(env: &Env) -> Self {
        // Not the SDK's `var`, which throws at the `null` that workerd has for what is not there.
        let text = |name: &str| {
            let value = Reflect::get(env, &name.into()).ok();
            value.and_then(|value| value.as_string()).unwrap_or_default()
        };
        Self {
            admin_token: text("INTERMISSION_ADMIN_TOKEN"),
            access_team: text("INTERMISSION_ACCESS_TEAM"),
            access_audience: text("INTERMISSION_ACCESS_AUDIENCE"),
            webhook_private: text("INTERMISSION_WEBHOOK_PRIVATE"),
        }
    }

    /// How far webhooks may reach. Nothing but the one word widens it.
    pub(crate) fn reach(&self) -> Reach {
        if self.webhook_private == "allow" { Reach::Private } else { Reach::Public }
    }

    /// What it takes to find out who asks.
    pub(crate) fn context<'a>(&'a self, store: &'a Store) -> auth::Context<'a> {
        auth::Context {
            store,
            admin_token: &self.admin_token,
            access_team: &self.access_team,
            access_audience: &self.access_audience,
        }
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment").finish_non_exhaustive()
    }
}
