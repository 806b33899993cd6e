//! Which format a client understands.

/// A format of the 503.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Form {
    /// For a person at a browser.
    Html,
    /// For everything else: programs, monitors, scripts, images.
    Text,
}

impl Form {
    /// Finds the form for a request from its method and its headers, of which `header` gives the
    /// one with a name in lower case. Headers are asked for one by one and only while they can
    /// still matter, because each costs a call across the wasm border.
    ///
    /// What a request *is* comes before what it accepts: SOAP stacks on Java and Node send SOAP
    /// and ask for `text/html`.
    ///
    /// | request | form |
    /// | --- | --- |
    /// | has a body that is not a form's (`Content-Type`), or a `SOAPAction` | text |
    /// | `Sec-Fetch-Dest` is `document`, `iframe` or `frame` | HTML |
    /// | `Sec-Fetch-Dest` is anything else: a script, an image, a `fetch()` | text |
    /// | `GET`, `HEAD` or `POST` whose `Accept` names `text/html` (`*/*` does not) | HTML |
    /// | anything else | text |
    pub fn of(method: &str, header: impl Fn(&str) -> Option<String>) -> Self {
        if !matches!(method, "GET" | "HEAD" | "POST") {
            return Self::Text;
        }
        if method == "POST" {
            let content_type = header("content-type");
            if content_type.is_some_and(|content_type| !is_form(&content_type))
                || header("soapaction").is_some()
            {
                return Self::Text;
            }
        }
        let wants_page = match header("sec-fetch-dest") {
            Some(destination) => matches!(&*destination, "document" | "iframe" | "frame"),
            None => header("accept").is_some_and(|accept| names_html(&accept)),
        };
        if wants_page { Self::Html } else { Self::Text }
    }
}

/// Whether a body is what a browser sends for a form on a page.
fn is_form(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]
        .iter()
        .any(|form| essence.eq_ignore_ascii_case(form))
}

/// Whether an `Accept` names `text/html` with a weight over zero.
fn names_html(accept: &str) -> bool {
    accept.split(',').any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let names = parts.next().is_some_and(|range| range.eq_ignore_ascii_case("text/html"));
        names && !parts.any(is_zero_weight)
    })
}

/// `q=0`, `q=0.0` and the like (RFC 9110, section 12.4.2): "not acceptable".
fn is_zero_weight(parameter: &str) -> bool {
    parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q=")).is_some_and(|weight| {
        weight.starts_with('0') && !weight.contains(|c| ('1'..='9').contains(&c))
    })
}
