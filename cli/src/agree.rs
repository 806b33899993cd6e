//! Asking before something is changed for everybody.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::failure::Failure;

/// Goes on when somebody at the terminal agrees, or when `yes` says that nobody is to be asked.
/// `question` ends with a question mark.
pub(crate) fn agree(question: &str, yes: bool) -> Result<(), Failure> {
    if yes {
        return Ok(());
    }
    let stdin = io::stdin();
    if !stdin.is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::NobodyToAsk);
    }
    let mut stderr = io::stderr();
    let _ = write!(stderr, "{question} [y/N] ");
    let _ = stderr.flush();
    let mut answer = String::new();
    // The end of the input, or a fault of it, is no yes.
    let _ = stdin.lock().read_line(&mut answer);
    if !answer.ends_with('\n') {
        let _ = writeln!(stderr);
    }
    match is_yes(&answer) {
        true => Ok(()),
        false => Err(Failure::Declined),
    }
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_yes_is_one() {
        for (answer, expected) in [
            ("y\n", true),
            ("YES\r\n", true),
            (" yes ", true),
            ("\n", false),
            ("", false),
            ("n\n", false),
            ("yep\n", false),
            ("yn\n", false),
        ] {
            assert_eq!(is_yes(answer), expected, "{answer:?}");
        }
    }
}
