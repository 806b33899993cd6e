//! What holds for every notice, whatever an operator writes and whenever it is.

use answer::{
    Language,
    calendar::{Invitation, Person, addressed},
    notice::{About, Before, Kind, Letter, Notice, Template, html, markdown, text},
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::Timeline;

/// A schedule that somebody wrote, and an instant around its window.
#[derive(Clone, Debug)]
struct Drawn {
    timeline: Timeline,
    now: DateTime<Utc>,
    before: Option<Before>,
    language: Language,
    kind: Kind,
}

impl Drawn {
    fn notice(&self) -> Notice<'_> {
        let about = About::find(&self.timeline, "w", None, self.now).expect("it is there");
        Notice { about, kind: self.kind, before: self.before, now: self.now }
    }

    fn letters(&self) -> [Letter; 1] {
        [self.notice().letter(self.language)]
    }

    fn forms(&self) -> [String; 3] {
        let letters = self.letters();
        [text(&letters), markdown(&letters), html(&letters)]
    }
}

/// As TOML writes it, which escapes as JSON does, and one character more.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("it is a text").replace('\u{7f}', "\\u007f")
}

prop_compose! {
    fn drawn()(
        texts in prop::collection::vec(anything(), 9),
        zone in prop::sample::select(&["America/Chicago", "UTC", "Asia/Kathmandu", "America/Havana"][..]),
        hour in 0..24u32,
        length in prop::option::of(1..4000i64),
        ahead in -5000..5000i64,
        moved in prop::option::of(-3000..3000i64),
        disposition in prop::sample::select(&["unavailable", "read-only", "hold", "unaffected"][..]),
        afterwards in prop::sample::select(&["nothing", "resend", "reconnect"][..]),
        cancelled in any::<bool>(),
        hold in any::<bool>(),
        language in prop::sample::select(Language::ALL),
        kind in prop::sample::select(&Kind::ALL[..]),
    ) -> Drawn {
        let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        let start = format!("2025-02-06T{hour:02}:00:00");
        let hold = if hold { "overrun = \"hold\"\n" } else { "" };
        let length = length.map(|minutes| format!("length = \"{minutes}m\"\n")).unwrap_or_default();
        let document = format!(
            "[service]\nname = {}\nzone = \"{zone}\"\nlabel = {}\nmessage = {}\n\
             [notice]\noperator = {}\naudience = {}\n\
             [[channel]]\nid = \"c\"\nname = {}\nroutes = [\"/*\"]\ndisposition = \"{disposition}\"\nafterwards = \"{afterwards}\"\n\
             instructions.before = {}\ncontact = {{ topic = {}, email = \"a@example.org\" }}\n\
             [[window]]\nid = \"w\"\nchannels = [\"c\"]\nstart = {start}\n{length}{hold}summary = {}\ncancelled = {cancelled}\n",
            quoted[0], quoted[1], quoted[2], quoted[3], quoted[4], quoted[5], quoted[6], quoted[7], quoted[8],
        );
        let now = "2025-02-01T00:00:00Z".parse().expect("it is an instant");
        let parsed = schedule::parse(&document, now);
        let picture = schedule::render(&parsed.diagnostics, &document, "drawn", false);
        let timeline = parsed.schedule.expect(&picture).timeline(now);
        let start = timeline.occurrences[0].start;
        let before = moved.map(|minutes| Before {
            start: start + TimeDelta::minutes(minutes),
            end: timeline.occurrences[0].end.map(|end| end + TimeDelta::minutes(minutes)),
        });
        Drawn { now: start.to_utc() + TimeDelta::minutes(ahead), timeline, before, language, kind }
    }
}

/// What an operator may type: with marks of every form, line breaks, and what no keyboard has. Never
/// a blank text, which the parser refuses, and nothing that could be taken for a promise of ours.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9 ,;:<>&\"'*_`|\\\\{}#.-]{0,30}",
        "[\r\n\t\u{1}\u{7}\u{1b}\u{7f}\u{85}\u{2028}a-c ]{0,12}",
        "(\r\nBcc: x@example.org)",
        "\\PC{0,8}",
    ]
    .prop_map(|text| format!("T{text}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn prop_no_control_characters(drawn in drawn()) {
        for form in drawn.forms() {
            prop_assert!(form.chars().all(|c| c == '\n' || !c.is_control()), "{form:?}");
        }
        for letter in drawn.letters() {
            prop_assert!(!letter.subject.chars().any(char::is_control), "{:?}", letter.subject);
        }
    }

    // What an operator typed is as it is; our own words are never vague.
    #[test]
    fn prop_our_words_are_never_vague(drawn in drawn()) {
        let quiet = Drawn { timeline: without_texts(&drawn.timeline), ..drawn };
        for form in quiet.forms() {
            let words = form.to_lowercase();
            for vague in ["soon", "tonight", "tomorrow", "pronto", "hoy", "mañana", "12:00 a.m", "12:00 p.m"] {
                let found = words.split(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '.'))).any(|word| word == vague);
                prop_assert!(!found, "{vague} in {form}");
            }
        }
    }

    // Each time of day is followed by its zone within the same sentence, and led by a weekday.
    #[test]
    fn prop_weekday_and_zone_with_every_time(drawn in drawn()) {
        let quiet = Drawn { timeline: without_texts(&drawn.timeline), ..drawn };
        let [text, ..] = quiet.forms();
        let paragraphs = text.replace("\n  ", " ").replace("\n ", " ");
        let times = times_of_day(&paragraphs);
        prop_assert!(!times.is_empty(), "{text}");
        let weekdays = quiet.language.date().weekdays;
        for place in times {
            let before = &paragraphs[..place];
            let begin = before.rfind("\n\n").unwrap_or(0);
            let led = weekdays.iter().any(|weekday| before[begin..].contains(weekday));
            prop_assert!(led, "no weekday before byte {place} in {paragraphs}");
            let after = &paragraphs[place..];
            let end = after.find("\n\n").unwrap_or(after.len());
            prop_assert!(after[..end].contains("(LBL") || after[..end].contains("(UTC"), "no zone after byte {place} in {paragraphs}");
        }
    }

    // What is typed cannot become a mark, an element or a line of its own.
    #[test]
    fn prop_texts_stay_texts(drawn in drawn()) {
        let quiet = Drawn { timeline: without_texts(&drawn.timeline), ..drawn.clone() };
        let tags = |html: &str| html.matches('<').count();
        let own_spans = |html: &str| 2 * html.matches("<span").count();
        let [_, _, loud] = drawn.forms();
        let [_, _, quiet] = quiet.forms();
        prop_assert_eq!(tags(&loud) - own_spans(&loud), tags(&quiet) - own_spans(&quiet), "{}", loud);
    }

    #[test]
    fn prop_an_invitation_is_lines_of_its_own(drawn in drawn()) {
        let notice = drawn.notice();
        let summary = notice.letter(drawn.language).subject;
        let name = &drawn.timeline.service.name;
        let calendar = Invitation {
            about: notice.about,
            sequence: 1,
            stamp: drawn.now,
            organizer: Person { name: Some(name), email: "a@example.org" },
            summary: &summary,
            description: name,
            url: None,
        }
        .calendar();
        let calendar = addressed(&calendar, Person { name: Some(name), email: "b@example.org" });
        for line in calendar.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{line:?}");
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
        }
        let names = calendar.replace("\r\n ", "");
        let names: Vec<&str> = names.lines().map(|line| line.split([':', ';']).next().unwrap_or("")).collect();
        prop_assert_eq!(names, [
            "BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "BEGIN", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND",
            "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "ORGANIZER", "ATTENDEE", "END", "END",
        ]);
    }

    // No text is so wrong that reading it ends in anything but faults, and their places exist.
    #[test]
    fn prop_faults_have_places(text in "(Subject: )?[a-z{} \n#-]{0,60}") {
        if let Err(faults) = Template::parse(&text) {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                let line = text.lines().nth(fault.line - 1).unwrap_or("");
                prop_assert!(fault.column <= line.chars().count() + 1, "{fault:?} in {text:?}");
            }
        }
    }
}

/// The same with texts of no account.
fn without_texts(timeline: &Timeline) -> Timeline {
    let mut json: serde_json::Value =
        serde_json::from_str(&timeline.to_json()).expect("it is JSON");
    json["service"]["name"] = "N".into();
    json["service"]["label"] = "LBL".into();
    json["service"]["message"] = "M.".into();
    json["service"]["notice"] = serde_json::json!({ "operator": "O", "audience": "A" });
    json["channels"][0]["name"] = "C".into();
    json["channels"][0]["instructions"]["before"] = "B.".into();
    json["channels"][0]["contact"]["topic"] = "T".into();
    json["occurrences"][0]["summary"] = "S.".into();
    Timeline::from_json(json.to_string().as_bytes()).expect("it is a timeline")
}

/// Where a time of day stands: a colon between a digit and two of them.
fn times_of_day(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    (1..bytes.len().saturating_sub(2))
        .filter(|&place| bytes[place] == b':')
        .filter(|&place| {
            [place - 1, place + 1, place + 2].iter().all(|&at| bytes[at].is_ascii_digit())
        })
        .collect()
}
