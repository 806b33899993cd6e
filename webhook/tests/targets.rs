//! Which addresses may be asked.

use webhook::{Reach, Target};

#[track_caller]
fn refused(addresses: &[&str], expected: &str) {
    for address in addresses {
        let error = Target::new(address, Reach::Public).expect_err(address).to_string();
        assert!(error.contains(expected), "{address}: {error}");
    }
}

#[test]
fn the_public_network_by_https() {
    for address in [
        "https://partner.example/hooks?a=b",
        "https://partner.example:8443/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
    ] {
        Target::new(address, Reach::Public).expect(address);
    }
}

const PRIVATE: &str = "expected a host of the public network, found";

/// RFC 6890, and numbers as the platform reads them.
#[test]
fn no_private_address_of_ipv4_in_any_spelling() {
    let hosts = "127.0.0.1 127.1 2130706433 0x7f000001 0177.0.0.1 0 10.1.2.3 172.16.0.1 172.31.255.255 \
                 192.168.0.1 100.64.0.1 169.254.169.254 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 \
                 224.0.0.1 255.255.255.255 １２７.0.0.1";
    for host in hosts.split_whitespace() {
        refused(&[&format!("https://{host}/")], PRIVATE);
    }
}

/// What wraps an address of IPv4 may be any of them.
#[test]
fn no_private_address_of_ipv6() {
    let hosts = ":: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: \
                 2001:0:1:: 2001:db8::1 fe80::1 fc00::1 fd12::1 ff02::1 3fff::1";
    for host in hosts.split_whitespace() {
        refused(&[&format!("https://[{host}]/")], PRIVATE);
    }
}

#[test]
fn no_name_that_means_something_only_here() {
    let hosts = "localhost LOCALHOST localhost. a.localhost printer.local keeper \
                 metadata.google.internal router.home.arpa intranet.lan";
    for host in hosts.split_whitespace() {
        refused(&[&format!("https://{host}/")], PRIVATE);
    }
    Target::new("https://notlocalhost.example/", Reach::Public).expect("another name");
}

#[test]
fn what_is_no_address_of_a_subscriber() {
    refused(
        &["http://partner.example/", "file:///etc/passwd", "javascript:0"],
        "address with `https`",
    );
    refused(
        &["https://a:b@partner.example/", "https://a@partner.example/"],
        "no user and password",
    );
    refused(&["https://partner.example/#x"], "no `#`");
    refused(&["partner.example", "", "https://", "https://[::1/"], "cannot be read");
    refused(&[&format!("https://partner.example/{}", "a".repeat(2000))], "at most 2000 bytes");
}

#[test]
fn who_serves_themselves_may_reach_what_is_theirs() {
    for address in ["http://127.0.0.1:9000/", "http://keeper/", "https://10.0.0.5/"] {
        Target::new(address, Reach::Private).expect(address);
    }
    Target::new("ftp://127.0.0.1/", Reach::Private).expect_err("another scheme");
    Target::new("http://a:b@127.0.0.1/", Reach::Private).expect_err("credentials");
}

#[test]
fn an_address_that_is_a_secret_is_not_shown() {
    let target = Target::new("https://hooks.example:8443/T0/secret", Reach::Public).expect("good");
    assert_eq!(target.without_secret(), "https://hooks.example:8443/…");
    assert_eq!(format!("{target:?}"), r#"Target("https://hooks.example:8443/…")"#);
}
