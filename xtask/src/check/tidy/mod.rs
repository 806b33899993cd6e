//! The house rules that no other tool knows.
//!
//! | rule | why |
//! | --- | --- |
//! | a source file opens by saying what it is | a reader decides in one line whether to read on |
//! | no file is called after what is left over | a function without a home is a noun not yet found |
//! | no source file has more than 400 lines | more than that is two things |
//! | every relative link in a document leads somewhere | the reader would be lost |

mod files;
mod header;
mod length;
mod links;
mod names;

use crate::checkout::Checkout;
use crate::failure::Failure;

use self::files::SourceFile;

/// What a rule says about a file, or nothing.
type Rule = fn(&SourceFile) -> Vec<String>;

const RULES: [Rule; 4] = [header::rule, names::rule, length::rule, links::rule];

/// Applies every rule to every file, and tells of all that is untidy at once.
pub fn check(checkout: &Checkout) -> Result<(), Failure> {
    let files = files::all(checkout)?;
    let untidy: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let said = RULES.iter().flat_map(|rule| rule(file));
            said.map(|said| format!("{}: {said}", checkout.shown(&file.path))).collect::<Vec<_>>()
        })
        .collect();
    if untidy.is_empty() { Ok(()) } else { Err(Failure::Untidy { untidy }) }
}
