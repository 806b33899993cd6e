//! Windows as events of a calendar, as RFC 5545 writes them.
//!
//! | file | what |
//! | --- | --- |
//! | `uid` | the name that an occurrence has in every calendar of ours |

mod uid;

pub use uid::uid;
