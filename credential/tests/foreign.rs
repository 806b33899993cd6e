//! Which writes another site's page has sent.

use credential::foreign::{self, Foreign};
use proptest::prelude::*;

#[test]
fn a_write_comes_from_our_own_pages_or_from_none() {
    let (origin, site) = (Err(Foreign::Origin), Err(Foreign::Site));
    for (sent, fetch_site, host, expected) in [
        (None, None, "example.org", Ok(())),
        (None, Some("none"), "example.org", Ok(())),
        (None, Some("same-origin"), "example.org", Ok(())),
        (None, Some("same-site"), "example.org", site),
        (None, Some("cross-site"), "example.org", site),
        (None, Some("something"), "example.org", site),
        (Some("https://example.org"), Some("same-origin"), "example.org", Ok(())),
        (Some("https://example.org"), None, "Example.ORG", Ok(())),
        (Some("https://example.org"), None, "example.org:443", Ok(())),
        (Some("http://localhost:8787"), None, "localhost:8787", Ok(())),
        (Some("http://localhost"), None, "localhost:80", Ok(())),
        (Some("https://example.org"), Some("cross-site"), "example.org", site),
        (Some("https://evil.example"), Some("same-origin"), "example.org", origin),
        (Some("https://evil.example"), None, "example.org", origin),
        (Some("https://a.example.org"), None, "example.org", origin),
        (Some("https://example.org.evil.example"), None, "example.org", origin),
        (Some("https://example.org:8443"), None, "example.org", origin),
        (Some("http://localhost:3000"), None, "localhost:8787", origin),
        (Some("null"), None, "example.org", origin),
        (Some(""), None, "example.org", origin),
        (Some("https://"), None, "", origin),
        (Some("example.org"), None, "example.org", origin),
        (Some("chrome-extension://example.org"), None, "example.org", origin),
        (Some("https://example.org, https://evil.example"), None, "example.org", origin),
    ] {
        let found = foreign::check(sent, fetch_site, host);
        assert_eq!(found, expected, "{sent:?} {fetch_site:?} at {host}");
    }
}

proptest! {
    #[test]
    fn prop_only_the_own_host_is_own(
        origin in ".*", host in "[a-z]{1,3}(\\.[a-z]{1,3})?(:[0-9]{2})?",
    ) {
        let is_own = foreign::check(Some(&origin), None, &host).is_ok();
        prop_assert!(!is_own || origin.contains(host.split(':').next().expect("a name")));
        let own = format!("https://{host}");
        prop_assert!(foreign::check(Some(&own), None, &host).is_ok());
    }
}
