//! The request that a command sends, with what curl adds by itself.

use super::{CurlError, command::Command, data};
use crate::request::{self, Address, Body, Headers, Request, shown};

/// The program's name is all that a rule of a schedule could look for.
const AGENT: &str = "curl/8";

impl Command {
    /// The request, and what was not understood on the way. `base` is the service's address.
    pub(super) fn send(mut self, base: Option<&str>) -> Result<(Request, Vec<String>), CurlError> {
        let mut address = Address::read(&self.address()?, base)?;
        self.extend(&mut address);
        let headers = self.all_headers();
        self.tell_of_unknown();
        address.heed_host(&headers);
        let method = match &self.method {
            Some(method) => request::method(method)?,
            None if self.head => "HEAD".to_owned(),
            None if self.upload.is_some() => "PUT".to_owned(),
            None if self.sends_data() || self.form => "POST".to_owned(),
            None => "GET".to_owned(),
        };
        let body = match &self.upload {
            _ if self.sends_data() => data::body(&self.data, self.json),
            Some(name) => Body::File(name.clone()),
            None if self.form => Body::Parts,
            None => Body::Nothing,
        };
        Ok((Request { method, address, headers, body }, self.notes))
    }

    fn address(&mut self) -> Result<String, CurlError> {
        if self.addresses.len() > 1 {
            let all = self.addresses.len();
            self.notes.push(format!("of its {all} addresses only the first is explained"));
        }
        if let Some(address) = self.addresses.first() {
            return Ok(address.clone());
        }
        let (option, address) = self
            .unknown
            .iter_mut()
            .find_map(|(option, word)| Some((&*option, word.take()?)))
            .ok_or(CurlError::NoAddress)?;
        self.notes.push(format!(
            "`{}` was taken for the address rather than for the value of `{option}`, because \
             nothing else can be it",
            shown(&address)
        ));
        Ok(address)
    }

    fn tell_of_unknown(&mut self) {
        let said = self.unknown.iter().map(|(option, word)| match word {
            None => format!("curl's option `{option}` is not known here, and was left out"),
            Some(word) => format!(
                "curl's option `{option}` is not known here; `{}` was taken for its value, and \
                 both were left out",
                shown(word)
            ),
        });
        self.notes.extend(said);
    }

    /// Puts into the address what options put there.
    fn extend(&self, address: &mut Address) {
        if let Some(name) = self.upload.as_deref().filter(|_| address.path.ends_with('/')) {
            let name = name.rsplit('/').next().unwrap_or_default();
            if name != "-" && name != "." {
                address.add_path(name);
            }
        }
        if let Some(target) = &self.target {
            address.set_path(target);
        }
        if self.get && !self.data.is_empty() {
            address.add_query(&data::joined(&self.data, "&"));
        }
        if !self.query.is_empty() {
            address.add_query(&data::joined(&self.query, "&"));
        }
    }

    fn sends_data(&self) -> bool {
        !self.data.is_empty() && !self.get
    }

    /// The headers that were written, and of curl's own those that were neither written nor
    /// removed.
    fn all_headers(&mut self) -> Headers {
        let mut headers = Headers::default();
        let mut removed = Vec::new();
        for line in std::mem::take(&mut self.headers) {
            let said = match line.split_once(':') {
                _ if line.starts_with('@') => None,
                Some((name, value)) if value.trim().is_empty() => {
                    removed.push(name.trim().to_ascii_lowercase());
                    continue;
                }
                Some(said) => Some(said),
                None => line.trim_end().strip_suffix(';').map(|name| (name, "")),
            };
            if said.and_then(|(name, value)| headers.add(name, value).ok()).is_none() {
                self.notes.push(format!("`{}` is no header, and was left out", shown(&line)));
            }
        }
        for (name, value) in self.own_headers() {
            if !headers.has(name) && !removed.iter().any(|known| known == name) {
                // None of these can be refused, but for a control in what was written.
                let _ = headers.add(name, &value);
            }
        }
        headers
    }

    fn own_headers(&self) -> Vec<(&'static str, String)> {
        let mut own = Vec::new();
        match self.agent.as_deref() {
            None => own.push(("user-agent", AGENT.to_owned())),
            Some("") => {}
            Some(agent) => own.push(("user-agent", agent.to_owned())),
        }
        let json = self.json.then_some("application/json");
        own.push(("accept", json.unwrap_or("*/*").to_owned()));
        if self.sends_data() {
            let form = "application/x-www-form-urlencoded";
            own.push(("content-type", json.unwrap_or(form).to_owned()));
        } else if self.form {
            own.push(("content-type", "multipart/form-data; boundary=curl".to_owned()));
        }
        if !self.cookies.is_empty() {
            own.push(("cookie", self.cookies.join("; ")));
        }
        own.extend(self.referer.clone().map(|referer| ("referer", referer)));
        own.extend(self.authorization.map(|scheme| ("authorization", scheme.to_owned())));
        own
    }
}
