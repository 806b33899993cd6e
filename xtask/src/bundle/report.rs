//! What was built, and how a page embeds the banner of it.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::bundle::timeline::Compiled;
use crate::bundle::{EDGE, KEEPER, Profile, bind, embed, widget};
use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

/// The lines that end a build.
pub fn of(
    checkout: &Checkout,
    profile: Profile,
    bundle: &Path,
    compiled: &Compiled,
) -> Result<String, Failure> {
    let gate = size(&bundle.join(bind::module(EDGE)))?;
    let keeper = size(&bundle.join(KEEPER).join(bind::module(KEEPER)))?;
    let banner = checkout.builds().join(widget::WIDGET);
    let occurrences = compiled.timeline.occurrences.len();
    Ok(format!(
        "built {} ({})\n  gate      {gate}\n  keeper    {keeper}\n  schedule  {}, {occurrences} {}\n  \
         zones     IANA {}\n\
         the banner, as a page on another host pins it (there with https:// and this host before it):\n{}",
        checkout.shown(bundle),
        profile.folder(),
        compiled.timeline.service.name,
        if occurrences == 1 { "occurrence" } else { "occurrences" },
        compiled.timeline.zones,
        embed::elements(&banner, &widget::version(&banner)?, &compiled.timeline.edge.prefix)?,
    ))
}

/// How large a module is, as it is and as it is sent.
fn size(module: &Path) -> Result<String, Failure> {
    let wasm = fs::read(module).about("read", module)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(&wasm).and_then(|()| gzip.finish()).about("compress", module)?;
    Ok(format!("{}, {} compressed", kilobytes(wasm.len()), kilobytes(packed.len())))
}

/// 1000 bytes to the kilobyte, as disks and networks count.
fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_in_thousands_with_one_decimal() {
        for (bytes, expect) in [(0, "0.0 kB"), (999, "0.9 kB"), (142_211, "142.2 kB")] {
            assert_eq!(kilobytes(bytes), expect);
        }
    }
}
