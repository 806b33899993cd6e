//! The pages for people.
//!
//! | file | what |
//! | --- | --- |
//! | `refused` | the 503 as a page |
//! | `document` | a whole page around its content, and the headers that it is sent with |
//! | `waiting` | the outlook, the times, and what the script says about coming back |
//! | `times` | when it is, in the service's zone and, by the script, in the visitor's; how long still |
//! | `affected` | what a window does to which channel |
//! | `contacts` | whom to ask about what |
//! | `told` | in whose language a text is |
//! | `page.css`, `page.js` beside this folder | the style and the script of every page |

mod affected;
mod contacts;
mod document;
mod refused;
mod times;
mod told;
mod waiting;

pub(crate) use contacts::Contact;
pub(crate) use document::{Document, headers};
pub(crate) use refused::body;
pub(crate) use times::{Times, machine};
pub(crate) use told::Told;
