//! The part of `docs/reopening.md` that is made of numbers.

use crate::reopening::figures::{elapsed, grouped};
use crate::reopening::record::Record;
use crate::reopening::scenario::Scenario;

pub const BEGIN: &str = "<!-- made by `cargo xtask reopening` -->\n";
const END: &str = "<!-- end of what is made -->\n";

/// A line of the table: what is counted, and how it is told of a record.
type Row = (&'static str, fn(&Record) -> String);

const ROWS: [Row; 10] = [
    ("most requests at the origin in one second", |record| {
        format!("**{}**", grouped(record.peak().into()))
    }),
    ("half of the machines are back after", |record| elapsed(record.back_after(50))),
    ("95 %", |record| elapsed(record.back_after(95))),
    ("99 %", |record| elapsed(record.back_after(99))),
    ("all of them", |record| elapsed(record.back_after(100))),
    ("requests answered by the edge, in the ten minutes before the end", |record| {
        grouped(record.answered_before())
    }),
    ("and after the end", |record| grouped(record.again.total())),
    ("… of these from machines that honour `Retry-After`", |record| {
        grouped(record.again.honouring)
    }),
    ("… from machines that do not", |record| grouped(record.again.heedless)),
    ("… from people", |record| grouped(record.again.people)),
];

/// The document with the table of these records in place of the one before; `None` when it does
/// not say where.
pub fn renewed(document: &str, records: &[(Scenario, Record)]) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{}{END}{after}", table(records)))
}

fn table(records: &[(Scenario, Record)]) -> String {
    let cells = |first: &str, of: &dyn Fn(&(Scenario, Record)) -> String| {
        let cells: String = records.iter().map(|record| format!(" {} |", of(record))).collect();
        format!("| {first} |{cells}\n").replace("|  |", "| |")
    };
    let mut table = cells("", &|(scenario, _)| scenario.name().to_owned());
    table += &cells("---", &|_| "--:".to_owned());
    for (what, of) in ROWS {
        table += &cells(what, &|(_, record)| of(record));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_is_made() {
        let records = [(Scenario::Jitter, Record::new())];
        let document = format!("Before.\n{BEGIN}old\n{END}After.\n");
        let renewed_once = renewed(&document, &records).expect("the marks are there");
        assert!(
            renewed_once.starts_with(&format!("Before.\n{BEGIN}| | jitter |\n| --- | --: |\n"))
        );
        assert!(renewed_once.ends_with(&format!("| … from people | 0 |\n{END}After.\n")));
        assert_eq!(renewed(&renewed_once, &records), Some(renewed_once));
    }

    #[test]
    fn a_document_without_marks_is_left_alone() {
        for document in ["", BEGIN, END, &format!("{END}{BEGIN}")] {
            assert_eq!(renewed(document, &[]), None, "{document:?}");
        }
    }
}
