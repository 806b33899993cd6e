//! `intermission import`, as an operator runs it, on what providers and programs send.

mod calendars;
mod desk;
mod refused;
mod statuspages;
