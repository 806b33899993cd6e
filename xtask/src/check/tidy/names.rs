//! No file is called after what is left over.

use crate::check::tidy::files::SourceFile;

const LEFT_OVER: [&str; 6] = ["utils", "util", "helpers", "helper", "common", "misc"];

pub fn rule(file: &SourceFile) -> Vec<String> {
    let names = file
        .path
        .file_stem()
        .into_iter()
        .chain(file.path.parent().and_then(|folder| folder.file_name()));
    names
        .filter_map(|name| name.to_str())
        .filter(|name| file.is_source() && LEFT_OVER.contains(name))
        .map(|name| format!("`{name}` says nothing: call it after the noun that is in it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders_are_nouns() {
        for (path, tidy) in [
            ("edge/src/gate.rs", true),
            ("edge/src/utils.rs", false),
            ("tests/helpers/origin.mjs", false),
            ("edge/src/common_words.rs", true),
        ] {
            let file = SourceFile { path: path.into(), text: String::new(), document: false };
            assert_eq!(rule(&file).is_empty(), tidy, "{path}");
        }
    }
}
