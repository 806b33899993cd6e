//! `problems/{kind}`: what the `type` of a problem leads to.

use crate::Answer;

/// What the `type` of a problem leads to, for the developer who follows it: what happened, whether
/// anything was changed, and what to do.
pub fn problem_page(kind: &str) -> Answer {
    match page(kind) {
        Some(text) => Answer::document("text/plain; charset=utf-8", text.to_owned()),
        None => Answer::not_found(),
    }
}

fn page(kind: &str) -> Option<&'static str> {
    Some(match kind {
        // What the gate answers with.
        "maintenance" => MAINTENANCE,
        "outage" => OUTAGE,
        // What the admin API answers with: every kind of crate `admin`.
        "invalid-request" => INVALID_REQUEST,
        "unauthenticated" => UNAUTHENTICATED,
        "forbidden" => FORBIDDEN,
        "not-found" => NOT_FOUND,
        "method-not-allowed" => METHOD_NOT_ALLOWED,
        "impossible-step" => IMPOSSIBLE_STEP,
        "revision-conflict" => REVISION_CONFLICT,
        "too-large" => TOO_LARGE,
        "unsupported-media-type" => UNSUPPORTED_MEDIA_TYPE,
        "invalid-schedule" => INVALID_SCHEDULE,
        "key-reused" => KEY_REUSED,
        "revision-required" => REVISION_REQUIRED,
        "too-many-failures" => TOO_MANY_FAILURES,
        "fault" => FAULT,
        "keeper-unreachable" => KEEPER_UNREACHABLE,
        "storage-full" => STORAGE_FULL,
        _ => return None,
    })
}

const MAINTENANCE: &str = "\
Maintenance

The service was closed on purpose for a while, and the request was refused before it reached it.
It was not processed, so it can be sent again without doing anything twice.

starts, ends  when the service closed, and when it is expected to be back (RFC 3339). `ends` is
              missing while nobody knows.
window        the name of the maintenance; `instance` leads to a page about it.
processed     always false.
Retry-After   how many seconds to wait. Each client is told another number, so that not all of
              them come back in one second: please keep to it.
";

const OUTAGE: &str = "\
Outage

The service cannot be reached. Nobody planned it, and nobody knows how long it takes.

processed     false when the request cannot have reached the service. Missing when that is not
              known: look whether it was processed before you send it again.
Retry-After   how many seconds to wait.
";

const INVALID_REQUEST: &str = "\
Invalid request

The request could not be read: its body, a parameter or a field of its header is not what the
description of the API (openapi.json) says. Nothing was changed.

detail        what was expected, and what was found.
What to do    mend the request. Sending the same again gets the same answer.
";

const UNAUTHENTICATED: &str = "\
Unauthenticated

The request does not say who asks, or nobody known: its token is missing, misspelt, expired or
revoked, or the proof of a single sign-on is not valid. Nothing was changed.

What to do    send a token that is valid in `Authorization: Bearer`. Whoever holds the root token
              can make one. After ten failures in a minute an address has to wait.
";

const FORBIDDEN: &str = "\
Forbidden

It is known who asks, and this is not theirs to do: the token lacks the scope that is needed, or the
request comes from a page of another site. Nothing was changed.

detail        what was missing.
What to do    use a token with that scope (`GET admin/v1/session` says what a token may do).
";

const NOT_FOUND: &str = "\
Not found

There is no such address, revision, window, occurrence or token. Nothing was changed.

detail        what was looked for.
What to do    look at what there is: `GET admin/v1/windows`, `GET admin/v1/revisions`.
";

const METHOD_NOT_ALLOWED: &str = "\
Method not allowed

The address is there, but it does not know this method. Nothing was changed.

Allow         the methods that it knows.
What to do    use one of them.
";

const IMPOSSIBLE_STEP: &str = "\
Impossible step

The request is well formed, but the schedule does not allow it: a window that is over cannot be
extended, a local time that clocks skip cannot be meant. Nothing was changed.

detail, help  why, and what is possible instead.
code          the reason for programs, such as `skipped-hour`.
What to do    ask for a step that may follow (`steps` in `GET admin/v1/windows/{id}`), or for
              another time.
";

const REVISION_CONFLICT: &str = "\
Revision conflict

The schedule has changed since the request was prepared: `If-Match` names another revision than the
one in force. Nothing was changed, and the work of whoever was first stands.

revision      the revision in force; `ETag` says it too.
What to do    read what has changed (`GET admin/v1/revisions/{n}/difference`), and send the request
              again with that revision if it is still meant.
";

const TOO_LARGE: &str = "\
Too large

The body is over 4 MiB. It was not read to its end. Nothing was changed.

What to do    send less: a schedule of that size has something in it that does not belong there.
";

const UNSUPPORTED_MEDIA_TYPE: &str = "\
Unsupported media type

The body is not declared as JSON. This is asked of every write, also of one that has nothing to say,
so that no form of another site can send it. Nothing was changed.

What to do    send `Content-Type: application/json`, and at least `{}`.
";

const INVALID_SCHEDULE: &str = "\
Invalid schedule

The document has mistakes, or the change would make some, such as two windows at once over one
channel. Nothing was changed: the schedule in force stays in force.

findings      the mistakes, each with its line, its column, and the way out where one is known.
What to do    mend them and publish again; `intermission check` finds the same ones beforehand.
";

const KEY_REUSED: &str = "\
Key reused

In the last 24 hours this `Idempotency-Key` came with another request. Nothing was changed by this
one; what the first one did stays done.

What to do    take a new key for each write, and the same key only to send the same write again.
";

const REVISION_REQUIRED: &str = "\
Revision required

A write has to say which revision it is about, so that it cannot undo what somebody else has just
done. This one has no `If-Match`. Nothing was changed.

What to do    send the `ETag` of `GET admin/v1/schedule` as `If-Match`, such as `\"7\"`; `\"0\"` before
              the first publication; or `*` for whichever revision is in force.
";

const TOO_MANY_FAILURES: &str = "\
Too many failures

Ten requests in a minute from this address could not say who asks. Until the minute is over no token
of it is looked at, not even a right one. Nothing was changed.

Retry-After   how many seconds to wait.
What to do    wait, and look for the program that has the wrong token.
";

const FAULT: &str = "\
Fault

Something is wrong in Intermission itself. Nothing was changed: a write is done as a whole or not at
all. The schedule in force stays in force.

What to do    try again with the same `Idempotency-Key`. If it stays, the keeper's log says more.
";

const KEEPER_UNREACHABLE: &str = "\
Keeper unreachable

The edge could not reach the keeper of the schedule. The schedule in force stays in force. A write
may have been done, if the connection broke before its answer came.

What to do    send the same request again in a few seconds, with the same `Idempotency-Key`: then
              it is not done twice. Without a key, look at `GET admin/v1/revisions` first.
";

const STORAGE_FULL: &str = "\
Storage full

The keeper has no room left to write. Nothing was changed: the schedule in force stays in force, and
everything can still be read.

What to do    make room on its disk, or raise its quota, and send the request again.
";

#[cfg(test)]
mod tests {
    use admin::Kind;

    use super::*;

    #[test]
    fn every_kind_of_problem_has_a_page() {
        for kind in Kind::ALL {
            let name = kind.as_str();
            let text = page(name).unwrap_or_else(|| panic!("there is no page about {name}"));
            let heading = name.replace('-', " ");
            assert_eq!(text.lines().next().map(str::to_lowercase), Some(heading), "{name}");
            let words = match kind {
                Kind::KeeperUnreachable => "may have been done",
                _ => "Nothing was changed",
            };
            assert!(text.contains(words), "{name}");
            assert!(text.contains("\nWhat to do    "), "{name}");
        }
    }

    #[test]
    fn the_kinds_of_the_gate_have_theirs() {
        for kind in ["maintenance", "outage"] {
            assert!(page(kind).is_some_and(|text| text.contains("processed")), "{kind}");
        }
    }

    #[test]
    fn another_word_leads_nowhere() {
        for word in ["", "Fault", "fault/", "no-such-kind"] {
            assert_eq!(problem_page(word).status, 404, "{word}");
        }
    }
}
