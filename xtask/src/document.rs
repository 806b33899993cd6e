//! The parts of documents that a command makes.

const END: &str = "<!-- end of what is made -->\n";

/// The document with these parts in place of those before, by name; the name of the first for
/// which the document has no place, where there is one.
pub fn renewed<'a>(
    command: &str,
    document: &str,
    parts: &[(&'a str, String)],
) -> Result<String, &'a str> {
    parts.iter().try_fold(document.to_owned(), |document, (name, text)| {
        let begin = begin(command, name);
        let (before, rest) = document.split_once(&begin).ok_or(*name)?;
        let (_, after) = rest.split_once(END).ok_or(*name)?;
        Ok(format!("{before}{begin}{text}{END}{after}"))
    })
}

/// The line before the part of this name.
pub fn begin(command: &str, name: &str) -> String {
    format!("<!-- made by `{command}`: {name} -->\n")
}

/// A table in Markdown: the first column to the left, the others to the right.
pub fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        let cells: String = cells.iter().map(|cell| format!(" {cell} |")).collect();
        format!("|{cells}\n").replace("|  |", "| |")
    };
    let rule: Vec<String> = (0..head.len())
        .map(|column| if column == 0 { "---".to_owned() } else { "--:".to_owned() })
        .collect();
    let rows: String = rows.iter().map(|row| line(row)).collect();
    line(head) + &line(&rule) + &rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMAND: &str = "cargo xtask scale";

    #[test]
    fn only_what_is_between_the_marks_is_made() {
        let mark = |name| begin(COMMAND, name);
        let (one, two) = (mark("one"), mark("two"));
        let document = format!("A\n{one}old\n{END}B\n{two}{END}C\n");
        let parts = [("one", "1\n".to_owned()), ("two", "2\n".to_owned())];
        let made = renewed(COMMAND, &document, &parts).expect("both have a place");
        assert_eq!(made, format!("A\n{one}1\n{END}B\n{two}2\n{END}C\n"));
        assert_eq!(renewed(COMMAND, &made, &parts), Ok(made));
        assert_eq!(renewed(COMMAND, "no marks", &parts), Err("one"));
        assert_eq!(renewed(COMMAND, &one, &parts[..1]), Err("one"));
    }

    #[test]
    fn tables_are_markdown() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let table = table(&row(["", "a"]), &[row(["b", "1"])]);
        assert_eq!(table, "| | a |\n| --- | --: |\n| b | 1 |\n");
    }
}
