//! Sentences in parts, so that every form can mark up what it has marks for.

use schedule::Words;

/// A stretch of a sentence. None has a line break or another control character in it: what people
/// typed in lines is one paragraph here.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Run {
    /// In the language of the notice.
    Words(String),
    /// Of the operator, and the tag of the language that it is in.
    Own(String, String),
    /// When something is: it stands out.
    Time(String),
    /// Somebody's address.
    Mail(String),
    /// Where more is to be found.
    Link(String),
}

impl Run {
    pub(super) fn words(text: impl AsRef<str>) -> Self {
        Self::Words(one_line(text.as_ref()))
    }

    pub(super) fn own(words: Words<'_>) -> Self {
        Self::Own(one_line(words.text), words.language.to_owned())
    }

    pub(super) fn time(text: impl AsRef<str>) -> Self {
        Self::Time(one_line(text.as_ref()))
    }

    pub(super) fn text(&self) -> &str {
        match self {
            Self::Words(text)
            | Self::Own(text, _)
            | Self::Time(text)
            | Self::Mail(text)
            | Self::Link(text) => text,
        }
    }
}

/// `pattern` with each `{name}` replaced by its value, as [`catalogue::fill`] does with texts.
pub(super) fn sentence(pattern: &str, values: &[(&str, Run)]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut words = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        words += before;
        let found = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        rest = after;
        if let Some((value, after)) = found {
            runs.extend([Run::words(std::mem::take(&mut words)), value.clone()]);
            rest = after;
        } else {
            words.push('{');
        }
    }
    runs.push(Run::words(words + rest));
    runs.retain(|run| !run.text().is_empty());
    runs
}

/// All of it as one text.
pub(super) fn plain(runs: &[Run]) -> String {
    runs.iter().map(Run::text).collect()
}

/// Line breaks and other control characters become blanks, and blanks in a row one. A blank at an
/// end may be the one between two runs, and stays.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        match blank {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(c),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> Run {
        Run::own(Words { text, language: "en" })
    }

    #[test]
    fn a_sentence_is_the_text_that_fill_makes() {
        let pattern = "{kind} by {operator}: {summary} {nobody} {kind";
        let values = [("kind", "K"), ("operator", "{kind}"), ("summary", "S.")];
        let runs = values.map(|(name, value)| (name, own(value)));
        let sentence = sentence(pattern, &runs);
        assert_eq!(plain(&sentence), catalogue::fill(pattern, &values));
        assert_eq!(sentence[0], own("K"));
        assert_eq!(sentence[1], Run::Words(" by ".to_owned()));
    }

    #[test]
    fn what_was_typed_in_lines_is_one() {
        assert_eq!(own("a\r\n  b\tc\u{7}d").text(), "a b c d");
        assert_eq!(own("a\u{a0}p.\u{2028}m.").text(), "a\u{a0}p. m.");
    }
}
