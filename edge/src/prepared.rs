//! Answers that were made once and are sent many times.

use answer::{Refusal, RefusalKey};

use crate::response::Template;

/// The answers of the windows that are open: everything but `Retry-After` is the same for every
/// request of a channel, a form and a language, so it is rendered, and carried across the wasm
/// border, once.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    answers: Vec<(RefusalKey, Template)>,
}

/// More than the channels and forms that are in use at a time; what is over makes room.
const MOST: usize = 64;

impl Prepared {
    pub(crate) fn template(&mut self, refusal: &Refusal<'_>) -> &Template {
        let key = refusal.key();
        if let Some(place) = self.answers.iter().position(|(known, _)| *known == key) {
            return &self.answers[place].1;
        }
        if self.answers.len() == MOST {
            self.answers.clear();
        }
        self.answers.push((key, Template::new(&refusal.answer(), refusal.retry())));
        &self.answers[self.answers.len() - 1].1
    }
}
