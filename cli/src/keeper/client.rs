//! The calls of the admin API.

use admin::{
    Audit, CreatedToken, Current, Deliveries, Difference, Kind, NewToken, NewWebhook, NewWindow,
    Nothing, Outcome, Publication, Replay, Replayed, Revision, RevisionWithDocument, Revisions,
    Rollback, SecretWebhook, Session, StepRequest, Token, Tokens, Webhook, Webhooks, Window,
    Windows,
    name::{DRY_RUN, PATH},
};
use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Address, Connection, Health, KeeperError, Published, Write,
    exchange::{Call, Exchange, Patience},
};

/// One keeper, asked from afar. Each call waits for its answer, thirty seconds at most.
#[derive(Debug)]
pub(crate) struct Client {
    exchange: Exchange,
}

impl Client {
    pub(crate) fn new(connection: &Connection) -> Self {
        Self::patient(connection, Patience::USUAL)
    }

    /// One that waits for five seconds at most.
    pub(crate) fn hasty(connection: &Connection) -> Self {
        Self::patient(connection, Patience::SHORT)
    }

    pub(super) fn patient(connection: &Connection, patience: Patience) -> Self {
        Self { exchange: Exchange::new(connection, patience) }
    }

    pub(crate) fn address(&self) -> &Address {
        &self.exchange.address
    }

    /// Who asks, and what they may do.
    pub(crate) fn session(&self) -> Result<Session, KeeperError> {
        self.get("/session")
    }

    /// The schedule in force.
    pub(crate) fn current(&self) -> Result<Current, KeeperError> {
        self.get("/schedule")
    }

    pub(crate) fn publish(
        &self,
        publication: &Publication,
        write: &Write,
    ) -> Result<Outcome, KeeperError> {
        self.write("PUT", "/schedule", publication, write)
    }

    /// The newest first, from the one before `before` on.
    pub(crate) fn revisions(
        &self,
        before: Option<u64>,
        limit: u64,
    ) -> Result<Revisions, KeeperError> {
        self.get(&page("/revisions", before, limit))
    }

    pub(crate) fn revision(&self, number: u64) -> Result<RevisionWithDocument, KeeperError> {
        self.get(&format!("/revisions/{number}")).map_err(|error| error.listed_by("history"))
    }

    /// From the revision before it, where `from` is absent.
    pub(crate) fn difference(&self, from: Option<u64>, to: u64) -> Result<Difference, KeeperError> {
        let from = from.map(|from| format!("?from={from}")).unwrap_or_default();
        self.get(&format!("/revisions/{to}/difference{from}"))
            .map_err(|error| error.listed_by("history"))
    }

    pub(crate) fn rollback(
        &self,
        number: u64,
        rollback: &Rollback,
        write: &Write,
    ) -> Result<Outcome, KeeperError> {
        self.write("POST", &format!("/revisions/{number}/rollback"), rollback, write)
            .map_err(|error| error.listed_by("history"))
    }

    pub(crate) fn windows(&self) -> Result<Windows, KeeperError> {
        self.get("/windows")
    }

    pub(crate) fn window(&self, id: &str) -> Result<Window, KeeperError> {
        self.get(&format!("/windows/{}", segment(id)))
            .map_err(|error| error.listed_by("window list"))
    }

    pub(crate) fn add_window(
        &self,
        window: &NewWindow,
        write: &Write,
    ) -> Result<Outcome, KeeperError> {
        self.write("POST", "/windows", window, write)
    }

    /// `verb` as `lifecycle::Verb::as_str` has it.
    pub(crate) fn step(
        &self,
        window: &str,
        verb: &str,
        step: &StepRequest,
        write: &Write,
    ) -> Result<Outcome, KeeperError> {
        self.write("POST", &format!("/windows/{}/{}", segment(window), segment(verb)), step, write)
            .map_err(|error| error.listed_by("window list"))
    }

    /// What was done and tried, the newest first.
    pub(crate) fn audit(&self, before: Option<u64>, limit: u64) -> Result<Audit, KeeperError> {
        self.get(&page("/audit", before, limit))
    }

    pub(crate) fn tokens(&self) -> Result<Tokens, KeeperError> {
        self.get("/tokens")
    }

    pub(crate) fn create_token(
        &self,
        token: &NewToken,
        write: &Write,
    ) -> Result<CreatedToken, KeeperError> {
        self.write("POST", "/tokens", token, write)
    }

    pub(crate) fn revoke_token(&self, id: &str, write: &Write) -> Result<Token, KeeperError> {
        let nothing = serde_json::Map::new();
        self.write("DELETE", &format!("/tokens/{}", segment(id)), &nothing, write)
            .map_err(|error| error.listed_by("token list"))
    }

    pub(crate) fn webhooks(&self) -> Result<Webhooks, KeeperError> {
        self.get("/webhooks")
    }

    pub(crate) fn webhook(&self, id: &str) -> Result<Webhook, KeeperError> {
        self.get(&format!("/webhooks/{}", segment(id)))
            .map_err(|error| error.listed_by("webhook list"))
    }

    pub(crate) fn add_webhook(
        &self,
        webhook: &NewWebhook,
        write: &Write,
    ) -> Result<SecretWebhook, KeeperError> {
        self.write("POST", "/webhooks", webhook, write)
    }

    pub(crate) fn remove_webhook(&self, id: &str, write: &Write) -> Result<Webhook, KeeperError> {
        self.write("DELETE", &format!("/webhooks/{}", segment(id)), &Nothing {}, write)
            .map_err(|error| error.listed_by("webhook list"))
    }

    /// `pause`, `resume` and `test`.
    pub(crate) fn step_webhook(
        &self,
        id: &str,
        verb: &str,
        write: &Write,
    ) -> Result<Webhook, KeeperError> {
        let path = format!("/webhooks/{}/{}", segment(id), segment(verb));
        self.write("POST", &path, &Nothing {}, write)
            .map_err(|error| error.listed_by("webhook list"))
    }

    pub(crate) fn rotate_webhook(
        &self,
        id: &str,
        write: &Write,
    ) -> Result<SecretWebhook, KeeperError> {
        self.write("POST", &format!("/webhooks/{}/rotate", segment(id)), &Nothing {}, write)
            .map_err(|error| error.listed_by("webhook list"))
    }

    pub(crate) fn replay_webhook(
        &self,
        id: &str,
        replay: &Replay,
        write: &Write,
    ) -> Result<Replayed, KeeperError> {
        self.write("POST", &format!("/webhooks/{}/replay", segment(id)), replay, write)
            .map_err(|error| error.listed_by("webhook deliveries"))
    }

    /// The log of a subscription, the newest first; `dead` is only what was given up.
    pub(crate) fn deliveries(
        &self,
        id: &str,
        dead: bool,
        limit: u64,
    ) -> Result<Deliveries, KeeperError> {
        let which = if dead { "dead" } else { "deliveries" };
        self.get(&page(&format!("/webhooks/{}/{which}", segment(id)), None, limit))
            .map_err(|error| error.listed_by("webhook list"))
    }

    /// What the edge says of itself to everybody: it is not the keeper who answers.
    pub(crate) fn health(&self) -> Result<Health, KeeperError> {
        self.read(&Call::get("/health".to_owned()))
    }

    /// What the edge says of channels and windows to everybody, `timeline.json`, and when, by its own
    /// clock.
    pub(crate) fn timeline<T: DeserializeOwned>(
        &self,
    ) -> Result<(T, Option<DateTime<Utc>>), KeeperError> {
        let answer = self.exchange.send(&Call::get("/timeline.json".to_owned()))?;
        let date = answer.date;
        Ok((answer.read(self.address())?, date))
    }

    /// The same as it came, unless it is still the one whose tag is `known`.
    pub(crate) fn timeline_unless(&self, known: Option<&str>) -> Result<Published, KeeperError> {
        let call = Call { known, ..Call::get("/timeline.json".to_owned()) };
        self.exchange.send(&call)?.published(self.address())
    }

    /// Whether the keeper may be asked, too.
    pub(crate) fn has_credentials(&self) -> bool {
        self.exchange.has_credentials()
    }

    fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, KeeperError> {
        self.read(&Call::get(format!("{PATH}{path}")))
    }

    fn write<T: DeserializeOwned>(
        &self,
        method: &'static str,
        path: &str,
        body: &impl Serialize,
        write: &Write,
    ) -> Result<T, KeeperError> {
        let dry_run = if write.dry_run { format!("?{DRY_RUN}=true") } else { String::new() };
        let body = serde_json::to_string(body)
            .expect("bodies have only string keys and no type whose serialisation can fail");
        let path = format!("{PATH}{path}{dry_run}");
        self.read(&Call { method, path, body: Some(body), write: Some(write), known: None })
            .map_err(|error| self.explained(error, write))
    }

    fn read<T: DeserializeOwned>(&self, call: &Call<'_>) -> Result<T, KeeperError> {
        self.exchange.send(call)?.read(self.address())
    }

    /// A conflict, with the revision that was expected and the one that came in between.
    fn explained(&self, mut error: KeeperError, write: &Write) -> KeeperError {
        if let KeeperError::Refused(refusal) = &mut error
            && refusal.kind == Some(Kind::RevisionConflict)
        {
            refusal.base = Some(write.base);
            refusal.newer = self.newest();
        }
        error
    }

    /// A conflict is told without it, too.
    fn newest(&self) -> Option<Revision> {
        self.revisions(None, 1).ok()?.revisions.into_iter().next()
    }
}

fn page(path: &str, before: Option<u64>, limit: u64) -> String {
    let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
    format!("{path}?limit={limit}{before}")
}

/// One part of a path: whatever an id has in it, it stays one.
fn segment(id: &str) -> String {
    let plain = |octet: u8| octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_' | b'.');
    id.bytes()
        .map(|octet| match plain(octet) {
            true => char::from(octet).to_string(),
            false => format!("%{octet:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_one_part_of_a_path() {
        let table = [
            ("deployment", "deployment"),
            ("a/b?c#d", "a%2Fb%3Fc%23d"),
            ("Prüfung", "Pr%C3%BCfung"),
            ("a b\n", "a%20b%0A"),
        ];
        for (id, expected) in table {
            assert_eq!(segment(id), expected);
        }
    }

    #[test]
    fn pages() {
        assert_eq!(page("/revisions", None, 20), "/revisions?limit=20");
        assert_eq!(page("/audit", Some(7), 1), "/audit?limit=1&before=7");
    }
}
