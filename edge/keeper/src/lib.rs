//! The keeper: the one writer of the schedule. A Durable Object with SQLite that keeps revisions,
//! tokens and the record, and answers operators.
//!
//! | file | what |
//! | --- | --- |
//! | `door` | a request comes in, an answer goes out |
//! | `asked`, `body`, `query`, `precondition` | what a request says |
//! | `route` | which path is what, and with which methods |
//! | `auth` | who asks |
//! | `read` | what is told |
//! | `change` | what is done: publications, steps, going back |
//! | `store` | what is kept |
//! | `refusal`, `reply` | what is answered |
//! | `vitals` | whether this instance of the module is whole |
//!
//! # What holds
//!
//! * From the moment at which a request's body is there until its answer is, nothing waits: no other
//!   request comes in between the revision that was read and the one that is written.
//! * A write is one transaction: a fault or a panic in it leaves nothing behind.
//! * `js/keeper.js` makes this object anew after a panic, and sees to it that every request is answered.
//!
//! # Scope of this crate
//!
//! What a step does to a document is `lifecycle`'s, what a document means is `schedule`'s, what is
//! in JSON is `admin`'s, and what proves who asks is `credential`'s.

mod asked;
mod auth;
mod body;
mod case;
mod change;
mod clock;
mod door;
#[cfg(feature = "development")]
mod drill;
mod environment;
mod findings;
mod precondition;
mod query;
mod read;
mod refusal;
mod reply;
mod route;
mod store;
mod vitals;
mod window;

use std::cell::OnceCell;

use worker::{DurableObject, Env, Request, Response, State, durable_object};

use environment::Environment;
use read::Renewed;
use store::{Fault, Store};

/// The one object.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Keeper {
    state: State,
    environment: Environment,
    store: OnceCell<Store>,
    renewed: Renewed,
}

impl DurableObject for Keeper {
    fn new(state: State, env: Env) -> Self {
        vitals::watch();
        let environment = Environment::read(&env);
        Self { state, environment, store: OnceCell::new(), renewed: Renewed::default() }
    }

    async fn fetch(&self, request: Request) -> worker::Result<Response> {
        door::answer(self, request).await
    }
}

impl Keeper {
    /// What is kept. It is opened with the first request, because only a request can be told that
    /// this failed; the next one tries again.
    fn store(&self) -> Result<&Store, Fault> {
        if let Some(store) = self.store.get() {
            return Ok(store);
        }
        let store = Store::open(&self.state)?;
        Ok(self.store.get_or_init(|| store))
    }
}
