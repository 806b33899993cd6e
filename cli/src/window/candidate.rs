//! Which window is meant when none is named.

use admin::Window;

use super::WindowError;

/// The one window that allows the step, or that is not over where there is no step. Of several the
/// one that is open is meant: at ten to nine nobody extends next month's.
pub(super) fn only<'w>(
    windows: &'w [Window],
    verb: Option<&str>,
) -> Result<&'w Window, WindowError> {
    let allows = |window: &&Window| match verb {
        Some(verb) => window.steps.iter().any(|step| step == verb),
        None => !is_over(window),
    };
    let found: Vec<&Window> = windows.iter().filter(allows).collect();
    let verb = verb.map(ToOwned::to_owned);
    let open: Vec<&Window> = found.iter().copied().filter(|window| is_open(window)).collect();
    match if open.is_empty() { found.as_slice() } else { open.as_slice() } {
        [one] => Ok(one),
        [] => Err(WindowError::NoCandidate {
            verb,
            windows: windows.iter().filter(|window| !is_over(window)).map(line).collect(),
        }),
        many => Err(WindowError::Candidates {
            verb,
            windows: many.iter().map(|window| line(window)).collect(),
        }),
    }
}

/// Whether nothing of it is to come.
pub(super) fn is_over(window: &Window) -> bool {
    matches!(&*window.phase, "ended" | "cancelled")
}

fn is_open(window: &Window) -> bool {
    matches!(&*window.phase, "active" | "overrun")
}

/// "`deployment` is active: Thursday, …".
pub(super) fn line(window: &Window) -> String {
    format!("`{}` is {}: {}", window.id, window.phase, window.said)
}
