//! Answers that were made once and are sent many times.

use answer::{Form, refusal};
use schedule::{Closing, Phase};

use crate::response::Template;

/// The answers of the windows that are open: everything but `Retry-After` is the same for every
/// request of a channel and a form, so it is rendered, and carried across the wasm border, once.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    answers: Vec<(Key, Template)>,
}

/// More than the channels and forms that are in use at a time; what is over makes room.
const MOST: usize = 64;

/// Channel, occurrence, phase, form, and whether something was posted.
type Key = (usize, usize, Phase, Form, bool);

impl Prepared {
    /// The 503 of a channel, in a form.
    pub(crate) fn template(
        &mut self,
        closing: &Closing<'_>,
        form: Form,
        method: &str,
    ) -> &Template {
        let key = (closing.channel, closing.occurrence, closing.phase, form, method == "POST");
        if let Some(place) = self.answers.iter().position(|(known, _)| *known == key) {
            return &self.answers[place].1;
        }
        if self.answers.len() == MOST {
            self.answers.clear();
        }
        self.answers.push((key, Template::new(&refusal(closing, form, method))));
        &self.answers[self.answers.len() - 1].1
    }
}
