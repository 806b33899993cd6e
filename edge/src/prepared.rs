//! Answers that were made once and are sent many times.

use answer::{Form, refusal};
use js_sys::{JsString, Object};
use schedule::{Closing, Phase};
use wasm_bindgen::JsValue;

use crate::response;

/// The answers of the windows that are open: everything but `Retry-After` is the same for every
/// request of a channel and a form, so it is rendered, and carried across the wasm border, once.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    answers: Vec<(Key, Template)>,
}

/// More than the channels and forms that are in use at a time; what is over makes room.
const MOST: usize = 64;

type Key = (usize, usize, Phase, Form);

#[derive(Debug)]
struct Template {
    body: JsString,
    /// The `ResponseInit`, whose `headers` are the next field.
    init: Object,
    headers: Object,
}

impl Prepared {
    /// The 503 as a `Response`, without a body for `HEAD`.
    pub(crate) fn response(
        &mut self,
        closing: &Closing<'_>,
        form: Form,
        method: &str,
        retry_after: u32,
    ) -> JsValue {
        let template = self.template(closing, form);
        response::set(&template.headers, "Retry-After", &JsValue::from(retry_after));
        let body = (method != "HEAD").then_some(&template.body);
        response::with(body, &template.init)
    }

    fn template(&mut self, closing: &Closing<'_>, form: Form) -> &Template {
        let key = (closing.channel, closing.occurrence, closing.phase, form);
        if let Some(place) = self.answers.iter().position(|(known, _)| *known == key) {
            return &self.answers[place].1;
        }
        if self.answers.len() == MOST {
            self.answers.clear();
        }
        self.answers.push((key, Template::new(closing, form)));
        &self.answers[self.answers.len() - 1].1
    }
}

impl Template {
    fn new(closing: &Closing<'_>, form: Form) -> Self {
        let answer = refusal(closing, form);
        let headers = response::headers(&answer);
        Self { body: JsString::from(answer.body.as_str()), init: response::init(&answer, &headers), headers }
    }
}
