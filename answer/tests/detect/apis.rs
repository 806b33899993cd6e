//! Clients that know one kind of error.

use answer::Form::{
    EventStream, Graphql, Grpc, GrpcWeb, GrpcWebText, JsonApi, JsonRpc, ProblemJson, Text,
};

use crate::{CHROME, check};

const JSON: &str = "content-type: application/json";

#[test]
fn grpc() {
    let user_agent = "te: trailers";
    check("grpc-js", "POST", &["content-type: application/grpc", user_agent], Grpc);
    check("grpcio", "POST", &["content-type: application/grpc+proto", user_agent], Grpc);
    check("another encoding", "POST", &["content-type: application/grpc+json;x=y"], Grpc);
    let web = "content-type: application/grpc-web+proto";
    check("grpc-web", "POST", &[web, "x-grpc-web: 1", "accept: */*"], GrpcWeb);
    check("connect-web", "POST", &["content-type: application/grpc-web"], GrpcWeb);
    let text = "content-type: application/grpc-web-text";
    check("grpc-web, base64", "POST", &[text, "accept: application/grpc-web-text"], GrpcWebText);
    check("with its encoding", "POST", &[&format!("{text}+proto")], GrpcWebText);
    check("something else", "POST", &["content-type: application/grpcish"], Text);
    let connect = "content-type: application/connect+json";
    check("Connect", "POST", &[connect], ProblemJson);
}

// Apollo shows our words only when they come as `application/graphql-response+json`.
#[test]
fn graphql() {
    let apollo = "accept: application/graphql-response+json,application/json;q=0.9";
    check("Apollo Client 4", "POST", &[JSON, apollo], Graphql);
    let urql = "accept: application/graphql-response+json, application/graphql+json, \
        application/json, text/event-stream, multipart/mixed";
    check("urql", "POST", &[JSON, urql], Graphql);
    check("urql, GET", "GET ?query=%7Ba%7D", &["sec-fetch-dest: empty", urql], Graphql);
    let relay = "accept: application/graphql-response+json; charset=utf-8, application/json; q=0.5";
    check("with a parameter", "POST", &[JSON, relay], Graphql);
    let ios = "accept: multipart/mixed;deferSpec=20220824,application/graphql-response+json,\
        application/json";
    check("Apollo iOS, @defer", "POST", &[JSON, ios], Graphql);
    check("a query as it is", "POST", &["content-type: application/graphql"], Graphql);
    check("and as JSON", "POST", &["content-type: application/graphql+json"], Graphql);
    let client_3 = "accept: */*";
    check("Apollo Client 3, like any script", "POST", &[JSON, client_3], ProblemJson);
    let either = "accept: application/json, application/graphql-response+json";
    check("not the first", "POST", &[JSON, either], ProblemJson);
}

#[test]
fn json_api_and_json_rpc() {
    let json_api = "application/vnd.api+json";
    check("Ember", "GET", &[&format!("accept: {json_api}")], JsonApi);
    check("a POST", "POST", &[&format!("content-type: {json_api}"), "accept: */*"], JsonApi);
    let profile = format!("accept: text/html;q=0.5, {json_api}; profile=\"a, b;c\"");
    check("with a profile", "GET", &[&profile], JsonApi);
    check("refused", "GET", &[&format!("accept: {json_api};q=0, application/json")], ProblemJson);
    for media in ["json-rpc", "jsonrequest", "jsonrpc", "json+rpc"] {
        check(media, "POST", &[&format!("content-type: application/{media}")], JsonRpc);
    }
    check("it accepts that only", "POST", &[JSON, "accept: application/json-rpc"], JsonRpc);
    // Rails names it as another name of JSON.
    let rails = "accept: application/json,text/javascript,application/jsonrequest;q=0.9,*/*;q=0.8";
    check("among others", "GET", &[rails], ProblemJson);
    check("as plain JSON", "POST", &[JSON, "accept: application/json"], ProblemJson);
    let mcp = "accept: application/json, text/event-stream";
    check("Model Context Protocol", "POST", &[JSON, mcp], ProblemJson);
}

#[test]
fn streams_of_events() {
    check(
        "EventSource",
        "GET",
        &["accept: text/event-stream", "cache-control: no-cache"],
        EventStream,
    );
    check("and anything", "GET", &["accept: text/event-stream, */*;q=0.1"], EventStream);
    let list = "accept: application/json, text/event-stream";
    check("not the first", "GET", &[list], ProblemJson);
    check("refused", "GET", &["accept: text/event-stream;q=0"], Text);
    check(
        "before a page",
        "GET",
        &["sec-fetch-dest: empty", "accept: text/event-stream"],
        EventStream,
    );
    // Status 200 would tell them that what they posted has arrived.
    check("graphql-sse", "POST", &[JSON, "accept: text/event-stream"], ProblemJson);
    check("fetch-event-source", "POST", &["accept: text/event-stream"], Text);
    check("a browser", "GET", &[CHROME, "content-type: text/event-stream"], Text);
}
