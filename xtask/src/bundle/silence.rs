//! Panics without words: for a module that is downloaded.
//!
//! What Rust says of a panic, and the machinery that puts it into words, would be a quarter of the banner's
//! module; a page has nowhere to show it. The function that every panic ends in is replaced by the
//! instruction that traps, and all that only it needed goes with it.

use std::path::Path;

use walrus::{FunctionBuilder, FunctionKind, LocalFunction, Module};

use crate::failure::{AboutFile, Failure};

/// How the compiler's names for them end: what a panic calls, and what says that there is no memory left.
const SPEAKERS: [&str; 2] = ["rust_begin_unwind", "handle_alloc_error"];

/// Writes the module of `from` to `to` so that its panics trap at once.
pub fn silence(from: &Path, to: &Path) -> Result<(), Failure> {
    let unreadable = |reason: String| Failure::Module { path: from.to_owned(), reason };
    let mut module = Module::from_file(from).map_err(|error| unreadable(format!("{error:#}")))?;
    let speakers: Vec<_> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_speaker))
        .map(|(id, function)| (id, function.ty()))
        .collect();
    if speakers.is_empty() {
        return Err(unreadable(format!("it has no function called {}", SPEAKERS.join(" or "))));
    }
    for (id, kind) in speakers {
        let trap = trap(&mut module, kind);
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap);
    }
    walrus::passes::gc::run(&mut module);
    std::fs::write(to, module.emit_wasm()).about("write", to)
}

fn is_speaker(name: &str) -> bool {
    SPEAKERS.iter().any(|speaker| name.ends_with(speaker))
}

/// A function of this type that does nothing but trap.
fn trap(module: &mut Module, kind: walrus::TypeId) -> LocalFunction {
    let (parameters, results) = module.types.params_results(kind);
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let arguments = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    builder.local_func(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_panic_ends_in_is_known_by_its_name() {
        for (name, speaks) in [
            ("_RNvCsfLfy6EI15iL_7___rustc17rust_begin_unwind", true),
            ("rust_begin_unwind", true),
            ("_RNvNtCs5cOc02OMXlo_5alloc5alloc18handle_alloc_error", true),
            ("_ZN6widget6banner6Banner3say17h678fc2fbe4f1d6e8E", false),
        ] {
            assert_eq!(is_speaker(name), speaks, "{name}");
        }
    }
}
