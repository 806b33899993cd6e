//! A source file opens by saying what it is.

use crate::check::tidy::files::SourceFile;

pub fn rule(file: &SourceFile) -> Vec<String> {
    let text = match file.text.strip_prefix("#!/") {
        Some(script) => script.split_once('\n').map_or("", |(_, rest)| rest),
        None => &file.text,
    };
    let openings: &[&str] = match file.extension() {
        "rs" => &["//!"],
        "js" | "mjs" => &["//", "/*"],
        "css" => &["/*"],
        _ => return Vec::new(),
    };
    if openings.iter().any(|opening| text.starts_with(opening)) {
        return Vec::new();
    }
    vec![format!("begin it with `{}` and a line that says what is in it", openings[0])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_a_comment() {
        for (name, text, tidy) in [
            ("a.rs", "//! A noun.\n", true),
            ("a.rs", "// A noun.\n", false),
            ("a.rs", "\n//! A noun.\n", false),
            ("a.mjs", "#!/usr/bin/env node\n// A noun.\n", true),
            ("a.js", "import x from 'y'\n", false),
            ("a.css", "/* A noun. */", true),
            ("a.css", "// A noun.", false),
            ("a.md", "Anything", true),
        ] {
            let file = SourceFile { path: name.into(), text: text.to_owned(), document: false };
            assert_eq!(rule(&file).is_empty(), tidy, "{name}: {text}");
        }
    }
}
