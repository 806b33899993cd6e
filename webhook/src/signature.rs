//! The signature of a message, by Standard Webhooks 1.0.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::Secret;

/// The value of `webhook-signature`: one `v1` signature for each secret in force, with spaces between.
///
/// What is signed is the id, the seconds since 1970 and the body, with full stops between. No id of
/// ours has a full stop in it, so no two messages have the same text.
///
/// # Examples
///
/// The example of the specification:
///
/// ```
/// let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
/// assert_eq!(
///     webhook::sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, r#"{"test": 2432232314}"#, &[secret]),
///     "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
/// );
/// ```
pub fn sign(id: &str, timestamp: i64, body: &str, secrets: &[Secret]) -> String {
    let text = format!("{id}.{timestamp}.{body}");
    let signed = secrets.iter().map(|secret| format!("v1,{}", STANDARD.encode(secret.mac(&text))));
    signed.collect::<Vec<_>>().join(" ")
}
