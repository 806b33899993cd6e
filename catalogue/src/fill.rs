//! A text whose placeholders are replaced.

/// `pattern` with each `{name}` replaced by its value.
///
/// A name that has no value stays as it is, since a text with `{end}` in it still says more than
/// none. Values are not looked at again: a label such as "{end}" is not filled.
///
/// # Examples
///
/// ```
/// use catalogue::fill;
///
/// assert_eq!(fill("{kind} ends {end}.", &[("kind", "It"), ("end", "now")]), "It ends now.");
/// assert_eq!(fill("{kind} ends {when}.", &[("kind", "{when}")]), "{when} ends {when}.");
/// ```
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled += before;
        let found = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        if let Some((value, after)) = found {
            filled += value;
            rest = after;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled + rest
}
