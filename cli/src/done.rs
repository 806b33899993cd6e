//! A change that was made, and whether the edge has it.

use admin::Outcome;
use serde::Serialize;

use crate::{edge::Edge, keeper::Client, page, said, said::Said};

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    outcome: &'a Outcome,
    /// Absent where nothing was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<Edge>,
}

/// Says what was done, and then, as soon as it is so, that the edge has it: whoever looks at the
/// site after the command has ended sees the change. `text` is for people, a line.
pub(crate) fn told(client: &Client, outcome: &Outcome, text: &str, json: bool) -> Said {
    if !json {
        said::print(&format!("{}\n", page::plain(text)), "");
    }
    let edge = outcome.revision.map(|revision| Edge::wait_for(client, revision));
    if json {
        return Said::json(&Document { outcome, edge });
    }
    let aside = match (edge, outcome.revision) {
        (Some(edge), Some(revision)) => {
            page::fill(&format!("the edge {}", edge.told(revision)), "", "  ")
        }
        _ => String::new(),
    };
    Said { text: String::new(), aside }
}

/// What comes of a change that is none.
pub(crate) fn nothing(revision: u64, summary: String) -> Outcome {
    Outcome {
        revision: None,
        base: revision,
        summary,
        said: Vec::new(),
        audiences: Vec::new(),
        warnings: Vec::new(),
        window: None,
    }
}
