//! Writing JSON.

use serde::Serialize;

/// A document of ours as JSON.
pub(crate) fn written(document: &impl Serialize) -> String {
    serde_json::to_string(document)
        .expect("texts and numbers under fixed keys can always be written")
}
