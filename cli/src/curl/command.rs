//! From words to what was asked for.

use std::slice::Iter;

use super::{
    CurlError,
    data::Datum,
    option::{self, Alone, Meaning, With},
};
use crate::request::shown;

/// What a curl command asks for, before curl adds anything by itself.
#[derive(Debug, Default)]
pub(super) struct Command {
    pub(super) method: Option<String>,
    pub(super) head: bool,
    /// Data goes into the query.
    pub(super) get: bool,
    pub(super) data: Vec<Datum>,
    pub(super) json: bool,
    pub(super) form: bool,
    pub(super) upload: Option<String>,
    /// As they were written.
    pub(super) headers: Vec<String>,
    pub(super) agent: Option<String>,
    pub(super) referer: Option<String>,
    pub(super) cookies: Vec<String>,
    /// The scheme of its authorization; the rest is nobody's business.
    pub(super) authorization: Option<&'static str>,
    pub(super) query: Vec<Datum>,
    pub(super) target: Option<String>,
    /// Words that can only be addresses.
    pub(super) addresses: Vec<String>,
    /// Options that are not known here, with the words behind them that may be their values.
    pub(super) unknown: Vec<(String, Option<String>)>,
    /// What was not understood, in sentences.
    pub(super) notes: Vec<String>,
}

impl Command {
    pub(super) fn read(words: &[String]) -> Result<Self, CurlError> {
        let (first, rest) = words.split_first().map_or(("", words), |(first, rest)| (first, rest));
        let program = first.rsplit(['/', '\\']).next().unwrap_or_default();
        if program != "curl" && program != "curl.exe" {
            return Err(CurlError::NotCurl { found: shown(first) });
        }
        let mut command = Self::default();
        let mut words = rest.iter();
        while let Some(word) = words.next() {
            if word == "--" {
                command.addresses.extend(words.by_ref().cloned());
            } else if let Some(name) = word.strip_prefix("--") {
                if !command.long(name, &mut words)? {
                    break;
                }
            } else if let Some(letters) = word.strip_prefix('-').filter(|rest| !rest.is_empty()) {
                if !command.short(letters, &mut words)? {
                    break;
                }
            } else {
                command.addresses.push(word.clone());
            }
        }
        Ok(command)
    }

    /// Whether to go on.
    fn long(&mut self, name: &str, words: &mut Iter<'_, String>) -> Result<bool, CurlError> {
        let (name, attached) = match (option::long(name), name.split_once('=')) {
            (None, Some((name, value))) => (name, Some(value)),
            _ => (name, None),
        };
        match option::long(name) {
            Some(Meaning::Alone(alone)) => return Ok(self.alone(alone)),
            Some(Meaning::With(with)) => {
                let value = match attached {
                    Some(value) => value,
                    None => value(words, || format!("--{name}"))?,
                };
                self.with(with, value);
            }
            None => self.unknown(&format!("--{name}"), attached.is_none(), words),
        }
        Ok(true)
    }

    /// Several letters in one word, the last of which may have its value in the same word.
    fn short(&mut self, letters: &str, words: &mut Iter<'_, String>) -> Result<bool, CurlError> {
        for (at, letter) in letters.char_indices() {
            let attached = &letters[at + letter.len_utf8()..];
            match option::short(letter) {
                Some(Meaning::Alone(alone)) => {
                    if !self.alone(alone) {
                        return Ok(false);
                    }
                }
                Some(Meaning::With(with)) => {
                    let value = match attached {
                        "" => value(words, || format!("-{letter}"))?,
                        attached => attached,
                    };
                    self.with(with, value);
                    break;
                }
                None => {
                    self.unknown(&format!("-{letter}"), attached.is_empty(), words);
                    break;
                }
            }
        }
        Ok(true)
    }

    /// Whether to go on.
    fn alone(&mut self, alone: Alone) -> bool {
        match alone {
            Alone::Get => self.get = true,
            Alone::Head => self.head = true,
            Alone::Nothing => {}
            Alone::Next => {
                self.notes.push("of several requests only the first is explained".to_owned());
                return false;
            }
        }
        true
    }

    fn with(&mut self, with: With, value: &str) {
        match with {
            With::Bearer => self.authorization = Some("Bearer"),
            With::Config => {
                self.notes.push(format!("the options in the file `{}` are not read", shown(value)));
            }
            // Without a `=` it is the name of a file of cookies.
            With::Cookie if value.contains('=') => self.cookies.push(value.to_owned()),
            With::Data => self.data.push(Datum::or_file(value)),
            With::DataRaw => self.data.push(Datum::raw(value)),
            With::DataUrlencode => self.data.push(Datum::encoded(value)),
            With::Form => self.form = true,
            With::Header => self.headers.push(value.to_owned()),
            With::Json => {
                self.data.push(Datum::or_file(value));
                self.json = true;
            }
            With::Query => self.query.push(match value.strip_prefix('+') {
                Some(value) => Datum::raw(value),
                None => Datum::encoded(value),
            }),
            With::Referer => self.referer = Some(value.to_owned()),
            With::Request => self.method = Some(value.to_owned()),
            With::Target => self.target = Some(value.to_owned()),
            With::Upload => self.upload = Some(value.to_owned()),
            With::Url => self.addresses.push(value.to_owned()),
            With::User => self.authorization = Some("Basic"),
            With::UserAgent => self.agent = Some(value.to_owned()),
            With::Cookie | With::Nothing => {}
        }
    }

    /// Whether the word behind it is its value is not known either.
    fn unknown(&mut self, option: &str, may_take: bool, words: &mut Iter<'_, String>) {
        let next = words.as_slice().first().filter(|next| may_take && !next.starts_with('-'));
        self.unknown.push((shown(option), next.cloned()));
        if next.is_some() {
            words.next();
        }
    }
}

fn value<'w>(
    words: &mut Iter<'w, String>,
    option: impl FnOnce() -> String,
) -> Result<&'w str, CurlError> {
    words.next().map(String::as_str).ok_or_else(|| CurlError::NoValue { option: option() })
}
