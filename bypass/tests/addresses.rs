//! Which addresses pass: blocks as operators write them, clients as platforms name them.

use std::net::{IpAddr, Ipv4Addr};

use bypass::{Addresses, Block};
use proptest::prelude::*;

fn addresses(blocks: &[&str]) -> Addresses {
    blocks.iter().map(|block| block.parse::<Block>().expect(block)).collect()
}

#[track_caller]
fn check(block: &str, client: &str, expected: bool) {
    assert_eq!(addresses(&[block]).contains(client), expected, "{client} in {block}");
}

#[test]
fn a_block_begins_and_ends_where_it_says() {
    check("192.0.2.0/24", "192.0.1.255", false);
    check("192.0.2.0/24", "192.0.2.0", true);
    check("192.0.2.0/24", "192.0.2.255", true);
    check("192.0.2.0/24", "192.0.3.0", false);
    check("192.0.2.7", "192.0.2.7", true);
    check("192.0.2.7", "192.0.2.8", false);
    check("192.0.2.7/32", "192.0.2.7", true);
    check("192.0.2.6/31", "192.0.2.7", true);
    check("128.0.0.0/1", "127.255.255.255", false);
    check("128.0.0.0/1", "255.255.255.255", true);
    check("2001:db8::/48", "2001:db8:0:ffff:ffff:ffff:ffff:ffff", true);
    check("2001:db8::/48", "2001:db8:1::", false);
    check("2001:db8::7", "2001:0DB8:0::0007", true);
    check("2001:db8::7/128", "2001:db8::8", false);
}

#[test]
fn mapped_addresses_are_what_is_mapped() {
    check("192.0.2.0/24", "::ffff:192.0.2.7", true);
    check("192.0.2.0/24", "::ffff:c000:207", true);
    check("::ffff:192.0.2.0/120", "192.0.2.7", true);
    check("::ffff:192.0.2.0/120", "::ffff:192.0.2.7", true);
    check("::ffff:192.0.2.7", "192.0.2.7", true);
    // Deprecated in RFC 4291 section 2.5.5.1, and not the same thing.
    check("192.0.2.0/24", "::192.0.2.7", false);
    check("8000::/1", "192.0.2.7", false);
}

#[test]
fn the_dress_of_an_address_does_not_matter() {
    check("192.0.2.7", " 192.0.2.7\t", true);
    check("2001:db8::7", "[2001:db8::7]", true);
    check("fe80::/10", "fe80::1%eth0", true);
    check("fe80::/10", "[fe80::1%en-0.1_2]", true);
}

#[test]
fn what_is_not_one_address_is_nowhere() {
    for client in [
        "",
        " ",
        "unknown",
        "localhost",
        "192.0.2.7, 198.51.100.1",
        "198.51.100.1, 192.0.2.7",
        "192.0.2.7,",
        ",192.0.2.7",
        "192.0.2.7 192.0.2.7",
        "192.0.2.7:443",
        "192.0.2.7/32",
        "192.0.2.07",
        "0300.0.2.7",
        "3221225991",
        "192.0.2",
        "[192.0.2.7]",
        "192.0.2.7%eth0",
        "fe80::1%eth0, 192.0.2.7",
        "fe80::1%,192.0.2.7",
        "fe80::1%a b",
        "[fe80::1",
        "fe80::1]",
        "[fe80::1]:443",
        "[[fe80::1]]",
        "for=192.0.2.7",
        "192.0.2.7\n",
        "192.0.2.7\0",
        "１９２.0.2.7",
    ] {
        let everybody = addresses(&["0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1"]);
        // Blanks around an address, line breaks among them, are not a part of it.
        let expected = client == "192.0.2.7\n";
        assert_eq!(everybody.contains(client), expected, "{client:?}");
    }
}

#[test]
fn an_empty_list_contains_nobody() {
    assert!(Addresses::default().is_empty());
    assert!(!Addresses::default().contains("192.0.2.7"));
    let list = addresses(&["192.0.2.7", "2001:db8::/48"]);
    assert!(list.contains("192.0.2.7") && list.contains("2001:db8::1"));
    assert_eq!(list.blocks().len(), 2);
}

#[track_caller]
fn refused(block: &str, expected: &str) {
    let found = block.parse::<Block>().map_err(|why| why.to_string());
    assert_eq!(found, Err(expected.to_owned()), "{block}");
}

#[test]
fn a_block_that_was_not_meant_is_refused() {
    let inside = |found: &str, block: &str, address: &str| {
        refused(
            found,
            &format!(
                "expected a block that begins with its first address, found `{found}`: write \
                 `{block}` for the block, or `{address}` for the one address"
            ),
        );
    };
    inside("10.0.0.1/8", "10.0.0.0/8", "10.0.0.1");
    inside("192.0.2.7/31", "192.0.2.6/31", "192.0.2.7");
    inside("2001:db8::7/48", "2001:db8::/48", "2001:db8::7");
    inside("::ffff:10.0.0.1/104", "10.0.0.0/8", "10.0.0.1");
    inside("::ffff:10.0.0.0/64", "::/64", "::ffff:10.0.0.0");

    refused("10.0.0.0/33", "expected a number up to 32 after the `/`, found `10.0.0.0/33`");
    refused("10.0.0.0/999", "expected a number up to 32 after the `/`, found `10.0.0.0/999`");
    refused("2001:db8::/129", "expected a number up to 128 after the `/`, found `2001:db8::/129`");
    refused(
        "::ffff:10.0.0.0/129",
        "expected a number up to 128 after the `/`, found `::ffff:10.0.0.0/129`",
    );

    for everybody in ["0.0.0.0/0", "::/0", "::ffff:0.0.0.0/96", "10.0.0.0/0"] {
        refused(
            everybody,
            &format!(
                "expected a block of some addresses, found `{everybody}`, which is all: nobody \
                 would find the gate closed"
            ),
        );
    }
    for unreadable in [
        "",
        "office",
        "10/8",
        "10.0.0.0/",
        "10.0.0.0/+8",
        "10.0.0.0/-8",
        "10.0.0.0/8/8",
        "10.0.0.0 /8",
        "10.0.0.0/255.0.0.0",
        "010.0.0.0/8",
        "10.0.0.*",
        "10.0.0.1-10.0.0.9",
        "[2001:db8::]/48",
        "fe80::1%eth0",
        "10.0.0.0/8,192.0.2.7",
        "example.org",
    ] {
        refused(
            unreadable,
            &format!(
                "expected an address or a block such as `192.0.2.0/24` or `2001:db8::/48`, found \
                 `{unreadable}`"
            ),
        );
    }
}

#[test]
fn a_list_is_a_list_of_strings() {
    let list = addresses(&["192.0.2.0/24", "192.0.2.7/32", "::ffff:10.0.0.0/104", "2001:DB8::/48"]);
    let written = serde_json::to_string(&list).expect("strings");
    assert_eq!(written, r#"["192.0.2.0/24","192.0.2.7","10.0.0.0/8","2001:db8::/48"]"#);
    assert_eq!(serde_json::from_str::<Addresses>(&written).expect("as written"), list);
    let why = serde_json::from_str::<Addresses>(r#"["10.0.0.1/8"]"#).expect_err("host bits");
    assert!(why.to_string().contains("write `10.0.0.0/8` for the block"), "{why}");
}

proptest! {
    #[test]
    fn prop_a_block_contains_what_shares_its_first_bits(
        block in any::<u32>(), bits in 1..=32_u32, client in any::<u32>(), near in 0..32_u32,
    ) {
        let mask = u32::MAX << (32 - bits);
        let block = block & mask;
        let written = format!("{}/{bits}", Ipv4Addr::from(block));
        let list = addresses(&[&written]);
        // One that may be anywhere, and one that differs from the block in one bit.
        for client in [client, block ^ (1 << near)] {
            let address = Ipv4Addr::from(client);
            let expected = client & mask == block;
            prop_assert_eq!(list.contains(&address.to_string()), expected, "{} {}", address, written);
            let mapped = address.to_ipv6_mapped().to_string();
            prop_assert_eq!(list.contains(&mapped), expected, "{} {}", mapped, written);
        }
    }

    #[test]
    fn prop_a_block_is_read_back_as_it_was(address in any::<[u8; 16]>(), v4 in any::<bool>(), bits in 0..=128_u8) {
        let address = if v4 {
            IpAddr::from(<[u8; 4]>::try_from(&address[..4]).expect("four of sixteen"))
        } else {
            IpAddr::from(address)
        };
        // Half of the time what is written is inside its block: then what was meant is read.
        let block = match format!("{address}/{bits}").parse::<Block>() {
            Ok(block) => block,
            Err(bypass::BlockError::Inside { block, .. }) => block,
            Err(_) => return Ok(()),
        };
        prop_assert_eq!(block.to_string().parse::<Block>(), Ok(block));
    }

    #[test]
    fn prop_no_text_of_a_client_brings_it_down(text in "\\PC*|[0-9a-f:.%\\[\\], /]*") {
        let list = addresses(&["0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1"]);
        if list.contains(&text) {
            prop_assert!(!text.contains(','), "{}", text);
        }
        let _ = text.parse::<Block>();
    }
}
