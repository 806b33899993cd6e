//! Lengths and routes: what is understood, how it is written, and what is refused.

use schedule::{Length, LengthError, Route, RouteError, Target};

#[test]
fn a_length_is_numbers_with_units_from_the_largest_down() {
    #[track_caller]
    fn check(text: &str, expected: Result<(u32, &str), LengthError>) {
        let length = text.parse::<Length>().map(|length| (length.as_secs(), length.to_string()));
        assert_eq!(length, expected.map(|(s, written)| (s, written.to_owned())), "`{text}`");
    }
    check("1s", Ok((1, "1s")));
    check("90s", Ok((90, "1m30s")));
    check("30m", Ok((1800, "30m")));
    check("1h30m", Ok((5400, "1h30m")));
    check("3d", Ok((259_200, "3d")));
    check("1d2h3m4s", Ok((93_784, "1d2h3m4s")));
    check("0d30m", Ok((1800, "30m")));
    check("030m", Ok((1800, "30m")));
    check("366d", Ok((31_622_400, "366d")));
    check("366d1s", Err(LengthError::OutOfRange));
    check("0s", Err(LengthError::OutOfRange));
    check("0d0h", Err(LengthError::OutOfRange));
    // 2³² and more, as a number, as a product and as a sum.
    check("4294967296s", Err(LengthError::OutOfRange));
    check("4294967295d", Err(LengthError::OutOfRange));
    check("49710d4294967295s", Err(LengthError::OutOfRange));
    check("99999999999999999999s", Err(LengthError::OutOfRange));
    for text in [
        "", " ", "30", "m", "30 m", " 30m", "30M", "30min", "30m1h", "1h1h", "-30m", "+30m",
        "1.5h", "30mm", "30é", "é", "PT30M", "soon", "٣m",
    ] {
        check(text, Err(LengthError::Malformed));
    }
}

#[test]
fn a_route_is_a_host_and_a_path_with_a_star_at_either_end() {
    #[track_caller]
    fn check(text: &str, expected: Result<&str, RouteError>) {
        let route = text.parse::<Route>().map(|route| route.to_string());
        assert_eq!(route, expected.map(str::to_owned), "`{text}`");
    }
    for text in ["/*", "/", "/soap", "/soap/*", "/report*", "api.example.org/*", "*.example.org/a*"]
    {
        check(text, Ok(text));
    }
    // Hosts do not distinguish capitals, paths do; needless encodings are undone.
    check("API.Example.org/API/*", Ok("api.example.org/API/*"));
    check("/s%6fap/%2f", Ok("/soap/%2F"));
    check("/100%", Ok("/100%25"));
    check("soap", Err(RouteError::NoPath));
    check("", Err(RouteError::NoPath));
    check("*", Err(RouteError::NoPath));
    check("/a*b", Err(RouteError::StrayStar));
    check("/**", Err(RouteError::StrayStar));
    check("*/a", Err(RouteError::StrayStar));
    check("*./a", Err(RouteError::StrayStar));
    check("*example.org/", Err(RouteError::StrayStar));
    check("api.*.org/", Err(RouteError::StrayStar));
    check("*.*.org/", Err(RouteError::StrayStar));
    check("/soap?wsdl", Err(RouteError::ForbiddenCharacter('?')));
    check("/soap#top", Err(RouteError::ForbiddenCharacter('#')));
    check("/a b", Err(RouteError::ForbiddenCharacter(' ')));
    check("/a\\b", Err(RouteError::ForbiddenCharacter('\\')));
    check("/é", Err(RouteError::ForbiddenCharacter('é')));
    check("/a\n", Err(RouteError::ForbiddenCharacter('\n')));
    // A whole address, a port and a user: none would ever match the host of a request.
    check("https://example.org/*", Err(RouteError::ForbiddenCharacter(':')));
    check("example.org:8443/*", Err(RouteError::ForbiddenCharacter(':')));
    check("me@example.org/*", Err(RouteError::ForbiddenCharacter('@')));
    check("example%2Eorg/*", Err(RouteError::ForbiddenCharacter('%')));
}

#[test]
fn a_route_matches_what_its_table_says() {
    #[track_caller]
    fn check(route: &str, matching: &[(&str, &str)], others: &[(&str, &str)]) {
        let parsed: Route = route.parse().expect("the rows are routes");
        for (targets, expected) in [(matching, true), (others, false)] {
            for (host, path) in targets {
                let found = parsed.matches(Target { host, path });
                assert_eq!(found, expected, "`{route}` and {host}{path}");
            }
        }
    }
    // An empty path is the root by another name.
    check("/*", &[("x", "/"), ("x", "/a/b"), ("", "/"), ("x", "")], &[("x", "a")]);
    check("/", &[("x", "/")], &[("x", "/a"), ("x", "//"), ("x", "")]);
    check("/soap", &[("x", "/soap")], &[("x", "/soap/"), ("x", "/soapy"), ("x", "/SOAP")]);
    check(
        "/soap/*",
        &[("x", "/soap"), ("x", "/soap/"), ("x", "/soap/a")],
        &[("x", "/soa"), ("x", "/soapy")],
    );
    check(
        "/report*",
        &[("x", "/report"), ("x", "/reports/1")],
        &[("x", "/repor"), ("x", "/a/report")],
    );
    check(
        "a.org/*",
        &[("a.org", "/"), ("a.org:80", "/")],
        &[("b.a.org", "/"), ("a.org.b", "/"), ("", "/")],
    );
    check(
        "*.a.org/*",
        &[("b.a.org", "/"), ("c.b.a.org:80", "/")],
        &[("a.org", "/"), ("ba.org", "/")],
    );
}
