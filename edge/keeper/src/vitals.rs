//! Whether this instance of the module is whole.

use std::{cell::Cell, panic, sync::Once};

thread_local! {
    static IS_BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// Watches for panics from now on.
pub(crate) fn watch() {
    static WATCHING: Once = Once::new();
    WATCHING.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            IS_BROKEN.set(true);
            before(panic);
        }));
    });
}

/// Whether something has panicked. Until this instance is replaced, other requests may still be
/// woken in it, and have been told that nothing was changed: so nothing may be.
pub(crate) fn is_broken() -> bool {
    IS_BROKEN.get()
}
