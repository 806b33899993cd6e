//! What differs between two schedules, and who notices.
//!
//! | file | what is checked |
//! | --- | --- |
//! | `compared` | the document that everything is held against |
//! | `windows` | windows that come once: added, removed, moved, finished |
//! | `series` | recurring windows: a handful of occurrences, the others counted |
//! | `others` | channels, service, edge |
//! | `translations` | texts in other languages |
//! | `nothing` | what means the same |
//! | `audiences` | what the users of each channel notice |
//! | `standings` | where windows stand |

#[cfg(test)]
mod audiences;
#[cfg(test)]
mod compared;
#[cfg(test)]
mod nothing;
#[cfg(test)]
mod others;
#[cfg(test)]
mod series;
#[cfg(test)]
mod standings;
#[cfg(test)]
mod translations;
#[cfg(test)]
mod windows;
