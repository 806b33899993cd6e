//! The description of the API in OpenAPI 3.1, made from its types.
//!
//! What serde knows of the types (members, their names, what may be missing, what is refused) comes
//! from them, and the forms of texts from [`form`]; what HTTP adds (paths, fields, statuses) stands
//! here.

mod access;
mod answer;
mod document;
mod example;
pub mod form;
mod operation;
mod ordered;
mod parameter;
mod paths;
pub mod public;
mod record;
mod refusal;
mod schemas;
mod security;
mod step;
mod webhook;
mod window;

pub use document::document;
