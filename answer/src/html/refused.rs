//! The 503 as a page.

use maud::{Markup, html};
use schedule::Channel;

use super::{Contact, Document, Told, affected::affected, waiting::Waiting};
use crate::{Cause, Refusal, Sent, facts::Facts};

/// The 503 as a page.
pub(crate) fn body(facts: &Facts<'_>, refusal: &Refusal<'_>) -> String {
    let waiting = Waiting::of(refusal);
    let content = html! {
        (said(facts, refusal.sent))
        (waiting.panel(facts))
        (to_do(facts, refusal))
        // What else `help` may lead to is for machines.
        @if facts.window.is_some() {
            p.details { a href=(facts.help) { (facts.language.page().about) } }
        }
    };
    Document {
        language: facts.language,
        title: &format!("{} – {}", facts.title.text, facts.service.text),
        head: None,
        content: &content,
        times: waiting.times,
        watch: waiting.watch,
    }
    .written()
}

/// What happened: the operator's words before ours.
fn said(facts: &Facts<'_>, sent: Sent) -> Markup {
    let words = facts.language.page();
    let service = Told::of(facts.service, facts.language);
    let title = Told::of(facts.title, facts.language);
    let message = Told::of(facts.message, facts.language);
    html! {
        p.service lang=[service.lang()] dir=[service.dir()] { (facts.service.text) }
        h1 lang=[title.lang()] dir=[title.dir()] { (facts.title.text) }
        p.message lang=[message.lang()] dir=[message.dir()] { (facts.message.text) }
        @if sent == Sent::Something {
            p.sent { strong { @match facts.processed {
                Some(_) => (words.what_you_sent),
                None => (words.what_you_sent_perhaps),
            } } }
        }
        @if let Some(read_only) = facts.read_only {
            p { (read_only) }
        }
    }
}

/// What is affected, what to do, and whom to ask.
fn to_do(facts: &Facts<'_>, refusal: &Refusal<'_>) -> Markup {
    let words = facts.language.page();
    let reader = refusal.reader;
    let channels = channels(refusal);
    let contacts = Contact::all(&channels, reader);
    let instructions = facts.channel.map(|channel| {
        let (during, after) = (channel.during_for(reader), channel.after_for(reader));
        [(words.meanwhile, during), (words.afterwards, after)]
    });
    html! {
        @if facts.window.is_some() { (affected(&channels, reader)) }
        @for (when, text) in instructions.into_iter().flatten() {
            @if let Some(text) = text {
                @let told = Told::of(text, facts.language);
                h2 { (when) }
                p lang=[told.lang()] dir=[told.dir()] { (text.text) }
            }
        }
        @if !contacts.is_empty() {
            h2 { (words.contact) }
            ul { @for contact in contacts { li { (contact.written(facts.language)) } } }
        }
    }
}

/// Those that a window affects, the visitor's first. Of an outage nobody can tell: the visitor's,
/// or all when the request belongs to none.
fn channels<'a>(refusal: &Refusal<'a>) -> Vec<&'a Channel> {
    let channels = &refusal.cause.timeline().channels;
    match refusal.cause {
        Cause::Window(closing) => {
            let others = closing.occurrence().channels.iter().copied();
            let others = others.filter(|&place| place != closing.channel);
            [closing.channel].into_iter().chain(others).map(|place| &channels[place]).collect()
        }
        Cause::Outage { channel: Some(place), .. } => vec![&channels[place]],
        Cause::Outage { channel: None, .. } => channels.iter().collect(),
    }
}
