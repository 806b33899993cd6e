//! The table that closes a run.

use std::fmt;
use std::time::Duration;

use crate::terminal;

/// The steps taken so far, with the time that each took.
#[derive(Default)]
pub struct Summary {
    rows: Vec<(String, Duration, bool)>,
}

impl Summary {
    pub fn add(&mut self, step: String, took: Duration, passed: bool) {
        self.rows.push((step, took, passed));
    }

    fn text(&self, styled: bool) -> String {
        let width = self.rows.iter().map(|(step, ..)| step.len()).max().unwrap_or(0);
        let row = |(step, took, passed): &(String, Duration, bool)| {
            let (word, colour) = if *passed { ("ok", "32") } else { ("failed", "1;31") };
            let word =
                if styled { format!("\x1b[{colour}m{word}\x1b[0m") } else { word.to_owned() };
            format!("{step:width$}  {:>8}  {word}\n", seconds(*took))
        };
        self.rows.iter().map(row).collect()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(terminal::stdout_styled()))
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let mut summary = Summary::default();
        summary.add("format".to_owned(), Duration::from_millis(840), true);
        summary.add("end-to-end".to_owned(), Duration::from_millis(101_220), false);
        assert_eq!(
            summary.text(false),
            "format         0.8 s  ok\n\
             end-to-end   101.2 s  failed\n"
        );
    }
}
