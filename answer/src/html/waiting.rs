//! How long it takes, and coming back.

use maud::{Markup, html};
use schedule::{Closing, Phase, speech::Speech};

use super::{
    Times,
    document::{Status, Watch},
    times::marked,
};
use crate::{Cause, Refusal, Sent, facts::Facts};

/// How long it takes, and coming back.
#[derive(Debug)]
pub(super) struct Waiting<'a> {
    /// When it is, unless it is an outage.
    pub(super) times: Option<Times<'a>>,
    pub(super) watch: Option<Watch<'a>>,
    /// Whether somebody sent something and so comes back by their own hand.
    sent: bool,
    /// Whether the end lies ahead, as far as anybody knows.
    counts: bool,
}

impl<'a> Waiting<'a> {
    pub(super) fn of(refusal: &Refusal<'a>) -> Self {
        let sent = refusal.sent == Sent::Something;
        let Cause::Window(closing) = refusal.cause else {
            let watch = (!sent).then_some(Watch::Page);
            return Self { times: None, watch, sent, counts: false };
        };
        let times = times(&closing, refusal);
        let status = Status {
            prefix: &closing.timeline().edge.prefix,
            channel: closing.channel().id.as_str(),
            window: closing.occurrence().window.as_str(),
            sent,
        };
        Self {
            times: Some(times),
            watch: Some(Watch::Status(status)),
            sent,
            counts: closing.phase == Phase::Active && times.end.is_some(),
        }
    }

    /// What a visitor looks at while they wait.
    pub(super) fn panel(&self, facts: &Facts<'_>) -> Markup {
        if self.times.is_none() && self.watch.is_none() {
            return html! {};
        }
        html! {
            // Without times there is nothing in it where no script runs, and so no frame.
            div class=[self.times.map(|_| "waiting")] {
                @if let Some(outlook) = &facts.outlook {
                    p.outlook { (self.with_time(outlook)) }
                }
                @if let Some(times) = &self.times {
                    dl {
                        (times.rows(facts.language))
                        @if self.counts { (Times::countdown(facts.language)) }
                    }
                }
                @if self.watch.is_some() { (self.coming_back(facts)) }
            }
        }
    }

    /// The sentence about the end, with the end marked up.
    fn with_time(&self, outlook: &str) -> Markup {
        let Some(Times { start, end: Some(end), speech }) = self.times else {
            return html! { (outlook) };
        };
        marked(outlook, &[(&speech.end(start, end), end)])
    }

    /// What the script shows, each when it is so. Only the last two are announced: the first is
    /// true from the beginning.
    fn coming_back(&self, facts: &Facts<'_>) -> Markup {
        let words = facts.language.page();
        let checking = if self.sent { words.watching } else { words.returning };
        html! {
            p #checking hidden { (checking) }
            div role="status" {
                // Where that is not what the page is about.
                @if self.counts { p #late hidden { (words.later_than_planned) } }
                // Without a form, so whatever was sent is not sent again.
                p #back hidden { strong { (words.back) } " " a href="" { (words.open_again) } }
            }
        }
    }
}

/// When it is for this channel, for whom windows that touch are one.
fn times<'a>(closing: &Closing<'a>, refusal: &Refusal<'a>) -> Times<'a> {
    let occurrence = closing.occurrence();
    let end = match closing.phase {
        // By then, `reopens` is when the last is let in.
        Phase::Ended => occurrence.end,
        _ => closing.reopens.or(occurrence.end),
    };
    let speech = Speech::to(refusal.reader, &closing.timeline().service);
    Times { start: occurrence.start, end, speech }
}
