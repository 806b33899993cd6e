//! What machines subscribe to, told from one evening that was moved, took longer, and was over.

mod atom;
mod calendar;
mod laws;
#[cfg(test)]
mod night;
mod statuspage;
