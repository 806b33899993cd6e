//! Which language answers a tag.

use schedule::{
    Length, NoticeWords, Service, Translations,
    speech::{Language, Speech},
};

#[test]
fn a_tag_is_answered_by_its_primary_subtag() {
    #[track_caller]
    fn check(tag: &str, expected: Language) {
        assert_eq!(Language::from_tag(tag), expected, "`{tag}`");
    }
    check("en", Language::English);
    check("en-US", Language::English);
    check("es", Language::Spanish);
    check("es-MX", Language::Spanish);
    check("es-419", Language::Spanish);
    check("es-Latn-US", Language::Spanish);
    // RFC 5646, section 2.1.1: case means nothing.
    check("ES-us", Language::Spanish);
    // Languages that begin with the same letters.
    check("est", Language::English);
    check("esu", Language::English);
    // Texas' next languages, which we do not speak.
    check("vi", Language::English);
    check("zh-Hant", Language::English);
    // What is no tag.
    check("", Language::English);
    check("-es", Language::English);
    check("español", Language::English);
}

#[test]
fn the_words_say_their_own_language() {
    assert_eq!(Language::from_tag("es-US").tag(), "es");
    assert_eq!(Language::from_tag("fr").tag(), "en");
    assert_eq!(Language::default().tag(), "en");
}

#[test]
fn a_service_speaks_its_language_and_its_label() {
    let mut service = Service {
        name: "ImmTrac2".to_owned(),
        zone: "America/Chicago".to_owned(),
        label: "CT".to_owned(),
        language: "en-US".to_owned(),
        title: Service::DEFAULT_TITLE.to_owned(),
        message: Service::DEFAULT_MESSAGE.to_owned(),
        url: None,
        imminent: Length::from_minutes(30),
        translations: Translations::default(),
        notice: NoticeWords::default(),
    };
    assert_eq!(Speech::of(&service), Speech::new(Language::English, "CT"));
    service.language = "es-US".to_owned();
    service.label = "hora central".to_owned();
    assert_eq!(Speech::of(&service), Speech::new(Language::Spanish, "hora central"));
}
