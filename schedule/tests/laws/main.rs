//! Laws that hold for every schedule, whatever is in it.

mod gate;
mod phases;
mod schedules;
mod series;
mod texts;
mod timeline;
mod zones;
