//! `intermission webhook`.

use std::{thread, time::Duration};

use admin::{Delivery, NewWebhook, Replay, SecretWebhook, Webhook};
use serde_json::Value;

use crate::{
    agree::agree,
    arguments::{self, AddWebhook, ListWebhooks, OneWebhook, RemoveWebhook},
    failure::Failure,
    keeper::{self, Base, Client, Write},
    page,
    said::Said,
    source::Source,
    told::Told,
};

pub(crate) fn run(command: &arguments::Webhook) -> Result<Said, Failure> {
    match command {
        arguments::Webhook::Add(options) => add(options),
        arguments::Webhook::List(options) => list(options),
        arguments::Webhook::Show(options) => show(options),
        arguments::Webhook::Remove(options) => remove(options),
        arguments::Webhook::Pause(options) => step(options, "pause"),
        arguments::Webhook::Resume(options) => step(options, "resume"),
        arguments::Webhook::Rotate(options) => rotate(options),
        arguments::Webhook::Test(options) => test(options),
        arguments::Webhook::Deliveries(options) => deliveries(options),
        arguments::Webhook::Replay(options) => replay(options),
    }
}

/// The secret alone is on standard output, so that it can go straight into a file.
fn add(options: &AddWebhook) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    // Not an argument, which everybody on the machine could see.
    let authorization = options.authorization_file.as_deref().map(Source::read).transpose()?;
    let template = options.template_file.as_deref().map(Source::read).transpose()?;
    let template = template.map(|source| template_of(&source)).transpose()?;
    let new = NewWebhook {
        name: options.name.clone(),
        url: options.target.clone(),
        kind: Some(options.kind.clone()),
        channels: options.channels.clone(),
        events: options.events.clone(),
        authorization: authorization.map(|source| source.text.trim().to_owned()),
        destination: options.destination.clone(),
        template,
    };
    let made = client.add_webhook(&new, &Write::new(Base::Any)?)?;
    Ok(with_secret(&made, options.json, "is told from now on"))
}

/// Read here, so that a mistake is found before anything is sent.
fn template_of(source: &Source) -> Result<Value, Failure> {
    serde_json::from_str(&source.text)
        .map_err(|error| Failure::Template { name: source.name.clone(), error })
}

fn rotate(options: &OneWebhook) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let id = find(&client, &options.webhook)?;
    let made = client.rotate_webhook(&id, &Write::new(Base::Any)?)?;
    let what = "has a new secret; for 24 hours messages are signed with the old one as well";
    Ok(with_secret(&made, options.json, what))
}

fn with_secret(made: &SecretWebhook, json: bool, what: &str) -> Said {
    if json {
        return Said::json(made);
    }
    let Webhook { id, name, .. } = &made.webhook;
    let secret = "The secret that messages are signed with is told this once: give it to the \
                  subscriber, by a way that nobody else can read.";
    let aside = [page::fill(&format!("{name} ({id}) {what}."), "", ""), page::fill(secret, "", "")];
    Said { text: format!("{}\n", made.secret), aside: aside.concat() }
}

fn list(options: &ListWebhooks) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let webhooks = client.webhooks()?;
    if options.json {
        return Ok(Said::json(&webhooks));
    }
    if webhooks.webhooks.is_empty() {
        return Ok(Said::text("nobody is subscribed\n".to_owned()));
    }
    let told = Told::in_force(&client).unwrap_or(Told::in_utc());
    let all = webhooks.webhooks.iter().map(|webhook| described(webhook, &told));
    Ok(Said::text(all.collect()))
}

fn show(options: &OneWebhook) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let id = find(&client, &options.webhook)?;
    let webhook = client.webhook(&id)?;
    said(&client, &webhook, options.json)
}

fn step(options: &OneWebhook, verb: &str) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let id = find(&client, &options.webhook)?;
    let webhook = client.step_webhook(&id, verb, &Write::new(Base::Any)?)?;
    said(&client, &webhook, options.json)
}

fn said(client: &Client, webhook: &Webhook, json: bool) -> Result<Said, Failure> {
    if json {
        return Ok(Said::json(webhook));
    }
    let told = Told::in_force(client).unwrap_or(Told::in_utc());
    Ok(Said::text(described(webhook, &told)))
}

fn remove(options: &RemoveWebhook) -> Result<Said, Failure> {
    let client = keeper::connect(&options.one.connection)?;
    let id = find(&client, &options.one.webhook)?;
    let webhook = client.webhook(&id)?;
    let question = format!("Remove {}, with its log and what is not delivered?", webhook.name);
    agree(&question, options.yes)?;
    let webhook = client.remove_webhook(&id, &Write::new(Base::Any)?)?;
    if options.one.json {
        return Ok(Said::json(&webhook));
    }
    let text = format!("{} ({id}) is told nothing more", webhook.name);
    Ok(Said::text(page::fill(&text, "", "")))
}

/// How often it is looked whether a ping was delivered: a subscriber may take ten seconds.
const LOOKS: u32 = 24;
const BETWEEN: Duration = Duration::from_millis(500);

fn test(options: &OneWebhook) -> Result<Said, Failure> {
    let client = keeper::connect(&options.connection)?;
    let id = find(&client, &options.webhook)?;
    let webhook = client.step_webhook(&id, "test", &Write::new(Base::Any)?)?;
    let ping = |client: &Client| -> Result<Option<Delivery>, Failure> {
        let log = client.deliveries(&id, false, 20)?.deliveries;
        Ok(log.into_iter().find(|delivery| delivery.kind == "intermission.ping"))
    };
    let is_settled = |delivery: &Delivery| delivery.attempts > 0 || delivery.state != "pending";
    let mut delivery = ping(&client)?;
    for _ in 0..LOOKS {
        if webhook.health.state == "paused" || delivery.as_ref().is_some_and(is_settled) {
            break;
        }
        thread::sleep(BETWEEN);
        delivery = ping(&client)?;
    }
    match delivery {
        Some(delivery) if options.json => Ok(Said::json(&delivery)),
        Some(delivery) => {
            let told = Told::in_force(&client).unwrap_or(Told::in_utc());
            Ok(Said::text(line(&delivery, &told)))
        }
        // Somebody has removed the subscription meanwhile.
        None => said(&client, &webhook, options.json),
    }
}

fn deliveries(options: &arguments::Deliveries) -> Result<Said, Failure> {
    let client = keeper::connect(&options.one.connection)?;
    let id = find(&client, &options.one.webhook)?;
    let log = client.deliveries(&id, options.dead, options.limit.get())?;
    if options.one.json {
        return Ok(Said::json(&log));
    }
    if log.deliveries.is_empty() {
        let text = if options.dead { "nothing was given up\n" } else { "nothing was sent yet\n" };
        return Ok(Said::text(text.to_owned()));
    }
    let told = Told::in_force(&client).unwrap_or(Told::in_utc());
    Ok(Said::text(log.deliveries.iter().map(|delivery| line(delivery, &told)).collect()))
}

fn replay(options: &arguments::Replay) -> Result<Said, Failure> {
    let client = keeper::connect(&options.one.connection)?;
    let id = find(&client, &options.one.webhook)?;
    let asked = Replay { number: options.number.map(std::num::NonZeroU64::get) };
    let replayed = client.replay_webhook(&id, &asked, &Write::new(Base::Any)?)?;
    if options.one.json {
        return Ok(Said::json(&replayed));
    }
    let text = match replayed.replayed {
        0 => "nothing was given up, so nothing is sent again\n".to_owned(),
        1 => "one message is sent again\n".to_owned(),
        count => format!("{count} messages are sent again\n"),
    };
    Ok(Said::text(text))
}

/// The id of the subscription of this name. What is no name is taken for an id: the keeper knows.
fn find(client: &Client, webhook: &str) -> Result<String, Failure> {
    let all = client.webhooks()?.webhooks;
    let named = all.into_iter().find(|known| known.name == webhook);
    Ok(named.map_or_else(|| webhook.to_owned(), |known| known.id))
}

fn described(webhook: &Webhook, told: &Told) -> String {
    let Webhook { id, name, url, kind, channels, events, author, created, health, .. } = webhook;
    let some = |list: &Vec<String>, all: &str| match list.is_empty() {
        true => all.to_owned(),
        false => list.join(", "),
    };
    let why = health.said.as_ref().map(|said| format!(" ({said})")).unwrap_or_default();
    let delivered = match &health.delivered {
        Some(at) => format!("last delivered {}", told.moment(at)),
        None => "nothing delivered yet".to_owned(),
    };
    let next = match &health.next {
        Some(at) => format!(", next attempt {}", told.moment(at)),
        None => String::new(),
    };
    let counts = format!("{} waiting, {} given up", health.pending, health.dead);
    let mut lines = vec![
        page::fill(&format!("{name} ({id}): {}{why}", health.state), "", "    "),
        page::fill(&format!("{kind} to {url}"), "    ", "    "),
        page::fill(
            &format!(
                "told of {} on {}",
                some(events, "everything"),
                some(channels, "all channels")
            ),
            "    ",
            "    ",
        ),
        page::fill(&format!("{counts}; {delivered}{next}"), "    ", "    "),
        page::fill(&format!("made by {author} on {}", told.moment(created)), "    ", "    "),
    ];
    if let Some(until) = &webhook.rotating_until {
        let text = format!("the secret before is good until {}", told.moment(until));
        lines.push(page::fill(&text, "    ", "    "));
    }
    lines.concat()
}

/// "7 pending after 2 attempts: intermission.window.extended of Thursday, …: answered 500"
fn line(delivery: &Delivery, told: &Told) -> String {
    let Delivery { number, kind, state, at, attempts, said, next, .. } = delivery;
    let attempts = match attempts {
        0 => String::new(),
        1 => " after 1 attempt".to_owned(),
        count => format!(" after {count} attempts"),
    };
    let said = said.as_ref().map(|said| format!(": {said}")).unwrap_or_default();
    let next = match next {
        Some(next) => format!("; next attempt {}", told.moment(next)),
        None => String::new(),
    };
    let moment = told.moment(at);
    page::fill(&format!("{number} {state}{attempts}: {kind} of {moment}{said}{next}"), "", "    ")
}

#[cfg(test)]
mod tests {
    use admin::Health;
    use expect_test::expect;

    use super::*;

    #[test]
    fn subscriptions_in_words() {
        let webhook = Webhook {
            id: "3f9a1c07be".to_owned(),
            name: "Example EHR".to_owned(),
            url: "https://ehr.example/hooks".to_owned(),
            kind: "cloudevents".to_owned(),
            channels: vec!["web-services".to_owned()],
            events: Vec::new(),
            destination: None,
            template: None,
            author: "rita@example.org".to_owned(),
            created: "2025-02-01T09:00:00Z".to_owned(),
            rotating_until: None,
            health: Health {
                state: "failing".to_owned(),
                said: Some("answered 500".to_owned()),
                pending: 2,
                dead: 0,
                delivered: None,
                next: Some("2025-02-07T02:50:48Z".to_owned()),
            },
        };
        expect![[r#"
            Example EHR (3f9a1c07be): failing (answered 500)
                cloudevents to https://ehr.example/hooks
                told of everything on web-services
                2 waiting, 0 given up; nothing delivered yet, next attempt Friday, February 7, 2025, 2:50:48
                a.m. (UTC)
                made by rita@example.org on Saturday, February 1, 2025, 9:00 a.m. (UTC)
        "#]]
        .assert_eq(&described(&webhook, &Told::in_utc()));
    }

    #[test]
    fn deliveries_in_words() {
        let delivery = Delivery {
            number: 7,
            event: "deployment_extended_r2".to_owned(),
            kind: "intermission.window.extended".to_owned(),
            state: "dead".to_owned(),
            at: "2025-02-07T02:50:12Z".to_owned(),
            attempts: 20,
            tried: Some("2025-02-08T02:50:12Z".to_owned()),
            status: Some(500),
            said: Some("answered 500".to_owned()),
            next: None,
        };
        expect![[r#"
            7 dead after 20 attempts: intermission.window.extended of Friday, February 7, 2025, 2:50:12 a.m.
                (UTC): answered 500
        "#]]
        .assert_eq(&line(&delivery, &Told::in_utc()));
    }
}
