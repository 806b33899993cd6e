//! Laws that hold for every schedule, whatever is in it.

mod asked;
mod finished;
mod gate;
mod history;
mod phases;
mod reopening;
mod rules;
mod schedules;
mod series;
mod texts;
mod timeline;
mod translations;
mod zones;
