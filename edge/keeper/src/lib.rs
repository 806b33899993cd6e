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
//! | `webhook` | who is told of it, by messages that outlive the keeper |
//! | `limit` | how long others may take |
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
mod limit;
mod precondition;
mod query;
mod read;
mod refusal;
mod reply;
mod route;
mod store;
mod vitals;
mod webhook;
mod window;

use std::cell::OnceCell;

use chrono::{DateTime, Utc};
use worker::{DurableObject, Env, Request, Response, State, durable_object};

use environment::Environment;
use read::Renewed;
use store::{Fault, Store};
use webhook::Busy;

/// The one object.
#[durable_object(alarm)]
#[derive(Debug)]
pub struct Keeper {
    state: State,
    environment: Environment,
    store: OnceCell<Store>,
    renewed: Renewed,
    busy: Busy,
}

impl DurableObject for Keeper {
    fn new(state: State, env: Env) -> Self {
        vitals::watch();
        let environment = Environment::read(&env);
        Self {
            state,
            environment,
            store: OnceCell::new(),
            renewed: Renewed::default(),
            busy: Busy::default(),
        }
    }

    async fn fetch(&self, request: Request) -> worker::Result<Response> {
        door::answer(self, request).await
    }

    async fn alarm(&self) -> worker::Result<Response> {
        match self.wake(clock::current()).await {
            Ok(()) => Response::empty(),
            Err(fault) => Err(fault.to_string().into()),
        }
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
        webhook::open(&store, clock::current());
        Ok(self.store.get_or_init(|| store))
    }

    /// Sends what is due. While others answer, other requests come in.
    async fn wake(&self, now: DateTime<Utc>) -> Result<(), Fault> {
        webhook::deliver(self.store()?, &self.busy, self.environment.reach(), now).await;
        Ok(())
    }
}
