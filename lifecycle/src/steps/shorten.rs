//! A window ends earlier, but not yet.

use super::extend::said;
use crate::{
    Order, Refused, Until, Verb,
    about::About,
    edit::{Edit, Put},
};

pub(super) fn shorten(about: &About<'_>, until: Until) -> Result<(Edit, String), Refused> {
    let occurrence = about.occurrence();
    let end = match (until, occurrence.end) {
        (Until::At(moment), _) => moment.resolve(about.zone())?,
        (Until::By(_), None) => {
            return Err(Refused::UnknownEnd { window: about.window(), verb: Verb::Shorten });
        }
        (Until::By(length), Some(old)) => about.moved(old, -length.to_delta())?,
    };
    if let Some(old) = occurrence.end.filter(|old| end >= *old) {
        return Err(about.out_of_order(end, old, Order::EarlierEnd));
    }
    if about.phase.is_closed() {
        about.later(end, about.now, Order::EndAfterNow)?;
    }
    about.later(end, occurrence.start, Order::EndAfterStart)?;
    let edit = Edit { end: Put::Set(end), ..Edit::default() };
    Ok((edit, format!("shortened {}: {}", about.name(), said(about, end))))
}
