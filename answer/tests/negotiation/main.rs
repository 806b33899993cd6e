//! What is accepted, by real headers, held against the crate `negotiator`, which does what Express
//! does. Where the two differ, a row says why ours is wanted.

mod accept;
mod languages;
