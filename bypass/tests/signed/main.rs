//! What is signed: links, cookies, and laws about both.

mod cookies;
mod laws;
mod links;

use bypass::{Host, Secret};
use chrono::{DateTime, Utc};

const SECRET: &str = "3q2+7wvQ0tXh6yqV1mJ8ZkPpC5rN4sLdUaE9gTfYbWo=";

fn secret() -> Secret {
    Secret::new(SECRET).expect("fit").expect("there")
}

fn host(text: &str) -> Host {
    text.parse().expect("a host")
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}
