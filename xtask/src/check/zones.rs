//! The zone tables in the checkout, beside the newest release of the IANA database.

use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::tzdata;

/// Says it when the tables have fallen behind, without failing: a release on the other side of the
/// world must not stop a change that has nothing to do with it. Tables that somebody altered fail.
pub fn check(checkout: &Checkout) -> Result<(), Failure> {
    match tzdata::check(checkout) {
        Err(behind @ Failure::ZonesBehind { .. }) => println!("warning: {behind}"),
        Err(missing @ (Failure::Missing { .. } | Failure::Start { .. })) => {
            println!("whether the zone tables are the newest was not checked: {missing}");
        }
        outcome => return outcome,
    }
    Ok(())
}
