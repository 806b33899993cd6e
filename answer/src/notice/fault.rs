//! What is wrong with a template.

use std::fmt;

use super::Variable;

/// What is wrong with a template, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    pub kind: FaultKind,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub enum FaultKind {
    /// Its first line does not say the subject.
    NoSubject,
    /// Nothing tells when it is.
    NoTime,
    UnknownVariable {
        found: String,
    },
    /// A brace that is opened and never closed.
    Unclosed,
    /// A brace that is closed and was never opened.
    Unopened,
    /// A list or the like in the middle of a sentence.
    BlockInSentence {
        variable: Variable,
    },
}

impl FaultKind {
    /// The way out.
    pub fn help(&self) -> String {
        match self {
            Self::NoSubject => "begin with a line such as `Subject: {service}: {when}`".to_owned(),
            Self::NoTime => {
                "write `{when}` where it tells when it is: that has the weekday, the date and the \
                 zone"
                    .to_owned()
            }
            Self::UnknownVariable { .. } => {
                let known: Vec<&str> = Variable::ALL.into_iter().map(Variable::as_str).collect();
                format!("there are `{}`", known.join("`, `"))
            }
            Self::Unclosed | Self::Unopened => {
                "a brace that is meant as one is written twice: `{{` or `}}`".to_owned()
            }
            Self::BlockInSentence { variable } => {
                format!("write `{{{}}}` in a line of its own", variable.as_str())
            }
        }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSubject => f.write_str("expected the subject in the first line"),
            Self::NoTime => f.write_str("expected a time, but the template never tells when it is"),
            Self::UnknownVariable { found } => {
                write!(f, "there is no variable `{}`", found.escape_debug())
            }
            Self::Unclosed => f.write_str("expected `}` after this `{`"),
            Self::Unopened => f.write_str("expected `{` before this `}`"),
            Self::BlockInSentence { variable } => write!(
                f,
                "`{{{}}}` is a list, which cannot stand within a sentence",
                variable.as_str()
            ),
        }
    }
}
