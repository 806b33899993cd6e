//! From a text to words, as a shell takes a command apart.
//!
//! Quotes and blanks are for `shlex`. Three things are done before, because it is made for words
//! alone: `$'…'`, in which browsers put what has line breaks; the operators, behind which the
//! command is over; and comments, in which quotes mean nothing.

use super::{CurlError, ansi_c};

/// One command, in plain quotes.
#[derive(Debug)]
pub(super) struct Line {
    text: String,
    /// What ended the command, when something stood behind it.
    cut: Option<char>,
    /// Whether a shell would have put something else for a part of it.
    has_variables: bool,
}

impl Line {
    pub(super) fn read(text: &str) -> Result<Self, CurlError> {
        // What is copied from a terminal begins with its prompt.
        let text = text.trim().trim_start_matches(['$', '%', '>', ' ']);
        if text.starts_with("curl ^\"") || text.contains(" ^\n") || text.contains(" ^\r\n") {
            return Err(CurlError::Windows);
        }
        let mut reader =
            Reader { rest: text, plain: String::new(), cut: None, has_variables: false };
        reader.read()?;
        Ok(Self { text: reader.plain, cut: reader.cut, has_variables: reader.has_variables })
    }

    pub(super) fn words(&self) -> Result<Vec<String>, CurlError> {
        shlex::split(&self.text).ok_or(CurlError::OpenQuote)
    }

    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        match self.cut {
            Some('\n') => notes.push("of several commands only the first is explained".to_owned()),
            Some('&') => notes.push(
                "a shell ends the command at `&`, so what follows was left out: put an address \
                 with a `&` between quotes"
                    .to_owned(),
            ),
            Some(sign) => {
                notes.push(format!("what follows the `{sign}` is not for curl, and was left out"));
            }
            None => {}
        }
        if self.has_variables {
            notes.push(
                "what a shell would put for `$…` is not known here, so it stands as it is"
                    .to_owned(),
            );
        }
        notes
    }
}

struct Reader<'t> {
    rest: &'t str,
    plain: String,
    cut: Option<char>,
    has_variables: bool,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), CurlError> {
        let mut begins_word = true;
        while let Some(c) = self.next() {
            let began = begins_word;
            begins_word = matches!(c, ' ' | '\t' | '\n');
            match c {
                '\\' => self.escaped(),
                '\'' => self.quoted('\'')?,
                '"' => self.quoted('"')?,
                '$' => self.dollar()?,
                '`' => self.has_variables = true,
                '#' if began => self.comment(),
                '\r' if self.rest.starts_with('\n') => {}
                '|' | ';' | '&' | '<' | '>' => return self.end(c),
                '\n' if is_command(self.rest) => return self.end(c),
                _ => self.plain.push(c),
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    /// At the very end, a backslash promises a line that was not copied.
    fn escaped(&mut self) {
        let line_break = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix('\n'));
        if let Some(rest) = line_break {
            self.rest = rest;
        } else if let Some(c) = self.next() {
            self.plain.extend(['\\', c]);
        }
    }

    /// Everything to the closing quote, as it is.
    fn quoted(&mut self, quote: char) -> Result<(), CurlError> {
        self.plain.push(quote);
        while let Some(c) = self.next() {
            self.plain.push(c);
            match c {
                _ if c == quote => return Ok(()),
                '\\' if quote == '"' => {
                    let escaped = self.next();
                    self.plain.extend(escaped);
                }
                '`' if quote == '"' => self.has_variables = true,
                '$' if quote == '"' => self.has_variables |= is_variable(self.rest),
                _ => {}
            }
        }
        Err(CurlError::OpenQuote)
    }

    fn dollar(&mut self) -> Result<(), CurlError> {
        if let Some(rest) = self.rest.strip_prefix('\'') {
            let (text, rest) = ansi_c::decode(rest).ok_or(CurlError::OpenQuote)?;
            self.plain += &shlex::try_quote(&text).map_err(|_| CurlError::Nul)?;
            self.rest = rest;
        } else if !self.rest.starts_with('"') {
            self.has_variables |= is_variable(self.rest);
            self.plain.push('$');
        }
        Ok(())
    }

    fn comment(&mut self) {
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        self.rest = &self.rest[end..];
    }

    fn end(&mut self, sign: char) -> Result<(), CurlError> {
        if matches!(sign, '<' | '>') {
            // `2>` redirects the second stream, and is no word and a redirection.
            let word = self.plain.rfind([' ', '\t', '\n']).map_or(0, |blank| blank + 1);
            if self.plain[word..].bytes().all(|c| c.is_ascii_digit()) {
                self.plain.truncate(word);
            }
        }
        if !self.rest.trim().is_empty() {
            self.cut = Some(sign);
        }
        Ok(())
    }
}

/// Whether a shell would put something for a `$` before this.
fn is_variable(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '{' | '('))
}

/// Whether a line begins another command: otherwise somebody lost the backslashes.
fn is_command(rest: &str) -> bool {
    rest.trim_start().strip_prefix("curl").is_some_and(|rest| rest.starts_with([' ', '\t']))
}
