//! The body of a write.

use admin::Kind;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use worker::Request;

use crate::{asked::Asked, clock, query::shown, refusal::Refusal};

/// Bytes, at most.
pub(crate) const LARGEST: usize = 4 * 1024 * 1024;

/// Bytes that are read and dropped of a body that is too large: a sender that is still writing when
/// the connection is closed may never see the answer.
const PATIENCE: usize = 32 * 1024 * 1024;

/// Reads a body that says it is JSON.
///
/// # Errors
///
/// A refusal with 415 for another type, which no form of a page can pretend to have; with 413 when
/// it is too large, whatever its length was said to be; with 400 when it ends before its end, or is
/// not UTF-8.
pub(crate) async fn read(asked: &Asked, request: &mut Request) -> Result<String, Refusal> {
    let content_type = asked.header("content-type").unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/json") {
        let found =
            if essence.is_empty() { "none".to_owned() } else { format!("`{}`", shown(essence)) };
        let detail = format!("expected the Content-Type application/json, found {found}");
        return Err(Refusal::new(Kind::UnsupportedMediaType, detail)
            .with_help("send JSON, at least `{}`, with `Content-Type: application/json`"));
    }
    let bytes = bytes(request).await?;
    String::from_utf8(bytes).map_err(|_| {
        Refusal::new(Kind::InvalidRequest, "expected a body in UTF-8, found other bytes")
    })
}

/// How long a body may take. It is less than what `js/keeper.js` waits for an answer: a write whose
/// sender was told that nothing was changed must not be done after all.
const LONGEST: TimeDelta = TimeDelta::seconds(45);

async fn bytes(request: &mut Request) -> Result<Vec<u8>, Refusal> {
    let (mut bytes, mut length) = (Vec::new(), 0usize);
    let began = clock::platform();
    let Ok(mut stream) = request.stream() else { return Ok(bytes) };
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| {
            Refusal::new(Kind::InvalidRequest, "expected a whole body, found one that breaks off")
        })?;
        in_time(began)?;
        length = length.saturating_add(chunk.len());
        if length <= LARGEST {
            bytes.extend(chunk);
        } else {
            bytes = Vec::new();
        }
        if length > PATIENCE {
            break;
        }
    }
    in_time(began)?;
    if length > LARGEST {
        let detail = format!("expected a body of at most {LARGEST} bytes, found more");
        return Err(Refusal::new(Kind::TooLarge, detail)
            .with_help("leave windows out that have been over for long: the record has them"));
    }
    Ok(bytes)
}

fn in_time(began: DateTime<Utc>) -> Result<(), Refusal> {
    if clock::platform() - began <= LONGEST {
        return Ok(());
    }
    let seconds = LONGEST.num_seconds();
    let detail = format!("expected a body within {seconds} seconds, found a slower one");
    Err(Refusal::new(Kind::InvalidRequest, detail))
}

/// Reads the JSON of a body.
///
/// # Errors
///
/// A refusal with 400 that names the member.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new(Kind::InvalidRequest, "expected a JSON object, found nothing")
            .with_help("send `{}` where there is nothing to say"));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let place = error.path().to_string();
        let said = error.inner().to_string();
        match &*place {
            "." | "?" => unreadable(&said),
            _ => unreadable(&format!("at `{}`: {said}", shown(&place))),
        }
    })?;
    reader.end().map_err(|error| unreadable(&error.to_string()))?;
    Ok(value)
}

fn unreadable(said: &str) -> Refusal {
    let detail = format!("expected the JSON that is described for this, found another: {said}");
    Refusal::new(Kind::InvalidRequest, detail).with_help("`openapi.json` describes every body")
}
