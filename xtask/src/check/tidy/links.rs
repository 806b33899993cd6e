//! Every relative link in a document leads somewhere.

use crate::check::tidy::files::SourceFile;

pub fn rule(file: &SourceFile) -> Vec<String> {
    if !file.document || file.extension() != "md" {
        return Vec::new();
    }
    let folder = file.path.parent().expect("a file is in a folder");
    links(&file.text)
        .filter(|(_, target)| !folder.join(target).exists())
        .map(|(line, target)| format!("line {line} links to `{target}`, which is not there"))
        .collect()
}

/// The relative links of a Markdown text with the numbers of their lines, without fragments.
/// What stands in a fenced block is an example and no link.
fn links(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    let prose = text.lines().enumerate().filter(move |(_, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    });
    prose
        .flat_map(|(line, text)| targets(text).map(move |target| (line + 1, target)))
        .filter_map(|(line, target)| Some((line, target.split(['#', '?']).next()?)))
        .filter(|(_, target)| !target.is_empty() && !is_absolute(target))
}

/// What stands behind `](`, `]: `, `src="` and `href="`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let inline = pieces(line, "](", &[')', ' ']);
    let attributes = pieces(line, "src=\"", &['"']).chain(pieces(line, "href=\"", &['"']));
    let definition = line.strip_prefix('[').and_then(|line| line.split_once("]: "));
    let definition = definition.and_then(|(_, target)| target.split_whitespace().next());
    inline.chain(attributes).chain(definition)
}

fn pieces<'a>(
    line: &'a str,
    opening: &'static str,
    closing: &'static [char],
) -> impl Iterator<Item = &'a str> {
    line.split(opening).skip(1).filter_map(move |rest| rest.split(closing).next())
}

fn is_absolute(target: &str) -> bool {
    target.starts_with('/') || target.contains("://") || target.starts_with("mailto:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_links_are_found_with_their_lines() {
        let text = "See [a](a.md#top) and [b](https://example.org/b).\n\
                    ![picture](docs/p.png \"title\") [here](#below)\n\
                    ```md\n[not](a-link.md)\n```\n\
                    <img src=\"docs/q.png\">\n\
                    [c]: ../c.md\n";
        let found: Vec<_> = links(text).collect();
        assert_eq!(found, [(1, "a.md"), (2, "docs/p.png"), (6, "docs/q.png"), (7, "../c.md")]);
    }
}
