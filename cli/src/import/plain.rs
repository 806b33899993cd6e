//! Texts of others as plain text.

/// A text that may be HTML, in lines: Statuspage's bodies are, as far as people wrote tags into them.
pub(super) fn of_html(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (read, length) = if rest.starts_with('<') { tag(rest) } else { entity(rest) };
        match read {
            Some(text) => plain.push_str(&text),
            None => plain.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    plain.push_str(rest);
    let lines = plain.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A text in one line.
pub(super) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands for a tag, and how long it is. A `<` that begins none is one.
fn tag(text: &str) -> (Option<String>, usize) {
    let begins = |c: char| c.is_ascii_alphabetic() || c == '/' || c == '!';
    let Some(end) = text.find('>').filter(|_| text[1..].starts_with(begins)) else {
        return (None, 1);
    };
    let name = text[1..end].trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let breaks = ["br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4"];
    let breaks = breaks.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    (Some(if breaks { "\n" } else { "" }.to_owned()), end + 1)
}

fn entity(text: &str) -> (Option<String>, usize) {
    // The longest that are read here have ten characters: `&#x10FFFF;`.
    let Some(end) = text.bytes().take(10).position(|octet| octet == b';') else {
        return (None, 1);
    };
    let number = |digits: &str, radix| char::from_u32(u32::from_str_radix(digits, radix).ok()?);
    let read = match &text[1..end] {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        name => match name.strip_prefix('#') {
            Some(hex) if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            Some(decimal) => number(decimal, 10),
            None => None,
        },
    };
    match read {
        Some(c) => (Some(c.to_string()), end + 1),
        None => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies() {
        let table = [
            ("We will upgrade.", "We will upgrade."),
            ("<p>We will <b>upgrade</b>.</p><p>Sorry!</p>", "We will upgrade.\nSorry!"),
            ("one<br />two<BR>three", "one\ntwo\nthree"),
            ("<a href=\"https://a.example/?b>\">a</a>", "\">a"),
            ("7 &lt; 8 &amp;amp; &#8211; &#x2013; &bogus; &", "7 < 8 &amp; – – &bogus; &"),
            ("1 < 2, and 3 > 2", "1 < 2, and 3 > 2"),
            ("<", "<"),
            ("&#xFFFFFFFF; &é;", "&#xFFFFFFFF; &é;"),
            ("a &nbsp; b\r\n\r\nc", "a b\nc"),
        ];
        for (html, expected) in table {
            assert_eq!(of_html(html), expected, "{html}");
        }
        assert_eq!(line(" a\tb\n\u{1b}c "), "a b c");
    }
}
