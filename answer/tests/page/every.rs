//! What holds for every page for people: its policy, its size, whose language a text is in, and
//! that no text of an operator can break it.

use answer::{Answer, Cause, Form, Language, Refusal, Sent, window_page};
use expect_test::expect;
use quick_xml::{Reader, events::Event};
use schedule::Gate;

use super::founding::{INSIDE, at, closing, gate, gate_with};
use super::seen::{content, refused, site};

const WINDOW: &str = "2025-02-06-deployment";

/// The two kinds of page, in both languages; the 503 to somebody who sent something.
fn pages(gate: &Gate) -> Vec<Answer> {
    let pages = |language| {
        let reader = schedule::Reader::of(language, &gate.timeline().service);
        let refusal = Refusal {
            cause: Cause::Window(closing(gate, "/", INSIDE)),
            form: Form::Html,
            reader,
            sent: Sent::Something,
            origin: None,
        };
        [refusal.answer(), window_page(site(gate), WINDOW, reader, at(INSIDE))]
    };
    Language::ALL.iter().copied().flat_map(pages).collect()
}

fn header<'a>(page: &'a Answer, name: &str) -> &'a str {
    let found = page.headers.iter().find(|(known, _)| *known == name);
    found.map_or("", |(_, value)| value)
}

// That the hashes are right, `documents` shows.
#[test]
fn the_policy_allows_nothing_else() {
    let gate = gate();
    let page = &pages(&gate)[0];
    let mut policy = header(page, "Content-Security-Policy").to_owned();
    for kind in ["script", "style"] {
        let start = policy.find(&format!("{kind}-src 'sha256-")).expect("it is there");
        let end = start + policy[start..].find(';').expect("another follows");
        policy.replace_range(start..end, &format!("{kind}-src 'sha256-…'"));
    }
    expect!["default-src 'none'; script-src 'sha256-…'; style-src 'sha256-…'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"].assert_eq(&policy);
}

// A page is what thousands load in the minute in which a window begins.
#[test]
fn a_page_is_small() {
    for page in pages(&gate()) {
        assert!(page.body.len() < 9 * 1024, "{} bytes", page.body.len());
    }
}

// One SOAP library takes a well-formed page for an empty success, and a record is lost.
#[test]
fn no_page_is_well_formed_xml() {
    for page in pages(&gate()) {
        let mut reader = Reader::from_str(&page.body);
        reader.config_mut().check_end_names = true;
        let error = loop {
            match reader.read_event() {
                Ok(Event::Eof) => panic!("a page that is well-formed XML: {}", page.body),
                Ok(_) => {}
                Err(error) => break error,
            }
        };
        assert!(error.to_string().contains("head"), "not at the unclosed `<meta>`: {error}");
    }
}

#[test]
fn what_the_language_is_stands_in_the_headers() {
    for (page, tag) in pages(&gate()).iter().zip(["en", "en", "es", "es"]) {
        assert_eq!(header(page, "Content-Language"), tag);
        assert!(header(page, "Vary").contains("Accept-Language"), "{}", header(page, "Vary"));
        assert!(page.body.contains(&format!("<html lang=\"{tag}\" dir=\"ltr\">")));
    }
}

const ARABIC: &str = "يجري الآن تحديث السجل. يرجى المحاولة لاحقًا.";

// A language that nobody has translated to us: its texts say what they are, and find their own
// direction; ours are English.
#[test]
fn an_operators_texts_say_their_language_where_it_is_another() {
    let gate = gate_with(|text| {
        let own = format!("[service]\nlanguage = \"ar\"\nmessage = \"{ARABIC}\"");
        text.replace("[service]", &own)
    });
    let page = refused(&gate, ("GET", "/"), INSIDE, Language::English);
    let page = content(&page);
    let told: Vec<&str> = page.lines().filter(|line| line.contains("lang=")).collect();
    expect![[r#"
        <p class="service" lang="ar" dir="auto">ImmTrac2</p>
        <p class="message" lang="ar" dir="auto">يجري الآن تحديث السجل. يرجى المحاولة لاحقًا.</p>
        <li><bdi lang="ar">ImmTrac2 (web) online application</bdi>: <span>Not available.</span></li>
        <li><bdi lang="ar">web services (bidirectional data exchange)</bdi>: <span>Not available.</span></li>
        <li><bdi lang="ar">FTP-related data exchange</bdi>: <span>Accepted now, processed afterwards.</span></li></ul>
        <p lang="ar" dir="auto">Record time-sensitive tasks manually until the application is available again.</p>
        <p lang="ar" dir="auto">Continue normal business.</p>
        <li><bdi lang="ar">Access to ImmTrac2 web application (online)</bdi>: <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li>
        <li><bdi lang="ar">Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li></ul>"#]].assert_eq(&told.join("\n"));
}

// "en-US" and "en" are one to a reader.
#[test]
fn an_operators_texts_say_no_language_that_is_the_pages() {
    let gate = gate_with(|text| text.replace("[service]", "[service]\nlanguage = \"en-US\""));
    for page in pages(&gate).iter().take(2) {
        assert_eq!(page.body.matches(" lang=").count(), 1, "{}", page.body);
    }
}

#[test]
fn no_text_of_an_operator_breaks_a_page() {
    // TOML escapes: a tag, both quotes, a line break, a bell, and marks that turn the line around.
    let hostile = "</script><script>alert(1)</script>&amp;\\\"'\\n\\u0007\\u202E\\u2067<!--";
    let gate = gate_with(|text| {
        let mut edited = text;
        for (key, value) in [
            ("name", "ImmTrac2"),
            ("name", "ImmTrac2 (web) online application"),
            (
                "during",
                "Record time-sensitive tasks manually until the application is available again.",
            ),
            ("topic", "Access to ImmTrac2 web application (online)"),
            ("summary", "Emergency production deployment for data fixes."),
        ] {
            edited = edited
                .replace(&format!("{key} = \"{value}\"\n"), &format!("{key} = \"{hostile}\"\n"));
        }
        let told = format!("[service]\ntitle = \"{hostile}\"\nmessage = \"{hostile}\"");
        edited.replace("[service]", &told)
    });
    for page in pages(&gate) {
        let body = page.body;
        assert_eq!(body.matches("<script").count(), 1, "{body}");
        assert_eq!(body.matches("<!--").count(), 0, "{body}");
        assert!(!body.contains('\u{7}'), "{body}");
        assert!(body.contains("&lt;/script&gt;&lt;script&gt;alert(1)"), "{body}");
        assert!(body.ends_with("</script></body></html>"), "{body}");
    }
}
