//! Where windows stand.

use admin::{Kind, Window, Windows};

use crate::{
    case::Case, findings, precondition::etag, query::shown, refusal::Refusal, reply::Reply,
    window::window,
};

pub(super) fn all(case: &Case<'_>) -> Result<Reply, Refusal> {
    let (revision, windows) = standing(case)?;
    Ok(Reply::json(200, &Windows { revision, windows }).with("ETag", etag(revision)))
}

pub(super) fn one(case: &Case<'_>, id: &str) -> Result<Reply, Refusal> {
    let (revision, windows) = standing(case)?;
    let window = windows.into_iter().find(|window| window.id == id).ok_or_else(|| {
        Refusal::new(Kind::NotFound, format!("there is no window `{}`", shown(id)))
            .with_code("no-such-window")
            .with_help("`GET windows` lists them")
    })?;
    Ok(Reply::json(200, &window).with("ETag", etag(revision)))
}

fn standing(case: &Case<'_>) -> Result<(u64, Vec<Window>), Refusal> {
    case.asked.takes(&[])?;
    let current = case.store.current()?;
    if current.number == 0 {
        return Ok((0, Vec::new()));
    }
    let parsed = schedule::parse(&current.document, case.now);
    let (schedule, _) = findings::valid(&current.document, parsed)?;
    let standings = lifecycle::standings(&schedule, case.now);
    let windows = standings.into_iter().map(|standing| window(&schedule, standing));
    Ok((current.number, windows.collect()))
}
