//! One block of addresses.

use std::{
    fmt,
    net::{IpAddr, Ipv6Addr},
    str::FromStr,
};

use cidr::{IpCidr, IpInet};
use serde::{Deserialize, Serialize};

/// A block of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3), or one address.
///
/// It begins where it says it begins, and is never all addresses of a family. A block of IPv4
/// addresses that are mapped into IPv6 is the block of IPv4 addresses.
///
/// | text | means |
/// | --- | --- |
/// | `192.0.2.0/24` | 192.0.2.0 to 192.0.2.255 |
/// | `192.0.2.7` | this one address |
/// | `2001:db8::/48` | the IPv6 addresses that begin with these 48 bits |
/// | `::ffff:192.0.2.0/120` | `192.0.2.0/24` |
/// | `10.0.0.1/8` | nothing: either `10.0.0.0/8` or `10.0.0.1` was meant |
/// | `0.0.0.0/0` | nothing: with it, the gate would not be closed at all |
///
/// # Examples
///
/// ```
/// use bypass::Block;
///
/// let why = "10.0.0.1/8".parse::<Block>().unwrap_err();
/// assert_eq!(
///     why.to_string(),
///     "expected a block that begins with its first address, found `10.0.0.1/8`: \
///      write `10.0.0.0/8` for the block, or `10.0.0.1` for the one address",
/// );
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Block(IpCidr);

impl Block {
    /// `address` must be canonical.
    pub(crate) fn contains_address(self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

/// Why a text is not a block of addresses. Each has the text as it was found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum BlockError {
    /// Neither an address nor an address, `/` and a number.
    Unreadable { found: String },
    /// More bits than the address has, which are `most`.
    TooManyBits { found: String, most: u8 },
    /// The address is not the first one of its block.
    Inside { found: String, block: Block, address: IpAddr },
    /// Every address there is.
    Everybody { found: String },
}

impl fmt::Display for BlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { found } => write!(
                f,
                "expected an address or a block such as `192.0.2.0/24` or `2001:db8::/48`, \
                 found `{found}`"
            ),
            Self::TooManyBits { found, most } => {
                write!(f, "expected a number up to {most} after the `/`, found `{found}`")
            }
            Self::Inside { found, block, address } => write!(
                f,
                "expected a block that begins with its first address, found `{found}`: write \
                 `{block}` for the block, or `{address}` for the one address"
            ),
            Self::Everybody { found } => write!(
                f,
                "expected a block of some addresses, found `{found}`, which is all: nobody would \
                 find the gate closed"
            ),
        }
    }
}

impl std::error::Error for BlockError {}

impl FromStr for Block {
    type Err = BlockError;

    fn from_str(text: &str) -> Result<Self, BlockError> {
        let text = text.trim();
        let found = || text.to_owned();
        let unreadable = || BlockError::Unreadable { found: found() };
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| unreadable())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            None => most,
            // `parse` alone would also take `+8`.
            Some(digits) if !digits.is_empty() && digits.bytes().all(|d| d.is_ascii_digit()) => {
                digits.parse().unwrap_or(u8::MAX)
            }
            Some(_) => return Err(unreadable()),
        };
        let (address, bits) = unmapped(address, bits);
        let inet = IpInet::new(address, bits)
            .map_err(|_| BlockError::TooManyBits { found: found(), most })?;
        let block = Self(inet.network());
        if bits == 0 {
            Err(BlockError::Everybody { found: found() })
        } else if inet.first_address() != address {
            Err(BlockError::Inside { found: found(), block, address })
        } else {
            Ok(block)
        }
    }
}

/// Clients are compared by their canonical address, so a block has to be in the same family.
fn unmapped(address: IpAddr, bits: u8) -> (IpAddr, u8) {
    const MAPPED: u8 = 96;
    match address {
        IpAddr::V6(v6) if (MAPPED..=128).contains(&bits) && is_mapped(v6) => {
            (address.to_canonical(), bits - MAPPED)
        }
        _ => (address, bits),
    }
}

fn is_mapped(address: Ipv6Addr) -> bool {
    address.to_ipv4_mapped().is_some()
}

impl TryFrom<String> for Block {
    type Error = BlockError;

    fn try_from(text: String) -> Result<Self, BlockError> {
        text.parse()
    }
}

impl From<Block> for String {
    fn from(block: Block) -> Self {
        block.to_string()
    }
}

/// One address alone is written without its number of bits.
impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
