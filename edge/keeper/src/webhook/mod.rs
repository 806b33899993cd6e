//! Webhooks: who is told of what happens, and the messages to them.
//!
//! | file | what |
//! | --- | --- |
//! | `kept` | the subscriptions, in the table `webhook` |
//! | `outbox` | the messages, in the table `delivery` |
//! | `tell` | events become messages, in the transaction that makes them events |
//! | `alarm` | when the object has to wake up |
//! | `deliver` | what is due is sent, each subscriber for itself |
//! | `attempt` | one message on its way |
//! | `change`, `read` | what operators ask |
//!
//! A message is written before anything is sent, and its next attempt is put off before it is sent: a
//! keeper that is killed at any moment sends it again, and no keeper forgets it.

mod alarm;
mod attempt;
mod change;
mod deliver;
mod kept;
mod outbox;
mod read;
mod tell;

pub(crate) use self::{
    alarm::{arm, open},
    change::{Done, create, delete, step},
    deliver::{Busy, deliver},
    read::{deliveries, one, webhooks},
    tell::revision,
};
