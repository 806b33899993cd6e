//! One call and its answer, over the wire.

use std::{sync::Arc, thread, time::Duration};

use admin::name::IDEMPOTENCY_KEY;
use ureq::{
    Agent, Body,
    http::{self, Request, Response, header},
    tls::{RootCerts, TlsConfig},
    unversioned::transport::DefaultConnector,
};

use super::{
    Address, Connection, KeeperError, Write, answer::Answer, credentials::Credentials,
    progress::Progress, resolver::Lookup,
};
use crate::{clock, said};

/// A document may have 4 MiB, and JSON makes some of its characters longer.
const LONGEST_ANSWER: u64 = 16 << 20;

/// How long to wait for what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// For the host to be looked up, and again for it to be connected to.
    pub(super) to_connect: Duration,
    /// For a call from its beginning to the last byte of its answer.
    pub(super) whole: Duration,
    /// Before a write is repeated the first and the second time.
    pub(super) pauses: [Duration; 2],
}

impl Patience {
    pub(super) const USUAL: Self = Self {
        to_connect: Duration::from_secs(10),
        whole: Duration::from_secs(30),
        pauses: [Duration::from_secs(1), Duration::from_secs(3)],
    };

    /// For who can do without the answer.
    pub(super) const SHORT: Self = Self {
        to_connect: Duration::from_secs(3),
        whole: Duration::from_secs(5),
        pauses: Self::USUAL.pauses,
    };
}

/// What is asked for.
#[derive(Debug)]
pub(super) struct Call<'a> {
    pub(super) method: &'static str,
    /// Below the prefix, with the parameters.
    pub(super) path: String,
    /// JSON.
    pub(super) body: Option<String>,
    /// Of a call that changes something.
    pub(super) write: Option<&'a Write>,
    /// The tag of the answer that is there already.
    pub(super) known: Option<&'a str>,
}

impl Call<'_> {
    /// Below the prefix.
    pub(super) fn get(path: String) -> Self {
        Self { method: "GET", path, body: None, write: None, known: None }
    }
}

/// The way to one service.
#[derive(Debug)]
pub(super) struct Exchange {
    agent: Agent,
    pub(super) address: Address,
    credentials: Credentials,
    patience: Patience,
}

impl Exchange {
    pub(super) fn new(connection: &Connection, patience: Patience) -> Self {
        let config = Agent::config_builder()
            .tls_config(tls())
            .timeout_resolve(Some(patience.to_connect))
            .timeout_connect(Some(patience.to_connect))
            .timeout_global(Some(patience.whole))
            .http_status_as_error(false)
            // The API never redirects: that would be a sign-on, and the token is not for it.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("intermission/", env!("CARGO_PKG_VERSION")));
        // This machine is reached without a proxy: it could read what is sent in the clear.
        let config = match connection.address.is_loopback() {
            true => config.proxy(None).build(),
            false => config.build(),
        };
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), Lookup::default()),
            address: connection.address.clone(),
            credentials: connection.credentials.clone(),
            patience,
        }
    }

    pub(super) fn has_credentials(&self) -> bool {
        self.credentials.token.is_some() || self.credentials.access.is_some()
    }

    /// The answer, whatever its status. A write that may have been lost is repeated twice at most:
    /// it has its key, so that it is done once.
    pub(super) fn send(&self, call: &Call<'_>) -> Result<Answer, KeeperError> {
        let mut doubtful = None;
        for pause in self.patience.pauses {
            let sent = self.once(call);
            if call.write.is_none() || !is_worth_repeating(&sent) {
                return sent;
            }
            let why = match sent {
                Ok(answer) => format!("{} answered {}", self.address.host(), answer.status),
                Err(error) => {
                    let why = error.to_string();
                    doubtful = doubtful.or(Some(error).filter(KeeperError::is_doubtful));
                    why
                }
            };
            said::print("", &format!("{why}; the same again in {} s\n", pause.as_secs()));
            thread::sleep(pause);
        }
        // What may have been done the first time is still in doubt when nobody can be reached now.
        self.once(call).map_err(|error| doubtful.unwrap_or(error))
    }

    fn once(&self, call: &Call<'_>) -> Result<Answer, KeeperError> {
        let wrote = call.write.is_some_and(|write| !write.dry_run);
        let failed = |error| KeeperError::of(self.address.host(), self.patience, wrote, error);
        let _progress = Progress::of(self.address.host());
        let mut request = Request::builder()
            .method(call.method)
            .uri(self.address.at(&call.path))
            .header(header::ACCEPT, "application/json, application/problem+json");
        if let Some(token) = &self.credentials.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", token.expose()));
        }
        if let Some((id, secret)) = &self.credentials.access {
            request = request
                .header("CF-Access-Client-Id", id.expose())
                .header("CF-Access-Client-Secret", secret.expose());
        }
        if let Some(known) = call.known {
            request = request.header(header::IF_NONE_MATCH, known);
        }
        if let Some(now) = clock::set() {
            // Both are development builds then, and it is the same time for both.
            request = request.header("Intermission-Now", now.to_rfc3339());
        }
        if let Some(write) = call.write {
            request = request
                .header(header::CONTENT_TYPE, "application/json")
                .header(header::IF_MATCH, write.base.to_string())
                .header(IDEMPOTENCY_KEY, &write.key);
        }
        let sent = match &call.body {
            Some(body) => self.agent.run(whole(request, body.as_str()).map_err(failed)?),
            None => self.agent.run(whole(request, ()).map_err(failed)?),
        };
        sent.and_then(read).map_err(failed)
    }
}

/// Trusts whom the system trusts.
pub(crate) fn tls() -> TlsConfig {
    TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build()
}

fn read(response: Response<Body>) -> Result<Answer, ureq::Error> {
    let (head, mut body) = response.into_parts();
    let body = body.with_config().limit(LONGEST_ANSWER).read_to_vec()?;
    Ok(Answer::new(&head, &body))
}

fn whole<B>(request: http::request::Builder, body: B) -> Result<Request<B>, ureq::Error> {
    request.body(body).map_err(ureq::Error::Http)
}

/// Whether the same call may go better in a moment, or may have been done without our knowing.
fn is_worth_repeating(sent: &Result<Answer, KeeperError>) -> bool {
    match sent {
        Ok(answer) => answer.status == 503 && !answer.is_of_the_gate,
        Err(error) => error.may_pass(),
    }
}
