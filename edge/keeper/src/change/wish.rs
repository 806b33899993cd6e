//! What is asked for.

use admin::{Kind, Publication, Rollback, StepRequest};
use chrono::{DateTime, Utc};
use lifecycle::{NewWindow, Step, Which};

use super::{add, step};
use crate::{body, refusal::Refusal, route::Write};

/// What the schedule is to become, and why.
pub(super) struct Wish {
    pub(super) what: What,
    pub(super) why: Option<String>,
}

pub(super) enum What {
    Publish { document: String },
    Rollback { number: u64 },
    Add(NewWindow),
    Take(Which, Step),
}

/// Characters of a reason, at most.
const LONGEST: usize = 1000;

impl Wish {
    /// Reads the JSON of a write of the schedule.
    ///
    /// # Errors
    ///
    /// A refusal with 400 that names the member that cannot be read.
    pub(super) fn read(
        wanted: &Write<'_>,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        let (what, why) = match *wanted {
            Write::Rollback(number) => {
                let Rollback { why } = body::parse(text)?;
                (What::Rollback { number }, why)
            }
            Write::Add => {
                let asked: admin::NewWindow = body::parse(text)?;
                (What::Add(add::window(&asked, now)?), asked.why)
            }
            Write::Step(window, verb) => {
                let asked: StepRequest = body::parse(text)?;
                let (which, step) = step::step(window, verb, &asked)?;
                (What::Take(which, step), asked.why)
            }
            // Keys of the API and subscriptions are no part of the schedule, and never come here.
            Write::Publish
            | Write::CreateToken
            | Write::RevokeToken(_)
            | Write::CreateWebhook
            | Write::DeleteWebhook(_)
            | Write::StepWebhook(..) => {
                let Publication { document, why } = body::parse(text)?;
                (What::Publish { document }, why)
            }
        };
        Ok(Self { what, why: why.as_deref().map(reason).transpose()?.flatten() })
    }
}

/// Why, without spaces around it; nothing where there is nothing in it.
fn reason(why: &str) -> Result<Option<String>, Refusal> {
    let why = why.trim();
    let unfit = |c: char| c.is_control() && c != '\n' && c != '\t';
    if why.chars().count() > LONGEST || why.contains(unfit) {
        let detail = format!(
            "expected at most {LONGEST} characters in `why`, without control characters, found others"
        );
        return Err(Refusal::new(Kind::InvalidRequest, detail));
    }
    Ok((!why.is_empty()).then(|| why.to_owned()))
}
