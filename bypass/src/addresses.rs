//! The networks that pass.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::Block;

/// A list of blocks of addresses; an empty one contains no address.
///
/// It is written as a list of strings, each of which is a [`Block`].
///
/// # Examples
///
/// ```
/// use bypass::Addresses;
///
/// let office: Addresses = ["192.0.2.0/24", "2001:db8::7"]
///     .into_iter()
///     .map(|block| block.parse())
///     .collect::<Result<_, _>>()
///     .unwrap();
/// assert!(office.contains("192.0.2.77"));
/// assert!(office.contains("2001:db8::7"));
/// assert!(!office.contains("198.51.100.1"));
/// ```
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Addresses {
    blocks: Vec<Block>,
}

impl Addresses {
    /// Whether `text` is an address in one of the blocks; `false` for what is not one address.
    ///
    /// `text` must be what the platform itself says about the connection, such as Cloudflare's
    /// `CF-Connecting-IP`, which a client cannot set. A list such as `X-Forwarded-For` is never
    /// contained, not even one with a single trustworthy entry in it: a client begins that list
    /// with whatever it likes, and which entry a proxy of ours has added cannot be seen.
    ///
    /// An IPv4 address that is mapped into IPv6 (`::ffff:192.0.2.7`) is the IPv4 address. Brackets
    /// and the zone of an IPv6 address (`[fe80::1%eth0]`) are left out; a port is not expected.
    pub fn contains(&self, text: &str) -> bool {
        // First the list, because almost everywhere it is empty.
        !self.blocks.is_empty()
            && address(text).is_some_and(|address| {
                self.blocks.iter().any(|block| block.contains_address(address))
            })
    }

    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// In the order in which they were written.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}

impl FromIterator<Block> for Addresses {
    fn from_iter<I: IntoIterator<Item = Block>>(blocks: I) -> Self {
        Self { blocks: blocks.into_iter().collect() }
    }
}

fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = match text.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?,
        None => text,
    };
    let address = match bare.split_once('%') {
        // The zone's characters are checked, or a list could hide behind the sign.
        Some((address, zone)) if zone.bytes().all(is_of_zone) => address,
        Some(_) => return None,
        None => bare,
    };
    let parsed: IpAddr = address.parse().ok()?;
    // IPv4 has neither brackets nor zones.
    (parsed.is_ipv6() || address.len() == text.len()).then(|| parsed.to_canonical())
}

fn is_of_zone(octet: u8) -> bool {
    octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'.' | b'_')
}
