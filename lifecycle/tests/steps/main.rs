//! The steps of a window's life: what each says, and what it writes.
//!
//! | file | what is checked |
//! | --- | --- |
//! | `tried` | how a step is tried: its sentence, and the lines that differ |
//! | `add` | new windows |
//! | `starts` | announce, start, reschedule, cancel |
//! | `ends` | extend, shorten |
//! | `finish` | finish, on all channels and on some |
//! | `holds` | hold, release |
//! | `layout` | comments, tables in braces, dotted keys, line endings |
//! | `refused` | what is not possible, with its sentence and the way out |
//! | `picked` | which occurrence is meant where nothing is said |

#[cfg(test)]
mod add;
#[cfg(test)]
mod ends;
#[cfg(test)]
mod finish;
#[cfg(test)]
mod holds;
#[cfg(test)]
mod layout;
#[cfg(test)]
mod picked;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod starts;
#[cfg(test)]
mod tried;
