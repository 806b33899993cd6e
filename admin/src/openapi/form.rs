//! The texts of the API that have a form, as schemas with a name.
//!
//! A form is what can be said without a calendar and a zone. Whether there is a February 30, and
//! what a clock shows at half past two in the night it is set, is found out when the text is read.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

/// The month and the day.
macro_rules! date {
    () => {
        r"-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    };
}

macro_rules! minute {
    () => {
        r"([01][0-9]|2[0-3]):[0-5][0-9]"
    };
}

macro_rules! offset {
    () => {
        r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
    };
}

/// Types that are never made: the members of the wire types are `String`s whose schemas these are.
macro_rules! forms {
    ($($(#[doc = $doc:literal])+ $name:ident $schema:expr;)+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub enum $name {}

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                let mut schema = schema(generator);
                schema.insert("description".to_owned(), concat!($($doc),+).trim().into());
                schema
            }
        }
    )+ };
}

forms! {
    /// The id of a window or a channel, as the schedule has it.
    Id |_| text(r"^[a-z0-9][a-z0-9-]{0,63}$", &["web", "2025-02-06-deployment"]);

    /// The id of a token: the part of it that is no secret.
    TokenId |_| text(r"^[A-Za-z0-9_-]{10}$", &["Zt4kQ0_b7x"]);

    /// A reason, for the record: at most 1000 characters, none of them of control but tabs and new
    /// lines.
    Why |_| json_schema!({ "type": "string", "maxLength": 1000, "pattern": NO_CONTROL });

    /// A length of days, hours, minutes and seconds, in that order, at most `366d`.
    Length |_| text(LENGTH, &["30m", "1h30m"]);

    /// Local time of the service, or an RFC 3339 instant, from 2020 to 2099. A local time that does
    /// not exist or occurs twice, because clocks are set, is refused with the two readings.
    Moment |_| text(MOMENT, &["2025-02-06T19:00", "2025-02-07T01:00:00Z"]);

    /// The date, or the local start, that its rule gives an occurrence of a recurring window.
    Of |_| text(OF, &["2025-02-06", "2025-02-06T19:00"]);

    /// An instant in RFC 3339, UTC.
    Instant |_| text(INSTANT, &["2025-02-07T00:42:10.118Z"]);

    /// An instant in RFC 3339, at the offset of the service's zone.
    LocalInstant |_| text(LOCAL_INSTANT, &["2025-02-06T19:00:00-06:00"]);

    /// A moment, or `now`.
    Start |generator| either(generator, &json!({ "const": "now" }));

    /// A moment, or `unknown`.
    Ending |generator| either(generator, &json!({ "const": "unknown" }));

    /// A moment, or a length before the start.
    Announcement |generator| {
        let length = generator.subschema_for::<Length>();
        either(generator, length.as_value())
    };

    /// Why there is a window.
    Reason |_| words(&["planned", "emergency"]);

    /// What happens at the planned end: it opens by itself, or stays closed until it is released.
    Overrun |_| words(&["reopen", "hold"]);

    /// Where an occurrence stands.
    Phase |_| words(&[
        "scheduled", "announced", "imminent", "active", "overrun", "ended", "cancelled",
    ]);

    /// Where an occurrence stands that people are told of.
    PublicPhase |_| words(&["announced", "imminent", "active", "overrun"]);

    /// Where an occurrence stands that people are told of, or were told of until a day ago.
    ToldPhase |_| words(&["announced", "imminent", "active", "overrun", "ended", "cancelled"]);

    /// The local start, by the service's clocks, that names an occurrence of a recurring window.
    LocalStart |_| text(LOCAL_START, &["2025-02-06T19:00:00"]);

    /// What weighs most in a change of a window.
    Amendment |_| words(&[
        "added", "removed", "cancelled", "restored", "moved", "finished", "extended", "shortened", "held",
        "released", "rescoped", "reworded",
    ]);

    /// What a channel does with requests during a window.
    Disposition |_| words(&["unavailable", "read-only", "hold", "unaffected"]);

    /// What a channel's users must do when a window is over.
    Afterwards |_| words(&["nothing", "reconnect", "resend"]);

    /// What a token may be allowed to do.
    GivenScope |_| words(&["read", "write"]);

    /// The id of a subscription.
    WebhookId |_| text("^[0-9a-f]{10}$", &["3f9a1c07be"]);

    /// What a subscriber understands.
    WebhookKind |_| words(&["cloudevents", "slack", "teams", "json", "izgateway"]);

    /// The shape of messages: texts in it may have `{said}` and other names in braces.
    WebhookTemplate |_| json_schema!({ "type": "object", "examples": [{ "text": "{said} {link}" }] });

    /// What a subscriber may be told of.
    WebhookEvent |_| words(&[
        "announced", "imminent", "started", "overrun", "ended", "moved", "extended", "shortened",
        "finished", "held", "released", "rescoped", "reworded", "cancelled", "removed", "restored",
        "ping",
    ]);

    /// How a subscription fares: `failing` while its next message was tried in vain.
    WebhookState |_| words(&["healthy", "failing", "paused"]);

    /// Where a message is: not delivered yet, delivered, or given up.
    DeliveryState |_| words(&["pending", "delivered", "dead"]);

    /// A step of a window's life.
    Verb |_| words(&super::step::verbs());
}

/// Exactly one of two members is a text; the other is missing, or `null`.
pub(crate) fn one_of(one: &str, other: &str) -> Value {
    json!([is_text(one), is_text(other)])
}

/// The member is there, and is not `null`.
pub(super) fn is_text(member: &str) -> Value {
    json!({ "required": [member], "properties": { member: { "type": "string" } } })
}

const NO_CONTROL: &str = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$";

const LENGTH: &str = concat!(
    r"^(?=.)([1-9][0-9]{0,2}d)?([1-9][0-9]{0,3}h)?",
    r"([1-9][0-9]{0,5}m)?([1-9][0-9]{0,7}s)?$"
);

/// Of `schedule::Timeline::YEARS`.
const MOMENT: &str = concat!(
    "^20[2-9][0-9]",
    date!(),
    "T",
    minute!(),
    r"(:[0-5][0-9]([.][0-9]{1,9})?)?",
    offset!(),
    "?$"
);

const OF: &str =
    concat!("^[0-9]{4}", date!(), "(T", minute!(), r"(:[0-5][0-9]([.][0-9]{1,9})?)?)?$");

const INSTANT: &str =
    concat!("^[0-9]{4}", date!(), "T", minute!(), r":[0-5][0-9]([.][0-9]{1,9})?Z$");

const LOCAL_START: &str =
    concat!("^[0-9]{4}", date!(), "T", minute!(), r":[0-5][0-9]([.][0-9]{1,9})?$");

const LOCAL_INSTANT: &str =
    concat!("^[0-9]{4}", date!(), "T", minute!(), ":[0-5][0-9]", offset!(), "$");

fn text(pattern: &str, examples: &[&str]) -> Schema {
    json_schema!({ "type": "string", "pattern": pattern, "examples": examples })
}

fn words(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

fn either(generator: &mut SchemaGenerator, other: &Value) -> Schema {
    let moment = generator.subschema_for::<Moment>();
    json_schema!({ "anyOf": [moment, other] })
}
