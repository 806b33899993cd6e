//! Lists in headers, their elements, and the parameters of an element.

/// The elements of a list, without the empty ones. A comma in quotes separates nothing.
pub(super) fn elements(list: &str) -> impl Iterator<Item = &str> {
    pieces(list, b',').map(str::trim).filter(|element| !element.is_empty())
}

/// What an element says before its parameters.
pub(super) fn value(element: &str) -> &str {
    element.split(';').next().unwrap_or_default().trim()
}

/// The first parameter with a name, in any case, without its quotes and only up to a quote in it.
/// There may be spaces around the `=`: they are wrong, and sent.
pub(super) fn parameter<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    pieces(element, b';').skip(1).find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        let value = value.trim();
        let unquoted = || value.strip_prefix('"')?.split('"').next();
        key.trim().eq_ignore_ascii_case(name).then(|| unquoted().unwrap_or(value))
    })
}

/// Splits at a separator that is not in quotes.
fn pieces(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((piece, after)) = end(text, separator).and_then(|end| text.split_at_checked(end))
        else {
            rest = None;
            return Some(text);
        };
        rest = after.get(1..);
        Some(piece)
    })
}

/// Where the first piece ends, when it is not the last.
fn end(text: &str, separator: u8) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    text.bytes().position(|byte| {
        let literal = escaped;
        escaped = quoted && !literal && byte == b'\\';
        if byte == b'"' && !literal {
            quoted = !quoted;
        }
        byte == separator && !quoted
    })
}
