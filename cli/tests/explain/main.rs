//! `intermission explain`, as an engineer runs it.
//!
//! | file | what |
//! | --- | --- |
//! | `founding`, `apis` | the founding notice, asked about by every kind of client |
//! | `places` | where a request belongs |
//! | `passing`, `ending`, `outages` | what becomes of it, and when |
//! | `answers` | what is particular about an answer |
//! | `browsers`, `pasted` | curl commands |
//! | `languages` | in which languages an answer is, and why |
//! | `instants` | when the request comes |
//! | `errors` | what cannot be explained |
//! | `json` | the same for programs |
//! | `laws` | what holds for whatever is pasted |
//! | `document` | what `docs/explain.md` shows is what the command says |
//! | `run` | runs the command |

mod answers;
mod apis;
mod browsers;
#[cfg(unix)]
mod document;
mod ending;
mod errors;
mod founding;
mod instants;
mod json;
mod languages;
mod laws;
mod outages;
mod passing;
mod pasted;
mod places;
mod run;
