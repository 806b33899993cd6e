//! Diagnostics as pictures: the line of the document, a caret below the part that is wrong, and
//! the way out.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::{Diagnostic, Severity};

/// All `diagnostics` of a document, errors and warnings in the order of their places, as people
/// read them. `path` is shown as the document's name; `styled` adds the escapes of a terminal.
///
/// ```text
/// error: the window ends before it starts: …
///   --> schedule.toml:14:7
///    |
/// 13 | start = 2025-02-06T19:00:00
///    |         ------------------- the start
/// 14 | end = 2025-02-06T09:00:00
///    |       ^^^^^^^^^^^^^^^^^^^
///    |
///    = help: mind the date when a window ends after midnight, and a.m. and p.m.
/// ```
pub fn render(diagnostics: &[Diagnostic], source: &str, path: &str, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let pictures: Vec<String> =
        diagnostics.iter().map(|diagnostic| picture(diagnostic, source, path, &renderer)).collect();
    pictures.join("\n\n")
}

fn picture(diagnostic: &Diagnostic, source: &str, path: &str, renderer: &Renderer) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // Only the lines that are shown: the renderer takes time for every line it is given, which is
    // seconds when a long document has a problem in each.
    let other = diagnostic.other.as_ref().unwrap_or(&diagnostic.span);
    let first = diagnostic.span.start.min(other.start);
    let last = diagnostic.span.end.max(other.end);
    let from = source[..first].rfind('\n').map_or(0, |newline| newline + 1);
    let until = source[last..].find('\n').map_or(source.len(), |newline| last + newline + 1);
    let within = |span: &Range<usize>| span.start - from..span.end - from;

    let mut snippet = Snippet::source(&source[from..until])
        .line_start(source[..from].matches('\n').count() + 1)
        .path(path)
        .annotation(AnnotationKind::Primary.span(within(&diagnostic.span)));
    if let Some(other) = &diagnostic.other {
        let label = diagnostic.problem.other_label();
        snippet = snippet.annotation(AnnotationKind::Context.span(within(other)).label(label));
    }
    let mut group = level.primary_title(diagnostic.to_string()).element(snippet);
    if let Some(help) = diagnostic.problem.help() {
        group = group.element(Level::HELP.message(help));
    }
    renderer.render(&[group])
}
