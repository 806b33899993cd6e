//! What is spoken over JSON or over a stream of events, by clients that know one kind of error.

use schedule::Form;

use super::{Because, Detected, Media, asked::Asked};

/// | form | `Content-Type` | or `Accept` |
/// | --- | --- | --- |
/// | GraphQL | one of its types | begins with one |
/// | JSON:API | its type | names it |
/// | JSON-RPC | one of its types | begins with one: some name it among others and mean JSON |
/// | a stream of events | | begins with `text/event-stream`, in a `GET` |
///
/// Clients of GraphQL end their list with `text/event-stream`, so only a beginning counts. And
/// `EventSource` sends `GET` and nothing else: to anybody who posts something, a stream, which has
/// status 200, would say that it arrived.
pub(super) fn dialect(asked: &Asked<'_>) -> Option<Detected> {
    let (content, accept) = (asked.content(), asked.accept());
    let first = accept.first();
    let is = |media| (content == Some(media)).then_some(Because::ContentType(media));
    let begins = |media| (first == Some(media)).then_some(Because::AcceptBegins(media));
    let names = |media| accept.names(|named| named == media).then_some(Because::AcceptNames(media));
    let streams = |media| begins(media).filter(|_| asked.method() == "GET");
    let found = |form, because: Option<Because>| Some(Detected::new(form, because?));

    found(Form::Graphql, is(Media::Graphql).or(begins(Media::Graphql)))
        .or_else(|| found(Form::JsonApi, is(Media::JsonApi).or(names(Media::JsonApi))))
        .or_else(|| found(Form::JsonRpc, is(Media::JsonRpc).or(begins(Media::JsonRpc))))
        .or_else(|| found(Form::EventStream, streams(Media::EventStream)))
}
