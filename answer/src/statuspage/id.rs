//! Stable names, as long as Statuspage's.

use sha2::{Digest, Sha256};

/// Twelve characters for what `names` name together, such as a kind and a window: the same whenever
/// one asks.
pub(super) fn id(names: &[&str]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = Sha256::digest(names.join("\n").as_bytes());
    hash.iter().take(12).map(|octet| char::from(LETTERS[usize::from(octet % 32)])).collect()
}
