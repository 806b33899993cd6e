//! `Accept-Language`, as real browsers send it.

use answer::language;
use negotiator::preferred_languages;

const OURS: [&str; 2] = ["en", "es"];
const OTHERS: [&str; 5] = ["en-US", "pt-BR", "zh", "zh-Hant", "fil"];

fn theirs(accepted: &str, known: &[&str]) -> Option<String> {
    preferred_languages(Some(accepted), Some(known)).into_iter().next()
}

#[track_caller]
fn both(reader: &str, accepted: &str, known: &[&str], tag: Option<&str>) {
    assert_eq!(language(accepted, known), tag, "{reader}: {accepted}");
    assert_eq!(theirs(accepted, known).as_deref(), tag, "{reader}: {accepted}, theirs");
}

#[track_caller]
fn differ(accepted: &str, known: &[&str], tag: Option<&str>, their: Option<&str>, why: &str) {
    assert_ne!(tag, their, "{accepted}: a difference differs");
    assert_eq!(language(accepted, known), tag, "{accepted}, because {why}");
    assert_eq!(theirs(accepted, known).as_deref(), their, "{accepted}, theirs");
}

#[test]
#[rustfmt::skip] // A row a line.
fn languages_as_others_read_them() {
    both("Chrome, United States", "en-US,en;q=0.9", &OURS, Some("en"));
    both("Chrome, Texas, Spanish first", "es-US,es;q=0.9,en-US;q=0.8,en;q=0.7", &OURS, Some("es"));
    both("Chrome, Mexico", "es-MX,es;q=0.9,en;q=0.8", &OURS, Some("es"));
    both("Chrome, Latin America", "es-419,es;q=0.9", &OURS, Some("es"));
    both("Chrome, Spain", "es-ES,es;q=0.9,en;q=0.8,gl;q=0.7", &OURS, Some("es"));
    both("Chrome, Germany", "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", &OURS, Some("en"));
    both("Chrome, Vietnam", "vi-VN,vi;q=0.9,fr-FR;q=0.8,fr;q=0.7,en-US;q=0.6,en;q=0.5", &OURS, Some("en"));
    both("Firefox, United States", "en-US,en;q=0.5", &OURS, Some("en"));
    both("Firefox, Mexico", "es-MX,es;q=0.8,en-US;q=0.5,en;q=0.3", &OURS, Some("es"));
    both("Firefox, France", "fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3", &OURS, Some("en"));
    both("Safari, United States", "en-US,en;q=0.9", &OURS, Some("en"));
    both("Safari, iOS, Mexico", "es-MX,es;q=0.9", &OURS, Some("es"));
    both("Safari, alone", "es-mx", &OURS, Some("es"));
    both("Internet Explorer", "en-US", &OURS, Some("en"));
    both("Internet Explorer, Spanish", "es,en;q=0.5", &OURS, Some("es"));
    both("Edge 18", "es-MX, es; q=0.8, en-US; q=0.5, en; q=0.3", &OURS, Some("es"));
    both("Lynx", "en", &OURS, Some("en"));
    both("w3m", "en;q=1.0", &OURS, Some("en"));
    both("Japan alone", "ja,ja-JP;q=0.9", &OURS, None);
    both("fetch() in Node, undici", "*", &OURS, Some("en"));
    both("anything but English", "en;q=0, *;q=0.5", &OURS, Some("es"));
    both("nothing", "en;q=0, es;q=0.000", &OURS, None);
    both("empty", "", &OURS, None);
    both("empty elements", ", ,es ,,", &OURS, Some("es"));
    both("by weight", "en;q=0.3,es;q=0.7", &OURS, Some("es"));
    both("capitals", "ES-mx", &OURS, Some("es"));
    both("Brazil", "pt-BR,pt;q=0.9,en-US;q=0.8", &OTHERS, Some("pt-BR"));
    both("Portuguese, any", "pt,en-US;q=0.5", &OTHERS, Some("pt-BR"));
    both("Taiwan, by script", "zh-Hant,zh;q=0.9", &OTHERS, Some("zh-Hant"));
    both("China", "zh-CN,zh;q=0.9", &OTHERS, Some("zh"));
    both("Finnish is no Filipino", "fi-FI,fi", &OTHERS, None);
    both("refused with its regions", "en;q=0,fil;q=0.1,*;q=0.1", &OTHERS, Some("fil"));
    both("refused but for one", "pt-PT,pt;q=0", &OTHERS, None);
}

#[test]
#[rustfmt::skip] // A row a line.
fn languages_as_others_do_not_read_them() {
    differ("es-MX,en;q=0.9,es;q=0.1", &OURS, Some("es"), Some("en"), "the lookup shortens the first range before it takes the second");
    differ("es-MX,en-US", &["en-US", "es"], Some("es"), Some("en-US"), "the first range comes first, although the second fits better");
    differ("zh-Hant-TW,en-US;q=0.9", &OTHERS, Some("zh-Hant"), Some("zh"), "the lookup takes away one subtag after the other");
    differ("pt-PT", &OTHERS, Some("pt-BR"), None, "a reader of one reads the other");
    differ("es_MX", &OURS, Some("es"), None, "Java writes a locale so");
    differ("es;q=high,en;q=0.5", &OURS, Some("es"), Some("en"), "what cannot be read was not meant as a refusal");
    differ("en; q=0.5, es; q=0.7", &OURS, Some("es"), Some("en"), "a space before a weight is allowed");
}
