//! Who sends, as far as an address tells.

use std::net::{IpAddr, Ipv4Addr};

/// The network that counts as one client: an IPv4 address, or the 64 bits of an IPv6 address that
/// one customer gets at least.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Client {
    V4(Ipv4Addr),
    V6([u16; 4]),
    /// Nobody trustworthy states an address. All of these are one client.
    Unknown,
}

impl Client {
    /// The client in what the edge states; without it, or when it is not one address, `Unknown`.
    pub fn new(address: Option<&str>) -> Self {
        let parsed = address.and_then(|address| address.trim().parse().ok());
        match parsed.map(|address: IpAddr| address.to_canonical()) {
            Some(IpAddr::V4(address)) => Self::V4(address),
            Some(IpAddr::V6(address)) => {
                let [a, b, c, d, ..] = address.segments();
                Self::V6([a, b, c, d])
            }
            None => Self::Unknown,
        }
    }

    /// Whether it is one client, so that it may be refused for what it did before.
    pub fn is_known(self) -> bool {
        self != Self::Unknown
    }
}
