//! What is accepted, by real headers, held against the crate `negotiator`, which does what Express
//! does. Where the two differ, a row says why ours is wanted. `readers` is what becomes of it beside a
//! schedule.

mod accept;
mod languages;
mod readers;
