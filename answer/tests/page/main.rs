//! The pages for people.
//!
//! | file | what |
//! | --- | --- |
//! | `every` | what holds for every page |
//! | `refused` | the 503, in every situation |
//! | `window` | the page about a window |
//! | `seen` | how the tests look at a page |

mod every;
#[cfg(test)]
#[path = "../founding/mod.rs"]
mod founding;
mod refused;
#[cfg(test)]
mod seen;
mod window;
