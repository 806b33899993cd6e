//! What the keeper found about a document, as pictures.

use admin::{Finding, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::source::Source;

/// Each finding with its line and a caret below its place, where the document is known here; else
/// with the numbers of its line and column. As `check` shows what it finds itself.
pub(crate) fn of(findings: &[Finding], source: Option<&Source>, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let pictures: Vec<String> =
        findings.iter().map(|finding| picture(finding, source, &renderer)).collect();
    pictures.join("\n\n")
}

fn picture(finding: &Finding, source: Option<&Source>, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let line = source
        .and_then(|source| Some((source, source.text.lines().nth(finding.line.checked_sub(1)?)?)));
    let place = format!("in line {}, column {} of the document", finding.line, finding.column);
    let mut group = match line {
        Some((source, line)) => {
            level.primary_title(finding.message.as_str()).element(snippet(finding, source, line))
        }
        None => level.primary_title(finding.message.as_str()).element(Level::NOTE.message(place)),
    };
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    renderer.render(&[group])
}

/// The one line, so that the renderer does not count all of a long document.
fn snippet<'a>(
    finding: &Finding,
    source: &'a Source,
    line: &'a str,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mut places = line.char_indices().skip(finding.column.saturating_sub(1));
    let (start, width) =
        places.next().map_or((line.len(), 0), |(place, character)| (place, character.len_utf8()));
    Snippet::source(line)
        .line_start(finding.line)
        .path(source.name.as_str())
        .annotation(AnnotationKind::Primary.span(start..start + width))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn finding(line: usize, column: usize) -> Finding {
        Finding {
            severity: Severity::Error,
            message: "the window ends before it starts".to_owned(),
            line,
            column,
            help: Some("mind the date".to_owned()),
        }
    }

    #[test]
    fn a_caret_below_the_place() {
        let text = "start = 1\nname = \"Prüfung\"\n".to_owned();
        let source = Source { name: "schedule.toml".to_owned(), text };
        expect![[r#"
            error: the window ends before it starts
             --> schedule.toml:2:12
              |
            2 | name = "Prüfung"
              |            ^
              |
              = help: mind the date

            error: the window ends before it starts
             --> schedule.toml:1:1
              |
            1 | start = 1
              | ^
              |
              = help: mind the date"#]]
        .assert_eq(&of(&[finding(2, 12), finding(1, 1)], Some(&source), false));
    }

    #[test]
    fn numbers_where_there_is_nothing_to_point_at() {
        expect![[r#"
            error: the window ends before it starts
             |
             = note: in line 2, column 12 of the document
             = help: mind the date"#]]
        .assert_eq(&of(&[finding(2, 12)], None, false));
        let source = Source { name: "schedule.toml".to_owned(), text: "short".to_owned() };
        for (line, column) in [(0, 0), (0, 7), (1, 99), (1, 6), (usize::MAX, usize::MAX)] {
            let picture = of(&[finding(line, column)], Some(&source), false);
            assert!(picture.contains("the window ends before it starts"), "{line}:{column}");
        }
    }
}
