//! What is maintained.

use schedule::{NoticeTexts, NoticeWords, Service, ServiceTexts};

use super::{
    Side,
    translations::{Text, translations},
    words::{instead, quoted, text},
};

pub(super) fn service(before: Option<&Side<'_>>, after: &Side<'_>) -> Vec<String> {
    let Service {
        name,
        zone,
        label,
        language,
        title,
        message,
        url,
        imminent,
        notice,
        translations: translated,
    } = after.schedule.service();
    let Some(before) = before else {
        let name = quoted(name);
        return vec![format!("the service is {name}; local times are those of {zone} (“{label}”)")];
    };
    let (old, voice) = (before.schedule.service(), after.voice());
    let mut said = Vec::new();
    let mut push = |before: &str, words: Option<String>| {
        said.extend(words.map(|words| format!("{before} {words}")));
    };
    push("local times are those of", instead(&old.zone, zone, Clone::clone));
    push("the zone is called", instead(&old.label, label, |label| quoted(label)));
    push("the service is called", instead(&old.name, name, |name| quoted(name)));
    push("every answer is headed", instead(&old.title, title, |title| quoted(title)));
    push("every answer says", instead(&old.message, message, |message| quoted(message)));
    push(
        "the texts are in the language",
        instead(&old.language, language, |tag| format!("`{tag}`")),
    );
    push(
        "the service is reached at",
        instead(&old.url, url, |url| {
            url.clone().unwrap_or_else(|| "an address that is not told".to_owned())
        }),
    );
    push(
        "a window is imminent before its start for",
        instead(&old.imminent, imminent, |lead| voice.length(*lead)),
    );
    const TEXTS: [Text<ServiceTexts>; 4] = [
        ("the zone is called", |texts| &texts.label),
        ("the service is called", |texts| &texts.name),
        ("every answer is headed", |texts| &texts.title),
        ("every answer says", |texts| &texts.message),
    ];
    said.extend(translations(&old.translations, translated, &TEXTS));
    said.extend(self::notice(&old.notice, notice));
    said
}

/// What notices say besides the windows.
fn notice(old: &NoticeWords, new: &NoticeWords) -> Vec<String> {
    const TEXTS: [Text<NoticeTexts>; 3] = [
        ("who does the work, in notices:", |texts| &texts.operator),
        ("whom it affects, in notices:", |texts| &texts.audience),
        ("to whom notices are passed on:", |texts| &texts.forward_to),
    ];
    let mut said = Vec::new();
    for (before, find) in TEXTS {
        let words = instead(find(&old.texts), find(&new.texts), text);
        said.extend(words.map(|words| format!("{before} {words}")));
    }
    said.extend(translations(&old.translations, &new.translations, &TEXTS));
    said
}
