//! The types as JSON Schema 2020-12, which is what OpenAPI 3.1 uses.

use schemars::{
    JsonSchema, SchemaGenerator,
    generate::{Contract, SchemaSettings},
};
use serde_json::{Map, Value, json};

use super::public;
use crate::{
    Audit, CreatedToken, Current, Deliveries, Difference, NewToken, NewWebhook, NewWindow, Nothing,
    Outcome, Problem, Publication, Replay, Replayed, RevisionWithDocument, Revisions, Rollback,
    SecretWebhook, Session, StepRequest, Token, Tokens, Webhook, Webhooks, Window, Windows,
};

/// Named schemas.
pub(super) type Schemas = Map<String, Value>;

/// Those of everything that is sent and received.
pub(super) fn schemas() -> Schemas {
    let mut received = generator(Contract::Deserialize);
    told::<Publication>(&mut received);
    told::<Rollback>(&mut received);
    told::<NewWindow>(&mut received);
    told::<StepRequest>(&mut received);
    told::<NewToken>(&mut received);
    told::<NewWebhook>(&mut received);
    told::<Replay>(&mut received);
    told::<Nothing>(&mut received);

    let mut sent = generator(Contract::Serialize);
    told::<Current>(&mut sent);
    told::<Outcome>(&mut sent);
    told::<Revisions>(&mut sent);
    told::<RevisionWithDocument>(&mut sent);
    told::<Difference>(&mut sent);
    told::<Windows>(&mut sent);
    told::<Window>(&mut sent);
    told::<Audit>(&mut sent);
    told::<Session>(&mut sent);
    told::<Token>(&mut sent);
    told::<Tokens>(&mut sent);
    told::<CreatedToken>(&mut sent);
    told::<Webhook>(&mut sent);
    told::<Webhooks>(&mut sent);
    told::<SecretWebhook>(&mut sent);
    told::<Deliveries>(&mut sent);
    told::<Replayed>(&mut sent);
    told::<Problem>(&mut sent);
    told::<public::Health>(&mut sent);
    told::<public::Timeline>(&mut sent);

    let mut schemas = received.take_definitions(true);
    for (name, mut schema) in sent.take_definitions(true) {
        drop_nulls(&mut schema);
        schemas.insert(name, schema);
    }
    schemas
}

fn generator(contract: Contract) -> SchemaGenerator {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    settings.contract = contract;
    settings.into_generator()
}

fn told<T: JsonSchema>(generator: &mut SchemaGenerator) {
    generator.subschema_for::<T>();
}

/// Where a member that is not there is left out, as everywhere in what we send, it is never `null`.
fn drop_nulls(schema: &mut Value) {
    let required = schema["required"].clone();
    let Some(members) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (name, member) in members {
        if required.as_array().is_some_and(|names| names.contains(&json!(name))) {
            continue;
        }
        if let Some(kinds) = member.get_mut("type").and_then(Value::as_array_mut) {
            kinds.retain(|kind| kind != "null");
            member["type"] = member["type"][0].clone();
        }
        let Some(others) = member.get_mut("anyOf").and_then(Value::as_array_mut) else { continue };
        others.retain(|other| other["type"] != "null");
        if let [Value::Object(only)] = &mut others[..] {
            let only = std::mem::take(only);
            let member = member.as_object_mut().expect("a schema with `anyOf` is an object");
            member.remove("anyOf");
            member.extend(only);
        }
    }
}
