//! No source file is too long to be read in one sitting.

use crate::check::tidy::files::SourceFile;

const LONGEST: usize = 400;

pub fn rule(file: &SourceFile) -> Vec<String> {
    let lines = file.text.lines().count();
    if file.is_source() && lines > LONGEST {
        return vec![format!(
            "it has {lines} lines: take it apart, {LONGEST} are enough for one thing"
        )];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_hundred_lines_are_enough() {
        for (lines, tidy) in [(1, true), (400, true), (401, false)] {
            let text = "line\n".repeat(lines);
            let file = SourceFile { path: "a.rs".into(), text, document: false };
            assert_eq!(rule(&file).is_empty(), tidy, "{lines}");
        }
    }
}
