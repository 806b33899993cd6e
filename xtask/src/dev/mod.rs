//! `cargo xtask dev`: the demo portal behind the edge, on this machine, in one command.

mod demo;
mod moments;
mod ports;
mod publish;
mod tour;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::bundle::timeline::{self, Compiled};
use crate::bundle::{self, Profile};
use crate::checkout::Checkout;
use crate::children::{Children, Event};
use crate::clock;
use crate::failure::{AboutFile, Failure};
use crate::setup::runtime;

#[derive(clap::Args)]
pub struct Options {
    /// The port that the edge listens on
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// The port that the demo portal listens on, behind the edge
    #[arg(long, value_name = "PORT", default_value_t = 8788)]
    origin_port: u16,
    /// A schedule to run with, instead of a window in two minutes that lasts for two
    #[arg(long, value_name = "FILE")]
    schedule: Option<PathBuf>,
}

pub fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    let Options { port, origin_port, schedule } = options;
    ports::check(*port, *origin_port)?;
    // Compiled before the long build, so that a mistake is told of at once.
    let compiled = match schedule {
        Some(path) => timeline::compile(path, &path.display().to_string())?,
        None => demo::compile(&demo::write(checkout)?)?,
    };
    let token = publish::token();
    let bundle = bundle::build(checkout, Profile::Dev, &compiled)?;

    let mut children = Children::none();
    start_portal(&mut children, checkout, *origin_port)?;
    let (compiled, text) = match schedule {
        Some(path) => (compiled, fs::read_to_string(path).about("read", path)?),
        // The two minutes begin here, after all that took long.
        None => put_demo(checkout, &bundle)?,
    };
    start_edge(&mut children, checkout, &bundle, &token, (*port, *origin_port))?;
    publish::first(*port, &token, &text)?;

    let moments = moments::from(&compiled.timeline, clock::now());
    println!("{}", tour::of(&compiled.timeline, &moments, *port, *origin_port, &token));
    follow(&mut children, moments)
}

fn put_demo(checkout: &Checkout, bundle: &Path) -> Result<(Compiled, String), Failure> {
    let text = demo::write(checkout)?;
    let path = demo::path(checkout);
    fs::write(&path, &text).about("write", &path)?;
    let compiled = demo::compile(&text)?;
    compiled.write(&bundle.join(timeline::FILE))?;
    Ok((compiled, text))
}

fn start_portal(children: &mut Children, checkout: &Checkout, port: u16) -> Result<(), Failure> {
    let mut command = Command::new("node");
    command.arg(checkout.path("www/portal/origin.mjs")).args(["--port", &port.to_string()]);
    children.start("portal", &mut command)?;
    children.wait_for("portal", |line| line.contains("listening on").then_some(()))
}

fn start_edge(
    children: &mut Children,
    checkout: &Checkout,
    folder: &Path,
    token: &str,
    (port, origin): (u16, u16),
) -> Result<(), Failure> {
    let mut command = runtime::serve_with_keeper(checkout, folder)?;
    command.env("INTERMISSION_ADMIN_TOKEN", token);
    command.args(["--socket-addr", &format!("http=127.0.0.1:{port}")]);
    command.args(["--external-addr", &format!("origin=127.0.0.1:{origin}")]);
    children.start("edge", &mut command)?;
    children.wait_for("edge", runtime::listening_port).map(drop)
}

/// Shows what the children say, and when a window starts or ends, until somebody has seen enough.
fn follow(children: &mut Children, moments: Vec<moments::Moment>) -> Result<(), Failure> {
    let mut moments = moments.into_iter().peekable();
    loop {
        let now = clock::now();
        while let Some(moment) = moments.next_if(|moment| moment.instant <= now) {
            println!("{}", tour::line(&moment));
        }
        let until = moments.peek().and_then(|moment| (moment.instant - now).to_std().ok());
        // Woken once a minute in any case: the machine may have slept.
        let patience = until.map_or(MINUTE, |until| until.min(MINUTE));
        match children.next(patience)? {
            Event::Line { child, text } => println!("{child}: {text}"),
            Event::Silence => {}
            Event::Interrupted => return Ok(()),
        }
    }
}

const MINUTE: Duration = Duration::from_secs(60);
