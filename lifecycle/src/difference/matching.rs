//! Rules that find requests by what they are.

use schedule::Match;

/// "the rules (…) and (…)".
pub(super) fn rules(rules: &[Match]) -> String {
    match rules {
        [] => "no rules".to_owned(),
        [rule] => format!("the rule ({})", said(rule)),
        rules => {
            let said: Vec<String> = rules.iter().map(|rule| format!("({})", said(rule))).collect();
            format!("the rules {}", said.join(", "))
        }
    }
}

fn said(rule: &Match) -> String {
    let Match { route, methods, content_type, header, answer } = rule;
    let mut parts = vec![format!("route `{route}`")];
    if !methods.is_empty() {
        parts.push(format!("method {}", methods.join(" or ")));
    }
    if let Some(media) = content_type {
        parts.push(format!("content type `{}`", media.as_str()));
    }
    if let Some(header) = header {
        let value = header.value.as_ref().map_or_else(String::new, |value| format!(": {value}"));
        parts.push(format!("header `{}{value}`", header.name));
    }
    if let Some(form) = answer {
        parts.push(format!("answered as `{}`", form.word()));
    }
    parts.join(", ")
}
