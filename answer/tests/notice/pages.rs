//! `windows/{id}.txt` and `windows/{id}.md`.

use answer::{
    Answer, Language,
    notice::{window_markdown, window_text},
};

use schedule::{Gate, Reader};

use crate::{
    BEFORE, WINDOW, changed,
    founding::{at, gate},
};

fn reader(gate: &Gate, language: Language) -> Reader<'_> {
    Reader::of(language, &gate.timeline().service)
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let mut found = answer.headers.iter().filter(|(known, _)| *known == name);
    found.next().map(|(_, value)| value.as_str())
}

#[test]
fn the_notice_by_suffix() {
    let gate = gate();
    let text = window_text(gate.timeline(), WINDOW, reader(&gate, Language::Spanish), at(BEFORE));
    assert_eq!(text.status, 200);
    assert_eq!(header(&text, "Content-Type"), Some("text/plain; charset=utf-8"));
    assert_eq!(header(&text, "Content-Language"), Some("es"));
    assert_eq!(header(&text, "Vary"), Some("Accept-Language"));
    assert!(
        text.body.starts_with("ImmTrac2: Mantenimiento de emergencia, jueves, "),
        "{}",
        text.body
    );

    let markdown =
        window_markdown(gate.timeline(), WINDOW, reader(&gate, Language::English), at(BEFORE));
    assert_eq!(
        header(&markdown, "Content-Type"),
        Some("text/markdown; charset=utf-8; variant=GFM")
    );
    assert!(markdown.body.starts_with("# ImmTrac2: Emergency maintenance, Thursday, "));
}

#[test]
fn nothing_is_told_before_the_announcement() {
    let gate = changed("reason =", "announce = 2025-02-05T12:00:01\nreason =");
    for page in [window_text, window_markdown] {
        let status =
            |now| page(gate.timeline(), WINDOW, reader(&gate, Language::English), at(now)).status;
        assert_eq!(status("2025-02-05T18:00:00Z"), 404);
        assert_eq!(status("2025-02-05T18:00:01Z"), 200);
    }
    assert_eq!(
        window_text(gate.timeline(), "another", reader(&gate, Language::English), at(BEFORE))
            .status,
        404
    );
}
