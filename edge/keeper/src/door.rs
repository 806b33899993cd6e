//! A request comes in, an answer goes out.

use admin::Kind;
use worker::{Request, Response};

use crate::{
    Keeper,
    asked::Asked,
    auth,
    case::Case,
    change, clock, read,
    refusal::Refusal,
    reply::Reply,
    route::{self, Route},
};

/// Answers a request, whatever it is.
pub(crate) async fn answer(keeper: &Keeper, mut request: Request) -> worker::Result<Response> {
    let asked = Asked::read(&request)?;
    let reply = enter(keeper, &asked, &mut request).await;
    reply.unwrap_or_else(|refusal| refusal.reply(&asked.prefix)).send(&asked.method)
}

async fn enter(keeper: &Keeper, asked: &Asked, request: &mut Request) -> Result<Reply, Refusal> {
    #[cfg(feature = "development")]
    crate::drill::at("keeper", asked);

    match *asked.segments() {
        ["timeline"] if asked.is_inner() => {
            route::only_read(asked)?;
            read::timeline(keeper.store()?, &keeper.renewed, asked, clock::now(asked)?)
        }
        ["openapi.json"] => {
            route::only_read(asked)?;
            Ok(read::description())
        }
        #[cfg(feature = "development")]
        ["admin", "v1", "run-the-alarm"] => {
            let now = clock::now(asked)?;
            clock::remember(asked, now);
            keeper.wake(now).await?;
            Ok(Reply::empty(204))
        }
        ["admin", "v1", ref below @ ..] => administer(keeper, asked, below, request).await,
        _ => Err(nowhere()),
    }
}

async fn administer(
    keeper: &Keeper,
    asked: &Asked,
    below: &[&str],
    request: &mut Request,
) -> Result<Reply, Refusal> {
    let (store, now) = (keeper.store()?, clock::now(asked)?);
    #[cfg(feature = "development")]
    clock::remember(asked, now);
    let actor = auth::authenticate(&keeper.environment.context(store), asked, now).await?;
    let reach = keeper.environment.reach();
    let case = Case { store, asked, actor: &actor, now, reach };
    match Route::find(&asked.method, below)? {
        Route::Read(wanted) => read::answer(&case, &wanted),
        Route::Write(wanted) => change::answer(&case, &wanted, request).await,
    }
}

/// There is no such place.
pub(crate) fn nowhere() -> Refusal {
    Refusal::new(Kind::NotFound, "expected an address of the API, found another")
        .with_help("`openapi.json` describes all of them")
}
